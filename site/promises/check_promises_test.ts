import assert from "node:assert/strict";
import fc from "fast-check";
import { parseGateway as parseOnly } from "../../gateway/load/load.ts";
import { broken, description, problems } from "./testing.ts";

Deno.test("a router with a tunnel keeps all promises", () => {
  assert.deepEqual(broken(description()), []);
});

const RAW: [name: string, rules: string[], path: RegExp, message: RegExp, more?: object][] = [
  [
    "opens the networks behind to the world",
    ["pass in from any to 10.0.0.0/8"],
    /^firewall\.rules\[0\]$/,
    /a stranger gets behind the gateway: proto tcp from 198\.18\.77\.9 to 10\.0\.0\.77 port 22.*"pass in from any to 10/,
  ],
  [
    "opens the gateway to the world",
    ["pass in on vio0"],
    /^firewall\.rules\[0\]$/,
    /a stranger gets to the gateway/,
  ],
  [
    "shuts the peer out",
    ["block in quick proto udp to port 500"],
    /^firewall\.rules\[0\]$/,
    /the peer's packets do not get in: proto udp from 198\.51\.100\.7 port 500/,
  ],
  [
    "cuts the gateway's own names",
    ["block out proto udp to port { 53 123 }"],
    /^firewall\.rules\[0\]$/,
    /the packets are blocked or lost when the gateway asks/,
  ],
  [
    "locks everybody out of ssh",
    ["block in quick proto tcp to port 22"],
    /^firewall$/,
    /nobody can reach ssh/,
    // Without the tunnel, whose far end gets in by the skipped enc0.
    { tunnels: [] },
  ],
];
for (const [name, rules, path, message, more] of RAW) {
  Deno.test(`a raw rule that ${name} is reported, with the packet`, () => {
    const found = broken(description({ firewall: { rules }, forwarding: "all", ...more }));
    const hit = found.find((one) => path.test(one.path) && message.test(one.message));
    assert(hit, JSON.stringify(found, null, 1));
  });
}

Deno.test("raw rules that keep the promises are not complained of", () => {
  const rules = [
    "pass in on vio0 proto tcp to (vio0) port 443",
    "block in log quick from 198.18.0.0/15",
    "pass in on vio1 from 10.0.0.0/24 to any",
  ];
  const nat = [{ on: "vio0", from: "10.0.0.0/24" }];
  assert.deepEqual(broken(description({ firewall: { rules, nat }, forwarding: "all" })), []);
});

Deno.test("an allow rule names whom it lets in: no promise is broken", () => {
  const firewall = { allow: [{ proto: "tcp", port: 22, from: "any" }] };
  assert.deepEqual(broken(description({ firewall })), []);
});

Deno.test("a redirect that a raw rule cuts off, and NAT that nothing leaves by, are reported with the packet", () => {
  const redirect = [{ on: "vio0", proto: "tcp", port: 443, to: "10.0.0.5" }];
  const nat = [{ on: "vio0", from: "10.0.0.0/24" }];
  const good = {
    firewall: { redirect, nat, allow: [{ on: "vio1", to: "any" }] },
    forwarding: "all",
  };
  assert.deepEqual(broken(description(good)), []);
  const cut = broken(description({
    ...good,
    firewall: { ...good.firewall, rules: ["block out on vio1 to 10.0.0.5"] },
  }));
  assert(
    cut.some(({ path, message }) =>
      path === "firewall.redirect[0]" &&
      /reaches no such host.*to 203\.0\.113\.10 port 443.*"block out on vio1/.test(message)
    ),
    JSON.stringify(cut),
  );
  const shut = broken(description({
    ...good,
    firewall: { ...good.firewall, rules: ["block in on vio1 from 10.0.0.0/24"] },
  }));
  assert(shut.some(({ path }) => path === "firewall.nat[0]"), JSON.stringify(shut));
});

