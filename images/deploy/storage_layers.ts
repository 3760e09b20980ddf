/**
 * Which devices and files the bytes of a file or block device are stored on, through partitions,
 * loop devices and device-mapper, and whether two of them share any.
 *
 * Sources: sysfs(5) (`partition`, `start`, `loop/backing_file`, `slaves`), losetup(8), dmsetup(8).
 * @module
 */
import { identityOf } from "../../host/device_identity.ts";
import { run } from "../../host/run.ts";

/** A range of a file or device that something is stored on. */
export interface Stretch {
  /** `major:minor` of a device, `major:minor:inode` of a file. */
  id: string;
  /** Offset of the first byte. */
  from: number;
  /** Offset after the last byte. */
  to: number;
  /**
   * Every byte of the range is used. `false`: some unknown bytes of it are: a file has some blocks
   * of its file system's device, a thin volume some of its pool.
   */
  exact: boolean;
}

/** Properties of a block device; sizes are in bytes. */
export interface DeviceFacts {
  /** Size of the device. */
  size: number;
  /** Ranges that it maps to byte by byte: of a partition, a loop device, a linear volume. */
  maps: { at: number; length: number; to: string; offset: number }[];
  /** Devices and files that it uses in an unknown way. */
  uses: string[];
}

/** Looks up a device by its number; `undefined` for a file, or an unknown device. */
export type FactsOf = (id: string) => Promise<DeviceFacts | undefined>;

/** Limit of layers; no host stacks so many. */
const DEEPEST = 32;

/** Everything that the bytes of `top` are stored on, starting with `top` itself. */
export async function layersBelow(top: Stretch, factsOf: FactsOf): Promise<Stretch[]> {
  const found: Stretch[] = [];
  const visit = async (at: Stretch, depth: number): Promise<void> => {
    if (found.some((one) => same(one, at)) || depth > DEEPEST) return;
    found.push(at);
    const facts = await factsOf(at.id);
    if (!facts) return;
    for (const map of facts.maps) {
      const from = Math.max(at.from, map.at);
      const to = Math.min(at.to, map.at + map.length);
      if (from >= to) continue;
      const moved = map.offset - map.at;
      await visit({ id: map.to, from: from + moved, to: to + moved, exact: at.exact }, depth + 1);
    }
    for (const id of facts.uses) {
      const size = (await factsOf(id))?.size ?? Infinity;
      await visit({ id, from: 0, to: size, exact: false }, depth + 1);
    }
  };
  await visit(top, 0);
  return found;
}

function same(a: Stretch, b: Stretch): boolean {
  return a.id === b.id && a.from === b.from && a.to === b.to && a.exact === b.exact;
}

/**
 * Whether writing to one of them may change the other. Two volumes of one pool, or two files of one
 * file system, do not share bytes: a range that both use only in part does not count.
 */
export function overlap(a: Stretch[], b: Stretch[]): boolean {
  return a.some((one) =>
    b.some((other) =>
      one.id === other.id && one.from < other.to && other.from < one.to &&
      (one.exact || other.exact)
    )
  );
}

/** What the file or block device at `path` is stored on; empty if it does not exist. */
export async function storageLayers(path: string): Promise<Stretch[]> {
  const { device, inode } = await identityOf(path);
  const id = device ?? inode;
  if (id === undefined) return [];
  const size = device ? (await deviceFacts(device))?.size ?? Infinity : Infinity;
  return await layersBelow({ id, from: 0, to: size, exact: true }, factsOf);
}

function factsOf(id: string): Promise<DeviceFacts | undefined> {
  return id.split(":").length === 3 ? fileFacts(id) : deviceFacts(id);
}

/** A file uses some blocks of its file system's device. */
async function fileFacts(id: string): Promise<DeviceFacts | undefined> {
  const device = id.slice(0, id.lastIndexOf(":"));
  const known = await Deno.stat(`/sys/dev/block/${device}`).then(() => true, () => false);
  return known ? { size: Infinity, maps: [], uses: [device] } : undefined;
}

async function deviceFacts(id: string): Promise<DeviceFacts | undefined> {
  const folder = await Deno.realPath(`/sys/dev/block/${id}`).catch(() => undefined);
  if (folder === undefined) return undefined;
  const size = await numberIn(`${folder}/size`) * 512;
  const whole = (to: string, offset: number, length = size) => ({
    size,
    maps: [{ at: 0, length, to, offset }],
    uses: [],
  });
  if (await textIn(`${folder}/partition`)) {
    const parent = await textIn(`${folder}/../dev`);
    return whole(parent, await numberIn(`${folder}/start`) * 512);
  }
  const backing = await textIn(`${folder}/loop/backing_file`);
  if (backing) {
    const file = await backingOf(folder, backing);
    const offset = await numberIn(`${folder}/loop/offset`);
    return file ? whole(file, offset) : { size, maps: [], uses: [] };
  }
  const slaves: string[] = [];
  for await (const name of namesIn(`${folder}/slaves`)) {
    slaves.push(await textIn(`${folder}/slaves/${name}/dev`));
  }
  const maps = slaves.length > 0 ? await linearMaps(folder) : [];
  const mapped = new Set(maps.map(({ to }) => to));
  return { size, maps, uses: slaves.filter((one) => !mapped.has(one)) };
}

/** The backing file of a loop device, even if its name leads elsewhere by now. */
async function backingOf(folder: string, path: string): Promise<string | undefined> {
  const { device, inode } = await identityOf(path);
  const device0 = `/dev/${folder.slice(folder.lastIndexOf("/") + 1)}`;
  const { stdout } = await run(
    "losetup",
    ["-l", "-n", "-O", "BACK-MAJ:MIN,BACK-INO", device0],
    { okStatus: [0, 1] },
  );
  const [number, ino] = stdout.trim().split(/\s+/);
  // The path of a deleted file ends in " (deleted)"; of a device this is only its number.
  if (device === undefined && inode === undefined && number && ino) return `${number}:${ino}`;
  return device ?? inode;
}

/** The linear ranges of a device-mapper device, such as a logical volume. */
async function linearMaps(folder: string): Promise<DeviceFacts["maps"]> {
  const name = await textIn(`${folder}/dm/name`);
  if (!name) return [];
  const table = await run("dmsetup", ["table", name], { okStatus: [0, 1] }).catch(() => undefined);
  return parseLinear(table?.stdout ?? "");
}

/** The linear lines of `dmsetup table`: `0 8192 linear 253:2 2048`, in sectors. */
export function parseLinear(table: string): DeviceFacts["maps"] {
  return [...table.matchAll(/^(\d+) (\d+) linear (\d+:\d+) (\d+)$/gm)].map((line) => ({
    at: Number(line[1]) * 512,
    length: Number(line[2]) * 512,
    to: line[3]!,
    offset: Number(line[4]) * 512,
  }));
}

async function* namesIn(folder: string): AsyncGenerator<string> {
  try {
    for await (const { name } of Deno.readDir(folder)) yield name;
  } catch {
    // No such folder: not a device of that kind.
  }
}

async function textIn(path: string): Promise<string> {
  return (await Deno.readTextFile(path).catch(() => "")).trim();
}

async function numberIn(path: string): Promise<number> {
  return Number(await textIn(path)) || 0;
}
