/**
 * The example of every field, as explain and gatewright.yaml(5) show it, in a description that has
 * what it needs around it.
 */
import assert from "node:assert/strict";
import { parse, stringify } from "yaml";
import { DescriptionError } from "../../gateway/document/problem.ts";
import { allFields } from "../../gateway/schema/fields/fields.ts";
import { parseGateway } from "../../site/load_gateway.ts";

type Fields = { [name: string]: unknown };

const isMap = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** `value` over `below`: maps field by field, lists element by element. */
function over(below: unknown, value: unknown): unknown {
  if (isMap(below) && isMap(value)) {
    const names = new Set([...Object.keys(below), ...Object.keys(value)]);
    return Object.fromEntries(
      [...names].map((
        name,
      ) => [name, name in value ? over(below[name], value[name]) : below[name]]),
    );
  }
  if (Array.isArray(below) && Array.isArray(value) && isMap(value[0])) {
    return [over(below[0], value[0]), ...value.slice(1), ...below.slice(value.length)];
  }
  return value;
}

const CARDS = `{name: vio0, address: 10.0.0.50/24, aliases: [192.0.2.1/24, 203.0.113.10/24]},
  {name: vio1, address: 10.0.30.1/24}, {name: vio2, address: 10.255.0.1/24}`;
const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY a@b";
const CERTIFICATE = "certificate: {ca: {file: a}, cert: {file: b}, key: {file: c}}";
const WG = `{name: wg0, address: 10.8.0.1/24, wg: {port: 51820, key: {file: k}, peers: [
  {name: anna, publicKey: YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWE=, allowed: [10.8.0.2/32]}]}}`;
const PAIR =
  `{name: carp1, address: 10.0.30.3/24, carp: {vhid: 2, carpdev: vio1, password: {file: c}}}`;

/** The network with `first` before its cards, and `more` behind them. */
const network = (first = "", more = "") =>
  `network: {gateway: 10.0.0.1, interfaces: [${[first, CARDS, more].filter(Boolean).join(", ")}]}`;

/** A tunnel with `more`. */
const tunnel = (more = "local: 10.0.0.0/24, remote: 10.0.10.0/24, psk: {file: a}") =>
  `tunnels: [{name: branch10, peer: 192.0.2.230, ${more}}]`;

/** A description without the fields that need others. */
const BASE = parse(`hostname: gw.example.net\n${network()}\naccess: {rootKeys: ["${KEY}"]}`);

