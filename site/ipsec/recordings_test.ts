import assert from "node:assert/strict";
import { identityType } from "../../gateway/identity.ts";
import { phaseSets } from "../../gateway/openbsd/offers.ts";
import { problems } from "../../test/broken_description.ts";
import { type Meaning, meaningsOf } from "../../test/ipsec_grammar.ts";
import { parseGateway } from "../load_gateway.ts";
import { testSecrets } from "../../test/gateway.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { ikev1Tunnels } from "../../gateway/tunnel.ts";
import { flowsOf } from "../trace/flows.ts";
import { parsePrefix } from "../../gateway/address.ts";
import { renderIkedConf } from "./iked_conf.ts";
import { renderIpsecConf } from "./ipsec_conf.ts";
import { renderIpsecTunnel } from "./ipsec_tunnel.ts";
import { reveal, Secret } from "../../host/secret.ts";

const folder = new URL("testdata/", import.meta.url);
const text = (name: string) => Deno.readTextFileSync(new URL(name, folder));
const input = (name: string) => meaningsOf(text(`recordings/${name}.conf`));

const HEAD = `hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 203.0.113.10/28}, {name: vio1, address: 10.0.0.1/24}]
  gateway: 203.0.113.1
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
`;
const PEER = "name: b, peer: 192.0.2.1, psk: {env: P}";
const NETS = "local: 10.0.0.0/24, remote: 10.1.0.0/24";
const DEFAULT = "phase1: default, phase2: default";

const tunnels = (...list: string[]) =>
  `${HEAD}tunnels:\n${list.map((one) => `  - {${one}}\n`).join("")}`;

/** What the renderers make of a description. */
function rendered(description: string): Meaning[] {
  const { gateway } = parseGateway(description, "gw.yaml");
  return meaningsOf(textOf(gateway));
}

function textOf(gateway: Gateway): string {
  const psk = "secret-of-the-example";
  const names = [...gateway.tunnels, ...gateway.clients].map(({ name }) => [name, psk]);
  const users = gateway.clients.flatMap(({ name, users }) =>
    users.map((user) => [`${name}/${user.name}`, psk])
  );
  const secrets = testSecrets({
    psks: Object.fromEntries(names),
    clientPasswords: Object.fromEntries(users),
  });
  return reveal(renderIkedConf(gateway, secrets)) +
    ikev1Tunnels(gateway.tunnels).map((one) => reveal(renderIpsecTunnel(one, new Secret(psk))))
      .join("");
}

