/**
 * What a deployment target is, and who uses it.
 *
 * Sources: sysfs(5) `holders` and partitions, `/proc/self/mountinfo`, `/proc/swaps`, lsblk(8), blkid(8).
 * @module
 */
import { GatewrightError } from "../../spec/error.ts";
import { run } from "../../spec/run.ts";

/** A place an image can be written to, as it is now. */
export interface Target {
  /** As the user named it. */
  path: string;
  /** With symbolic links resolved (`/dev/vg0/gw` is one); equals `path` where nothing is there yet. */
  realPath: string;
  /** `absent`: a name in an existing folder, where a file can be made. */
  kind: "block" | "file" | "absent";
  /** Bytes; 0 for an absent file. */
  size: number;
  /** The kernel refuses to write to it. */
  readOnly: boolean;
  /** One phrase for each thing that uses the target, e.g. `mounted on /srv`. Empty: free. */
  uses: string[];
  /** What blkid(8) finds on it, e.g. `ext4 "data"`; undefined: it looks blank. */
  content?: string;
}

interface LsblkDevice {
  name: string;
  path: string;
  type: string;
  size: number;
  ro: boolean;
  children?: LsblkDevice[];
}

/**
 * Looks at `path` without changing anything.
 *
 * @throws {GatewrightError} if it is neither a block device nor a regular file nor a name in an existing folder.
 */
export async function describeTarget(path: string): Promise<Target> {
  let info: Deno.FileInfo;
  try {
    info = await Deno.stat(path);
  } catch (cause) {
    if (!(cause instanceof Deno.errors.NotFound)) throw cause;
    return await absentTarget(path);
  }
  const realPath = await Deno.realPath(path);
  if (info.isFile) {
    return {
      path,
      realPath,
      kind: "file",
      size: info.size,
      readOnly: false,
      uses: [],
      ...await contentOf(realPath),
    };
  }
  if (!info.isBlockDevice) {
    throw new GatewrightError("the target is neither a block device nor a file", {
      kind: "usage",
      where: path,
      next: "name a block device such as /dev/vg0/gateway, or a file",
    });
  }
  const device = await lsblk(realPath);
  return {
    path,
    realPath,
    kind: "block",
    size: device.size,
    readOnly: device.ro,
    uses: await usesOf(device),
    ...await contentOf(realPath),
  };
}

async function absentTarget(path: string): Promise<Target> {
  // A device that does not exist must not become a file on a RAM disk.
  if (/^\/dev\//.test(path)) {
    throw new GatewrightError("there is no such device", {
      kind: "usage",
      where: path,
      next: "create it first (lvcreate -L 6G -n NAME VG), or look for it with lsblk",
    });
  }
  const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) || "/" : ".";
  const above = await Deno.stat(folder).catch(() => null);
  if (!above?.isDirectory) {
    throw new GatewrightError("the folder of the target does not exist", {
      kind: "usage",
      where: path,
      next: `mkdir -p ${folder}`,
    });
  }
  return { path, realPath: path, kind: "absent", size: 0, readOnly: false, uses: [] };
}

async function lsblk(device: string): Promise<LsblkDevice> {
  const { stdout } = await run("lsblk", ["-J", "-b", "-o", "NAME,PATH,TYPE,SIZE,RO", device]);
  const found = (JSON.parse(stdout) as { blockdevices: LsblkDevice[] }).blockdevices[0];
  if (!found) throw new GatewrightError("lsblk does not know the device", { where: device });
  return found;
}

/** Everything that uses the device, its partitions, or what is stacked on them. */
async function usesOf(device: LsblkDevice): Promise<string[]> {
  const uses: string[] = [];
  const [mounts, swaps] = await Promise.all([
    Deno.readTextFile("/proc/self/mountinfo"),
    Deno.readTextFile("/proc/swaps").catch(() => ""),
  ]);
  const visit = async (at: LsblkDevice) => {
    const self = at === device ? "" : `${at.path} is `;
    const number = await deviceNumber(at);
    for (const line of mounts.split("\n")) {
      const field = line.split(" ");
      if (field[2] === number) uses.push(`${self}mounted on ${unescapeMount(field[4] ?? "")}`);
    }
    for (const line of swaps.split("\n").slice(1)) {
      if (line && await sameDevice(unescapeMount(line.split(/\s/)[0] ?? ""), number)) {
        uses.push(`${self}used as swap`);
      }
    }
    for await (const holder of holders(at)) uses.push(`${self}held by ${holder}`);
    for (const child of at.children ?? []) await visit(child);
  };
  await visit(device);
  return uses;
}

async function deviceNumber(device: LsblkDevice): Promise<string> {
  return (await Deno.readTextFile(`/sys/class/block/${sysfsName(device.path)}/dev`)).trim();
}

async function sameDevice(path: string, number: string): Promise<boolean> {
  const rdev = (await Deno.stat(path).catch(() => null))?.rdev;
  if (rdev === undefined || rdev === null) return false;
  // glibc's makedev: major in bits 8-19 and 32-63, minor in 0-7 and 12-31 of the low half.
  const major = Math.floor(rdev / 256) % 4096;
  const minor = rdev % 256 + Math.floor(rdev / 1048576) % 4096 * 256;
  return `${major}:${minor}` === number;
}

async function* holders(device: LsblkDevice): AsyncGenerator<string> {
  try {
    for await (const entry of Deno.readDir(`/sys/class/block/${sysfsName(device.path)}/holders`)) {
      const kind = await Deno.readTextFile(`/sys/class/block/${entry.name}/dm/uuid`).catch(() =>
        ""
      );
      const label = await Deno.readTextFile(`/sys/class/block/${entry.name}/dm/name`).catch(() =>
        ""
      );
      const what = kind.startsWith("LVM-")
        ? "LVM"
        : kind.startsWith("CRYPT-")
        ? "dm-crypt"
        : entry.name.startsWith("md")
        ? "RAID"
        : "device-mapper";
      yield `${what} (${label.trim() || entry.name})`;
    }
  } catch (error) {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
  }
}

function sysfsName(path: string): string {
  // lsblk prints /dev/mapper names for device-mapper; sysfs knows dm-N only.
  const real = Deno.realPathSync(path);
  return real.slice(real.lastIndexOf("/") + 1);
}

function unescapeMount(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(parseInt(octal, 8)));
}

async function contentOf(path: string): Promise<{ content?: string }> {
  const { status, stdout } = await run("blkid", ["-p", "-o", "export", path], {
    okStatus: [0, 2, 8],
  });
  if (status === 8) return { content: "several signatures at once" };
  const field = new Map(
    stdout.split("\n").map((
      line,
    ) => [line.split("=", 1)[0] ?? "", line.slice(line.indexOf("=") + 1)]),
  );
  const type = field.get("TYPE") ??
    (field.has("PTTYPE") ? `a partition table (${field.get("PTTYPE")})` : undefined);
  if (!type) return {};
  const label = field.get("LABEL");
  return { content: label ? `${type} "${label}"` : type };
}
