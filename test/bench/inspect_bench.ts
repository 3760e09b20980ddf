/**
 * Reading and hashing every file of a 6 GiB image that holds 300 MB, against `sha256sum` of as many
 * bytes; one folder listed. Run with `deno bench -A test/bench/inspect_bench.ts`. Wants makefs(8).
 * @module
 */
import { growTarget } from "../../images/disk/grow.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";
import { wrapDisk } from "../disk_image.ts";
import { fill, makefs } from "../makefs.ts";

const SMALL = 3000;
const MEGABYTE = 1_000_000;
const IMAGE = 6 * 2 ** 30;

/** Milliseconds of the fastest of three runs. */
async function best(work: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function hashAll(path: string): Promise<number> {
  using image = await inspectImage(path);
  let bytes = 0;
  for await (const file of image.tree.walk()) {
    if (file.inode.kind !== "file") continue;
    await image.tree.sha256(file);
    bytes += file.inode.size;
  }
  return bytes;
}

async function listOne(path: string): Promise<void> {
  using image = await inspectImage(path);
  await image.tree.list("/small");
}

const dir = await Deno.makeTempDir({ prefix: "gatewright-bench-" });
try {
  // As a system has them: many small files, some large ones.
  await Deno.mkdir(`${dir}/root/small`, { recursive: true });
  let small = 0;
  for (let i = 0; i < SMALL; i++) {
    await fill(`${dir}/root/small/${i}`, 20_000 + i);
    small += 20_000 + i;
  }
  const large = Math.floor((300 * MEGABYTE - small) / 12);
  for (let i = 0; i < 12; i++) await fill(`${dir}/root/large${i}`, large);
  await fill(`${dir}/same`, small + 12 * large);
  await makefs(2, `${dir}/root`, `${dir}/fs`, ",bsize=16384,fsize=2048", "400m");
  const image = `${dir}/image.raw`;
  await Deno.writeFile(image, wrapDisk(await Deno.readFile(`${dir}/fs`)));
  await Deno.truncate(image, IMAGE);
  const { to } = await growTarget(image);
  const held = await hashAll(image);
  const sum = await best(() =>
    new Deno.Command("sha256sum", { args: [`${dir}/same`], stdout: "null" }).output()
  );
  const ours = await best(() => hashAll(image));
  const ls = await best(() => listOne(image));
  console.log(
    `image of ${(IMAGE / 2 ** 30).toFixed(1)} GiB, file system of ${
      (to / 2 ** 30).toFixed(1)
    } GiB, ${(held / MEGABYTE).toFixed(0)} MB in ${SMALL + 12} files`,
  );
  console.log(
    `all files ${ours.toFixed(0)} ms, sha256sum ${sum.toFixed(0)} ms: ${
      (ours / sum).toFixed(2)
    } times (at most 1.5 wanted)`,
  );
  console.log(`ls of ${SMALL} files ${ls.toFixed(0)} ms (less than 150 wanted)`);
  if (ours / sum > 1.5 || ls >= 150) throw new Error("the reader is too slow");
} finally {
  await Deno.remove(dir, { recursive: true });
}
