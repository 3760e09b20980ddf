/**
 * A deployment target, and what uses it.
 *
 * Sources: lsblk(8), blkid(8), and the kernel's own tables (device_uses.ts).
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { run } from "../../host/run.ts";
import { signatureOf } from "./content.ts";
import { identityOf } from "../../host/device_identity.ts";
import { fillsNow } from "./into_file.ts";
import { deviceNumber, deviceUses, type LsblkDevice, openUses } from "./device_uses.ts";

/** The state of a place that an image can be written to. */
export interface Target {
  /** Path, as the user named it. */
  path: string;
  /**
   * Path with symbolic links resolved (`/dev/vg0/gw` is one); equals `path` if nothing exists
   * there.
   */
  realPath: string;
  /** `absent`: a free name in an existing folder. */
  kind: "block" | "file" | "absent";
  /** Bytes; 0 for an absent file. */
  size: number;
  /** It is read-only. */
  readOnly: boolean;
  /**
   * `major:minor` of the device, of devices on top of it and below it, or `device:inode` of a file:
   * a domain with one of them as a disk uses the target.
   */
  identities: string[];
  /** One phrase for each use of the target, e.g. `mounted on /srv`. Empty: unused. */
  uses: string[];
  /** Its content, e.g. `ext4 "data"`; undefined: not recognised. */
  content?: string;
}

/**
 * Reads the state of `path` without changing anything.
 *
 * @throws {GatewrightError} if it is neither a block device nor a regular file nor a free name in
 * an existing folder.
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
      identities: Object.values(await identityOf(realPath)),
      uses: [...await openUses(realPath), ...await fillUses(realPath)],
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
  const [device, above] = await Promise.all([lsblk(realPath), lsblk(realPath, "-s")]);
  return {
    path,
    realPath,
    kind: "block",
    size: device.size,
    readOnly: device.ro,
    identities: await Promise.all([...flat(device), ...flat(above)].map(deviceNumber)),
    uses: await deviceUses(device),
    ...await contentOf(realPath),
  };
}

async function absentTarget(path: string): Promise<Target> {
  // A missing device must not be replaced by a file in devtmpfs.
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
  return {
    path,
    realPath: path,
    kind: "absent",
    size: 0,
    readOnly: false,
    identities: [],
    uses: await fillUses(path),
  };
}

async function fillUses(path: string): Promise<string[]> {
  const use = await fillsNow(path);
  return use === undefined ? [] : [use];
}

/** The device and those on top of it; with `-s` those below it instead. */
async function lsblk(device: string, ...more: "-s"[]): Promise<LsblkDevice> {
  const columns = "NAME,PATH,TYPE,SIZE,RO";
  const { stdout } = await run("lsblk", [...more, "-J", "-b", "-o", columns, device]);
  const found = (JSON.parse(stdout) as { blockdevices: LsblkDevice[] }).blockdevices[0];
  if (!found) throw new GatewrightError("lsblk does not know the device", { where: device });
  return found;
}

function flat(device: LsblkDevice): LsblkDevice[] {
  return [device, ...(device.children ?? []).flatMap(flat)];
}

async function contentOf(path: string): Promise<{ content?: string }> {
  const content = await signatureOf(path);
  return content === undefined ? {} : { content };
}