Deno.test("a redirect on another uplink than that of the default route is tried there", () => {
  const { network } = description() as { network: { interfaces: object[] } };
  const second = { name: "vio2", address: "192.0.2.2/30" };
  const said = (rule: object, more: object = {}) =>
    broken(description({
      tunnels: [],
      forwarding: "all",
      network: { ...network, interfaces: [...network.interfaces, second] },
      domain: { interfaces: [{ bridge: "br0" }, { bridge: "br1" }, { bridge: "br2" }] },
      firewall: { redirect: [{ proto: "tcp", port: 443, to: "10.0.0.5", ...rule }], ...more },
    })).map(({ severity, path, message }) => `${severity} ${path}: ${message}`).join("\n");
  assert.match(
    said({ on: "vio2" }),
    /^warning firewall\.redirect\[0\]\.on: connections that come in on vio2 get answers that leave by vio0/,
  );
  assert.equal(said({ on: "vio0" }), "");
  assert.equal(said({ on: "vio2", from: "192.0.2.1" }), "");
  // Hosts inside that use the address outside.
  const inside = { on: "vio1", address: "203.0.113.10" };
  assert.equal(said(inside, { nat: [{ on: "vio1", from: "10.0.0.0/24", to: "10.0.0.5" }] }), "");
  assert.match(
    said({ on: "vio2" }, { rules: ["block out on vio1 to 10.0.0.5"] }),
    /^error firewall\.redirect\[0\]: it reaches no such host/,
  );
});

