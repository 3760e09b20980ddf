import assert from "node:assert/strict";
import { parseGateway } from "../load/load.ts";
import { GOOD, problems, testRefusals } from "../../test/broken_description.ts";

const CARD = "{name: vio0, address: 10.0.0.50/24}";

testRefusals([
  ...(["eth0", "ens3", "vtnet0", "eno1"] as const).map((
    name,
  ): [string, string, string, string, RegExp] => [
    `a card named ${name}`,
    "name: vio0",
    `name: ${name}`,
    "4:14",
    /OpenBSD has no .*vio0 and up.*did you mean vio0\?/,
  ]),
  [
    "an IPv6 router that is link-local to nobody knows what",
    CARD,
    "{name: vio0, address: 10.0.0.50/24, address6: '2001:db8::1/64'}\n  gateway6: 'fe80::1'",
    "5:13",
    /netstart ignores fe80::1 without its interface.*did you mean fe80::1%vio0\?/,
  ],
  [
    "a router on an interface that is not there",
    "gateway: 10.0.0.1",
    "gateway: 192.0.2.1%vio1",
    "5:12",
    /there is no interface vio1; interfaces: vio0; did you mean vio0\?/,
  ],
  [
    "a router on an interface that is not in its network",
    `    - ${CARD}\n  gateway: 10.0.0.1`,
    `    - ${CARD}\n    - {name: vio1, address: 172.16.0.1/24}\n  gateway: 10.0.0.1%vio1`,
    "6:12",
    /10\.0\.0\.1 is in the network of vio0, not on vio1; .*did you mean 10\.0\.0\.1\?/,
  ],
  [
    "a router outside every subnet, on no link",
    "gateway: 10.0.0.1",
    "gateway: 192.0.2.1",
    "5:12",
    /not in a subnet.*name the interface: 192\.0\.2\.1%vio0/,
  ],
  [
    "a description that a shell would read",
    CARD,
    "{name: vio0, address: 10.0.0.50/24, description: 'a $(reboot)'}",
    "4:56",
    /without quotes, \$/,
  ],
]);

Deno.test("a card of other hardware is a warning with the name on this one", () => {
  for (const name of ["re0", "em0", "ix0"]) {
    const [line] = problems(GOOD.replace("name: vio0", `name: ${name}`));
    assert.match(line!, /warning virtio hardware has no .*; its cards are vio0 and up/);
  }
  // The domain's cards are written there: this description contradicts itself.
  const chosen = (name: string, domain: string) =>
    problems(`${GOOD.replace("name: vio0", `name: ${name}`)}domain: {${domain}}\n`)
      .filter((line) => /cards|hardware/.test(line)).join("\n");
  const says = /error: network\.interfaces\[0\]\.name: /;
  assert.match(chosen("vio0", "hardware: legacy"), says);
  assert.match(chosen("em0", "interfaces: [{bridge: br0}]"), says);
  assert.match(chosen("vio1", "interfaces: [{bridge: br0}]"), says);
  assert.equal(chosen("em0", "hardware: legacy"), "");
  assert.equal(chosen("vio1", "interfaces: [{bridge: br0}, {bridge: br1}]"), "");
  assert.equal(chosen("vio1", "memory: 512M"), "");
  for (const name of ["carp0", "sec1", "wg0", "veb0", "vlan7"]) {
    const text = GOOD.replace(CARD, `${CARD}\n    - {name: ${name}, vlan: {id: 7, parent: vio0}}`);
    assert(!problems(text).some((line) => /hardware/.test(line)), name);
  }
});

Deno.test("routers that are link-local, on a link by name, alone or by a raw line are accepted", () => {
  const good: [string, string][] = [
    [
      "{name: vio0, address: 10.0.0.50/24, address6: '2001:db8::1/64'}",
      "gateway: 10.0.0.1\n  gateway6: 'fe80::1%vio0'",
    ],
    [CARD, "gateway: 192.0.2.1%vio0"],
    [CARD, "gateway: 10.0.0.1%vio0"],
    [
      "{name: vio0, address: 10.0.0.50/24, inet6: [eui64]}",
      "gateway: 10.0.0.1\n  gateway6: 'fe80::1%vio0'",
    ],
    ["{name: vio0, address: 203.0.113.2/32}", "gateway: 192.0.2.1"],
    [
      "{name: vio0, address: 203.0.113.2/29, options: ['!route add -inet 192.0.2.1/32 -link -iface vio0']}",
      "gateway: 192.0.2.1",
    ],
  ];
  for (const [card, router] of good) {
    const text = GOOD.replace(CARD, card).replace("gateway: 10.0.0.1", router);
    assert.deepEqual(problems(text).filter((line) => /gateway/.test(line)), [], router);
  }
});

