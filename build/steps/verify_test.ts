import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { namesIn, testStart } from "../../test/install_job.ts";
import type { VerifyOptions } from "../guest/verify.ts";
import { folder } from "./folder.ts";
import { log } from "./log.ts";
import { verifyWith } from "./verify.ts";

type Boot = Parameters<typeof verifyWith>[0];

/** The step, with `boot` in place of a real one. */
async function verified(boot: Boot, wanted = true) {
  await using test = await testStart({ verify: wanted });
  const first = { ...test.start, ...await folder.run(test.start) };
  const given = { ...first, ...await log.run(first) };
  const image = `${given.folder.path}/hq.raw`;
  await Deno.writeTextFile(image, "");
  const end = await Promise.resolve(
    verifyWith(boot).run({
      ...given,
      image,
      imageSum: { sha256: "cafe" },
      arch: "amd64",
      boot: { kind: "network", folder: "" },
      accelerator: "tcg",
      kind: "",
    }),
  ).catch((error) => error);
  await log.undo!(given);
  await folder.undo!(given);
  return { end, left: namesIn(`${test.root}/results`), log: given.log.path };
}

Deno.test("step verify: the boot's result goes on, and its console is the log from now on", async () => {
  let options: VerifyOptions | undefined;
  const { end, log } = await verified((given) => {
    options = given;
    return Promise.resolve({ seconds: 3, checks: [] });
  });
  assert.deepEqual(end, { verified: { seconds: 3, checks: [] } });
  assert.deepEqual(options!.imageSum, { sha256: "cafe" });
  assert.match(options!.log, /boot\.log$/);
  assert.equal(log, options!.log);
});

Deno.test("step verify: without --verify nothing boots", async () => {
  const { end, log } = await verified(() => assert.fail("it boots"), false);
  assert.deepEqual(end, {});
  assert.match(log, /install\.log$/);
});

Deno.test("step verify: a disk that fails its self-check is kept aside", async () => {
  const { end, left } = await verified(() => Promise.reject(new GatewrightError("it failed")));
  assert.match(end.where, /gw\.refused\.raw$/);
  assert.deepEqual(left, ["gw.refused.raw"]);
});