Deno.test("NAT for whatever some rule lets through is right, and clients who reach everything need it", () => {
  const nat = (from: string, ...allow: object[]) => ({
    forwarding: "all",
    firewall: { nat: [{ on: "vio0", from }], allow },
  });
  const clients = [{ name: "c", pool: "10.9.0.0/24", psk: { env: "P" } }];
  const ssh = { on: "vio0", proto: "tcp", port: 22, from: "any" };
  const { network } = description() as { network: { interfaces: object[] } };
  const [wan, lan] = network.interfaces;
  // Where programs and route(8) lead, rules and raw lines say.
  const npppd = nat("10.8.0.0/24", ssh);
  Object.assign(npppd.firewall, { rules: ["pass in on pppx from 10.8.0.0/24"] });
  const routed = {
    ...nat("10.5.0.0/16", { on: "vio1", from: "10.5.0.0/16", to: "any" }),
    network: {
      ...network,
      interfaces: [wan, { ...lan, options: ["!route add -net 10.5.0.0/16 10.0.0.9"] }],
    },
  };
  const dialled = {
    ...nat("10.0.0.0/24", { on: "vio1", to: "any" }),
    network: {
      interfaces: [{ name: "vio0" }, lan, {
        name: "pppoe0",
        options: [
          "inet 0.0.0.0 255.255.255.255 NONE pppoedev vio0 authproto pap authname u authkey k",
          "dest 0.0.0.1",
          "!/sbin/route add default -ifp pppoe0 0.0.0.1",
        ],
      }],
    },
  };
  dialled.firewall.nat[0]!.on = "pppoe0";
  for (
    const change of [
      nat("any", { on: "vio1", to: "any" }),
      nat("10.0.0.0/24", { on: "vio1", proto: "udp", port: 53, to: "any" }),
      nat("10.0.0.0/24", { on: "vio1", proto: "icmp", to: "any" }),
      nat("10.0.0.0/24", { on: "vio1", proto: "tcp", port: 25, to: "192.0.2.25" }),
      nat("10.8.0.0/24", { on: "tun0", to: "any" }, ssh),
      npppd,
      routed,
      dialled,
      { ...nat("10.9.0.0/24"), clients },
      { ...nat("any"), clients },
      { forwarding: "all", clients: [{ ...clients[0], networks: ["10.0.0.0/24"] }] },
      { forwarding: "all", clients: [{ ...clients[0], pool: "198.18.5.0/24" }] },
    ]
  ) {
    assert.deepEqual(broken(description({ tunnels: [], ...change })), [], JSON.stringify(change));
  }
  for (const from of ["any", "10.0.0.0/24", "10.8.0.0/24"]) {
    const [found] = broken(description(nat(from)));
    assert.match(found?.message ?? "", /^it translates nothing/, from);
  }
  const [closed] = broken(description(nat("10.0.0.0/24")));
  assert.match(
    closed?.message ?? "",
    /; let it in by firewall\.allow: \{on: vio1, from: 10\.0\.0\.0\/24, to: any\}$/,
  );
  for (
    const change of [
      { forwarding: "all", clients },
      { ...nat("10.0.0.0/24", { on: "vio1", to: "any" }), clients },
      { forwarding: "all", clients: [{ ...clients[0], networks: ["0.0.0.0/0"] }] },
    ]
  ) {
    const [found] = broken(description({ tunnels: [], ...change }));
    assert.equal(found?.severity, "warning");
    assert.match(found.message, /reach everything.*add to firewall\.nat: \{on: vio0, from: 10\.9/);
  }
});

Deno.test("a redirect may end on the gateway itself, and be of IPv6", () => {
  const redirect = (one: object) =>
    broken(description({
      forwarding: "all",
      network: {
        interfaces: [
          { name: "vio0", address: "203.0.113.10/28", address6: "2001:db8::10/64" },
          { name: "vio1", address: "10.0.0.1/24", address6: "2001:db8:1::1/64" },
        ],
        gateway: "203.0.113.1",
        gateway6: "2001:db8::1",
      },
      firewall: { redirect: [{ on: "vio0", proto: "tcp", port: 80, ...one }] },
    }));
  for (
    const one of [
      { to: "127.0.0.1", toPort: 8080 },
      { to: "203.0.113.10", toPort: 8080 },
      { to: "10.0.0.5" },
      { to: "2001:db8:1::5" },
    ]
  ) {
    assert.deepEqual(redirect(one), [], JSON.stringify(one));
  }
});

Deno.test("a block of addresses that nobody on the Internet has cuts nothing", () => {
  const martians = "0.0.0.0/8 10.0.0.0/8 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 " +
    "192.0.2.0/24 224.0.0.0/3 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24";
  const rules = [
    `table <martians> { ${martians} }`,
    "block in quick on egress from <martians> to any",
    "block return out quick on egress from any to <martians>",
  ];
  const data = description({
    forwarding: "all",
    firewall: {
      rules,
      nat: [{ on: "egress", from: "10.0.0.0/24" }],
      allow: [{ on: "vio1", to: "any" }],
    },
  });
  data.tunnels = [];
  assert.deepEqual(broken(data), []);
});

Deno.test("a service that is published by its name publishes no other port", () => {
  for (const port of [443, "https", "http:https"]) {
    const allow = [{ proto: "tcp", port, on: "vio0", from: "any", to: "self" }];
    const opened = (rules: string[]) =>
      broken(description({ firewall: { allow, rules } }))
        .filter(({ message }) => message.includes("a stranger gets to the gateway"));
    assert.deepEqual(opened([]), []);
    const [found] = opened(["pass in on vio0 proto tcp to self"]);
    assert.equal(found?.path, "firewall.rules[0]", String(port));
  }
});

Deno.test("an interface that raw rules skip is reported at its line", () => {
  const skip = (on: string) =>
    broken(description({ firewall: { rules: ["set limit states 100000", `set skip on ${on}`] } }));
  for (const on of ["vio0", "egress", "{ lo0 vio0 }"]) {
    const [found, ...more] = skip(on);
    assert.equal(found?.path, "firewall.rules[1]");
    assert.equal(found.severity, "error");
    assert.match(found.message, /a stranger gets to the gateway.*, by "set skip on /);
    assert.deepEqual(more, []);
  }
  assert.deepEqual(skip("{ lo vio1 }"), []);
});

Deno.test("ssh that only an unfiltered tunnel lets in is a warning", () => {
  const rules = ["block in quick proto tcp to port 22"];
  const [found] = broken(description({ firewall: { rules } }));
  assert.equal(`${found?.severity} ${found?.path}`, "warning firewall.rules[0]");
  assert.match(found!.message, /ssh is blocked, but not to what is behind b.*not while/);
  const allow = [{ proto: "tcp", port: 22, tunnel: "b" }];
  assert.deepEqual(broken(description({ firewall: { skipTunnels: false, allow } })), []);
  const some = ["block in quick proto tcp from ! 198.51.100.0/24 to port 22"];
  const open = [{ proto: "tcp", port: 22, from: "198.51.100.0/24" }];
  assert.deepEqual(broken(description({ firewall: { rules: some, allow: open } })), []);
});

Deno.test("nobody's ssh counts where nobody can be", () => {
  const raw = (from: string) =>
    broken(description({
      tunnels: [],
      firewall: {
        rules: ["block in quick proto tcp from ! 198.51.100.0/24 to port 22"],
        allow: [{ proto: "tcp", port: 22, from }],
      },
    })).map(({ message }) => message);
  assert.deepEqual(raw("198.51.100.9"), []);
  assert.match(raw("10.0.0.9").join(), /nobody can reach ssh/);
});

Deno.test("nobody is asked for in the network of a loopback interface", () => {
  const interfaces = [
    { name: "vio0", address: "203.0.113.10/28" },
    { name: "lo1", address: "192.168.1.1/24" },
  ];
  const network = { interfaces, gateway: "203.0.113.1" };
  assert.deepEqual(broken(description({ network, tunnels: [] })), []);
});

const network = fc.constantFrom(
  "10.0.0.0/24",
  "10.0.0.0/16",
  "10.0.0.77/32",
  "10.1.0.0/16",
  "10.1.2.0/24",
  "192.168.7.0/24",
  "203.0.113.10/32",
  "0.0.0.0/0",
  "10.0.0.0/8",
  "2001:db8:1::/48",
  "::/0",
);
const tunnel = fc.record({
  ike: fc.constantFrom(1, 2),
  peer: fc.constantFrom("198.51.100.7", "198.51.100.8", "any", "10.0.0.9", "2001:db8:9::1"),
  local: fc.uniqueArray(network, { minLength: 1, maxLength: 2 }),
  remote: fc.uniqueArray(network, { minLength: 1, maxLength: 2 }),
  mode: fc.constantFrom("active", "passive"),
  encapsulation: fc.constantFrom("tunnel", "tunnel", "transport"),
  tag: fc.option(fc.constantFrom("t1", "t2"), { nil: undefined }),
}, { requiredKeys: ["ike", "peer", "local", "remote"] });
const card = (name: string, addresses: string[]) =>
  fc.record({
    name: fc.constant(name),
    address: fc.constantFrom(...addresses),
    address6: fc.constantFrom("none", "autoconf", `2001:db8:${name.slice(3)}::1/64`),
  });
const ownNetwork = (address: string) =>
  address.startsWith("10.0.0.1/") ? address.replace("10.0.0.1", "10.0.0.0") : undefined;
const anyDescription = fc.record({
  tunnels: fc.array(tunnel, { maxLength: 3 }),
  cards: fc.tuple(
    card("vio0", ["203.0.113.10/28", "10.9.0.50/24", "dhcp"]),
    card("vio1", ["10.0.0.1/24", "10.0.0.1/16", "none"]),
  ),
  count: fc.constantFrom(1, 2),
  skipTunnels: fc.boolean(),
  forwarding: fc.constantFrom("ipsec", "all"),
  release: fc.constantFrom("6.6", "7.5", "8.0"),
  allow: fc.array(
    fc.record({
      proto: fc.constantFrom("tcp", "udp"),
      port: fc.constantFrom(22, 80, "8000:8010"),
      from: fc.constantFrom("any", "10.0.0.0/24", "198.51.100.0/24"),
    }),
    { maxLength: 2 },
  ),
}).filter(({ tunnels, cards }) =>
  // A remote network that is on a wire of ours is complained of, and rightly so.
  !tunnels.some(({ remote }) =>
    remote.some((one) => cards.some(({ address }) => ownNetwork(address) === one))
  )
).map(({ tunnels, cards, count, skipTunnels, forwarding, release, allow }) => {
  const interfaces = cards.slice(0, count);
  const gateway = new Map([["203.0.113.10/28", "203.0.113.1"], ["10.9.0.50/24", "10.9.0.1"]])
    .get(interfaces[0]!.address);
  return description({
    release,
    network: { interfaces, ...(gateway ? { gateway } : {}) },
    domain: { interfaces: interfaces.map((_, at) => ({ bridge: `br${at}` })) },
    forwarding,
    firewall: { skipTunnels, allow },
    tunnels: tunnels.map((one, at) => ({ name: `t${at}`, psk: { env: "PSK" }, ...one })),
  });
});

Deno.test("what the fields of a description make keeps all promises", () => {
  let accepted = 0;
  fc.assert(
    fc.property(anyDescription, (data) => {
      if (problems(data, parseOnly).some(({ severity }) => severity === "error")) return;
      accepted++;
      // Whether the Internet is meant to be reached, no field says.
      const found = broken(data).filter(({ message }) => !/no answer comes back/.test(message));
      assert.deepEqual(found, []);
    }),
    { numRuns: 1000 },
  );
  assert(accepted > 100, `only ${accepted} of 1000 were accepted`);
});
