import assert from "node:assert/strict";
import { testGateway, testPhase, testSecrets, testTunnel } from "../test/gateway.ts";
import { bytesOf } from "./file.ts";
import { siteFiles, siteRevision } from "./files.ts";

Deno.test("a revision changes with what the description says, also in files with a secret in them", () => {
  const one = testGateway();
  const revision = siteRevision(one);
  assert.match(revision, /^[0-9a-f]{12}$/);
  assert.equal(siteRevision(testGateway()), revision);
  const weaker = testTunnel({ ...one.tunnels[0]!, ike: 1, phase2: testPhase(7200) });
  assert.notEqual(siteRevision(testGateway({ tunnels: [weaker] })), revision);
  assert.notEqual(siteRevision(testGateway({ hostname: "other.example.net" })), revision);
});

Deno.test("the gateway keeps the revision, and it does not tell one secret from another", () => {
  const scripts = ["first-secret-of-a-tunnel", "other-secret-of-a-tunnel"].map((branch10) => {
    const files = siteFiles(testGateway(), testSecrets({ psks: { branch10 } }));
    return new TextDecoder().decode(bytesOf(files.find(({ path }) => path === "install.site")!));
  });
  assert.equal(scripts[0], scripts[1]);
  assert.match(
    scripts[0]!,
    new RegExp(`^mkdir .* echo ${siteRevision(testGateway())} >/var/db/gatewright/built `, "m"),
  );
});