Deno.test("a link-local router on an interface without IPv6 is a warning", () => {
  const six = "  gateway6: 'fe80::1%vio0'\n";
  const route = "  routes: [{to: '2001:db8:5::/48', via: 'fe80::1%vio0'}]\n";
  const says = /^warning vio0 has no IPv6 address, .*give it address6, or inet6: \[eui64\]$/;
  for (const lines of [six, route]) {
    const text = GOOD.replace("  gateway: 10.0.0.1\n", `  gateway: 10.0.0.1\n${lines}`);
    const found = (one: string) => problems(one).filter((line) => /IPv6/.test(line));
    assert.match(found(text).join("\n"), says, lines);
    assert.deepEqual(found(text.replace("/24}", "/24, inet6: [eui64]}")), []);
    assert.deepEqual(found(text.replace("/24}", "/24, aliases: ['fd00::1/64']}")), []);
  }
});

Deno.test("an interface may be described in several words", () => {
  for (const text of ["to peer one", "LAN (2nd floor), VLAN 7", "a&b; c|d"]) {
    const described = GOOD.replace(CARD, CARD.replace("}", `, description: "${text}"}`));
    const { gateway } = parseGateway(described, "gw.yaml");
    assert.equal(gateway.network.interfaces[0]!.description, text);
  }
});

Deno.test("IPv6 needs an MTU of 1280, and a resolver asks three name servers", () => {
  const mtu = (number: number) =>
    problems(GOOD.replace("address:", `address6: autoconf, mtu: ${number}, address:`))
      .filter((line) => /IPv6 needs 1280/.test(line)).length;
  assert.deepEqual([1279, 1280].map(mtu), [1, 0]);
  const servers = (count: number) => {
    const list = Array.from({ length: count }, (_, at) => `10.0.0.${at + 1}`).join(", ");
    return problems(
      GOOD.replace("gateway: 10.0.0.1", `gateway: 10.0.0.1\n  nameservers: [${list}]`),
    )
      .filter((line) => /first three/.test(line)).length;
  };
  assert.deepEqual([3, 4].map(servers), [0, 1]);
});

/** Warnings about a gateway of these interfaces. */
function told(interfaces: string, more = "  gateway: 203.0.113.1\n"): string {
  const text = `hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 203.0.113.10/28}${interfaces}]
${more}access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
`;
  return problems(text).filter((line) => !/^note |: note: |errata/.test(line)).join("\n");
}

Deno.test("two interfaces in one network are a warning, but for shared addresses and other tables", () => {
  assert.match(
    told(", {name: vio1, address: 203.0.113.11/28}"),
    /^warning this is the network of vio0 too, through which all packets to it leave/,
  );
  for (
    const right of [
      ", {name: vio1, address: 203.0.113.17/28}",
      ", {name: vio1, address: 203.0.113.11/28, rdomain: 1}",
      ", {name: carp0, address: 203.0.113.11/28, carp: {vhid: 1, carpdev: vio0, password: {env: P}}}",
      ", {name: lo1, address: 203.0.113.11/28}",
      ", {name: vio1, address: 203.0.0.1/16}",
    ]
  ) {
    assert.doesNotMatch(told(right), /network of vio0 too/, right);
  }
  for (const wide of ["203.0.0.1/16", "203.0.113.9/29"]) {
    const narrow = wide.endsWith("29") ? "vio1" : "vio0";
    assert.match(
      told(`, {name: vio1, address: ${wide}}`),
      RegExp(
        `network and that of vio0 overlap: packets to what is in both leave by ${narrow} alone`,
      ),
    );
  }
});

Deno.test("a route to a network of the gateway's own, and a name server without a route, are warnings", () => {
  const lan = ", {name: vio1, address: 10.0.0.1/24}";
  const route = (to: string) =>
    told(lan, `  gateway: 203.0.113.1\n  routes: [{to: ${to}, via: 203.0.113.2}]\n`);
  assert.match(route("10.0.0.0/24"), /own interfaces, which the kernel prefers/);
  assert.equal(route("10.0.1.0/24"), "");
  assert.equal(route("10.0.0.128/25"), "");
  const server = (address: string, more = "") => told(lan, `  nameservers: [${address}]\n${more}`);
  assert.match(server("9.9.9.9"), /^warning no route leads to 9\.9\.9\.9; write network\.gateway/);
  assert.equal(server("9.9.9.9", "  gateway: 203.0.113.1\n"), "");
  assert.equal(server("10.0.0.53"), "");
  for (const own of ["127.0.0.1", "::1", "10.0.0.1"]) {
    assert.match(server(own), /is the gateway itself, and no name server runs there; add rcConf/);
    assert.equal(server(own, 'rcConf: {unbound_flags: ""}\n'), "");
    assert.match(server(own, "rcConf: {unbound_flags: NO}\n"), /no name server runs there/);
  }
});

Deno.test("a tunnel interface whose far end is reached through itself is refused", () => {
  const gre = (remote: string) =>
    told(
      `, {name: gre0, address: 10.9.0.1/32, peer: 10.9.0.2, gre: {local: 203.0.113.10, remote: ${remote}}}`,
    );
  assert.match(gre("10.9.0.2"), /error: .*10\.9\.0\.2 is reached through gre0 itself/);
  assert.equal(gre("192.0.2.1"), "");
});
