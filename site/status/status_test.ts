import assert from "node:assert/strict";
import fc from "fast-check";
import { GatewrightError } from "../../host/error.ts";
import { testGateway, testPhase, testTunnel } from "../../test/gateway.ts";
import type { Tunnel } from "../../gateway/gateway.ts";
import { readMetrics } from "../../test/prometheus.ts";
import { prometheusText } from "./prometheus.ts";
import { STATUS_SCRIPT } from "./script.ts";
import { readStatus } from "./status.ts";
import { statusLines } from "./status_text.ts";

const A = testTunnel({ ike: 2, name: "a", peer: "192.0.2.1", remote: ["10.1.0.0/24"] });
const two = testTunnel({
  ike: 2,
  name: "b",
  peer: "192.0.2.2",
  remote: ["10.2.0.0/24", "10.3.0.0/24"],
});

const gatewayOf = (...tunnels: Tunnel[]) => testGateway({ tunnels });

const flow = (remote: string, peer: string) =>
  `flow esp in from ${remote} to 10.0.0.0/24 peer ${peer} type require
flow esp out from 10.0.0.0/24 to ${remote} peer ${peer} srcid FQDN/gw dstid FQDN/x type require
`;
const sa = (peer: string, words = "auth hmac-sha2-256 enc aes-256") =>
  `esp tunnel from ${peer} to 10.0.0.50 spi 0x1a2b3c4d ${words}
esp tunnel from 10.0.0.50 to ${peer} spi 0xc0ffee01 ${words}
`;
const all = (flows: string, sas: string) =>
  `FLOWS:\n${flows || "No flows\n"}\nSAD:\n${sas || "No entries\n"}`;

const read = (text: string, ...tunnels: Tunnel[]) =>
  readStatus(gatewayOf(...tunnels), text, "stdin");
const states = (text: string, ...tunnels: Tunnel[]) =>
  read(text, ...tunnels).tunnels.map(({ name, state }) => `${name} ${state}`);

Deno.test("a tunnel is up with all flows and SAs both ways, and flows-only without SAs", () => {
  assert.deepEqual(states(all(flow("10.1.0.0/24", "192.0.2.1"), sa("192.0.2.1")), A), ["a up"]);
  const none = read(all(flow("10.1.0.0/24", "192.0.2.1"), ""), A);
  assert.deepEqual(none.faults, ["tunnel a is flows-only"]);
  const oneWay = sa("192.0.2.1").split("\n")[0]!;
  assert.deepEqual(states(all(flow("10.1.0.0/24", "192.0.2.1"), oneWay), A), ["a flows-only"]);
  assert.deepEqual(states(all("", ""), A), ["a down"]);
  // Transport mode, as of l2tp beside it, carries nothing of the tunnel.
  const transport = sa("192.0.2.1").replaceAll("esp tunnel", "esp transport");
  assert.deepEqual(states(all(flow("10.1.0.0/24", "192.0.2.1"), transport), A), ["a flows-only"]);
});

Deno.test("of a partial tunnel the networks are named that lack a flow", () => {
  const status = read(all(flow("10.2.0.0/24", "192.0.2.2"), sa("192.0.2.2")), two);
  assert.deepEqual(status.faults, [
    "tunnel b is partial: no flow from 10.0.0.0/24 to 10.3.0.0/24",
  ]);
});

Deno.test("an IKEv1 tunnel whose flows are there is partial while SAs are fewer than its networks", () => {
  const ike1 = testTunnel({ name: "b", peer: "192.0.2.2", remote: ["10.2.0.0/24", "10.3.0.0/24"] });
  const flows = flow("10.2.0.0/24", "192.0.2.2") + flow("10.3.0.0/24", "192.0.2.2");
  const status = read(all(flows, sa("192.0.2.2")), ike1);
  assert.deepEqual(status.faults, [
    "tunnel b is partial: SAs for 1 of 2 pairs of networks with this peer",
  ]);
  assert.deepEqual(states(all(flows, sa("192.0.2.2") + sa("192.0.2.2")), ike1), ["b up"]);
  // iked's SA carries all of them.
  assert.deepEqual(states(all(flows, sa("192.0.2.2")), two), ["b up"]);
});

Deno.test("SAs and flows of strangers are named, and bypass flows are not", () => {
  const status = read(
    all(
      flow("10.1.0.0/24", "192.0.2.1") + flow("10.9.0.0/24", "203.0.113.66") +
        "flow esp out from 10.0.0.0/24 to 10.0.0.0/24 type bypass\n",
      sa("192.0.2.1") + sa("203.0.113.66"),
    ),
    A,
  );
  assert.equal(status.strange.sas.length, 2);
  assert.equal(status.strange.flows.length, 2);
  assert(
    status.faults.includes(
      "the description has no SA esp from 203.0.113.66 to 10.0.0.50 spi 0x1a2b3c4d",
    ),
  );
});

