/**
 * The parts of a rehearsal that come from Debian: a Linux kernel and a few programs. Packages are
 * downloaded and unpacked, never installed: without root, and without changes to the host.
 * @module
 */
import { basename, join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { ownFolder } from "../../host/own_folder.ts";
import { downloadPackages, openApt, unpack } from "./apt.ts";
import { modulesInOrder } from "./modules.ts";

/** The hardware that a kernel supports: that of a domain. */
export type Flavour = "virtio" | "legacy";

/** Kernels by hardware. The small cloud kernel boots fast, but has no driver for an e1000. */
const KERNELS: Record<Flavour, { package: string; modules: string[] }> = {
  virtio: {
    package: "linux-image-cloud-amd64",
    modules: ["virtio_pci", "virtio_blk", "virtio_net"],
  },
  legacy: { package: "linux-image-amd64", modules: ["ata_piix", "sd_mod", "e1000"] },
};

/** Programs of the guest with their packages, and the libraries they load. */
const PROGRAMS: { package: string; files: [from: string, to: string][] }[] = [
  { package: "busybox-static", files: [["bin/busybox", "bin/busybox"]] },
  { package: "makefs", files: [["usr/sbin/makefs", "sbin/makefs"]] },
  { package: "signify-openbsd", files: [["bin/signify-openbsd", "sbin/signify"]] },
  { package: "libbsd0", files: [["libbsd.so.0", "lib/libbsd.so.0"]] },
  { package: "libmd0", files: [["libmd.so.0", "lib/libmd.so.0"]] },
  {
    package: "libc6",
    files: [
      ["libc.so.6", "lib/libc.so.6"],
      ["ld-linux-x86-64.so.2", "lib64/ld-linux-x86-64.so.2"],
    ],
  },
];

/** The unpacked parts. */
export interface DebianParts {
  /** The Linux kernel. */
  kernel: string;
  /** Kernel modules, in load order. */
  modules: string[];
  /** Programs and libraries: path in the guest, path here. */
  programs: [string, string][];
  /** Packages with their versions, as in their file names. */
  packages: string[];
}

/** Options of {@linkcode debianParts}. */
export interface DebianOptions {
  /** Folder of the cache. */
  cacheDir: string;
  signal?: AbortSignal;
  /** Called before a download. */
  onNotice?: (text: string) => void;
}

/**
 * The parts for a flavour of hardware: from the cache, else downloaded with apt-get(8).
 *
 * @throws {GatewrightError} if apt is missing, or cannot get a package.
 */
export async function debianParts(
  flavour: Flavour,
  options: DebianOptions,
): Promise<DebianParts> {
  const folder = join(options.cacheDir, "rehearsal", `debian-${flavour}`);
  const known = await Deno.readTextFile(join(folder, "parts.json")).catch(() => undefined);
  if (known !== undefined) return absolute(JSON.parse(known), folder);
  await Deno.mkdir(join(options.cacheDir, "rehearsal"), { recursive: true, mode: 0o700 });
  await using work = await ownFolder(join(options.cacheDir, "rehearsal"), ".work-");
  const parts = await download(flavour, work.path, options);
  await Deno.writeTextFile(join(work.path, "parts.json"), JSON.stringify(parts));
  // Another build may have been faster, with the same result.
  await work.moveTo(folder).catch(async (error) => {
    if (!(await Deno.stat(folder).then(() => true, () => false))) throw error;
  });
  return absolute(parts, folder);
}

function absolute(parts: DebianParts, folder: string): DebianParts {
  return {
    kernel: join(folder, parts.kernel),
    modules: parts.modules.map((path) => join(folder, path)),
    programs: parts.programs.map(([guest, path]) => [guest, join(folder, path)]),
    packages: parts.packages,
  };
}

/** Paths in the result are relative to `work`. */
async function download(
  flavour: Flavour,
  work: string,
  { signal, onNotice }: DebianOptions,
): Promise<DebianParts> {
  const { package: meta, modules: roots } = KERNELS[flavour];
  onNotice?.(`downloading from Debian: ${meta}, ${PROGRAMS.map((one) => one.package).join(", ")}`);
  const { options, kernel: image } = await openApt(meta, work, signal);
  const debs = join(work, "debs");
  await Deno.mkdir(debs);
  await downloadPackages([image, ...PROGRAMS.map((one) => one.package)], debs, options, signal);
  const files = [...Deno.readDirSync(debs)].map(({ name }) => name).sort();
  const deb = (name: string) => join(debs, files.find((file) => file.startsWith(`${name}_`))!);
  const wanted = ["*/vmlinuz-*", "*/kernel/*.ko*"];
  await unpack(deb(image), join(work, "linux"), wanted, signal);
  const kernel = [...Deno.readDirSync(join(work, "linux/boot"))]
    .find(({ name }) => name.startsWith("vmlinuz-"))!.name;
  const modules = await modulesInOrder(join(work, "linux/lib/modules"), roots, join(work, "ko"));
  await Deno.rename(join(work, "linux/boot", kernel), join(work, "vmlinuz"));
  await Deno.remove(join(work, "linux"), { recursive: true });
  const programs: [string, string][] = [];
  for (const { package: name, files } of PROGRAMS) {
    const folder = join(work, name);
    await unpack(deb(name), folder, files.map(([file]) => `*${file}*`), signal);
    for (const [file, guest] of files) {
      const path = join("files", guest);
      await Deno.mkdir(join(work, path, ".."), { recursive: true });
      await Deno.copyFile(await find(folder, file), join(work, path));
      programs.push([guest, path]);
    }
    await Deno.remove(folder, { recursive: true });
  }
  await Deno.remove(debs, { recursive: true });
  await Deno.remove(join(work, "apt"), { recursive: true }).catch(() => {});
  return {
    kernel: "vmlinuz",
    modules: modules.map((path) => join("ko", basename(path))),
    programs,
    packages: files.map((file) => file.replace(/_amd64\.deb$|_all\.deb$/, "")),
  };
}

/** The file below `folder` whose path is `path` or ends with it; a link is followed. */
export async function find(folder: string, path: string): Promise<string> {
  const pending = [folder];
  let link: string | undefined;
  for (let next; (next = pending.pop()) !== undefined;) {
    for (const entry of Deno.readDirSync(next)) {
      const full = join(next, entry.name);
      if (entry.isDirectory) pending.push(full);
      else if (full.endsWith(`/${path}`)) {
        // A regular file is preferred to a link, which may lead to it.
        if (!entry.isSymlink) return full;
        link = basename(await Deno.readLink(full));
      }
    }
  }
  if (link !== undefined && link !== path) return await find(folder, link);
  throw new GatewrightError(`a Debian package has no ${path}`, {
    where: folder,
    next: "report this with the version of Debian: its packages are laid out in another way",
  });
}
