import assert from "node:assert/strict";
import fc from "fast-check";
import type { Clients } from "../../gateway/clients.ts";
import type { Ikev2Tunnel } from "../../gateway/tunnel.ts";
import { testGateway, testSecrets, testTunnel } from "../../test/gateway.ts";
import { DescriptionError } from "../../gateway/document/problem.ts";
import { parseGateway } from "../load_gateway.ts";
import { renderIkedConf } from "./iked_conf.ts";
import { renderPfConf } from "../pf/pf_conf.ts";
import { renderRcConfLocal } from "../etc/rc_conf_local.ts";
import { reveal } from "../../host/secret.ts";

const LAPTOPS: Clients = {
  name: "laptops",
  pool: "10.9.0.0/24",
  networks: ["10.0.0.0/24"],
  nameservers: ["10.0.0.53"],
  users: [{ name: "anna", password: { env: "PW" } }],
  certificate: { ca: { file: "/a" }, cert: { file: "/b" }, key: { file: "/c" } },
  srcid: "vpn.example.net",
};
const SECRETS = testSecrets({
  psks: { phones: "a-psk-of-phones-that-is-long", branch10: "correct-horse-battery" },
  clientPasswords: { "laptops/anna": "a-password-of-anna" },
});

const gateway = (...clients: Clients[]) => testGateway({ tunnels: [], clients });

Deno.test("where certificates are sent, long messages are cut by iked", () => {
  assert.match(reveal(renderIkedConf(gateway(LAPTOPS), SECRETS)), /^set fragmentation$/m);
  const { users: _, ...certified } = LAPTOPS;
  const phones = gateway({ ...certified, users: [] });
  assert.match(reveal(renderIkedConf(phones, SECRETS)), /^set fragmentation$/m);
  const { certificate: __, ...named } = certified;
  const short = gateway({ ...named, name: "phones", users: [], psk: { env: "PSK" } });
  assert.doesNotMatch(reveal(renderIkedConf(short, SECRETS)), /fragmentation/);
});

Deno.test("clients get an address of the pool, name servers and networks, and prove themselves by EAP", () => {
  const text = reveal(renderIkedConf(gateway(LAPTOPS), SECRETS));
  assert.match(text, /^user "anna" "a-password-of-anna"$/m);
  assert.match(
    text,
    /^ikev2 "laptops" passive tunnel esp \\\n\tfrom 10\.0\.0\.0\/24 to dynamic \\\n\tpeer any \\$/m,
  );
  assert.match(
    text,
    /\tsrcid "vpn\.example\.net" \\\n\tikelifetime \d+ lifetime \d+ \\\n\teap "mschap-v2" \\\n\tconfig address 10\.9\.0\.0\/24 \\\n\tconfig name-server 10\.0\.0\.53 \\\n\tconfig protected-subnet 10\.0\.0\.0\/24\n$/,
  );
});

Deno.test("clients with a psk, or with certificates, and all the world behind the gateway", () => {
  const { certificate, ...rest } = LAPTOPS;
  const phones = { ...rest, name: "phones", users: [], networks: [], psk: { env: "P" } };
  const text = reveal(renderIkedConf(gateway(phones), SECRETS));
  assert.match(text, /\tfrom 0\.0\.0\.0\/0 to dynamic \\$/m);
  assert.match(text, /\tpsk "a-psk-of-phones-that-is-long" \\\n\tconfig address/);
  assert.doesNotMatch(text, /protected-subnet|eap|^user/m);
  const signed = reveal(renderIkedConf(
    gateway({ ...rest, certificate: certificate!, users: [] }),
    SECRETS,
  ));
  assert.doesNotMatch(signed, /psk|eap|^user/m);
});