Deno.test("a weak SA is named with what is offered instead; one that is described so is no fault", () => {
  const weak = all(flow("10.1.0.0/24", "192.0.2.1"), sa("192.0.2.1", "auth hmac-sha1 enc 3des"));
  const status = read(weak, A);
  assert.deepEqual(status.faults, [
    "tunnel a agreed on hmac-sha1 instead of hmac-sha2-256",
    "tunnel a agreed on 3des instead of aes-256",
  ]);
  const described = testTunnel({
    ...A,
    ike: 2,
    phase2: testPhase(3600, { auth: "hmac-sha1", enc: "3des" }),
  });
  const same = read(weak, described);
  assert.equal(same.ok, true);
  assert.match(statusLines(same)[0]!, /weak: hmac-sha1, as described; 3des, as described/);
});

Deno.test("three peers of an old gateway, as ipsecctl -sa shows them, one of them with des-cbc", () => {
  const peers = [["a", "1"], ["b", "2"], ["c", "3"]].map(([name, n]) =>
    testTunnel({ name: name!, peer: `192.0.2.${n}`, remote: [`10.${n}.0.0/24`] })
  );
  const text = all(
    ["1", "2", "3"].map((n) => flow(`10.${n}.0.0/24`, `192.0.2.${n}`)).join(""),
    sa("192.0.2.1", "auth hmac-sha1 enc 3des-cbc") + sa("192.0.2.2", "auth hmac-md5 enc des-cbc") +
      sa("192.0.2.3"),
  );
  const status = read(text, ...peers);
  assert.deepEqual(status.tunnels.map(({ state }) => state), ["up", "up", "up"]);
  assert(status.faults.includes("tunnel b agreed on des instead of aes-256"), `${status.faults}`);
  assert.equal(status.tunnels[2]!.weak.length, 0);
});

Deno.test("a tunnel of anyone is known by its networks, one of a sec interface by its peer", () => {
  const any = testTunnel({ ike: 2, name: "w", peer: "any", remote: ["10.8.0.0/24"] });
  const sec = testTunnel({ ike: 2, name: "s", peer: "192.0.2.9", iface: "sec0" });
  const status = read(
    all(flow("10.8.0.0/24", "198.51.100.77"), sa("198.51.100.77") + sa("192.0.2.9")),
    any,
    sec,
  );
  assert.deepEqual(status.faults, []);
  assert.equal(status.tunnels[0]!.peer, "198.51.100.77");
});

Deno.test("IPv6 is compared as a network, however it is written", () => {
  const six = testTunnel({
    ike: 2,
    name: "six",
    peer: "2001:db8:0:0::1",
    local: ["2001:db8:1:0::/64"],
    remote: ["2001:db8:2::5/128"],
  });
  const text = all(
    "flow esp out from 2001:db8:1::/64 to 2001:db8:2::5 peer 2001:db8::1 type require\n",
    "esp tunnel from 2001:db8::1 to 2001:db8::50 spi 0x01 enc aes-256-gcm\n" +
      "esp tunnel from 2001:db8::50 to 2001:db8::1 spi 0x02 enc aes-256-gcm\n",
  );
  assert.deepEqual(states(text, six), ["six up"]);
});

const SECTIONS = `--- gatewright: system
now 1800000000
OpenBSD 8.0 amd64
first-boot 1799740800
daemons iked
built 1799654400 00ff00ff00ff
pushed 1799999000 0123456789ab
--- gatewright: status 0
--- gatewright: ipsec
${all(flow("10.1.0.0/24", "192.0.2.1"), sa("192.0.2.1"))}--- gatewright: status 0
--- gatewright: pf
Status: Enabled for 0 days 00:10:00           Debug: err

State Table                          Total             Rate
  current entries                       17
--- gatewright: status 0
--- gatewright: interfaces
vio0: flags=8b43<UP,BROADCAST,RUNNING,PROMISC,ALLMULTI,SIMPLEX,MULTICAST> mtu 1500
	status: active
	inet 10.0.0.50 netmask 0xffffff00 broadcast 10.0.0.255
--- gatewright: status 0
--- gatewright: end
`;

