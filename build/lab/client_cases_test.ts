import assert from "node:assert/strict";
import { renderIkedConf } from "../../site/ipsec/iked_conf.ts";
import { testGateway, testSecrets, testTunnel } from "../../test/gateway.ts";
import { clientCases } from "./client_cases.ts";
import { OTHER_KEY } from "./planned.ts";
import { reveal } from "../../host/secret.ts";

const clients = {
  name: "laptops",
  pool: "10.20.99.0/24",
  networks: ["10.0.0.0/24"],
  nameservers: [],
  users: [{ name: "anna", password: { file: "/x" } }],
};
const secrets = testSecrets({
  psks: { t: "the-psk-of-a-tunnel", laptops: 'a "key" of \\laptops' },
  clientPasswords: { "laptops/anna": "the-password-of-anna" },
});
const cases = (patch: object) => {
  const one = { ...clients, ...patch };
  const tunnels = [testTunnel({ ike: 2, name: "t" })];
  const gateway = testGateway({ clients: [one], tunnels });
  return { gateway, cases: clientCases({ gateway, secrets, clients: one, name: "hq.laptops" }) };
};
const file = ({ lab }: ReturnType<typeof clientCases>[number], node: string, path: string) =>
  lab.nodes.find(({ name }) => name === node)!.files.find((one) => one.path === path)!.content;

Deno.test("who dials in with a password gets in, and not with another", () => {
  const { gateway, cases: [inside, outside] } = cases({});
  assert.deepEqual([inside!.purpose, outside!.purpose], ["dials in", "with another password"]);
  assert.match(
    file(inside!, "far", "/etc/swanctl/swanctl.conf"),
    /eap_id = "anna"[^]*secret = "the-password-of-anna"/,
  );
  assert(file(outside!, "far", "/etc/swanctl/swanctl.conf").includes(OTHER_KEY));
  // Only phase 2 is another in the copy, and only that of the clients.
  const own = reveal(renderIkedConf(gateway, secrets));
  const copy = file(inside!, "gateway", "/etc/iked.conf");
  // Else it would be kept out for its proposal.
  assert.equal(file(outside!, "gateway", "/etc/iked.conf"), copy);
  const but = (text: string) => text.split("\n").filter((line) => !line.includes("childsa"));
  assert.deepEqual(but(copy), but(own));
  assert.equal(copy.match(/childsa auth hmac-sha2-512 enc aes-256 \\/g)?.length, 1);
  for (const { lab } of [inside!, outside!]) assert(lab.secrets.includes("the-password-of-anna"));
});

Deno.test("a psk is quoted, and certificates have no other secret to try", () => {
  const [inside] = cases({ users: [], psk: { file: "/x" } }).cases;
  const conf = file(inside!, "far", "/etc/swanctl/swanctl.conf");
  assert(conf.includes('secret = "a \\"key\\" of \\\\laptops"'), conf);
  assert.deepEqual(cases({ users: [] }).cases.map(({ purpose }) => purpose), ["dials in"]);
});

Deno.test("the address of a pool is known by its whole parts", () => {
  for (const [pool, beginning] of [["10.20.99.0/24", "10.20.99."], ["10.20.0.0/20", "10.20."]]) {
    const [inside] = cases({ pool }).cases;
    assert(inside!.lab.steps.includes(`check address '' virtual_address far ${beginning}`));
  }
});
