import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { GatewrightError } from "../../host/error.ts";
import { namesIn, testStart } from "../../test/install_job.ts";
import type { InstallJob } from "./job.ts";
import { inspect } from "./inspect.ts";

/** The step on a small disk; `check` is what looks into it. */
async function inspected(check: InstallJob["inspect"], signal?: AbortSignal) {
  await using test = await testStart({
    ...(check ? { inspect: check } : {}),
    ...(signal ? { signal } : {}),
  });
  await Deno.mkdir(`${test.root}/results`);
  const image = `${test.root}/results/disk`;
  await Deno.writeTextFile(image, "a disk");
  const end = await Promise.resolve(inspect.run({ ...test.start, image })).then(
    ({ imageSum }) => ({ imageSum }),
    (error) => error,
  );
  return { end, left: namesIn(`${test.root}/results`), phases: test.events.length };
}

Deno.test("step inspect: a good disk is hashed, and stays where it is", async () => {
  let seen = "";
  const { end, left, phases } = await inspected((image) => {
    seen = Deno.readTextFileSync(image);
    return Promise.resolve();
  });
  assert.deepEqual(end, {
    imageSum: { sha256: createHash("sha256").update("a disk").digest("hex") },
  });
  assert.deepEqual([seen, left, phases], ["a disk", ["disk"], 2]);
});

Deno.test("step inspect: a refused disk is kept under a name that says so", async () => {
  const { end, left } = await inspected(() =>
    Promise.reject(new GatewrightError("not the gateway", { kind: "verification" }))
  );
  assert(end instanceof GatewrightError);
  assert.equal(end.kind, "verification");
  assert.match(end.where!, /results\/gw\.refused\.raw$/);
  assert.match(end.next!, /the disk was kept: gatewright inspect .*gw\.refused\.raw$/);
  assert.deepEqual(left, ["gw.refused.raw"]);
});

Deno.test("step inspect: an interruption keeps no disk aside", async () => {
  const abort = new AbortController();
  const { end, left } = await inspected(() => {
    abort.abort(new Error("enough"));
    return Promise.reject(abort.signal.reason);
  }, abort.signal);
  assert.equal(end.message, "enough");
  assert.deepEqual(left, ["disk"]);
});
