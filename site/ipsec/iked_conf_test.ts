import assert from "node:assert/strict";
import { testGateway, testPhase, testSecrets, testTunnel } from "../../test/gateway.ts";
import type { Gateway, Ikev2Tunnel, NetworkInterface } from "../../gateway/gateway.ts";
import { renderIkedConf } from "./iked_conf.ts";
import { reveal } from "../../host/secret.ts";

function conf(tunnels: Partial<Ikev2Tunnel>[], patch: Partial<Gateway> = {}): string {
  const all = tunnels.map((one, at) => testTunnel({ name: `t${at}`, ...one, ike: 2 }));
  const psks = Object.fromEntries(all.map(({ name }) => [name, "correct-horse-battery"]));
  return reveal(renderIkedConf(testGateway({ ...patch, tunnels: all }), testSecrets({ psks })));
}

const card = (patch: Partial<NetworkInterface>): NetworkInterface => ({
  name: "vio0",
  address: "none",
  address6: "none",
  aliases: [],
  options: [],
  ...patch,
});

/** The line with the ends of the only tunnel. */
function ends(interfaces: Partial<NetworkInterface>[], tunnel: Partial<Ikev2Tunnel> = {}): string {
  const network = { ...testGateway().network, interfaces: interfaces.map(card) };
  return /^\t(?:local \S+ )?peer \S+/m.exec(conf([tunnel], { network }))![0].trim();
}

Deno.test("iked sends from the static address towards the peer, and does not detect a NAT by mistake", () => {
  const lan = { name: "vio1", address: "10.1.0.1/24" };
  const wan = { address: "10.0.0.50/24" };
  // By the default route, and to a peer in a network of its own.
  assert.equal(ends([lan, wan]), "local 10.0.0.50 peer 192.0.2.230");
  assert.equal(ends([lan, wan], { peer: "10.1.0.9" }), "local 10.1.0.1 peer 10.1.0.9");
  assert.equal(
    ends([lan, wan], { peer: "gw.example.org" }),
    'local 10.0.0.50 peer "gw.example.org"',
  );
  // What the description says goes before.
  assert.equal(ends([wan], { localAddress: "10.0.0.51" }), "local 10.0.0.51 peer 192.0.2.230");
  // By DHCP it is not known.
  assert.equal(ends([{ address: "autoconf" }]), "peer 192.0.2.230");
  const aliases = ["10.0.0.51/24", "10.7.0.1/24", "2001:db8::2/64"];
  assert.equal(ends([{ ...wan, aliases }]), "local 10.0.0.50 peer 192.0.2.230");
  // A passive one answers from where it was asked.
  assert.equal(ends([{ ...wan, aliases }], { mode: "passive" }), "peer 192.0.2.230");
  assert.equal(ends([wan], { mode: "passive", peer: "any" }), "peer any");
});

Deno.test("static routes, far ends of interfaces and links lead to peers too", () => {
  const lan = { name: "vio1", address: "10.1.0.1/24" };
  const wan = { address: "10.0.0.50/24" };
  const tunnel = { name: "gif0", address: "10.5.0.1/32", peer: "10.5.0.2" };
  const way = (network: Partial<Gateway["network"]>) => {
    const interfaces = [lan, wan, tunnel].map(card);
    return /local (\S+) peer/.exec(
      conf([{ peer: "198.51.100.7" }], {
        network: { ...testGateway().network, interfaces, ...network },
      }),
    )?.[1];
  };
  assert.equal(way({}), "10.0.0.50");
  assert.equal(way({ routes: [{ to: "198.51.100.0/24", via: "10.1.0.9" }] }), "10.1.0.1");
  const narrow = { to: "198.51.100.7/32", via: "10.5.0.2" };
  assert.equal(way({ routes: [{ to: "198.51.100.0/24", via: "10.1.0.9" }, narrow] }), "10.5.0.1");
  assert.equal(way({ gateway: "192.0.2.1%vio1" }), "10.1.0.1");
});

Deno.test("packets to IPv6 peers are sent from the IPv6 address", () => {
  const wan = { address: "10.0.0.50/24", address6: "2001:db8::50/64" };
  const network = { ...testGateway().network, interfaces: [card(wan)], gateway6: "2001:db8::1" };
  assert.match(
    conf([{ peer: "2001:db8:9::1" }], { network }),
    /local 2001:db8::50 peer 2001:db8:9::1/,
  );
  // A name may be of either family where there is a way out in both.
  assert.match(conf([{ peer: "gw.example.org" }], { network }), /\tpeer "gw\.example\.org"/);
});

Deno.test("policies for any peer come before those for one, because the last that fits wins", () => {
  const text = conf([
    { peer: "192.0.2.1" },
    { peer: "any", mode: "passive", dstid: "a" },
    { peer: "192.0.2.2" },
    { peer: "any", mode: "passive", dstid: "b" },
  ]);
  assert.deepEqual([...text.matchAll(/^ikev2 "(t\d)"/gm)].map(([, name]) => name), [
    ...["t1", "t3"],
    ...["t0", "t2"],
  ]);
});

const of = (number: number) => ({
  release: { version: `${Math.floor(number / 10)}.${number % 10}`, number, arch: "amd64" as const },
});

Deno.test("words that a release does not know are left out where they say nothing new", () => {
  const tunnel = { phase2: testPhase(3600, { group: "none" }) };
  assert.match(
    conf([tunnel], of(66)),
    /^ikev2 "t0" active esp \\$[^]*childsa auth hmac-sha2-256 enc aes-256 \\$/m,
  );
  assert.match(conf([tunnel], of(67)), /^ikev2 "t0" active tunnel esp \\$/m);
  assert.match(conf([tunnel], of(68)), /childsa auth hmac-sha2-256 enc aes-256 \\$/m);
  assert.match(conf([tunnel], of(69)), /childsa auth hmac-sha2-256 enc aes-256 group none \\$/m);
});

Deno.test("several sets are offered in their order, and none for the daemon's own", () => {
  const sets = [
    { enc: "aes-256-gcm", prf: "hmac-sha2-384", group: "ecp384" },
    { auth: "hmac-sha2-256", enc: "aes-128", group: "modp2048" },
  ];
  const text = conf([{ phase1: { sets, lifetime: 3600 }, phase2: { sets: [] } }]);
  assert.match(
    text,
    /\tikesa enc aes-256-gcm prf hmac-sha2-384 group ecp384 \\\n\tikesa auth hmac-sha2-256 enc aes-128 prf hmac-sha2-256 group modp2048 \\\n\tikelifetime 3600 \\\n/,
  );
  assert.doesNotMatch(text, /childsa| lifetime/);
});
