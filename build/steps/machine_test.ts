import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { namesIn, testStart } from "../../test/install_job.ts";
import { writeTimes } from "../progress/progress.ts";
import { machine } from "./machine.ts";
import { scratch } from "./scratch.ts";

Deno.test("step machine: what boots is in a private folder; earlier builds of the kind are known", async () => {
  await using test = await testStart();
  const { start } = test;
  await writeTimes(start.cacheDir, "7.9-amd64-tcg", { boot: 7 });
  const first = { ...start, ...await scratch.run(start) };
  const { boot, arch, accelerator, kind } = await machine.run(first);
  const folder = `${first.scratch.path}/boot`;
  assert.deepEqual(boot, { kind: "network", folder });
  assert.equal(Deno.statSync(folder).mode! & 0o777, 0o700);
  assert.deepEqual(namesIn(folder), ["bsd.rd", "etc", "pxeboot"]);
  assert.deepEqual([arch, accelerator, kind], ["amd64", "tcg", "7.9-amd64-tcg"]);
  assert.deepEqual(start.clock.earlier, { boot: 7 });
  await scratch.undo!(first);
});

Deno.test("step machine: a full folder for temporary files is not blamed on the output folder", async () => {
  const prepare = () => Promise.reject(new Deno.errors.WriteZero("No space left (os error 28)"));
  await using test = await testStart({ boot: { arch: "amd64", prepare } });
  const first = { ...test.start, ...await scratch.run(test.start) };
  const error = await Promise.resolve(machine.run(first)).catch((error) => error);
  assert(error instanceof GatewrightError);
  assert.equal(error.where, `${first.scratch.path}/boot`);
  assert.match(error.next!, /TMPDIR/);
  await scratch.undo!(first);
});
