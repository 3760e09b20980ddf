import assert from "node:assert/strict";
import { namesIn, testStart } from "../../test/install_job.ts";
import type { Manifest } from "../../images/manifest/manifest.ts";
import { readTimes } from "../progress/progress.ts";
import { folder } from "./folder.ts";
import { publish } from "./publish.ts";

Deno.test("step publish: the folder is in its place and stays there; its times are noted", async () => {
  await using test = await testStart();
  const first = { ...test.start, ...await folder.run(test.start) };
  await Deno.writeTextFile(`${first.folder.path}/manifest.json`, "{}");
  // Of earlier failures of this build, and of another one.
  for (const name of ["gw.failed.log", "gw.refused.raw", "other.failed.log"]) {
    await Deno.writeTextFile(`${test.root}/results/${name}`, "");
  }
  await publish.run({
    ...first,
    arch: "amd64",
    boot: { kind: "network", folder: "" },
    accelerator: "tcg",
    kind: "7.9-amd64-tcg",
    manifest: { timings: { boot: 12 } } as unknown as Manifest,
  });
  await folder.undo!(first);
  assert.deepEqual(namesIn(`${test.root}/results`), ["gw", "other.failed.log"]);
  assert.deepEqual(namesIn(test.start.job.out), ["manifest.json"]);
  assert.deepEqual(await readTimes(test.start.cacheDir, "7.9-amd64-tcg"), { boot: 12 });
});
