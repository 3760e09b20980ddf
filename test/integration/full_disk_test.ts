/**
 * A full file system, as the commands meet it that write no build: what, how much, what to type,
 * and nothing left.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { isRoot } from "../as_root.ts";
import { FaultBench } from "../fault.ts";
import { fitDisk } from "../fit_disk.ts";
import { haveMakefs } from "../makefs.ts";
import { mounted } from "../mounted.ts";

const ignore = !isRoot("full file systems", "none can be mounted") || !haveMakefs();

/** Runs a command that writes into a file system of `size`, and checks its words and its rest. */
async function full(
  size: string,
  words: (bench: FaultBench, folder: string) => string[] | Promise<string[]>,
  says: RegExp[],
): Promise<void> {
  await using bench = await FaultBench.create("rehearsal");
  const folder = join(bench.folder, "full");
  await Deno.mkdir(folder);
  await using _ = await mounted(folder, size);
  const { code, stdout, stderr } = await bench.run(await words(bench, folder));
  assert.equal(code, 1, stderr);
  assert.equal(stdout, "");
  for (
    const one of [/: no space left$/m, /bytes are free$/m, /next: make room \(df -h /, ...says]
  ) {
    assert.match(stderr, one);
  }
  assert.doesNotMatch(stderr, /unexpected/);
  assert.deepEqual([...Deno.readDirSync(folder)].map(({ name }) => name), []);
  assert.deepEqual([...Deno.readDirSync(bench.tmp)], []);
}

/** A small OpenBSD disk with 4 MiB of data that zstd does not make smaller. */
async function image({ folder }: FaultBench): Promise<string> {
  const bytes = new Uint8Array(12 << 20);
  bytes.set(await fitDisk());
  for (let at = 8 << 20; at < bytes.length; at += 65536) {
    crypto.getRandomValues(bytes.subarray(at, at + 65536));
  }
  const path = join(folder, "gw.raw");
  await Deno.writeFile(path, bytes);
  return path;
}

const test = (name: string, fn: () => Promise<void>) => Deno.test({ name, ignore, fn });

test("deploy into a full file system", () =>
  full("2m", async (bench, folder) => ["deploy", await image(bench), `${folder}/t.raw`, "--yes"], [
    /full\/t\.raw: the target cannot be written/,
    /it takes up to \d{7,8} bytes, 2097152 bytes are free/,
    /or name another target/,
  ]));

test("pack into a full file system", () =>
  full("1m", async (bench, folder) => ["pack", await image(bench), "--out", `${folder}`], [
    /full: the packed image cannot be written/,
    /it takes up to \d{7,8} bytes/,
  ]));

test("render into a full file system", () =>
  full("24k", (bench, folder) => ["render", bench.description, "--out", `${folder}/gw`], [
    /full\/gw: the output folder cannot be written/,
  ]));

test("init in a full file system, whatever file it is that does not fit", async () => {
  for (const size of ["4k", "8k"]) {
    await full(size, (_, folder) => ["init", `${folder}/hq`, "--kind", "site"], [
      /full\/hq: the folder cannot be written/,
      /or name another folder: gatewright init DIR/,
    ]);
  }
});
