import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { namesIn, testStart } from "../../test/install_job.ts";
import { folder } from "./folder.ts";

Deno.test("step folder: a private folder beside the result, gone where it was not published", async () => {
  await using test = await testStart();
  const given = { ...test.start, ...await folder.run(test.start) };
  assert.equal(Deno.statSync(given.folder.path).mode! & 0o777, 0o700);
  await Deno.writeTextFile(`${given.folder.path}/gw.raw`, "");
  await folder.undo!(given);
  assert.deepEqual(namesIn(`${test.root}/results`), []);
});

Deno.test("step folder: what its file system refuses names the output folder, and its code", async () => {
  await using test = await testStart();
  const given = { ...test.start, ...await folder.run(test.start) };
  const full = await folder.explain!(new Deno.errors.WriteZero("no room (os error 28)"), given);
  assert(full instanceof GatewrightError);
  assert.equal(full.where, test.start.job.out);
  assert.equal(full.code, "output-folder");
  const other = new GatewrightError("else");
  assert.equal(await folder.explain!(other, given), other);
  await folder.undo!(given);
});
