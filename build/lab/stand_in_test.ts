import assert from "node:assert/strict";
import { testPhase, testTunnel } from "../../test/gateway.ts";
import { standIn } from "./stand_in.ts";

const sets = (...sets: Parameters<typeof testPhase>[1][]) => {
  const phase2 = { sets: sets.flatMap((set) => testPhase(3600, set).sets), lifetime: 3600 };
  return standIn(testTunnel({ ike: 2, phase2 }));
};

Deno.test("what Linux can do for iked is left as it is", () => {
  for (const auth of ["hmac-sha1", "hmac-sha2-384", "hmac-sha2-512"]) {
    const { tunnel, notes } = sets({ auth });
    assert.equal(tunnel.phase2.sets[0]!.auth, auth);
    assert.deepEqual(notes, []);
  }
});

Deno.test("what it cannot do is replaced, once, and said", () => {
  const { tunnel, notes } = sets({}, { enc: "aes-256-gcm", group: "modp2048" });
  assert.deepEqual(tunnel.phase2, {
    sets: [{ enc: "aes-256", auth: "hmac-sha2-512", group: "modp2048" }],
    lifetime: 3600,
  });
  assert.match(notes.join(), /hmac-sha2-512 modp2048 instead of .*sha2-256.* or aes-256-gcm/);
});

Deno.test("iked's own phase 2 is replaced by the part of it that Linux knows", () => {
  const { tunnel, notes } = sets();
  assert.deepEqual(tunnel.phase2.sets, [{ enc: "aes-256", auth: "hmac-sha2-512", group: "none" }]);
  assert.equal(notes.length, 1);
});
