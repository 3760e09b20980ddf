import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { spkiPem } from "../../gateway/pem.ts";
import { testGateway, testSecrets, testTunnel } from "../../test/gateway.ts";
import { gatewayKeys, labKeys } from "./keys.ts";

const secrets = testSecrets();
const KEY = "/etc/iked/private/local.key";
const content = (files: { path: string; content: string }[], path: string) =>
  files.find((one) => one.path === path)?.content;

Deno.test("iked has a private key in any case, and only root reads it", () => {
  const tunnel = testTunnel({ ike: 2 });
  const { near, far, steps } = labKeys(
    testGateway({ tunnels: [tunnel] }),
    secrets,
    tunnel,
    "192.0.2.9",
  );
  assert.deepEqual(near.map(({ path, mode }) => [path, mode]), [[KEY, 0o600]]);
  assert.deepEqual([far, steps], [[], []]);
});

Deno.test("each end of raw keys has the other's public key", () => {
  const tunnel = testTunnel({
    ike: 2,
    name: "b",
    auth: { method: "keys", peerKey: { file: "/x" } },
    dstid: "far.example.net",
  });
  const real = testSecrets({ keys: { "/etc/iked/pubkeys/fqdn/far.example.net": "the real one" } });
  const { near, far, notes } = labKeys(
    testGateway({ tunnels: [tunnel] }),
    real,
    tunnel,
    "192.0.2.9",
  );
  const open = (secret: string | undefined) => spkiPem(createPrivateKey(secret!)).trim();
  assert.equal(
    content(far, "/etc/swanctl/pubkey/b-gateway.pem")!.trim(),
    open(content(near, KEY)),
  );
  // Nobody has the private key of the real one.
  assert.equal(
    content(near, "/etc/iked/pubkeys/fqdn/far.example.net")!.trim(),
    open(content(far, "/etc/swanctl/ecdsa/b.pem")),
  );
  assert.equal(new Set(near.map(({ path }) => path)).size, near.length);
  assert.match(notes.join(), /far end/);
});

Deno.test("a far end without a name is known by its address", () => {
  const tunnel = testTunnel({ ike: 2, auth: { method: "keys" }, peer: "any", mode: "passive" });
  const { near } = labKeys(testGateway({ tunnels: [tunnel] }), secrets, tunnel, "198.51.100.129");
  assert(content(near, "/etc/iked/pubkeys/ipv4/198.51.100.129"));
});

Deno.test("a gateway with a certificate shows its own, and trusts the laboratory's authority too", () => {
  const certificate = { ca: { file: "/x" }, cert: { file: "/x" }, key: { file: "/x" } };
  const auth = { method: "certificate", certificate } as const;
  const tunnel = testTunnel({ ike: 2, name: "b", auth, dstid: "a@example.net" });
  const gateway = testGateway({ tunnels: [tunnel] });
  const key = gatewayKeys(testGateway(), secrets)[0]!.content;
  const real = testSecrets({
    keys: {
      [KEY]: key,
      "/etc/iked/ca/b.crt": "the authority",
      "/etc/iked/certs/b.crt": "the certificate",
    },
  });
  const { near, far, steps } = labKeys(gateway, real, tunnel, "192.0.2.9");
  assert.equal(content(near, KEY), key);
  assert.equal(content(near, "/etc/iked/certs/b.crt"), "the certificate");
  assert.equal(content(far, "/etc/swanctl/x509ca/b-ca.crt"), "the authority");
  assert.deepEqual(steps, ["far_certificate b 'email:a@example.net'"]);
});
