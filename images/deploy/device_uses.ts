/**
 * Who uses a device or file, according to the kernel.
 *
 * Sources: `/proc/self/mountinfo`, `/proc/swaps`, sysfs(5) `holders` and `loop/backing_file`,
 * `/proc/PID/fd` (proc(5)).
 * @module
 */
import { identityOf } from "../../host/device_identity.ts";

/** A device as lsblk(8) prints it, with the devices on top of it. */
export interface LsblkDevice {
  /** Kernel name: `dm-3`. */
  name: string;
  /** Path below /dev. */
  path: string;
  /** `disk`, `part`, `lvm`, `loop`, ... */
  type: string;
  /** Bytes. */
  size: number;
  /** It is read-only. */
  ro: boolean;
  /** Devices on top of it. */
  children?: LsblkDevice[];
}

/** Everything that uses the device, its partitions, or devices on top of them: one phrase each. */
export async function deviceUses(device: LsblkDevice): Promise<string[]> {
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
      if (!line) continue;
      const swap = await identityOf(unescapeMount(line.split(/\s/)[0] ?? ""));
      if (swap.device === number) uses.push(`${self}used as swap`);
    }
    for await (const holder of holders(at)) uses.push(`${self}held by ${holder}`);
    for (const use of await openUses(at.path)) uses.push(`${self}${use}`);
    for (const child of at.children ?? []) await visit(child);
  };
  await visit(device);
  return uses;
}

/** `major:minor` of a device. */
export async function deviceNumber(device: Pick<LsblkDevice, "path">): Promise<string> {
  return (await Deno.readTextFile(`/sys/class/block/${sysfsName(device.path)}/dev`)).trim();
}

/**
 * Loop devices over `path` and programs that have it open for writing: a QEMU without libvirt, an
 * NBD server. Only root can see the open files of other users' programs.
 */
export async function openUses(path: string): Promise<string[]> {
  const same = await leadsTo(path);
  const uses: string[] = [];
  for await (const name of namesIn("/sys/block")) {
    if (!name.startsWith("loop")) continue;
    const file = await textOf(`/sys/block/${name}/loop/backing_file`);
    if (file && await same(file)) uses.push(`the backing file of /dev/${name}`);
  }
  return [...uses, ...await writesTo(path)];
}

/** Programs that have `path` open for writing, one phrase each. */
export async function writesTo(path: string): Promise<string[]> {
  const same = await leadsTo(path);
  const uses: string[] = [];
  for await (const pid of namesIn("/proc")) {
    if (!/^\d+$/.test(pid) || Number(pid) === Deno.pid) continue;
    for await (const fd of namesIn(`/proc/${pid}/fd`)) {
      const link = await Deno.readLink(`/proc/${pid}/fd/${fd}`).catch(() => "");
      if (!link.startsWith("/") || !await same(`/proc/${pid}/fd/${fd}`)) continue;
      const flags = /^flags:\s*([0-7]+)/m.exec(await textOf(`/proc/${pid}/fdinfo/${fd}`))?.[1];
      // O_WRONLY and O_RDWR: programs that only read (udev, blkid) do not count.
      if ((parseInt(flags ?? "0", 8) & 3) === 0) continue;
      uses.push(`open for writing in ${await textOf(`/proc/${pid}/comm`)} (pid ${pid})`);
      break;
    }
  }
  return uses;
}

/** Whether one of the other paths leads to the same file as `path`. */
async function leadsTo(path: string): Promise<(other: string) => Promise<boolean>> {
  const wanted = await identityOf(path);
  return async (other) => {
    const found = await identityOf(other);
    return found.device !== undefined && found.device === wanted.device ||
      found.inode !== undefined && found.inode === wanted.inode;
  };
}

async function* namesIn(folder: string): AsyncGenerator<string> {
  try {
    for await (const { name } of Deno.readDir(folder)) yield name;
  } catch {
    // It has ended, or we may not read it.
  }
}

async function textOf(path: string): Promise<string> {
  return (await Deno.readTextFile(path).catch(() => "")).trim();
}

async function* holders(device: LsblkDevice): AsyncGenerator<string> {
  for await (const name of namesIn(`/sys/class/block/${sysfsName(device.path)}/holders`)) {
    const kind = await textOf(`/sys/class/block/${name}/dm/uuid`);
    const label = await textOf(`/sys/class/block/${name}/dm/name`);
    const what = kind.startsWith("LVM-")
      ? "LVM"
      : kind.startsWith("CRYPT-")
      ? "dm-crypt"
      : name.startsWith("md")
      ? "RAID"
      : "device-mapper";
    yield `${what} (${label || name})`;
  }
}

function sysfsName(path: string): string {
  // lsblk prints /dev/mapper names for device-mapper; sysfs has only dm-N.
  const real = Deno.realPathSync(path);
  return real.slice(real.lastIndexOf("/") + 1);
}

function unescapeMount(text: string): string {
  return text.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(parseInt(octal, 8)));
}
