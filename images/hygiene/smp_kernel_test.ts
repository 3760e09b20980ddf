import assert from "node:assert/strict";
import type { TreeFile } from "../disk/file_tree.ts";
import type { Inspection } from "../inspect/inspect.ts";
import { smpKernel } from "./boot.ts";

/** A disk that has the files named, each with what is in it. */
function diskWith(files: ReadonlyMap<string, string>): Inspection {
  const tree = {
    find: (path: string) =>
      Promise.resolve(files.has(path) ? { path, inode: { kind: "file" } } : undefined),
    async *content({ path }: TreeFile) {
      yield new TextEncoder().encode(files.get(path)!);
    },
  };
  return { tree } as unknown as Inspection;
}

const kernel = (name: string) => `\x7fELF ... OpenBSD 7.9 (${name}) #1: Tue May 19`;

async function problems(smp: boolean | undefined, ...files: [path: string, text: string][]) {
  const expected = { ...(smp === undefined ? {} : { smp }), shipped: [], secrets: [] };
  return (await smpKernel.run(diskWith(new Map(files)), expected)).problems;
}

Deno.test("several cpus ask for the multiprocessor kernel, one takes any", async () => {
  const single: [string, string] = ["/bsd", kernel("GENERIC")];
  const multi: [string, string] = ["/bsd", kernel("GENERIC.MP")];
  assert.deepEqual(await problems(true, single), ["/bsd is the single-processor kernel"]);
  assert.deepEqual(await problems(true, multi), []);
  assert.deepEqual(await problems(false, single), []);
  assert.deepEqual(await problems(false, multi), []);
  assert.deepEqual(await problems(undefined, single), []);
});

Deno.test("a kernel of another name is recognised by what the installer kept beside it", async () => {
  const own: [string, string] = ["/bsd", kernel("GATEWAY")];
  assert.deepEqual(await problems(true, own, ["/bsd.sp", ""]), []);
  assert.deepEqual(await problems(true, own, ["/bsd.mp", ""], ["/bsd.sp", ""]), [
    "/bsd is not the multiprocessor kernel",
  ]);
  assert.deepEqual(await problems(false), ["there is no kernel /bsd"]);
});
