/**
 * What another user of the host gets of a build that runs: nothing.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { attackAsNobody, canBeOtherUser } from "../other_user.ts";
import { rehearsalBench } from "../rehearsal.ts";

if (!canBeOtherUser) console.log("another user: skipped, only root can be one");

/** The psk of the gateway that is built. */
const PSK = "a-psk-of-a-test-gateway-0001";

Deno.test({
  name: "another user gets nothing of a rehearsal, by no path, port, socket or argument list",
  ignore: !canBeOtherUser,
  async fn() {
    await using bench = await rehearsalBench();
    // What is around the build is open to everybody: only what the build itself makes protects it.
    for (const name of ["", "results", "cache", "tmp"]) {
      await Deno.chmod(join(bench.folder, name), 0o755);
    }
    const attack = await attackAsNobody({
      folders: [bench.folder],
      secrets: [PSK],
      named: bench.folder,
    });
    const { code, stderr } = await bench.build();
    const { open, answers, requests, words, inspected } = await attack.stop();
    assert.equal(code, 0, stderr);
    assert.deepEqual(open, []);
    assert.deepEqual(answers, []);
    assert(requests >= 20, `${requests} requests reached the mirror`);
    assert(inspected > 10, `${inspected} paths were looked at`);
    assert.match(stderr, /20 requests to 127\.0\.0\.1:\d+ asked for what it does not serve/);
    const secret = /^Server directory\?.* (\S+)\/pub\/OpenBSD/m;
    const log = await Deno.readTextFile(join(bench.out, "install.log"));
    assert.equal(secret.exec(log)?.[1], "********");
    const answered = await Deno.readTextFile(join(bench.out, "install.conf"));
    assert.match(answered, /^Server directory = pub\/OpenBSD/m);
    assert.deepEqual(words, []);
  },
});