/** What fields need around them, by the beginning of their path; the first one that fits. */
const AROUND: readonly [RegExp, string][] = ([
  ["release", "release: {version: '8.0'}"],
  ["disk\\.layout\\[", "disk: {layout: [{mount: /var, size: 2G}, {mount: /, size: 3G}]}"],
  [
    "network$|network\\.interfaces$|network\\.interfaces\\[\\]\\.address$",
    `network: {gateway: 10.0.0.254, interfaces: [${CARDS}]}`,
  ],
  [
    "network\\.interfaces\\[\\]\\.peer$",
    network("{name: gre0, address: 10.99.0.1/30, gre: {local: 192.0.2.1, remote: 198.51.100.1}}"),
  ],
  [
    "network.*\\.vlan",
    network("{name: vlan30, address: 10.1.0.1/24, vlan: {parent: vio1, id: 30}}"),
  ],
  [
    "network.*\\.carp\\.peer",
    network("{name: carp0, address: 10.0.0.2/24, carp: {vhid: 1, carpdev: vio0}}"),
  ],
  [
    "network.*\\.carp",
    network(`{name: carp0, address: 10.0.30.2/24, carp: {vhid: 1, carpdev: vio1}}`),
  ],
  ["network.*\\.pfsync", network("{name: pfsync0, pfsync: {syncdev: vio2}}")],
  [
    "network.*\\.gre",
    network("{name: gre0, address: 10.99.0.1/30, gre: {local: 192.0.2.1, remote: 198.51.100.1}}"),
  ],
  [
    "network.*\\.gif",
    network("{name: gif0, address: 10.99.0.1/30, gif: {local: 192.0.2.1, remote: 198.51.100.1}}"),
  ],
  [
    "network.*\\.etherip",
    network("{name: etherip0, etherip: {local: 192.0.2.1, remote: 198.51.100.1}}"),
  ],
  [
    "network.*\\.sec|tunnels\\[\\]\\.iface",
    `${network("{name: sec0, address: 10.99.0.1/30, sec: {}}")}\n${
      tunnel("psk: {file: a}, iface: sec0")
    }`,
  ],
  ["network.*\\.wg", network(WG)],
  [
    "network.*\\.pppoe",
    network("{name: pppoe0, address: autoconf, pppoe: {dev: vio0, user: u, password: {file: p}}}"),
  ],
  [
    "network.*\\.aggr",
    "domain: {hardware: legacy}\nnetwork: {interfaces: [{name: aggr0, address: 10.0.0.50/24, " +
    "aggr: {ports: [em0]}}, {name: em0}, {name: em1}], gateway: 10.0.0.1}",
  ],
  [
    "network.*\\.veb",
    "network: {interfaces: [{name: veb0, veb: {ports: [vio1]}}, {name: vio0, address: 10.0.0.50/24}, " +
    "{name: vio1}, {name: vport0, address: 10.2.0.1/24}], gateway: 10.0.0.1}",
  ],
  [
    "network.*\\.bridge",
    network("{name: bridge0, bridge: {ports: [vio1]}}", "{name: vether0, address: 10.2.0.1/24}"),
  ],
  [
    "network\\.routes",
    `network: {gateway: 10.0.0.1, routes: [{to: 10.50.0.0/16, via: 10.0.0.254}], interfaces: [${CARDS}]}`,
  ],
  [
    "network\\.hosts",
    `network: {gateway: 10.0.0.1, hosts: [{address: 10.0.0.9, names: [a]}], interfaces: [${CARDS}]}`,
  ],
  ["access\\.users", `access: {rootKeys: ["${KEY}"], users: [{name: paul, keys: ["${KEY}"]}]}`],
  ["firewall\\.peers", "firewall: {tables: {admins: [198.51.100.0/24]}}"],
  [
    "firewall\\.allow\\[\\]\\.routeTo",
    "forwarding: all\nfirewall: {allow: [{on: vio1, from: 10.0.30.0/24, to: '! 10.0.0.0/8'}]}",
  ],
  [
    "firewall\\.allow\\[\\]\\.tag",
    `firewall: {skipTunnels: false, allow: [{proto: tcp, port: 22, from: 10.0.0.0/24}]}\n${
      tunnel("local: 10.0.0.0/24, remote: 10.0.10.0/24, psk: {file: a}, tag: BRANCH")
    }`,
  ],
  [
    "firewall\\.allow\\[\\]\\.tunnel",
    `firewall: {skipTunnels: false, allow: [{proto: tcp, port: 22}]}\n${tunnel()}`,
  ],
  [
    "firewall\\.allow\\[",
    "firewall: {tables: {bruteforce: []}, allow: [{on: vio0, proto: tcp, port: 22, from: any, maxRate: 15/5}]}",
  ],
  [
    "firewall\\.nat",
    "forwarding: all\nfirewall: {allow: [{on: vio0, from: 10.0.0.0/24, to: any}, {on: vio1, from: 10.0.30.0/24, to: any}], nat: [{on: egress, from: 10.0.30.0/24}]}",
  ],
  [
    "firewall\\.redirect",
    "forwarding: all\nfirewall: {redirect: [{on: egress, proto: tcp, port: 443, to: 10.0.30.5}]}",
  ],
  [
    "tunnels\\[\\]\\.selectors",
    tunnel("psk: {file: a}, selectors: [{local: 10.0.0.0/24, remote: 10.0.10.0/24}]"),
  ],
  [
    "tunnels\\[\\]\\.(local|remote)Port",
    tunnel("local: 10.0.0.0/24, remote: 10.0.10.0/24, psk: {file: a}, proto: udp"),
  ],
  [
    "tunnels\\[\\]\\.certificate",
    tunnel(`local: 10.0.0.0/24, remote: 10.0.10.0/24, dstid: b.example.net, ${CERTIFICATE}`),
  ],
  ["tunnels\\[\\]\\.peerKey", tunnel("local: 10.0.0.0/24, remote: 10.0.10.0/24")],
  ["tunnels\\[\\]\\.nat", `firewall: {skipTunnels: false}\n${tunnel()}`],
  [
    "accept",
    `${tunnel()}\naccept: [{tunnel: branch10, weak: [modp1536], until: 2027-06-30, because: why}]`,
  ],
  ["tunnels", tunnel()],
  ["clients\\[\\]\\.psk", "clients: [{name: laptops, pool: 10.20.99.0/24}]"],
  [
    "clients",
    `clients: [{name: laptops, pool: 10.20.99.0/24, ${CERTIFICATE}, users: [{name: anna, password: {file: d}}]}]`,
  ],
  [
    "failover",
    `${
      network("{name: pfsync0, pfsync: {syncdev: vio2}}", PAIR)
    }\nfailover: {interface: vio2, peer: 10.255.0.2, key: {file: k}}\n${
      tunnel("local: 10.0.30.0/24, remote: 10.0.10.0/24, psk: {file: a}, localAddress: 10.0.30.3")
    }`,
  ],
  ["files\\[", "files: [{path: /etc/motd}]"],
  ["domain", "domain: {interfaces: [{bridge: br0}, {bridge: br1}, {bridge: br2}]}"],
] as const).map(([path, text]) => [new RegExp(`^(${path})`), text]);

Deno.test("check accepts the example of every field in its place", () => {
  const refused: string[] = [];
  for (const { path, example } of allFields()) {
    const [, around] = AROUND.find(([paths]) => paths.test(path)) ?? [];
    const whole = over({ ...BASE, ...parse(around ?? "{}") }, parse(example));
    try {
      parseGateway(stringify(whole), "gw.yaml");
    } catch (error) {
      if (!(error instanceof DescriptionError)) throw error;
      refused.push(
        ...error.problems.filter(({ severity }) => severity === "error")
          .map(({ path: at, message }) => `${path}: ${at}: ${message}`),
      );
    }
  }
  assert.deepEqual(refused, []);
});
