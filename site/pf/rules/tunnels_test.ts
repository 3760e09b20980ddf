import assert from "node:assert/strict";
import { testFirewall, testInterface, testRouter, testTunnel } from "../../../test/gateway.ts";
import type { Gateway, Ikev1Tunnel, NetworkInterface } from "../../../gateway/gateway.ts";
import { linesFrom, pfLines } from "./testing.ts";

type Patch = Partial<Ikev1Tunnel>;

function withTunnel(patch: Patch, ...more: NetworkInterface[]): Gateway {
  return testRouter({ tunnels: [testTunnel({ name: "t", ...patch })] }, ...more);
}

/** What may enter, what never leaves in clear text, and who may not claim to be behind the tunnel. */
function tunnelLines(gateway: Gateway): string[] {
  return pfLines(gateway).filter((line) =>
    /^(table <t\.|pass in on vio|pass out quick on|block (in|out) log (quick|from))/.test(line) &&
    !line.includes("port 22")
  );
}

Deno.test("tunnels: the local network enters where it is, and nothing of it passes beside", () => {
  assert.deepEqual(tunnelLines(withTunnel({})), [
    "pass in on vio1 from 10.0.0.0/24 to 10.0.10.0/24",
    "block out log quick on ! enc0 from 10.0.0.0/24 to 10.0.10.0/24",
    "block in log quick on ! enc0 from 10.0.10.0/24 to 10.0.0.0/24",
  ]);
});

Deno.test("tunnels: from everywhere to everywhere opens nothing on the outside", () => {
  assert.deepEqual(tunnelLines(withTunnel({ local: ["0.0.0.0/0"], remote: ["0.0.0.0/0"] })), [
    "table <t.beyond> const { 0.0.0.0/0 ! 203.0.113.0/29 ! 10.0.0.0/24 ! 224.0.0.0/4 ! 255.255.255.255/32 }",
    "pass in on vio1 from 10.0.0.0/24 to <t.beyond>",
    // The gateway itself still asks name servers and mirrors.
    "pass out quick on ! enc0 from 203.0.113.2 to 0.0.0.0/0",
    "block out log quick on ! enc0 from 0.0.0.0/0 to <t.beyond>",
  ]);
});

Deno.test("tunnels: from everywhere to one network, clear text is blocked both ways", () => {
  assert.deepEqual(tunnelLines(withTunnel({ local: ["0.0.0.0/0"], remote: ["10.9.0.0/24"] })), [
    "pass in on vio1 from 10.0.0.0/24 to 10.9.0.0/24",
    "block out log quick on ! enc0 from 0.0.0.0/0 to 10.9.0.0/24",
    "block in log quick on ! enc0 from 10.9.0.0/24 to 0.0.0.0/0",
  ]);
});

Deno.test("tunnels: one own address to everywhere blocks nothing; to a network it does", () => {
  const host: Patch = { local: ["203.0.113.2"], encapsulation: "transport" };
  assert.deepEqual(tunnelLines(withTunnel({ ...host, remote: ["0.0.0.0/0"] })), []);
  assert.deepEqual(tunnelLines(withTunnel({ ...host, remote: ["198.51.100.7"] })), [
    "block out log quick on ! enc0 from 203.0.113.2 to 198.51.100.7",
    "block in log quick on ! enc0 from 198.51.100.7 to 203.0.113.2",
  ]);
  // The address of a host behind is no own one: all of its traffic belongs into the tunnel.
  assert.deepEqual(tunnelLines(withTunnel({ local: ["10.0.0.9"], remote: ["0.0.0.0/0"] })), [
    "table <t.beyond> const { 0.0.0.0/0 ! 10.0.0.0/24 ! 224.0.0.0/4 ! 255.255.255.255/32 }",
    "pass in on vio1 from 10.0.0.9 to <t.beyond>",
    "block out log quick on ! enc0 from 10.0.0.9 to <t.beyond>",
    "block in log from any to (self)",
  ]);
});

