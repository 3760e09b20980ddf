import assert from "node:assert/strict";
import type { Clients } from "../../gateway/clients.ts";
import { readMetrics } from "../prometheus.ts";
import { testTunnel } from "../gateway.ts";
import { B, FLOWS, SAS, shown, vpnctl } from "../vpnctl.ts";

Deno.test("vpnctl: an IKEv1 tunnel is partial while SAs are fewer than its networks", async () => {
  const networks = { remote: ["10.0.10.0/24", "10.0.11.0/24"] };
  const flows = FLOWS.branch10 + FLOWS.branch10.replaceAll("10.0.10.0", "10.0.11.0");
  const both = SAS.branch10 + SAS.branch10.replaceAll("spi 0x", "spi 0x1");
  const seen = async (ike: 1 | 2, sas: string) => {
    const tunnel = testTunnel({ ike: ike as 2, ...networks });
    const { code, out } = await vpnctl({ tunnels: [tunnel], all: shown(flows, sas) }, ["status"], [
      "metrics",
    ]);
    return [code, out.split(" ")[1], /_state\{.*state="(.*)"\} 1$/m.exec(out)![1]];
  };
  assert.deepEqual(await seen(1, SAS.branch10), [0, "partial", "partial"]);
  assert.deepEqual(await seen(1, both), [0, "up", "up"]);
  // One SA of IKEv2 is for all networks.
  assert.deepEqual(await seen(2, SAS.branch10), [0, "up", "up"]);
  // Two tunnels with one peer: which of them the SA is for is not known.
  const two = [testTunnel(), testTunnel({ ...B, peer: "192.0.2.230", remote: ["10.0.11.0/24"] })];
  const { out } = await vpnctl({ tunnels: two, all: shown(flows, SAS.branch10) }, ["status"]);
  assert.match(out, /^branch10 partial .*\nb partial /);
});

Deno.test("vpnctl status: up with flows and SAs both ways, flows-only, down", async () => {
  const both = FLOWS.branch10 + FLOWS.b;
  const up = "branch10 up peer 192.0.2.230 10.0.0.0/24 to 10.0.10.0/24\n";
  const some = await vpnctl({ all: shown(both, SAS.branch10 + SAS.b) }, ["status"]);
  assert.equal(some.out, `${up}b flows-only peer 192.0.2.231 10.0.0.0/24 to 10.0.1.0/24\n`);
  assert.equal(some.code, 1);
  const one = { all: shown(FLOWS.branch10, SAS.branch10) };
  const { code, out, err } = await vpnctl(one, ["status", "branch10"]);
  assert.deepEqual({ code, out, err }, { code: 0, out: up, err: "" });
  assert.equal(
    (await vpnctl(one, ["status", "b"])).out,
    "b down peer 192.0.2.231 10.0.0.0/24 to 10.0.1.0/24\n",
  );
  assert.equal((await vpnctl({ all: shown("", "") }, ["status"])).code, 1);
});

Deno.test("vpnctl status: a network without a flow, IPv6, hosts, AH and transport mode", async () => {
  const tunnels = [
    testTunnel({ remote: ["10.0.10.0/24", "10.0.11.0/24"] }),
    testTunnel({
      name: "six",
      peer: "gw.example.org",
      local: ["2001:DB8:0:0::/64"],
      remote: ["2001:db8:1::/48"],
    }),
    testTunnel({
      name: "host",
      protocol: "ah",
      encapsulation: "transport",
      local: ["10.0.0.50/32"],
      remote: ["192.0.2.7"],
      peer: "192.0.2.7",
    }),
  ];
  const all = shown(
    `${FLOWS.branch10}flow esp out from 2001:db8::/64 to 2001:db8:1::/48 peer 2001:db8:ffff::1 type require
flow ah out from 10.0.0.50 to 192.0.2.7 peer 192.0.2.7 type require
`,
    `${SAS.branch10}esp tunnel from 2001:db8:ffff::1 to 2001:db8::50 spi 0x2a2b3c4d enc aes-256-gcm
esp tunnel from 2001:db8::50 to 2001:db8:ffff::1 spi 0x3a2b3c4d enc aes-256-gcm
ah transport from 192.0.2.7 to 10.0.0.50 spi 0x4a2b3c4d auth hmac-sha2-256
ah transport from 10.0.0.50 to 192.0.2.7 spi 0x5a2b3c4d auth hmac-sha2-256
`,
  );
  assert.equal(
    (await vpnctl({ tunnels, all }, ["status"])).out,
    `branch10 partial peer 192.0.2.230 10.0.0.0/24 to 10.0.10.0/24, 10.0.0.0/24 to 10.0.11.0/24
six up peer 2001:db8:ffff::1 2001:db8::/64 to 2001:db8:1::/48
host up peer 192.0.2.7 10.0.0.50 to 192.0.2.7
`,
  );
});

