import assert from "node:assert/strict";
import { unifiedDiff } from "../host/unified_diff.ts";
import { goldenFolder, GOLDENS, goldenTree } from "../test/golden.ts";

function* filesIn(folder: URL, below = ""): Generator<string> {
  for (const { name, isDirectory } of Deno.readDirSync(new URL(below, folder))) {
    if (isDirectory) yield* filesIn(folder, `${below}${name}/`);
    else yield below + name;
  }
}

for (const name of Object.keys(GOLDENS)) {
  Deno.test(`golden: the site tree of ${name} is as it was read and approved`, async () => {
    const tree = await goldenTree(name);
    const folder = goldenFolder(name);
    const kept = new Map(
      [...filesIn(folder)].map((path) => [path, Deno.readTextFileSync(new URL(path, folder))]),
    );
    const differences = [...new Set([...kept.keys(), ...tree.keys()])].sort().flatMap((path) => {
      const [before = "", after = ""] = [kept.get(path), tree.get(path)];
      return before === after ? [] : [unifiedDiff(before, after, [`golden/${path}`, path])];
    });
    assert(
      differences.length === 0,
      `${differences.join("\n")}\nIf that is meant: deno task golden, and read the diff again.`,
    );
  });
}