/** The recorded rule, and the fields that say the same. */
const SAME: [recording: string, fields: string, left?: (keyof Meaning)[]][] = [
  ["v1-minimal", `ike: 1, ${PEER}, ${NETS}, ${DEFAULT}`],
  ["v1-dynamic", `ike: 1, mode: dynamic, ${PEER}, ${NETS}, ${DEFAULT}`],
  [
    "v1-local-ids",
    `ike: 1, ${PEER}, ${NETS}, ${DEFAULT}, localAddress: 203.0.113.10, srcid: gw.example.net, dstid: branch.example.net`,
  ],
  ["v1-at-id", `ike: 1, ${PEER}, ${NETS}, ${DEFAULT}, srcid: '@gw', dstid: '@branch'`],
  [
    "v1-aggressive",
    `ike: 1, ${PEER}, ${NETS}, exchange: aggressive, phase1: {auth: hmac-sha1, enc: aes, group: modp1024}, phase2: default`,
  ],
  [
    "v1-gre-transport",
    `ike: 1, ${PEER}, local: 203.0.113.10, remote: 192.0.2.1, proto: gre, encapsulation: transport, ${DEFAULT}`,
  ],
  [
    "v1-legacy",
    "ike: 1, name: b, peer: 192.0.2.230, local: 10.0.0.0/24, remote: 10.0.10.0/24, psk: {env: P}, phase1: {auth: hmac-sha1, enc: 3des, group: modp1024, lifetime: 86400}, phase2: {auth: hmac-sha1, enc: 3des, group: modp1024, lifetime: 3600}, tag: my_site",
  ],
  [
    "v1-lists",
    `ike: 1, ${PEER}, local: [10.0.0.0/24, 10.2.0.0/24], remote: [10.1.0.0/24, 10.3.0.0/24], ${DEFAULT}`,
  ],
  [
    "v1-macro",
    `ike: 1, ${PEER}, local: [10.0.0.0/24, 10.2.0.0/24], remote: 10.1.0.0/24, localAddress: 203.0.113.10, ${DEFAULT}`,
  ],
  [
    "v1-ports",
    "ike: 1, mode: passive, name: b, peer: any, local: 203.0.113.10, remote: 0.0.0.0/0, proto: udp, remotePort: 1701, encapsulation: transport, phase1: {auth: hmac-sha1, enc: 3des, group: modp1024}, phase2: {enc: aes}, psk: {env: P}",
    ["phase2", "lifetime2"],
  ],
  ["v1-rsa", `ike: 1, name: b, peer: 192.0.2.1, peerKey: {env: K}, ${NETS}, ${DEFAULT}`],
  [
    "v1-v6",
    `ike: 1, name: b, peer: '2001:db8:ffff::1', psk: {env: P}, local: '2001:db8:1::/48', remote: '2001:db8:2::/48', ${DEFAULT}`,
  ],
  ["v2-minimal", `${PEER}, ${NETS}, ${DEFAULT}`, ["local"]],
  [
    "v2-mixed",
    `${PEER}, selectors: [{local: 10.0.0.0/24, remote: 10.1.0.0/24}, {local: '2001:db8:1::/48', remote: '2001:db8:2::/48'}], ${DEFAULT}`,
    ["local"],
  ],
  ["v2-peer-net", `mode: passive, name: b, peer: 192.0.2.0/24, psk: {env: P}, ${NETS}, ${DEFAULT}`],
  [
    "v2-proto",
    `${PEER}, local: 203.0.113.10, remote: 192.0.2.1, proto: gre, encapsulation: transport, ${DEFAULT}`,
  ],
  [
    "v2-ipcomp-sntrup",
    `${PEER}, ${NETS}, ipcomp: true, phase1: {group: sntrup761x25519}, phase2: default`,
    ["local", "lifetime1"],
  ],
  [
    "v2-full",
    `${PEER}, selectors: [{local: 10.0.0.0/24, remote: 10.1.0.0/24}, {local: 10.2.0.0/24, remote: 10.3.0.0/24}], localAddress: 203.0.113.10, phase1: [{lifetime: 4h}, {enc: aes-256-gcm, prf: hmac-sha2-384, group: ecp384}], phase2: [{group: none, lifetimeBytes: 500M}, {enc: aes-256-gcm, group: curve25519}], srcid: gw.example.net, dstid: branch.example.net, tag: b`,
  ],
];

for (const [recording, fields, left = []] of SAME) {
  Deno.test(`recorded ${recording}: fields say the same`, () => {
    const without = (meanings: Meaning[]) =>
      meanings.map((one) => ({
        ...one,
        ...Object.fromEntries(left.map((key) => [key, "left out"])),
      }));
    const [wanted, found] = [without(input(recording)), without(rendered(tunnels(fields)))];
    // Main mode is what the grammar fills in.
    for (const one of [...wanted, ...found]) if (one.exchange === "main") delete one.exchange;
    assert.deepEqual(found, wanted);
  });
}

/** Entries of isakmpd's configuration, as ipsecctl writes them into its FIFO. */
function fifo(name: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (
    const [, key, value] of text(`recordings/${name}.out`).matchAll(
      /^C set (\[.*?\]:[^=]+)=(.*) force$/gm,
    )
  ) {
    found.set(key!, [...found.get(key!) ?? [], value!]);
  }
  return found;
}

Deno.test("what ipsecctl overwrites is refused, and nothing else", () => {
  const overwritten = (name: string) =>
    [...fifo(name)].filter(([, values]) => new Set(values).size > 1).map(([key]) => key);
  assert.deepEqual(overwritten("v1-two-one-peer"), ["[peer-192.0.2.1]:Authentication"]);
  assert.deepEqual(overwritten("v1-two-any"), ["[peer-default]:Authentication"]);
  assert.deepEqual(overwritten("v1-lists"), []);
  const two = (peer: string, first: string, second: string) =>
    problems(
      tunnels(...[first, second].map((psk, at) =>
        `name: t${at}, ike: 1, mode: passive, peer: ${peer}, local: 10.0.0.0/24, remote: 10.${
          at + 1
        }.0.0/24, psk: {env: ${psk}}, ${DEFAULT}`
      )),
    );
  for (const peer of ["192.0.2.1", "any"]) {
    assert.match(two(peer, "A", "B").join("\n"), /tunnels\[1\]\.psk: tunnel t0 has another psk/);
    assert.deepEqual(two(peer, "A", "A"), []);
  }
});

