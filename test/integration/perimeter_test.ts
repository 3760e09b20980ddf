import assert from "node:assert/strict";
import type { Gateway } from "../../gateway/gateway.ts";
import { PERIMETER_KINDS } from "../../site/perimeter/kinds.ts";
import { perimeterOf } from "../../site/perimeter/perimeter.ts";
import { testGateway, testTunnel } from "../gateway.ts";
import { canNamespace, HostsInARow } from "./namespaces.ts";

const namespaces = await canNamespace();
if (!namespaces) console.log("perimeter tests skipped: no network namespaces (they need root)");

/** Counts what arrives at the gateway, by kind. */
const COUNTERS = `table ip seen {
  chain input {
    type filter hook input priority filter; policy accept;
    udp dport 500 counter comment "ike"
    udp dport 4500 counter comment "nat-t"
    ip protocol esp counter comment "esp"
    tcp dport 22 counter comment "ssh"
  }
}
`;

/** Milliseconds after which a packet was lost, however loaded the host is. */
const PATIENCE = 60_000;

/**
 * peer - firewall - gateway, with `rules` on the firewall; what of each kind arrived at the gateway, once
 * something of each of `awaited` did.
 */
async function arrived(
  gateway: Gateway,
  load: (hosts: HostsInARow) => Promise<unknown>,
  target: string,
  awaited: string[] = [],
): Promise<Map<string, number>> {
  await using hosts = new HostsInARow(["peer", "firewall", "gateway"]);
  await hosts.start();
  await hosts.address("peer", "firewall", "192.0.2.230/24");
  await hosts.address("firewall", "peer", "192.0.2.1/24");
  await hosts.address("firewall", "gateway", "10.0.0.1/24");
  await hosts.address("gateway", "firewall", gateway.network.interfaces[0]!.address);
  await hosts.run("firewall", "sysctl", ["-qw", "net.ipv4.ip_forward=1"]);
  await hosts.run("gateway", "ip", ["route", "add", "default", "via", "10.0.0.1"]);
  await hosts.run("peer", "ip", ["route", "add", "10.0.0.0/24", "via", "192.0.2.1"]);
  await hosts.run("gateway", "nft", ["-f", "-"], COUNTERS);
  await load(hosts);
  const send = (to: string) => hosts.run("peer", "socat", ["-u", "-", to], "x").catch(() => {});
  for (const port of [500, 4500]) await send(`UDP4-SENDTO:${target}:${port},bind=:${port}`);
  await send(`IP4-SENDTO:${target}:50`);
  await send("TCP4:10.0.0.50:22,connect-timeout=0.3");
  const late = AbortSignal.timeout(PATIENCE);
  for (;;) {
    const { stdout } = await hosts.run("gateway", "nft", ["list", "table", "ip", "seen"]);
    const seen = new Map(
      Array.from(
        stdout.matchAll(/packets (\d+) bytes \d+ comment "([a-z-]+)"/g),
        ([, count, name]) => [name!, Number(count)],
      ),
    );
    if (late.aborted || awaited.every((name) => seen.get(name)! > 0)) return seen;
  }
}

const loaders = new Map<string, (hosts: HostsInARow, text: string) => Promise<unknown>>([
  ["nft", (hosts, text) => hosts.run("firewall", "nft", ["-f", "-"], text)],
  ["iptables", (hosts, text) => hosts.run("firewall", "sh", ["-e"], text)],
]);

for (const [kind, loader] of loaders) {
  const text = (gateway: Gateway) =>
    PERIMETER_KINDS.get(kind)!(perimeterOf(gateway), { outside: "peer" });

  Deno.test({
    name: `perimeter: ${kind} lets IKE and ESP of the peer reach the gateway, and nothing else`,
    ignore: !namespaces,
    async fn() {
      const gateway = testGateway();
      const seen = await arrived(gateway, (hosts) => loader(hosts, text(gateway)), "192.0.2.1", [
        "ike",
        "nat-t",
        "esp",
      ]);
      assert.deepEqual(Object.fromEntries(seen), { ike: 1, "nat-t": 1, esp: 1, ssh: 0 });
    },
  });

  Deno.test({
    name: `perimeter: ${kind} keeps strangers out where all peers are fixed`,
    ignore: !namespaces,
    async fn() {
      const gateway = testGateway({ tunnels: [testTunnel({ peer: "192.0.2.99" })] });
      const seen = await arrived(gateway, (hosts) => loader(hosts, text(gateway)), "192.0.2.1");
      assert.deepEqual(Object.fromEntries(seen), { ike: 0, "nat-t": 0, esp: 0, ssh: 0 });
    },
  });
}

Deno.test({
  name:
    "perimeter: without the rules everything would arrive, so that the counts above mean something",
  ignore: !namespaces,
  async fn() {
    const seen = await arrived(testGateway(), () => Promise.resolve(), "10.0.0.50", [
      "ike",
      "esp",
      "ssh",
    ]);
    assert.deepEqual([seen.get("ike"), seen.get("esp")], [1, 1]);
    assert(seen.get("ssh")! > 0);
  },
});
