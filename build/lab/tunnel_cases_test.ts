import assert from "node:assert/strict";
import { testGateway, testSecrets, testTunnel } from "../../test/gateway.ts";
import { renderIkedConf } from "../../site/ipsec/iked_conf.ts";
import { tunnelCases } from "./tunnel_cases.ts";
import { reveal } from "../../host/secret.ts";

const tunnel = testTunnel({ ike: 2 });
const gateway = testGateway({
  tunnels: [tunnel, testTunnel({ ike: 2, name: "b", peer: "192.0.2.9" })],
});
const secrets = testSecrets({
  psks: { branch10: "correct-horse-battery-staple-42", b: "another-horse-battery-staple-42" },
});
const cases = tunnelCases({ gateway, secrets, tunnel, name: "hq.branch10" });
const file = (at: number, node: string, path: string) =>
  cases[at]!.lab.nodes.find(({ name }) => name === node)!.files.find((one) => one.path === path);

Deno.test("iked runs the gateway's own file, with all of its tunnels", () => {
  assert.equal(
    file(0, "gateway", "/etc/iked.conf")!.content,
    reveal(renderIkedConf(gateway, secrets)),
  );
  const copy = file(0, "gateway", "/etc/iked.conf.laboratory")!.content;
  assert.equal(
    copy.replace("childsa auth hmac-sha2-512", "childsa auth hmac-sha2-256"),
    reveal(renderIkedConf(gateway, secrets)),
  );
});

Deno.test("nobody but root reads a key in the guest, and every key is masked outside", () => {
  for (const { lab } of cases) {
    for (const { path, content, mode } of lab.nodes.flatMap(({ files }) => files)) {
      if (/PRIVATE KEY|horse|not-the-key/.test(content)) assert.equal(mode, 0o600, path);
    }
    for (const psk of secrets.psks.values()) assert(lab.secrets.includes(reveal(psk)));
  }
  assert.match(file(2, "far", "/etc/swanctl/swanctl.conf")!.content, /secret = "not-the-key/);
  assert(cases[2]!.lab.secrets.includes("not-the-key-of-this-tunnel"));
});

Deno.test("each case has a name of its own, and no step twice the same name", () => {
  assert.equal(new Set(cases.map(({ lab }) => lab.name)).size, 3);
  for (const { lab } of cases) {
    assert.match(lab.name, /^[\w.-]+$/);
  }
});
