import assert from "node:assert/strict";
import { scratch } from "./scratch.ts";

Deno.test("step scratch: a folder for this user alone, gone afterwards with all in it", async () => {
  const given = await scratch.run({});
  const { path } = given.scratch;
  assert.equal(Deno.statSync(path).mode! & 0o777, 0o700);
  await Deno.writeTextFile(`${path}/serial`, "");
  await scratch.undo!(given);
  assert.throws(() => Deno.statSync(path), Deno.errors.NotFound);
});