Deno.test("a whole transcript tells age, packet filter and interfaces", () => {
  const status = read(SECTIONS, A);
  assert.deepEqual(status.faults, []);
  assert.deepEqual(statusLines(status), [
    "a up; peer 192.0.2.1, 1 SAs out, 1 in",
    "vpn1.example.net: as described (OpenBSD 8.0 amd64; built 4 days ago, revision 00ff00ff00ff; " +
    "first booted 3 days ago; " +
    "pushed 16 minutes ago, revision 0123456789ab; pf on, 17 states)",
  ]);
  const brought = read(SECTIONS.replace("first-boot 1799740800", "first-boot 946684800"), A);
  assert.equal(brought.system.firstBoot, undefined);
  const off = read(
    SECTIONS.replace("Status: Enabled", "Status: Disabled").replace(
      "10.0.0.50 net",
      "10.0.0.51 net",
    )
      .replace("status: active", "status: no carrier"),
    A,
  );
  assert.deepEqual(off.faults, [
    "the packet filter is off",
    "interface vio0 has no address 10.0.0.50",
    "interface vio0 has no carrier",
  ]);
});

Deno.test("empty, cut or foreign input is refused and says what to run", () => {
  for (const text of ["", "hello\nworld\n", "--- gatewright: system\nnow 1\n"]) {
    assert.throws(() => read(text, A), (error) => {
      assert(error instanceof GatewrightError);
      assert.match(error.next!, /the script of status/);
      return true;
    });
  }
  const denied = "--- gatewright: ipsec\ndoas: a password is required\n--- gatewright: status 1\n";
  assert.throws(() => read(denied, A), (error) => {
    assert(error instanceof GatewrightError);
    assert.match(error.why!, /password is required/);
    assert.match(error.next!, /doas\.conf/);
    return true;
  });
});

Deno.test("garbage is inspected or refused, and never ends otherwise", () => {
  const words = fc.constantFrom(
    ...["flow", "esp", "in", "out", "from", "to", "peer", "10.0.0.0/24", "10.1.0.0/24", "spi"],
    ...[
      "0x1",
      "tunnel",
      "type",
      "FLOWS:",
      "SAD:",
      "\n",
      "::",
      "1.2.3.400",
      "--- gatewright: ipsec",
    ],
    ...["vio0: flags=1<UP>", "constructor", "__proto__"],
  );
  const text = fc.array(fc.oneof(words, fc.string())).map((list) => list.join(" "));
  fc.assert(fc.property(text, (given) => {
    try {
      const status = read(given, A);
      assert.equal(status.tunnels.length, 1);
      prometheusText(status);
      statusLines(status);
    } catch (error) {
      assert(error instanceof GatewrightError, String(error));
    }
  }));
});

Deno.test("of a thousand tunnels each is up, and the one that lacks its SA is named", () => {
  const many = (count: number) => {
    const numbers = [...Array(count).keys()];
    const tunnels = numbers.map((n) =>
      testTunnel({
        ike: 2,
        name: `t${n}`,
        peer: `198.18.${n >> 8}.${n & 255}`,
        remote: [`172.${16 + (n >> 8)}.${n & 255}.0/24`],
      })
    );
    const text = all(
      tunnels.map((one) => flow(one.remote[0]!, one.peer)).join(""),
      tunnels.map((one) => sa(one.peer)).join(""),
    );
    return { text, tunnels };
  };
  const { text, tunnels } = many(1000);
  assert.equal(read(text, ...tunnels).ok, true);
  const less = text.replaceAll(/^esp tunnel from .*198\.18\.3\.200 spi.*\n/gm, "");
  assert.deepEqual(read(less, ...tunnels).faults, ["tunnel t968 is flows-only"]);
});

Deno.test("the script only reads", () => {
  assert(
    !/rm |>\s*\/(?!dev\/null)|pfctl -[fFedD]|ipsecctl -[fFd]|ikectl (load|reset|reload)/.test(
      STATUS_SCRIPT,
    ),
  );
});

Deno.test("metrics are the text format of Prometheus, whatever names are like", () => {
  const odd = testGateway({ tunnels: [A, two], hostname: 'a"b\\c' });
  const status = readStatus(odd, SECTIONS, "stdin");
  const samples = readMetrics(prometheusText(status));
  const value = (name: string, ...labels: string[]) =>
    samples.find((one) =>
      one.name === name && labels.every((l) => [...one.labels.values()].includes(l))
    )
      ?.value;
  assert.equal(value("gatewright_tunnel_up", "a"), 1);
  assert.equal(value("gatewright_tunnel_up", "b"), 0);
  assert.equal(value("gatewright_tunnel_state", "b", "down"), 1);
  assert.equal(value("gatewright_pf_states"), 17);
  assert.equal(value("gatewright_ok"), 0);
});
