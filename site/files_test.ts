import assert from "node:assert/strict";
import { testGateway, testSecrets, testTunnel } from "../test/gateway.ts";
import { siteFiles } from "./files.ts";

const PSK = "the-psk-of-branch10";

for (const tunnel of [testTunnel(), testTunnel({ ike: 2 })]) {
  Deno.test(`every file that holds a psk of IKEv${tunnel.ike} is private, and no other one is`, () => {
    const files = siteFiles(
      testGateway({ tunnels: [tunnel] }),
      testSecrets({ psks: { branch10: PSK } }),
    );
    const holding = files.filter(({ content }) => String(content).includes(PSK));
    assert.deepEqual(holding.map(({ path }) => path), [
      tunnel.ike === 1 ? "etc/ipsec/branch10.conf" : "etc/iked.conf",
    ]);
    for (const { path, secret = false, mode } of files) {
      assert.equal(secret, holding.some((one) => one.path === path), path);
      if (secret) assert.equal(mode & 0o077, 0, path);
    }
  });
}
