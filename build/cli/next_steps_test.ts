import assert from "node:assert/strict";
import { releaseFlags } from "./build_flags.ts";
import { afterBase, builtLine, builtPaths, nextSteps } from "./next_steps.ts";

Deno.test("after a build the next commands are printed, ready to be typed", () => {
  assert.deepEqual(nextSteps("hq.yaml", "out/hq", { name: "hq" }), [
    "next:",
    "  gatewright boot out/hq                    # try it, without changing it",
    "  gatewright deploy out/hq TARGET --define  # write it, and define its domain",
  ]);
  const verified = { seconds: 1, checks: [] };
  assert.deepEqual(nextSteps("hq.yaml", "/srv/my disks/hq", { name: "hq", verified }), [
    "next:",
    "  gatewright deploy '/srv/my disks/hq' TARGET --define  # write it, and define its domain",
  ]);
  assert.deepEqual(nextSteps("hq.yaml", "out/hq", { name: "hq", rehearsal: true }), [
    "next:",
    "  gatewright inspect out/hq/hq.raw  # check the disk",
    "  gatewright build hq.yaml          # for a disk that boots OpenBSD",
  ]);
});

Deno.test("after a base the next commands are printed, a line each", () => {
  assert.deepEqual(afterBase("hq.yaml", "out/base"), [
    "next:",
    "  gatewright build hq.yaml --base out/base  # stamp a gateway on it",
    "  gatewright pack out/base                  # compress it, to copy it to another host",
  ]);
  const release = releaseFlags({
    mirror: "http://m.example.net/pub/OpenBSD",
    key: "my keys/66.pub",
  });
  assert.equal(
    afterBase("hq.yaml", "out/base", release)[1],
    "  gatewright build hq.yaml --base out/base --mirror http://m.example.net/pub/OpenBSD " +
      "--key 'my keys/66.pub'  # stamp a gateway on it",
  );
});

Deno.test("a build says what it wrote, how long it took, and how the disk was made", () => {
  const outputs = [{ name: "hq.raw", size: 1 }, { name: "hq.xml", size: 2 }];
  assert.deepEqual(builtPaths("out/hq", { outputs }), [
    "out/hq/hq.raw",
    "out/hq/hq.xml",
    "out/hq/manifest.json",
  ]);
  assert.equal(
    builtLine({ name: "hq", stamped: { base: "0" } }, 35),
    "hq: built in 0:35, stamped on a base",
  );
  assert.equal(builtLine({ name: "hq" }, 605), "hq: built in 10:05, installed in one go");
  assert.equal(builtLine({ name: "hq", rehearsal: true }, 30), "hq: built in 0:30, as a rehearsal");
});
