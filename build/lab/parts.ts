/**
 * The parts of the laboratory's guest: Debian's kernel, openiked, strongSwan, libreswan, and their
 * dependencies, downloaded once into the cache.
 * @module
 */
import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import { ownFolder } from "../../host/own_folder.ts";
import { GatewrightError } from "../../host/error.ts";
import { downloadPackages, openApt, packagesNeeded, unpack } from "../rehearsal/apt.ts";
import { cpio, type CpioEntry } from "../rehearsal/cpio.ts";
import { modulesInOrder } from "../rehearsal/modules.ts";
import { neededLibraries } from "./elf.ts";

const KERNEL = "linux-image-cloud-amd64";

/**
 * Kernel modules: IPsec through PF_KEY (openiked) and XFRM (the others), network namespaces with
 * veth, NAT and counters.
 */
const MODULES = [
  ...["af_key", "xfrm_user", "esp4", "esp6", "ah4", "ah6", "xfrm4_tunnel", "xfrm6_tunnel"],
  ...["xfrm_ipcomp", "ipcomp", "ipcomp6", "deflate", "xfrm_interface", "ip_gre", "ip6_gre"],
  ...["veth", "nf_tables", "nft_nat", "nft_masq", "nft_chain_nat", "nft_ct", "nft_objref"],
  ...["authenc", "authencesn", "echainiv", "seqiv", "ctr", "cbc", "gcm", "ccm", "cmac", "xcbc"],
  ...["ghash_generic", "sha256_generic", "sha512_generic", "sha1_generic", "md5", "des_generic"],
  ...["aes_generic", "blowfish_generic", "cast5_generic", "chacha20poly1305", "rmd160"],
  // Without drbg the kernel cannot add an SA.
  ...["crypto_null", "udp_tunnel", "drbg"],
];

/**
 * Programs by package, as paths below `usr`; a path ending in `/*` stands for all files of the
 * folder.
 */
const PROGRAMS: [name: string, files: string[]][] = [
  ["busybox-static", ["bin/busybox"]],
  ["iproute2", ["bin/ip"]],
  ["openiked", ["sbin/iked", "sbin/ikectl"]],
  ["strongswan-charon", ["lib/ipsec/charon"]],
  ["strongswan-swanctl", ["sbin/swanctl"]],
  ["strongswan-libcharon", []],
  ["libstrongswan", ["lib/ipsec/plugins/*"]],
  ["libstrongswan-standard-plugins", []],
  ["libstrongswan-extra-plugins", []],
  ["libcharon-extra-plugins", []],
  ["libcharon-extauth-plugins", []],
  ["libreswan", ["libexec/ipsec/*", "sbin/ipsec"]],
  ["libnss3-tools", ["bin/certutil"]],
  // Loaded by libnss3 by name.
  [
    "libnss3",
    ["softokn3", "freebl3", "freeblpriv3"].map((one) => `lib/x86_64-linux-gnu/lib${one}.so`),
  ],
  ["nftables", ["sbin/nft"]],
  ["netcat-openbsd", ["bin/nc.openbsd"]],
  // Contains MD4, for EAP-MSCHAPv2.
  ["openssl", ["bin/openssl", "lib/x86_64-linux-gnu/ossl-modules/*"]],
  // Loaded by the C library when a thread ends.
  ["libgcc-s1", ["lib/x86_64-linux-gnu/libgcc_s.so.1"]],
];

/** Library folders of the guest's loader. */
const LIBRARIES = ["usr/lib/x86_64-linux-gnu", "usr/lib/ipsec"];

/** The loader's path in programs; in its package that is an absolute link. */
const LOADER = "usr/lib64/ld-linux-x86-64.so.2";

/** The two files that a guest of the laboratory boots from, before the run's own part. */
export interface LabParts {
  /** The Linux kernel. */
  kernel: string;
  /** First part of the ramdisk: programs, libraries and modules. */
  base: string;
  /** Packages with their versions, as in their file names. */
  packages: string[];
}

/** Options of {@linkcode labParts}. */
export interface LabPartsOptions {
  /** Folder of the cache. */
  cacheDir: string;
  signal?: AbortSignal;
  /** Called before a download. */
  onNotice?: (text: string) => void;
}

/**
 * The parts: from the cache, else downloaded with apt-get(8).
 *
 * @throws {GatewrightError} if apt is missing, or cannot get a package.
 */
export async function labParts({ cacheDir, signal, onNotice }: LabPartsOptions): Promise<LabParts> {
  const recipe = createHash("sha256").update(JSON.stringify([KERNEL, MODULES, PROGRAMS, 1]));
  const rooms = join(cacheDir, "laboratory");
  const folder = join(rooms, recipe.digest("hex").slice(0, 16));
  const known = await Deno.readTextFile(join(folder, "packages.json")).catch(() => undefined);
  if (known !== undefined) return parts(folder, JSON.parse(known));
  await Deno.mkdir(rooms, { recursive: true, mode: 0o700 });
  await using work = await ownFolder(rooms, ".work-");
  onNotice?.(
    `downloading from Debian: ${KERNEL}, openiked, strongSwan, libreswan and what they need`,
  );
  const packages = await download(work.path, signal);
  await Deno.writeTextFile(join(work.path, "packages.json"), JSON.stringify(packages));
  // Another process may have been faster, with the same result.
  await work.moveTo(folder).catch(async (error) => {
    if (!(await Deno.stat(folder).then(() => true, () => false))) throw error;
  });
  return parts(folder, packages);
}

