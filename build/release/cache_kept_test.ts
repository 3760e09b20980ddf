import assert from "node:assert/strict";
import { cacheList, cachePrune } from "./cache_prune.ts";
import { Cache } from "./cache.ts";

const [SAVED, BASE] = ["a1".repeat(32), "b2".repeat(32)];

/** A cache with a saved installer, a base, and what is beside it. */
async function place() {
  const dir = await Deno.makeTempDir({ prefix: "gw-kept-" });
  await Cache.open(dir);
  for (const name of ["saved", `base/${BASE}`]) {
    await Deno.mkdir(`${dir}/${name}`, { recursive: true, mode: 0o700 });
  }
  const what = "OpenBSD/amd64 6.6, pc, 512 MiB, tcg";
  await Deno.writeTextFile(`${dir}/saved/${SAVED}`, `${JSON.stringify({ what })}\nbytes`);
  await Deno.writeTextFile(`${dir}/saved/${SAVED}.part`, "being written");
  await Deno.writeTextFile(`${dir}/base/${BASE}/base.raw`, "x".repeat(10_000));
  await Deno.truncate(`${dir}/base/${BASE}/base.raw`, 1 << 30);
  const base = { release: "6.6", arch: "amd64", disk: 1024, hardware: "legacy" };
  await Deno.writeTextFile(`${dir}/base/${BASE}/manifest.json`, JSON.stringify({ base }));
  await Deno.writeTextFile(`${dir}/base/${BASE}.lock`, "");
  return { dir, [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }) };
}

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("saved installers and bases are listed with what they are and what they take", async () => {
  await using at = await place();
  const found = await cacheList(at.dir);
  assert.deepEqual(
    found.map(({ kind, sha256, names }) => [kind, sha256, ...names]),
    [
      ["saved", SAVED, "installer: OpenBSD/amd64 6.6, pc, 512 MiB, tcg"],
      ["base", BASE, "base: OpenBSD/amd64 6.6, 1024 MiB, legacy"],
    ],
  );
  assert(found[1]!.size < 1 << 20, "holes take nothing");
});

Deno.test("prune removes them, what is beside them too, and neither what is used nor what is young", async () => {
  await using at = await place();
  const young = await cachePrune({ olderThan: new Date(Date.now() - 86_400_000) }, at.dir);
  assert.deepEqual(young, { removed: [], inUse: [] });
  {
    using base = await Deno.open(`${at.dir}/base/${BASE}`);
    await base.lock(false);
    using saved = await Deno.open(`${at.dir}/saved/${SAVED}`);
    await saved.lock(false);
    const { removed, inUse } = await cachePrune({}, at.dir);
    assert.deepEqual([removed, inUse.map(({ kind }) => kind)], [[], ["saved", "base"]]);
  }
  const { removed, inUse } = await cachePrune({}, at.dir);
  assert.deepEqual([removed.map(({ kind }) => kind), inUse], [["saved", "base"], []]);
  assert.deepEqual(names(`${at.dir}/base`), []);
  // Who writes it removes it, or the next one who writes.
  assert.deepEqual(names(`${at.dir}/saved`), [`${SAVED}.part`]);
});