Deno.test("vpnctl status: clients who are connected, by the flows to their pools", async () => {
  const kind = (name: string, pool: string): Clients => ({
    name,
    pool,
    networks: [],
    nameservers: [],
    users: [],
  });
  const clients = [
    kind("laptops", "10.20.99.0/25"),
    kind("phones", "10.20.99.128/25"),
    kind("six", "2001:db8:9::/64"),
  ];
  const flow = (to: string, peer: string) =>
    `flow esp in from ${to} to 0.0.0.0/0 peer ${peer} type require
flow esp out from 0.0.0.0/0 to ${to} local 10.0.0.50 peer ${peer} dstid FQDN/x type require
`;
  const all = shown(
    FLOWS.branch10 + flow("10.20.99.3", "198.51.100.7") + flow("10.20.99.130", "198.51.100.8") +
      flow("10.20.99.9", "198.51.100.9") + flow("2001:db8:9::5", "2001:db8:7::1") +
      flow("2001:db8:9:0:1:2:3:4", "2001:db8:7::2") + flow("2001:db8:9:1::7", "2001:db8:7::3") +
      flow("10.20.9.9", "198.51.100.1"),
    SAS.branch10,
  );
  const tunnels = [testTunnel()];
  const { out, code } = await vpnctl({ tunnels, clients, all }, ["status"]);
  assert.equal(
    out,
    `branch10 up peer 192.0.2.230 10.0.0.0/24 to 10.0.10.0/24
laptops 2 connected: 10.20.99.3 peer 198.51.100.7, 10.20.99.9 peer 198.51.100.9
phones 1 connected: 10.20.99.130 peer 198.51.100.8
six 2 connected: 2001:db8:9:0:1:2:3:4 peer 2001:db8:7::2, 2001:db8:9::5 peer 2001:db8:7::1
`,
  );
  assert.equal(code, 0);
  const metrics = await vpnctl({ tunnels, clients, all }, ["metrics"]);
  const count = readMetrics(metrics.out).find(({ name }) => name === "gatewright_clients");
  assert.equal(count?.value, 5);
  const alone = { tunnels: [], clients, all: shown("", "") };
  assert.equal((await vpnctl(alone, ["status", "phones"])).out, "phones 0 connected\n");
  const help = await vpnctl(alone, ["--help"]);
  assert.match(help.out, /^clients: laptops phones six$/m);
  assert.match(help.out, /eval "\$\(vpnctl completion\)"$/m);
  assert.equal(help.err, "");
  assert.match((await vpnctl(alone, ["status", "nobody"])).err, /there is no tunnel nobody/);
});

Deno.test("vpnctl says so where the kernel cannot be asked", async () => {
  const { code, err } = await vpnctl({}, ["status"]);
  assert.equal(code, 3);
  assert.match(err, /run this as root/);
});

const UP = shown(FLOWS.branch10 + FLOWS.b, SAS.branch10 + SAS.b);
const B_UP = shown(FLOWS.b, SAS.b + "esp tunnel from 10.0.0.50 to 192.0.2.231 spi 0x1 enc aes\n");
const DOWN = shown("", "");

