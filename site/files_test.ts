import assert from "node:assert/strict";
import { testGateway, testSecrets, testTunnel } from "../test/gateway.ts";
import { siteFiles } from "./files.ts";
import { bytesOf, holdsSecret } from "./file.ts";

const PSK = "the-psk-of-branch10";

for (const tunnel of [testTunnel(), testTunnel({ ike: 2 })]) {
  Deno.test(`every file that holds a psk of IKEv${tunnel.ike} is private, and no other one is`, () => {
    const files = siteFiles(
      testGateway({ tunnels: [tunnel] }),
      testSecrets({ psks: { branch10: PSK } }),
    );
    const holding = files.filter((one) => new TextDecoder().decode(bytesOf(one)).includes(PSK));
    assert.deepEqual(holding.map(({ path }) => path), [
      tunnel.ike === 1 ? "etc/ipsec/branch10.conf" : "etc/iked.conf",
    ]);
    for (const file of files) {
      assert.equal(holdsSecret(file), holding.includes(file), file.path);
      if (holdsSecret(file)) assert.equal(file.mode & 0o077, 0, file.path);
    }
  });
}
