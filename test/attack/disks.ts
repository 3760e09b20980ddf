/**
 * Damaged disks: whatever a disk says, looking at it and growing it ends soon, in a result or in one
 * kind of error, and a disk that could be grown still has its files.
 *
 * `deno run -A test/attack/disks.ts 25000 [SEED]` tries so many.
 * @module
 */
import assert from "node:assert/strict";
import process from "node:process";
import fc from "fast-check";
import { GatewrightError } from "../../host/error.ts";
import { enlarge, growDisk } from "../../images/disk/grow.ts";
import { planGptMove } from "../../images/disk/grow_label.ts";
import { memorySource } from "../../images/disk/testing.ts";
import { knownExpectations } from "../../images/hygiene/expectations.ts";
import { checkHygiene } from "../../images/hygiene/hygiene.ts";
import { inspectSource } from "../../images/inspect/inspect.ts";
import { gptDisk, wrapDisk } from "../disk_image.ts";
import { fitDisk } from "../fit_disk.ts";

/** How a run of attacks went. */
export interface Attacked {
  /** Disks that were refused as damaged. */
  refused: number;
  /** Disks that were read to the end. */
  read: number;
  /** Disks that were grown. */
  grown: number;
  /** Milliseconds of CPU time that the slowest disk took, and what was changed on it. */
  slowest: { milliseconds: number; changes: Change[] };
}

/** Bytes that are put at a place. */
interface Change {
  at: number;
  bytes: Uint8Array;
}

/** Sectors of an FFS disk where structure is. */
const LABEL = 65 * 512;
const SUPERBLOCK = 64 * 512 + 8192;
const MORE = 6 << 20;

/** Disks of every layout that is read: FFS1, FFS2, swap behind it, GPT. */
async function disks(): Promise<Uint8Array<ArrayBuffer>[]> {
  const files: Record<string, [string, number]> = {
    "/etc/ipsec.conf": ['ike esp from any to any psk "correct-horse-battery"\n', 0o600],
    "/etc/a/b/c": ["deep", 0o644],
    "/large": ["0123456789".repeat(20_000), 0o644],
  };
  for (let i = 0; i < 40; i++) files[`/many/file-with-a-long-name-${i}`] = [String(i), 0o600];
  const [one, two] = [await fitDisk(files, 1), await fitDisk(files, 2)];
  const swapped = wrapDisk(two.subarray(64 * 512), { swap: 512 });
  return [one, two, swapped, gptDisk(two.slice(64 * 512))];
}