Deno.test("vpnctl: a tunnel of a sec interface has SAs and no flows", async () => {
  const tunnels = [testTunnel({ ike: 2, name: "s", peer: "192.0.2.9", iface: "sec0" })];
  const sas = `esp tunnel from 192.0.2.9 to 10.0.0.50 spi 0x01 enc aes-256-gcm
esp tunnel from 10.0.0.50 to 192.0.2.9 spi 0x02 enc aes-256-gcm
`;
  const up = await vpnctl({ tunnels, all: shown("", sas) }, ["status"]);
  assert.deepEqual([up.code, up.out], [0, "s up peer 192.0.2.9 sec0\n"]);
  for (const some of ["", `${sas.split("\n")[0]}\n`]) {
    const { code, out } = await vpnctl({ tunnels, all: shown("", some) }, ["status"]);
    assert.deepEqual([code, out], [1, "s down peer 192.0.2.9 sec0\n"]);
  }
});

Deno.test("vpnctl metrics: the states for a collector, and what has changed for syslog", async () => {
  const metrics = ["metrics"];
  const { code, out, err } = await vpnctl({ all: UP, then: [DOWN, DOWN] }, metrics);
  assert.equal(code, 0);
  // The first look has nothing to compare with.
  assert.equal(err, "");
  assert.deepEqual(
    readMetrics(out).filter(({ value }) => value === 1).map(({ name, labels }) => [
      name,
      ...labels.values(),
    ]),
    [
      ["gatewright_tunnel_up", "vpn1.example.net", "branch10"],
      ["gatewright_tunnel_state", "vpn1.example.net", "branch10", "up"],
      ["gatewright_tunnel_state", "vpn1.example.net", "b", "flows-only"],
    ],
  );
  const then = await vpnctl({ all: UP, then: [DOWN, DOWN] }, metrics, metrics, metrics);
  assert.equal(
    then.err,
    `logger -t vpnctl -p daemon.notice tunnel branch10 is down (was up), peer 192.0.2.230
logger -t vpnctl -p daemon.notice tunnel b is down (was flows-only), peer 192.0.2.231
`,
  );
});

Deno.test("vpnctl loads one IKEv1 tunnel, and says that its SAs come later", async () => {
  const { code, out, err } = await vpnctl({ all: DOWN }, ["up", "b"]);
  assert.equal(code, 0);
  assert.match(out, /^ipsecctl -f \/etc\/ipsec\/b\.conf\nb down peer 192\.0\.2\.231 /);
  assert.match(err, /b is not up yet; vpnctl up b --wait waits for it/);
  const up = await vpnctl({ all: B_UP }, ["up", "b"]);
  assert.deepEqual([up.code, up.err], [0, ""]);
  assert.match(up.out, /^b up peer/m);
});

Deno.test("vpnctl --wait: up where it comes up, 1 where it does not", async () => {
  const late = await vpnctl({ all: DOWN, then: [DOWN, B_UP] }, ["up", "b", "--wait"]);
  assert.equal(late.code, 0, late.err);
  assert.match(late.out, /^b up peer/m);
  const never = await vpnctl({ all: DOWN }, ["up", "--wait=3", "b"]);
  assert.equal(never.code, 1);
  assert.match(never.err, /b is not up after 3 seconds/);
  for (const wrong of ["--wait=", "--wait=1m", "--wait=-1"]) {
    assert.equal((await vpnctl({ all: DOWN }, ["up", "b", wrong])).code, 2);
  }
});

Deno.test("vpnctl down of an IKEv1 tunnel that comes back ends it again, until it stays down", async () => {
  const asked = await vpnctl({ all: B_UP }, ["down", "b"]);
  assert.equal(asked.code, 0);
  assert.match(asked.out, /^ipsecctl -df \/etc\/ipsec\/b\.conf\nb up peer/);
  assert.match(asked.err, /b is not down yet; vpnctl down b --wait/);
  // Down for five seconds, and there again: seen on a real 6.6.
  const back = [DOWN, DOWN, DOWN, DOWN, DOWN, B_UP, DOWN];
  const { code, out } = await vpnctl({ all: B_UP, then: back }, ["down", "b", "--wait"]);
  assert.equal(code, 0);
  assert.match(out, /^b down peer/m);
  const stays = await vpnctl({ all: B_UP }, ["down", "b", "--wait=9"]);
  assert.equal(stays.code, 1);
  assert.match(stays.err, /b is not down after 9 seconds/);
});

