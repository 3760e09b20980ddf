/**
 * The scripts of the laboratory's guest.
 * @module
 */
import assert from "node:assert/strict";
import { run } from "../../host/run.ts";

const folder = new URL("../../build/lab/guest/", import.meta.url).pathname;

Deno.test("the scripts of the laboratory's guest are clean to shellcheck", async () => {
  const names = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
  assert(names.includes("init") && names.includes("run_case"), names.join());
  const { stdout } = await run(
    "shellcheck",
    ["-f", "gcc", ...names.map((name) => `${folder}${name}`)],
    { okStatus: [0, 1] },
  );
  assert.equal(stdout, "");
});
