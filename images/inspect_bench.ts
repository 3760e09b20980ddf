/**
 * Reading and hashing every file of a disk, against `sha256sum` of as many bytes; one folder listed.
 * Run with `deno run -A images/inspect_bench.ts`. Wants makefs(8), which
 * makes file systems of less than 2 GiB only; the image is stretched to 6 GiB after that.
 * @module
 */
import { openFfs } from "./disk/ffs.ts";
import { openSource } from "./disk/source.ts";
import { FileTree } from "./tree.ts";
import { fill, makefs } from "../test/makefs.ts";

const FILES = 3000;
const MEBIBYTE = 1 << 20;

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let i = 0; i < 3; i++) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function hashAll(path: string): Promise<void> {
  using source = await openSource(path);
  const tree = new FileTree([{ path: "/", fs: await openFfs(source) }]);
  for await (const file of tree.walk()) if (file.inode.kind === "file") await tree.sha256(file);
}

async function listOne(path: string): Promise<void> {
  using source = await openSource(path);
  await new FileTree([{ path: "/", fs: await openFfs(source) }]).list("/small");
}

const dir = await Deno.makeTempDir({ prefix: "gatewright-bench-" });
try {
  await Deno.mkdir(`${dir}/root/small`, { recursive: true });
  // 300 MiB as a system has them: many small files, some large ones.
  for (let i = 0; i < FILES; i++) await fill(`${dir}/root/small/${i}`, 20_000 + i);
  for (let i = 0; i < 12; i++) await fill(`${dir}/root/large${i}`, 20 * MEBIBYTE);
  await fill(`${dir}/same`, 12 * 20 * MEBIBYTE + FILES * 20_000 + FILES * (FILES - 1) / 2);
  await makefs(2, `${dir}/root`, `${dir}/image`, ",bsize=16384,fsize=2048", "1900m");
  await Deno.truncate(`${dir}/image`, 6 * 1024 * MEBIBYTE);
  const sum = await milliseconds(() =>
    new Deno.Command("sha256sum", { args: [`${dir}/same`], stdout: "null" }).output()
  );
  const ours = await milliseconds(() => hashAll(`${dir}/image`));
  const ls = await milliseconds(() => listOne(`${dir}/image`));
  console.log(`sha256sum ${sum.toFixed(0)} ms, all files ${ours.toFixed(0)} ms`);
  console.log(`ratio ${(ours / sum).toFixed(2)} (at most 1.5 wanted)`);
  console.log(`ls of ${FILES} files ${ls.toFixed(0)} ms (less than 150 wanted)`);
} finally {
  await Deno.remove(dir, { recursive: true });
}