Deno.test("vpnctl restart waits for down before it loads the tunnel again", async () => {
  const { code, out } = await vpnctl({ all: B_UP, then: [B_UP, DOWN] }, ["restart", "b"]);
  assert.equal(code, 0);
  assert.match(
    out,
    /^ipsecctl -df \/etc\/ipsec\/b\.conf\nipsecctl -f \/etc\/ipsec\/b\.conf\nb down peer/,
  );
  const stuck = await vpnctl({ all: B_UP }, ["restart", "b", "--wait=2"]);
  assert.equal(stuck.code, 1);
  assert.match(stuck.err, /b does not go down/);
  assert.doesNotMatch(stuck.out, /ipsecctl -f /);
});

Deno.test("vpnctl takes one IKEv2 tunnel down and up and leaves the others as they are", async () => {
  const tunnels = [testTunnel({ ike: 2 }), testTunnel({ ...B, ike: 2 })];
  const down = await vpnctl({ tunnels, all: UP }, ["down", "b"]);
  assert.equal(down.code, 0, down.err);
  assert.match(down.out, /^ikectl load vpnctl\.conf\n/);
  assert.match(down.out, /ikev2 "branch10"[^]*psk "psk-of-branch10"/);
  assert.doesNotMatch(down.out, /psk-of-b"|"b"/);
  // What iked leaves in the kernel goes too, without the identities that ipsecctl does not read.
  const dropped = down.out.split("ipsecctl -df vpnctl.flows\n")[1]!.split("\n").slice(0, 2);
  assert.deepEqual(dropped, [
    "flow esp in from 10.0.1.0/24 to 10.0.0.0/24 local 10.0.0.50 peer 192.0.2.231 type require",
    "flow esp out from 10.0.0.0/24 to 10.0.1.0/24 local 10.0.0.50 peer 192.0.2.231 type require",
  ]);
  assert.doesNotMatch(down.out, /^flow .*10\.0\.10\.0/m);
  const quiet = { tunnels, all: DOWN };
  const both = await vpnctl(quiet, ["down", "b"], ["down", "branch10"], ["up", "branch10"]);
  const last = both.out.split("ikectl load vpnctl.conf").at(-1)!;
  assert.match(last, /ikev2 "branch10"/);
  assert.doesNotMatch(last, /ikev2 "b"/);
  const again = await vpnctl(quiet, ["down", "b"], ["up", "b"]);
  assert.match(again.out, /\nikectl reload\nb down peer/);
});

Deno.test("vpnctl down of an IKEv2 tunnel ends SAs by an identity that no other tunnel has", async () => {
  const id = { dstid: "b'ranch@example.org", ike: 2 } as const;
  const own = await vpnctl(
    { tunnels: [testTunnel({ ike: 2 }), testTunnel({ ...B, ...id })], all: DOWN },
    ["down", "b"],
  );
  assert.match(own.told, /^ikectl reset id b'ranch@example\.org$/m);
  const shared = await vpnctl(
    { tunnels: [testTunnel(id), testTunnel({ ...B, ...id })], all: DOWN },
    ["down", "b"],
  );
  assert.doesNotMatch(shared.told, /reset/);
});

Deno.test("vpnctl down of an IKEv2 tunnel whose flows stay is no success", async () => {
  const tunnels = [testTunnel({ ike: 2 }), testTunnel({ ...B, ike: 2 })];
  const stays = await vpnctl({ tunnels, all: UP, stuck: true }, ["down", "b"]);
  assert.equal(stays.code, 1);
  assert.match(stays.err, /b is not down yet/);
});

Deno.test("vpnctl helps, names the tunnels, and completes them", async () => {
  const { code, out } = await vpnctl({}, ["--help"]);
  assert.equal(code, 0);
  assert.match(out, /^usage: vpnctl status \[NAME\] \| up NAME/);
  assert.equal((await vpnctl({}, ["names"])).out, "branch10 b\n");
  assert.match((await vpnctl({}, ["completion"])).out, /^set -A complete_vpnctl_2 -- branch10 b$/m);
});

Deno.test("vpnctl refuses tunnels and words it does not know, and names those it does", async () => {
  for (const args of [["up", "zzz"], ["status", "zzz"], ["up"], ["burn"], ["up", "b", "c"], []]) {
    const { code, err } = await vpnctl({ all: shown("", "") }, args);
    assert.equal(code, 2, args.join(" "));
    assert.match(err, /branch10 b/);
  }
});
