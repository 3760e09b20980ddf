import assert from "node:assert/strict";
import { parseGateway } from "../load_gateway.ts";
import { askTrace } from "../trace/ask.ts";
import { kernelOf } from "../trace/kernel.ts";
import { broken, description } from "./testing.ts";

Deno.test("a name server on the gateway itself, or with a link-local address of ours, is taken", () => {
  const { network } = description() as { network: { interfaces: object[] } };
  for (const nameservers of [["127.0.0.1"], ["10.0.0.1"], ["203.0.113.10"], ["::1"]]) {
    const data = description({
      network: { ...network, nameservers },
      rcConf: { unbound_flags: "" },
    });
    assert.deepEqual(broken(data), []);
  }
  const [wan] = network.interfaces;
  const lan = { name: "vio1", address: "10.0.0.1/24", address6: "fe80::1/64" };
  assert.deepEqual(broken(description({ network: { ...network, interfaces: [wan, lan] } })), []);
});

Deno.test("a name server behind a tunnel needs a tunnel that carries the gateway's own questions", () => {
  const data = (
    server: string,
    local: unknown,
    remote: unknown = "10.1.0.0/24",
    routes: object[] = [],
  ) => {
    const { network, tunnels } = description() as { network: object; tunnels: object[] };
    return description({
      network: { ...network, nameservers: [server], routes },
      tunnels: [{ ...tunnels[0], local, remote }],
    });
  };
  const [one] = broken(data("10.1.0.53", "10.0.0.0/24"));
  assert.equal(one!.severity, "warning");
  assert.match(
    one!.message,
    /asks from 203\.0\.113\.10, .*add network\.routes: \[\{to: 10\.1\.0\.53\/32, via: 10\.0\.0\.1\}\]/,
  );
  const route = { to: "10.1.0.53/32", via: "10.0.0.1" };
  assert.deepEqual(broken(data("10.1.0.53", "10.0.0.0/24", "10.1.0.0/24", [route])), []);
  const [other] = broken(data("10.1.0.53", "10.0.0.128/25"));
  assert.match(other!.message, /add 203\.0\.113\.10 to local of b/);
  assert.deepEqual(broken(data("10.1.0.53", ["10.0.0.0/24", "203.0.113.10"])), []);
  assert.deepEqual(broken(data("10.0.0.53", "10.0.0.0/24", "10.0.0.0/8")), []);
  assert.deepEqual(broken(data("9.9.9.9", "10.0.0.0/24")), []);
});

Deno.test("what a tunnel translates gets into it, filtered or not one to one", () => {
  const [one] = description().tunnels as Record<string, unknown>[];
  for (const nat of ["172.30.5.0/24", "172.30.5.1", "172.30.5.0/28"]) {
    for (const ike of [1, 2]) {
      const { gateway } = parseGateway(
        JSON.stringify(description({
          firewall: { skipTunnels: false },
          tunnels: [{ ...one, ike, nat }],
        })),
        "gw.yaml",
      );
      const packet = "in on vio1 proto tcp from 10.0.0.5 to 10.1.0.5 port 80";
      assert.equal(askTrace(gateway, kernelOf(gateway), packet).trace.end.kind, "tunnel", nat);
    }
  }
});

Deno.test("nat on enc0 comes too late for what no tunnel takes", () => {
  const [one] = description().tunnels as Record<string, unknown>[];
  const data = (local: string) =>
    description({
      forwarding: "all",
      firewall: {
        skipTunnels: false,
        allow: [{ on: "vio1", to: "any" }],
        nat: [
          { on: "enc0", from: "10.0.0.0/24", to: "10.1.0.0/24", as: "172.30.5.1" },
          { on: "vio0", from: "10.0.0.0/24" },
        ],
      },
      tunnels: [{ ...one, local }],
    });
  assert.match(broken(data("172.30.5.1"))[0]!.message, /translates nothing.*10\.1\.0/);
  assert.deepEqual(broken(data("10.0.0.0/24")), []);
});