function parts(folder: string, packages: string[]): LabParts {
  return { kernel: join(folder, "vmlinuz"), base: join(folder, "base.cpio"), packages };
}

/** Fills `work` with `vmlinuz` and `base.cpio`, and returns the packages. */
async function download(work: string, signal?: AbortSignal): Promise<string[]> {
  const { options, kernel } = await openApt(KERNEL, work, signal);
  const wanted = PROGRAMS.map(([name]) => name);
  const needed = (await packagesNeeded(wanted, options, signal))
    .filter((name) => /^z?lib/.test(name) && !wanted.includes(name));
  const debs = join(work, "debs");
  await Deno.mkdir(debs);
  await downloadPackages([kernel, ...wanted, ...needed], debs, options, signal);
  const files = [...Deno.readDirSync(debs)].map(({ name }) => name).sort();
  const tree = join(work, "tree");
  // With Debian's merged /usr, /bin is /usr/bin, whatever a package contains.
  for (const name of ["bin", "sbin", "lib", "lib64"]) {
    await Deno.mkdir(join(tree, "usr", name), { recursive: true });
    await Deno.symlink(`usr/${name}`, join(tree, name));
  }
  for (const file of files) {
    const patterns = file.startsWith(kernel)
      ? ["./boot/vmlinuz-*", "./lib/modules/*"]
      : ["./usr/*", "./bin/*", "./sbin/*", "./lib/*", "./lib64/*"];
    await unpackWhatFits(join(debs, file), tree, patterns, signal);
  }
  const image = [...Deno.readDirSync(join(tree, "boot"))].find(({ name }) =>
    /^vmlinuz-/.test(name)
  );
  if (!image) throw missing("vmlinuz", kernel);
  await Deno.rename(join(tree, "boot", image.name), join(work, "vmlinuz"));
  const modules = await modulesInOrder(join(tree, "usr/lib/modules"), MODULES, join(work, "ko"));
  await Deno.writeFile(join(work, "base.cpio"), cpio(await baseEntries(tree, modules)));
  for (const done of ["tree", "debs", "ko", "apt"]) {
    await Deno.remove(join(work, done), { recursive: true }).catch(() => {});
  }
  return files.map((file) => file.replace(/_amd64\.deb$|_all\.deb$/, ""));
}

async function unpackWhatFits(deb: string, tree: string, patterns: string[], signal?: AbortSignal) {
  // tar exits with 2 if a pattern matches no member, which is harmless here.
  const skipped = ["--exclude=./usr/share", "--warning=no-unknown-keyword"];
  await unpack(deb, tree, [...skipped, ...patterns], signal).catch((error) => {
    signal?.throwIfAborted();
    if (!(error instanceof GatewrightError) || !/Not found in archive/.test(error.why ?? "")) {
      throw error;
    }
  });
}

function missing(what: string, where: string): GatewrightError {
  return new GatewrightError(`Debian's packages have no ${what}`, {
    where,
    next: "report this with the version of Debian: its packages are laid out in another way",
  });
}

/** Members of the ramdisk: programs, their libraries, and the modules. */
async function baseEntries(tree: string, modules: string[]): Promise<CpioEntry[]> {
  const files = new Map<string, Uint8Array>();
  const pending = PROGRAMS.flatMap(([, paths]) => paths).flatMap((path) =>
    matching(tree, `usr/${path}`)
  );
  for (let path; (path = pending.pop()) !== undefined;) {
    if (files.has(path)) continue;
    const source = path === LOADER ? join(LIBRARIES[0]!, basename(path)) : path;
    const content = await Deno.readFile(join(tree, source));
    files.set(path, content);
    for (const library of neededLibraries(content)) pending.push(libraryPath(tree, library));
  }
  const names = modules.map((path) => basename(path));
  for (const path of modules) {
    files.set(`usr/lib/modules/${basename(path)}`, await Deno.readFile(path));
  }
  files.set(
    "usr/lib/modules/order",
    new TextEncoder().encode(names.map((one) => `${one}\n`).join("")),
  );
  const folders = new Set<string>();
  for (const path of files.keys()) {
    const words = path.split("/").slice(0, -1);
    words.forEach((_, index) => folders.add(words.slice(0, index + 1).join("/")));
  }
  for (const name of ["bin", "sbin", "lib", "lib64"]) folders.add(`usr/${name}`);
  return [
    ...[...folders].sort().map((name) => ({ name, kind: "directory" as const })),
    ...["bin", "sbin", "lib", "lib64"]
      .map((name) => ({ name, kind: "symlink" as const, target: `usr/${name}` })),
    ...[...files].sort(([a], [b]) => a < b ? -1 : 1)
      .map(([name, content]) => ({ name, kind: "file" as const, mode: 0o755, content })),
  ];
}

function matching(tree: string, path: string): string[] {
  if (!path.endsWith("/*")) return [path];
  const folder = path.slice(0, -2);
  return [...Deno.readDirSync(join(tree, folder))]
    .filter(({ isFile }) => isFile).map(({ name }) => `${folder}/${name}`);
}

/** Path of a library, or of the loader itself. */
function libraryPath(tree: string, name: string): string {
  if (name === basename(LOADER)) return LOADER;
  for (const folder of LIBRARIES) {
    const path = `${folder}/${name}`;
    try {
      Deno.statSync(join(tree, path));
      return path;
    } catch {
      // It is in another folder.
    }
  }
  throw missing(name, LIBRARIES[0]!);
}