/** What may happen to a disk. */
function damage(disk: Uint8Array): fc.Arbitrary<Change[]> {
  const busy: number[] = [];
  for (let at = 0; at < disk.length; at += 512) {
    const sector = disk.subarray(at, at + 512);
    const text = sector.subarray(0, 4).every((byte) => byte >= 48 && byte < 58);
    if (!text && sector.some((byte) => byte !== 0)) busy.push(at);
  }
  const places = fc.oneof(
    fc.nat(disk.length - 9),
    fc.tuple(fc.constantFrom(...busy), fc.nat(503)).map(([sector, at]) => sector + at),
    fc.nat(343).map((word) => SUPERBLOCK + 4 * word),
    fc.nat(127).map((word) => LABEL + 4 * word),
    // GUID partition tables, and the groups of the file system.
    fc.nat(400).map((word) => 512 + 4 * word),
    fc.tuple(fc.nat(40), fc.nat(60)).map(([block, word]) => SUPERBLOCK + 4096 * block + 4 * word),
  ).map((at) => Math.min(at, disk.length - 9));
  const bytes = fc.oneof(
    fc.uint8Array({ minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      new Uint8Array(4).fill(255),
      new Uint8Array(8).fill(255),
      new Uint8Array(4),
      new Uint8Array([255, 255, 255, 127]),
      new Uint8Array([1, 0, 0, 0]),
      new Uint8Array([0, 0, 0, 1]),
    ),
  );
  return fc.array(fc.record({ at: places, bytes }), { minLength: 1, maxLength: 3 });
}

/**
 * What the disk holds; what `inspect` says of it is asked for too. Not what is in the files: the
 * pointers of a damaged one may lead to a superblock, which growing changes.
 */
async function readFiles(disk: Uint8Array): Promise<Map<string, number>> {
  using image = await inspectSource(memorySource(disk, "attack.raw"));
  const found = new Map<string, number>();
  for await (const file of image.tree.walk()) {
    found.set(file.path, file.inode.size);
    if (file.inode.kind !== "file" || file.inode.size > 1 << 20) continue;
    for await (const chunk of image.tree.content(file)) assert.ok(chunk.length <= 1 << 20);
  }
  const expected = await knownExpectations(image, { image: "/nowhere/attack.raw" });
  await checkHygiene(image, expected);
  return found;
}

/** A larger disk, grown; `undefined` where it is refused, with nothing written. */
async function grow(disk: Uint8Array): Promise<Uint8Array | undefined> {
  const target = new Uint8Array(disk.length + MORE);
  target.set(disk);
  let writes = 0;
  const write = (at: number, bytes: Uint8Array) => {
    writes++;
    assert.ok(at >= 0 && at + bytes.length <= target.length, `written outside: ${at}`);
    target.set(bytes, at);
    return Promise.resolve();
  };
  const zero = (at: number, length: number) => write(at, new Uint8Array(length));
  try {
    await growDisk(memorySource(target, "attack.raw"), { write, zero });
    return target;
  } catch (error) {
    damaged(error);
    assert.equal(writes, 0, "refused after something was written");
    return undefined;
  }
}

/** Any other error is a fault of ours. */
function damaged(error: unknown): void {
  assert.ok(error instanceof GatewrightError, error instanceof Error ? error.stack : `${error}`);
  assert.ok(error.kind === "verification" || error.kind === "usage", error.format());
}

/** Attacks one disk; what came of it. */
async function attack(disk: Uint8Array): Promise<"refused" | "read" | "grown"> {
  let files: Map<string, number> | undefined;
  try {
    files = await readFiles(disk);
    await planGptMove(enlarge(memorySource(disk, "attack.raw"), disk.length + MORE));
  } catch (error) {
    damaged(error);
  }
  const grown = await grow(disk);
  if (files && grown) assert.deepEqual(await readFiles(grown), files);
  return grown ? "grown" : files ? "read" : "refused";
}

/** Attacks `runs` disks. @throws {AssertionError} with what was changed on the disk that broke us */
export async function attackDisks(runs: number, seed: number): Promise<Attacked> {
  const all = await disks();
  const done: Attacked = {
    refused: 0,
    read: 0,
    grown: 0,
    slowest: { milliseconds: 0, changes: [] },
  };
  for (const [index, disk] of all.entries()) {
    assert.equal(await attack(disk), "grown", "a whole disk");
    const numRuns = Math.ceil(runs / all.length);
    for (const changes of fc.sample(damage(disk), { numRuns, seed: seed + index })) {
      const before = changes.map(({ at, bytes }) => ({
        at,
        old: disk.slice(at, at + bytes.length),
      }));
      for (const { at, bytes } of changes) disk.set(bytes, at);
      const began = process.cpuUsage();
      try {
        done[await attack(disk)]++;
      } catch (cause) {
        throw new Error(`disk ${index}, ${JSON.stringify(changes)}`, { cause });
      }
      const { user, system } = process.cpuUsage(began);
      const milliseconds = (user + system) / 1000;
      if (milliseconds > done.slowest.milliseconds) done.slowest = { milliseconds, changes };
      for (const { at, old } of before.reverse()) disk.set(old, at);
    }
  }
  return done;
}

if (import.meta.main) {
  const [runs = "25000", seed = "1"] = Deno.args;
  console.log(JSON.stringify(await attackDisks(Number(runs), Number(seed))));
}