Deno.test("tunnels: a remote network around the local one leaves the LAN to itself", () => {
  assert.deepEqual(tunnelLines(withTunnel({ remote: ["10.0.0.0/8"] })), [
    "table <t.beyond> const { 10.0.0.0/8 ! 10.0.0.0/24 }",
    "pass in on vio1 from 10.0.0.0/24 to <t.beyond>",
    "block out log quick on ! enc0 from 10.0.0.0/24 to <t.beyond>",
    "block in log quick on ! enc0 from <t.beyond> to 10.0.0.0/24",
  ]);
  // Another inside network stays here too, and its addresses of the gateway open no port.
  const dmz = testInterface("vio2", "10.2.0.1/24");
  const [table] = tunnelLines(withTunnel({ remote: ["10.0.0.0/8"] }, dmz));
  assert.equal(table, "table <t.beyond> const { 10.0.0.0/8 ! 10.0.0.0/24 ! 10.2.0.0/24 }");
});

Deno.test("tunnels: all traffic of the LAN into a tunnel opens no port of the gateway", () => {
  const lines = pfLines(
    withTunnel({ remote: ["0.0.0.0/0", "::/0"], local: ["10.0.0.0/24", "2001:db8::/64"] }),
  );
  const enter = lines.findIndex((line) => line.startsWith("pass in on vio1 from {"));
  const guard = lines.indexOf("block in log from any to (self)");
  const icmp = lines.findIndex((line) => line.startsWith("pass in inet proto icmp"));
  const ike = lines.findIndex((line) => line.startsWith("pass in proto udp from any to (self)"));
  assert(enter >= 0 && enter < guard && guard < icmp && guard < ike, lines.join("\n"));
  // IPv6 lives from groups and link-local addresses.
  const [table] = lines.filter((line) => line.startsWith("table <t.beyond>"));
  assert.match(table!, /! fe80::\/10 ! ff00::\/8/);
});

Deno.test("tunnels: nobody outside sends from a local network that no interface is in", () => {
  const lines = linesFrom(withTunnel({ local: ["10.7.0.0/16"] }), "pass in on");
  assert.equal(lines[0], "pass in on vio1 from 10.7.0.0/16 to 10.0.10.0/24");
  assert(lines.every((line) => !line.startsWith("pass in on ! enc0")), lines.join("\n"));
});

Deno.test("tunnels: with a leased address the network around it may enter, as the interface knows it", () => {
  const gateway = withTunnel({});
  const { gateway: _, ...network } = gateway.network;
  const lines = pfLines({
    ...gateway,
    network: { ...network, interfaces: [testInterface("vio0", "autoconf")] },
  });
  const mark = lines.indexOf("match in on vio0 from (vio0:network) to any tag gatewright.near");
  const enter = lines.indexOf(
    "pass in on vio0 from 10.0.0.0/24 to 10.0.10.0/24 tagged gatewright.near",
  );
  assert(mark >= 0 && mark < enter, lines.join("\n"));
});

Deno.test("tunnels: the rules against clear text stand behind IKE and ESP of peers in a remote network", () => {
  const lines = pfLines(withTunnel({ peer: "198.51.100.7", remote: ["198.51.100.0/24"] }));
  const stops = lines.flatMap((line, at) => / log quick on ! enc0 /.test(line) ? [at] : []);
  for (
    const wanted of [
      "pass out quick proto udp from (self) to any port { 500 4500 }",
      "pass out quick proto esp from (self) to any",
      "pass in quick proto udp from 198.51.100.7 to (self) port { 500 4500 }",
      "pass in quick proto esp from 198.51.100.7 to (self)",
    ]
  ) {
    const at = lines.indexOf(wanted);
    assert(at >= 0 && at < stops[0]!, `${wanted}\n${lines.join("\n")}`);
  }
  // Of any other peer a later rule may still decide.
  assert(!pfLines(withTunnel({})).some((line) => line.startsWith("pass in quick proto udp")));
});