Deno.test("an interface that dials has no network that ssh could be open to", () => {
  const dialled = (change: object, ...more: object[]) =>
    broken(description({
      tunnels: [],
      network: {
        interfaces: [{ name: "vio0" }, ...more, {
          name: "pppoe0",
          address: "autoconf",
          pppoe: { dev: "vio0", user: "u", password: { env: "P" } },
        }],
      },
      ...change,
    })).map(({ message }) => message).join();
  assert.match(dialled({}), /nobody can reach ssh/);
  assert.equal(dialled({}, { name: "vio1", address: "10.0.0.1/24" }), "");
  const ssh = { proto: "tcp", port: 22, from: "192.0.2.0/24" };
  assert.equal(dialled({ firewall: { allow: [ssh] } }), "");
  assert.match(dialled({ firewall: { allow: [{ ...ssh, port: 80 }] } }), /nobody can reach ssh/);
  assert.equal(
    dialled({ firewall: { rules: ["pass in proto tcp to (self) port { 22 80 }"] } }),
    "",
  );
  const tag = "match in proto tcp from 192.0.2.0/24 to (self) port 22 tag A";
  assert.equal(dialled({ firewall: { rules: [tag, "pass in tagged A"] } }), "");
});

Deno.test("a raw rule that cuts carp or pfsync from its peer is reported, as one that cuts them from their group", () => {
  const said = (peers: { peer?: string; syncpeer?: string }, rule: string) =>
    broken(description({
      tunnels: [],
      network: {
        interfaces: [
          { name: "vio0", address: "203.0.113.10/28" },
          { name: "vio1", address: "10.0.0.2/24" },
          {
            name: "carp1",
            address: "10.0.0.1/24",
            carp: {
              vhid: 1,
              carpdev: "vio1",
              password: { env: "P" },
              ...(peers.peer ? { peer: peers.peer } : {}),
            },
          },
          {
            name: "pfsync0",
            pfsync: {
              syncdev: "vio1",
              ...(peers.syncpeer ? { syncpeer: peers.syncpeer } : {}),
            },
          },
        ],
        gateway: "203.0.113.1",
      },
      firewall: { rules: [rule] },
    })).map(({ message }) => message).join();
  const both = { peer: "10.0.0.3", syncpeer: "10.0.0.3" };
  for (const peers of [{}, both]) {
    assert.match(said(peers, "block in quick proto carp"), /carp1 blocks traffic that its link/);
    assert.match(said(peers, "block in quick proto pfsync"), /pfsync0 blocks traffic that its/);
    assert.equal(said(peers, "block in quick proto ospf"), "");
  }
});

Deno.test("segments that a tunnel would cut into fragments are reported, with what fits", () => {
  const said = (maxMss: number, tunnel: object = {}) => {
    const [one] = description().tunnels as object[];
    return broken(description({ firewall: { maxMss }, tunnels: [{ ...one, ...tunnel }] }))
      .map(({ message }) => message).join();
  };
  const [, room = ""] = /tunnel b, which cuts .*write maxMss: (\d+)/.exec(said(1460)) ?? [];
  assert(Number(room) > 1300 && Number(room) < 1440, room);
  assert.equal(said(Number(room)), "");
  // Without NAT-T, and on a way of 1500 bytes, a little more fits.
  const most = 1500 - 20 - 8 - 16 - 16 - (1500 - 20 - 8 - 16 - 16) % 16 - 2 - 40;
  assert.equal(said(most), "");
  assert.match(said(most + 1), /do not fit into tunnel b/);
  // A peer that is not known may have IPv4.
  assert.equal(said(most, { peer: "any", mode: "passive" }), "");
  const hosts = { local: "203.0.113.10", remote: "198.51.100.7", encapsulation: "transport" };
  assert.equal(said(1460, hosts), "");
});

Deno.test("a raw rule for a tag that nothing gives is reported", () => {
  const said = (...rules: string[]) =>
    broken(description({ firewall: { rules } })).map(({ message }) => message).join();
  assert.match(said("block in tagged A"), /nothing gives packets the tag A, so this never/);
  assert.equal(said("match in on vio1 tag A", "block in tagged A"), "");
  assert.doesNotMatch(said("block in ! tagged A"), /the tag A/);
  // An iked.conf of files may give it, and so may a program.
  const files = [{ path: "/etc/iked/rw.conf", content: "ikev2 passive from any to dynamic tag A" }];
  const own = { tunnels: [], rcConf: { iked_flags: "-f /etc/iked/rw.conf" }, files };
  const rules = { firewall: { skipTunnels: false, rules: ["pass log on enc0 tagged A"] } };
  assert.deepEqual(broken(description({ ...own, ...rules })), []);
  assert.doesNotMatch(said("anchor x", "block in tagged A"), /the tag A/);
  const [one] = description().tunnels as object[];
  const tagged = { tunnels: [{ ...one, tag: "A" }], firewall: { rules: ["block in tagged A"] } };
  assert.doesNotMatch(broken(description(tagged)).map(({ message }) => message).join(), /tag A/);
});