Deno.test("identities have the types that ipsecctl gives them", () => {
  const types = new Map([
    ["USER_FQDN", "RFC822_ADDR"],
    ["FQDN", "FQDN"],
    ["IPV4_ADDR", "IPV4_ADDR"],
  ]);
  for (const name of ["v1-at-id", "v1-local-ids", "v1-dynamic"]) {
    for (const [key, [type]] of fifo(name)) {
      const id = /^\[id-(.*)\]:ID-type$/.exec(key)?.[1];
      if (id !== undefined) assert.equal(identityType(1, id), types.get(type!), id);
    }
  }
  // In mode dynamic without srcid the host name is shown.
  assert.equal(fifo("v1-dynamic").get("[peer-192.0.2.1]:ID")?.[0], "id-gw.example.net");
  assert.match(
    problems(tunnels(`ike: 1, mode: dynamic, ${PEER}, ${NETS}`)).join("\n"),
    /in mode dynamic isakmpd sends the host name gw\.example\.net/,
  );
});

Deno.test("what isakmpd fills in is known", () => {
  const found = fifo("v1-minimal");
  const of = (end: RegExp) => [...found].find(([key]) => end.test(key))?.[1][0];
  assert.equal(of(/^\[phase1-transform.*HASH_ALGORITHM$/), "SHA");
  assert.equal(of(/^\[phase1-transform.*KEY_LENGTH$/), "128,128:256");
  assert.equal(of(/^\[phase1-transform.*GROUP_DESCRIPTION$/), "MODP_3072");
  assert.equal(of(/^\[phase2-transform.*AUTHENTICATION_ALGORITHM$/), "HMAC_SHA2_256");
  assert.equal(of(/^\[phase2-transform.*GROUP_DESCRIPTION$/), "MODP_3072");
  const none = { ike: 1 as const, phase1: { sets: [] }, phase2: { sets: [] } };
  assert.deepEqual(phaseSets(none, 1, 80), [{ auth: "hmac-sha1", enc: "aes", group: "modp3072" }]);
  assert.deepEqual(phaseSets(none, 2, 80), [{
    auth: "hmac-sha2-256",
    enc: "aes",
    group: "modp3072",
  }]);
});

/** The policies that iked of that release printed, with its defaults filled in. */
function printed(name: string, release: "25" | "66"): Meaning[] {
  const part = text(`recordings/${name}.out`).split(`== ${release}\n`)[1]!.split("\n== ")[0]!;
  return meaningsOf(part);
}

Deno.test("what iked fills in is known, of 6.6 and of today", () => {
  for (const [release, number] of [["25", 80], ["66", 66]] as const) {
    const [policy] = printed("v2-minimal", release);
    for (const phase of [1, 2] as const) {
      const none = { ike: 2 as const, phase1: { sets: [] }, phase2: { sets: [] } };
      const known = phaseSets(none, phase, number).map(({ enc, auth, group }) => {
        // What 6.6 does not print is none.
        const shown = number === 66 && group === "none" ? "-" : group;
        return `${enc} ${auth ?? "-"} ${shown}`;
      });
      assert.deepEqual(
        [...new Set(known)].sort(),
        policy![`phase${phase}`],
        `${release} phase ${phase}`,
      );
    }
    assert.equal(policy!.lifetime2, 10800);
  }
});

/** What an iked refused, and what is said of it. */
const REFUSED: [recording: string, release: "25" | "66", description: string, says: RegExp][] = [
  [
    "v2-ipcomp-sntrup",
    "66",
    `${PEER}, ${NETS}, phase1: {group: sntrup761x25519}`,
    /does not know the group sntrup761x25519/,
  ],
  [
    "v2-proto",
    "66",
    `${PEER}, local: 203.0.113.10, remote: 192.0.2.1, encapsulation: transport`,
    /does not know the words tunnel and transport/,
  ],
  [
    "v2-full",
    "66",
    `${PEER}, ${NETS}, phase1: [{}, {enc: aes-256-gcm, group: ecp384}]`,
    /phase1\[1\]\.enc: iked of 6\.6 does not know AES-GCM in phase 1; 6\.8 does/,
  ],
  ["v2-sec", "66", `${PEER}, iface: sec0`, /the kernel of 6\.6 does not know sec/],
];

Deno.test("recorded v2-syntax: a word that iked does not know is refused with its place, and the word meant", () => {
  for (const part of text("recordings/v2-syntax.out").split(/^== /m).slice(1)) {
    assert.match(part, /v2-syntax\.conf: 1: syntax error[^]*status 1/);
  }
  const word = /"n" (\S+) esp/.exec(text("recordings/v2-syntax.conf"))![1]!;
  assert.match(
    problems(tunnels(`mode: ${word}, ${PEER}, ${NETS}`)).join("\n"),
    /^gw\.yaml:8:12: error: tunnels\[0\]\.mode: found "actve"; .*did you mean active\?/m,
  );
});

Deno.test("recorded v2-set: what is set for all policies, iked of today fills in as known", () => {
  const [policy] = printed("v2-set", "25");
  const none = { ike: 2 as const, phase1: { sets: [] }, phase2: { sets: [] } };
  for (const phase of [1, 2] as const) {
    const known = phaseSets(none, phase, 80).map(({ enc, auth, group }) =>
      `${enc} ${auth ?? "-"} ${group}`
    );
    assert.deepEqual([...new Set(known)].sort(), policy![`phase${phase}`]);
  }
  // set passive is what mode: passive writes into each policy, which overrides it.
  assert.match(text("recordings/v2-set.out"), /^ikev2 "b" passive tunnel esp/m);
  const passive = rendered(tunnels(`mode: passive, ${PEER}, ${NETS}`));
  const active = rendered(tunnels(`${PEER}, ${NETS}`));
  assert.deepEqual([passive[0]!.mode, active[0]!.mode], ["passive", "active"]);
  // 6.6 knows neither of two settings: no rendered file has a set.
  assert.match(text("recordings/v2-set.out").split("== 66\n")[1]!, /2: syntax error\n.*5: syntax/);
  assert.doesNotMatch(
    textOf(parseGateway(tunnels(`mode: passive, ${PEER}, ${NETS}`), "gw.yaml").gateway),
    /^set /m,
  );
});

Deno.test("recorded v2-request: an interface that is not there makes iked refuse all", () => {
  const today = text("recordings/v2-request.out").split("== 66")[0]!;
  assert.match(today, /1: invalid iface[^]*no valid configuration rules found\nstatus 1/);
  assert.match(
    problems(tunnels(`${PEER}, iface: sec0`)).join("\n"),
    /error: tunnels\[0\]\.iface: there is no interface sec0; add \{name: sec0/,
  );
});

for (const [recording, release, fields, says] of REFUSED) {
  Deno.test(`recorded ${recording}: what iked of ${release} refuses is reported`, () => {
    assert.match(text(`recordings/${recording}.out`).split(`== ${release}\n`)[1]!, /status 1/);
    const found = problems(`${tunnels(fields)}release: "6.6"\n`);
    assert.match(found.join("\n"), says);
  });
}

Deno.test("recorded v2-sec: with the interface fields say the same, which 6.6 has no word for", () => {
  const missing = text("recordings/v2-sec.out").split("== 66");
  assert.match(missing[0]!, /1: invalid iface[^]*status 1/);
  assert.match(missing[1]!, /1: syntax error/);
  const found = rendered(
    tunnels(`${PEER}, iface: sec0, ${DEFAULT}`).replace(
      "vio1, address: 10.0.0.1/24}",
      "vio1, address: 10.0.0.1/24}, {name: sec0, address: 10.255.0.1/30, peer: 10.255.0.2, sec: {}}",
    ),
  );
  assert.deepEqual(found, input("v2-sec"));
});

Deno.test("recorded v1-flow-bypass: what stays out of a tunnel, both ways", () => {
  assert.deepEqual(text("recordings/v1-flow-bypass.out").split("\n").slice(0, 3), [
    "flow esp out from 10.0.0.0/24 to 10.0.0.0/24 type bypass",
    "flow esp in from 10.0.0.0/24 to 10.0.0.0/24 type bypass",
    "status 0",
  ]);
  const { gateway } = parseGateway(
    tunnels(
      "ike: 1, name: b, peer: 192.0.2.1, psk: {env: P}, local: 10.0.0.0/24, remote: 10.0.0.0/8",
    ),
    "gw.yaml",
  );
  const lines = renderIpsecConf(gateway).split("\n");
  assert(lines.includes(text("recordings/v1-flow-bypass.conf").trim()), lines.join("\n"));
  // One flow is both directions: the kernel has its reverse.
  const local = parsePrefix("10.0.0.0/24");
  const both = flowsOf(gateway).filter(({ type }) => type === "bypass");
  assert.deepEqual(both, [{ type: "bypass", from: local, to: local }]);
});

Deno.test("recorded v2-from-any: all the world behind the gateway is IPv4 for a pool of IPv4", () => {
  const clients = (release: string) =>
    `${HEAD}release: "${release}"\nclients:\n  - {name: rw, pool: 10.9.0.0/24, localAddress: 203.0.113.10, psk: {env: P}}\n`;
  const own = ["phase1", "phase2", "lifetime1", "lifetime2", "srcid"] as const;
  const without = ([one]: Meaning[]) => {
    const rest: Partial<Meaning> = { ...one };
    for (const key of own) delete rest[key];
    return rest;
  };
  assert.deepEqual(without(rendered(clients("8.0"))), without(input("v2-from-any")));
  // iked makes two selectors of any; the pool has no address for the second.
  const [today, old] = text("recordings/v2-from-any.out").split("== 66");
  assert.match(today!, / from 0\.0\.0\.0\/0 to 0\.0\.0\.0 from ::\/0 to :: .*config address 10\.9/);
  assert.match(old!, /no IP address found for dynamic[^]*status 1/);
  assert.match(problems(clients("6.6")).join("\n"), /does not know addresses for clients/);
});

Deno.test("no recording is without a test", async () => {
  const tests = Deno.readTextFileSync(new URL(import.meta.url));
  const names = [];
  for await (const { name } of Deno.readDir(new URL("recordings/", folder))) {
    if (name.endsWith(".conf")) names.push(name.replace(/\.conf$/, ""));
  }
  assert.equal(names.length, 29);
  for (const name of names) assert.match(tests, new RegExp(`\\b${name}\\b`));
});

Deno.test("clients as iked takes them today, and not in 6.6", () => {
  const clients = (release: string) =>
    `${HEAD}release: "${release}"\nclients:\n  - {name: laptops, pool: 10.9.0.0/24, networks: [10.0.0.0/24], nameservers: [10.0.0.53], localAddress: 203.0.113.10, srcid: vpn.example.net, certificate: {ca: {env: A}, cert: {env: B}, key: {env: C}}, users: [{name: anna, password: {env: P}}]}\n`;
  const [found] = rendered(clients("8.0"));
  const [wanted] = input("v2-roadwarrior");
  const own = ["phase1", "phase2", "lifetime1", "lifetime2", "tag"] as const;
  for (const key of own) {
    delete (found as Partial<Meaning>)[key];
    delete (wanted as Partial<Meaning>)[key];
  }
  assert.deepEqual(found, wanted);
  assert.match(text("recordings/v2-roadwarrior.out").split("== 66")[1]!, /status 1/);
  assert.match(problems(clients("6.6")).join("\n"), /does not know addresses for clients/);
});

Deno.test("chacha20-poly1305, which ipsecctl reads and has no word for, is refused in IKEv1", () => {
  assert.match(text("recordings/v1-chacha.out"), /illegal transform chacha20-poly1305/);
  assert.match(
    problems(tunnels(`ike: 1, ${PEER}, ${NETS}, phase2: {enc: chacha20-poly1305}`)).join("\n"),
    /IKEv1 does not know chacha20-poly1305 in phase 2/,
  );
});

Deno.test("a nat is one connection, named by what the peer sees", () => {
  const found = fifo("v1-nat");
  assert.deepEqual(found.get("[from-10.99.0.0/24-to-10.1.0.0/24]:NAT-ID"), ["nat-10.0.0.0/24"]);
  const description = `${
    tunnels(`ike: 1, ${PEER}, ${NETS}, ${DEFAULT}, nat: 10.99.0.0/24`)
  }firewall: {skipTunnels: false}\n`;
  assert.deepEqual(rendered(description), input("v1-nat"));
});