Deno.test("tunnels: translations stand before all that is quick on enc0, one to one where the sizes match", () => {
  const nat = (nat: string, patch: Patch = {}) => {
    const gateway = withTunnel({ nat, ...patch });
    return pfLines({ ...gateway, firewall: testFirewall({ skipTunnels: false }) });
  };
  const lines = nat("10.99.0.0/24");
  const at = lines.indexOf("match on enc0 from 10.0.0.0/24 to 10.0.10.0/24 binat-to 10.99.0.0/24");
  assert(at >= 0 && at < lines.findIndex((line) => / quick on enc0/.test(line)), lines.join("\n"));
  assert(
    nat("10.99.0.1").includes(
      "match out on enc0 from 10.0.0.0/24 to 10.0.10.0/24 nat-to 10.99.0.1",
    ),
  );
  assert(
    nat("10.99.0.0/28").includes(
      "match out on enc0 from 10.0.0.0/24 to 10.0.10.0/24 nat-to 10.99.0.0/28 bitmask",
    ),
  );
  // A rule behind a translation sees what it made of the addresses and ports.
  for (const as of ["10.99.0.0/24", "10.99.0.1", "10.99.0.0/28"]) {
    const [into, ...more] = nat(as, { proto: "tcp", localPort: "25" })
      .filter((line) => line.startsWith("pass out on enc0"));
    assert.deepEqual(more, []);
    assert.match(
      into!,
      RegExp(`proto tcp from ${as.replaceAll(".", "\\.")} to 10\\.0\\.10\\.0/24 keep`),
    );
  }
});

Deno.test("tunnels: many networks are tables, so that the rules stay few", () => {
  const networks = (first: number) =>
    Array.from({ length: 180 }, (_, n) => `10.${first}.${n}.0/24`);
  const lines = pfLines(withTunnel({ local: networks(1), remote: networks(2) }));
  assert(lines.includes("block out log quick on ! enc0 from <t.local> to <t.remote>"));
  assert(lines.every((line) => line.startsWith("table") || line.length < 300));
});

Deno.test("tunnels: long names make tables that pfctl takes", () => {
  const name = "a".repeat(64);
  const remote = Array.from({ length: 20 }, (_, n) => `10.2.${n}.0/24`);
  const tunnels = [
    testTunnel({ name, remote }),
    testTunnel({ name: `${name.slice(1)}b`, remote: remote.map((one) => one.replace("2", "3")) }),
  ];
  const tables = linesFrom(testRouter({ tunnels }), "table <").map((line) =>
    /<(.*?)>/.exec(line)![1]!
  );
  assert.deepEqual(tables, ["tunnel-1.remote", "tunnel-2.remote"]);
});

Deno.test("tunnels: of one protocol or port, only that belongs into the tunnel", () => {
  assert.deepEqual(
    tunnelLines(withTunnel({ local: ["10.0.0.1"], remote: ["10.40.0.1"], proto: "gre" })),
    [
      "block out log quick on ! enc0 proto gre from 10.0.0.1 to 10.40.0.1",
      "block in log quick on ! enc0 proto gre from 10.40.0.1 to 10.0.0.1",
    ],
  );
  // L2TP: so narrow that all the world may be blocked in clear text, and the gateway still speaks to it.
  const l2tp: Patch = {
    local: ["203.0.113.2"],
    remote: ["0.0.0.0/0"],
    proto: "udp",
    localPort: "1701",
    encapsulation: "transport",
  };
  assert.deepEqual(tunnelLines(withTunnel(l2tp)).slice(1), [
    "block out log quick on ! enc0 proto udp from 203.0.113.2 port 1701 to <t.beyond>",
    "block in log quick on ! enc0 proto udp from <t.beyond> to 203.0.113.2 port 1701",
  ]);
});

Deno.test("tunnels: one to everywhere does not undo what another blocks in clear text", () => {
  const lines = pfLines(testRouter({
    tunnels: [
      testTunnel({ name: "all", local: ["0.0.0.0/0"], remote: ["0.0.0.0/0"] }),
      testTunnel({ name: "one", local: ["203.0.113.2"], remote: ["198.51.100.7"] }),
    ],
  }));
  const spared = lines.indexOf("pass out quick on ! enc0 from 203.0.113.2 to 0.0.0.0/0");
  const stopped = lines.indexOf("block out log quick on ! enc0 from 203.0.113.2 to 198.51.100.7");
  assert(stopped >= 0 && stopped < spared, lines.join("\n"));
});