Deno.test("of policies for any peer those come last that ask for most, and before all narrower ones", () => {
  const tunnel = (name: string, patch: Partial<Ikev2Tunnel>) =>
    testTunnel({ peer: "any", mode: "passive", dstid: name, name, ...patch, ike: 2 });
  const certificate = { method: "certificate" as const, certificate: LAPTOPS.certificate! };
  const tunnels = [
    tunnel("fixed", { peer: "192.0.2.7" }),
    tunnel("network", { peer: "192.0.2.0/24" }),
    tunnel("certified", { auth: certificate }),
    tunnel("roaming", {}),
  ];
  const { certificate: _, ...rest } = LAPTOPS;
  const clients = [
    LAPTOPS,
    { ...LAPTOPS, name: "machines", users: [], srcid: "machines.example.net" },
    { ...rest, name: "phones", users: [], psk: { env: "P" }, srcid: "phones.example.net" },
  ];
  const psks = Object.fromEntries(
    ["fixed", "network", "roaming", "phones"].map((name) => [name, "a-psk-that-is-long-enough"]),
  );
  const secrets = { ...SECRETS, psks: testSecrets({ psks }).psks };
  const text = reveal(renderIkedConf(testGateway({ tunnels, clients }), secrets));
  assert.deepEqual([...text.matchAll(/^ikev2 "(\w+)"/gm)].map(([, name]) => name), [
    ...["phones", "roaming", "machines", "certified", "laptops", "network", "fixed"],
  ]);
});

Deno.test("clients alone start iked, may connect from anywhere, and are let in through the tunnel only", () => {
  const alone = gateway(LAPTOPS);
  assert.match(renderRcConfLocal(alone), /^iked_flags=$/m);
  const pf = renderPfConf(alone);
  assert.match(pf, /^pass in proto udp from any to \(self\) port \{ 500 4500 \}/m);
  assert.match(pf, /^pass in on vio0 from 10\.0\.0\.0\/24 to 10\.9\.0\.0\/24 # clients laptops$/m);
  assert.match(pf, /^block in log quick on ! enc0 from 10\.9\.0\.0\/24 to 10\.0\.0\.0\/24/m);
  assert.match(pf, /^block out log quick on ! enc0 from 10\.0\.0\.0\/24 to 10\.9\.0\.0\/24/m);
});

Deno.test("no field of clients adds a line or a word to iked.conf", () => {
  const description = (patch: Record<string, unknown>, user: string) => ({
    hostname: "gw.example.net",
    network: { interfaces: [{ name: "vio0", address: "10.0.0.50/24" }], gateway: "10.0.0.1" },
    access: { rootPassword: { env: "PW" } },
    clients: [{
      name: "a",
      pool: "10.9.0.0/24",
      networks: ["10.0.0.0/24"],
      srcid: "gw",
      tag: "t",
      certificate: { ca: { env: "A" }, cert: { env: "B" }, key: { env: "C" } },
      users: [{ name: user, password: { env: "P" } }],
      ...patch,
    }],
  });
  const shape = (patch: Record<string, unknown>, user = "anna") => {
    const { gateway } = parseGateway(JSON.stringify(description(patch, user)), "gw.yaml");
    const [{ name, users }] = gateway.clients as [Clients];
    const clientPasswords = { [`${name}/${users[0]!.name}`]: "a password with # and ;" };
    const text = reveal(renderIkedConf(gateway, testSecrets({ clientPasswords })));
    return text.split("\n").map((line) => line.match(/"[^"]*"|[^\s"]+/g)?.length ?? 0);
  };
  const wanted = shape({});
  const nasty = fc.oneof(
    fc.constantFrom('"', "\n", "\\", " ", "$x", "#", "a b", 'x" psk "y', "\u2028", "{", "any"),
    fc.string({ maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.constantFrom("name", "pool", "srcid", "tag", "user"), nasty, (field, value) => {
      try {
        assert.deepEqual(field === "user" ? shape({}, value) : shape({ [field]: value }), wanted);
      } catch (error) {
        if (!(error instanceof DescriptionError)) throw error;
      }
    }),
  );
});