Deno.test("a raw rule that cuts sasyncd(8) of a pair is reported", () => {
  const card = (name: string, address: string) => ({ name, address });
  const carp = (at: number, address: string) => ({
    name: `carp${at}`,
    address,
    carp: { vhid: at + 1, carpdev: `vio${at}`, password: { env: "P" } },
  });
  const said = (rule: string) =>
    broken(description({
      network: {
        interfaces: [
          card("vio0", "203.0.113.11/28"),
          card("vio1", "10.0.0.2/24"),
          card("vio2", "10.255.0.1/30"),
          carp(0, "203.0.113.10/28"),
          carp(1, "10.0.0.1/24"),
          { name: "pfsync0", pfsync: { syncdev: "vio2" } },
        ],
        gateway: "203.0.113.1",
      },
      failover: { interface: "vio2", peer: "10.255.0.2", key: { env: "K" } },
      domain: { interfaces: ["br0", "br1", "br2"].map((bridge) => ({ bridge })) },
      firewall: { rules: [rule] },
    })).map(({ message }) => message).join();
  assert.match(
    said("block in quick on vio2 proto tcp to port 500"),
    /cannot tell each other of their tunnels: proto tcp from 10\.255\.0\.2 to 10\.255\.0\.1 port 500/,
  );
  assert.equal(said("block in quick on vio2 proto tcp to port 501"), "");
});

Deno.test("a translation that is made inside a tunnel too is reported, with the packet", () => {
  const said = (nat: string, more: object = {}) =>
    broken(description({
      forwarding: "all",
      firewall: {
        skipTunnels: false,
        rules: [nat, "pass in on vio1 keep state (if-bound)"],
        ...more,
      },
    })).map(({ severity, path, message }) => `${severity} ${path}: ${message}`).join("\n");
  const nat = "match out from 10.0.0.0/24 nat-to (vio0)";
  assert.match(
    said(nat),
    /^warning firewall\.rules\[0\]: what goes into b is translated first, to 203\.0\.113\.10, .*by "match out from/,
  );
  assert.equal(said(nat.replace("out", "out on vio0")), "");
  assert.equal(said(nat.replace("out", "out on ! enc0")), "");
  assert.equal(said(nat, { skipTunnels: true }), "");
});

Deno.test("a routing daemon whose neighbours are blocked is reported, with the packet", () => {
  const said = (daemon: string, conf: string, firewall: object = {}) =>
    broken(description({
      tunnels: [],
      firewall,
      rcConf: { [`${daemon}_flags`]: "" },
      files: [{ path: `/etc/${daemon}.conf`, content: conf, mode: "0600" }],
    })).map(({ severity, path, message }) => `${severity} ${path}: ${message}`).join("\n");
  const area = "area 0.0.0.0 {\n  interface vio1\n}\n";
  assert.match(
    said("ospfd", area),
    /^warning network\.interfaces\[1\]: vio1 blocks traffic that its link needs: proto ospf from 10\.0\.0\.\d+ to 224\.0\.0\.5.*add to firewall\.allow: \{on: vio1, proto: ospf, to: any\}$/,
  );
  assert.match(said("ospfd", "area 0 { interface vio1 { metric 5 } }\n"), /proto ospf/);
  assert.match(said("ripd", "interface vio1\n"), /proto udp .* to 224\.0\.0\.9 port 520/);
  const ssh = { on: "vio1", proto: "tcp", port: 22 };
  const allow = [{ on: "vio1", proto: "ospf", to: "any" }, ssh];
  for (
    const [conf, firewall] of [
      [area, { allow }],
      [area, { rules: ["pass in on vio1 proto ospf"] }],
      ["area 0 { interface vio1 { passive } }\n", {}],
      ["area 0 { interface vio11 }\n# interface vio1\n", {}],
    ] as const
  ) {
    assert.equal(said("ospfd", conf, firewall), "", conf);
  }
});
