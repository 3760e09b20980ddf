import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { namesIn, testStart } from "../../test/install_job.ts";
import { folder } from "./folder.ts";
import { log } from "./log.ts";

/** A log with `lines` in it, and what becomes of `error` after them. */
async function afterwards(lines: string[], error: Error) {
  await using test = await testStart();
  const first = { ...test.start, ...await folder.run(test.start) };
  const given = { ...first, ...await log.run(first) };
  assert.equal(Deno.statSync(given.log.path).mode! & 0o777, 0o600);
  for (const line of lines) given.log.write(line);
  const told = await log.explain!(error, given) as GatewrightError;
  await log.undo!(given);
  await folder.undo!(given);
  const left = namesIn(`${test.root}/results`);
  const kept = `${test.start.job.out}.failed.log`;
  return { told, left, kept, text: left.length > 0 ? Deno.readTextFileSync(kept) : undefined };
}

Deno.test("step log: a failure leaves the console, and its error names it", async () => {
  const error = new GatewrightError("the kernel panicked", { code: "no-boot", next: "look" });
  const { told, left, kept, text } = await afterwards(["booting", "panic: ffs"], error);
  assert.deepEqual(left, ["gw.failed.log"]);
  assert.equal(text, "booting\npanic: ffs\n");
  assert.equal(told.next, `look\nthe whole console is in ${kept}`);
  // The command line adds its flags by it.
  assert.equal(told.code, "no-boot");
});

Deno.test("step log: an empty console and an interruption leave nothing", async () => {
  const error = new GatewrightError("QEMU did not start");
  assert.deepEqual((await afterwards([], error)).left, []);
  const interruption = new GatewrightError("interrupted", { kind: "interrupted" });
  const { told, left } = await afterwards(["booting"], interruption);
  assert.equal(told, interruption);
  assert.deepEqual(left, []);
});

Deno.test("step log: what the file system refuses keeps the console too", async () => {
  const { told, kept } = await afterwards(["booting"], new Deno.errors.NotFound("no file"));
  assert.equal(told.message, "the output folder cannot be written");
  assert(told.next!.includes(`file system\nthe whole console is in ${kept}`));
});
