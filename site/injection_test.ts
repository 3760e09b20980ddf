/**
 * No value of a description adds a line or a word to a file of the gateway: it is refused, or it stays where
 * it belongs.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { GatewrightError } from "../host/error.ts";
import { parseGateway } from "../gateway/load/load.ts";
import { testSecrets } from "../test/gateway.ts";
import { siteFiles } from "./files.ts";
import { bytesOf } from "./file.ts";

// deno-lint-ignore no-explicit-any
type Description = any;

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY x";

function baseDescription(ike: 1 | 2): Description {
  return {
    hostname: "gw.example.net",
    timezone: "Europe/Stockholm",
    network: {
      interfaces: [
        { name: "vio0", address: "10.0.0.50/24", description: "lan", options: ["up"] },
        { name: "vlan7", vlan: { id: 7, parent: "vio0" }, address: "10.7.0.1/24" },
      ],
      gateway: "10.0.0.1",
      nameservers: ["10.0.0.1"],
      search: ["example.net"],
      hosts: [{ address: "10.0.0.9", names: ["log"] }],
    },
    access: {
      rootKeys: [KEY],
      users: [
        { name: "paul", keys: [KEY] },
        { name: "anna", fullName: "Anna", keys: [KEY] },
      ],
    },
    firewall: {
      skipTunnels: false,
      allow: [{ proto: "tcp", port: "ssh", from: "10.0.0.0/24", on: "vio0" }],
      rules: ["pass in on vio0"],
    },
    tunnels: [{
      name: "branch",
      ike,
      peer: "192.0.2.230",
      local: "10.0.0.0/24",
      remote: "10.0.10.0/24",
      psk: { file: "x.psk" },
      srcid: "gw.example.net",
      dstid: "branch.example.org",
      tag: "branch",
    }],
    sysctl: { "net.inet.ip.ttl": "64" },
    rcConf: { ntpd_flags: "-s" },
    installurl: "https://cdn.openbsd.org/pub/OpenBSD",
    packages: ["git"],
    files: [{ path: "/etc/extra", content: "text\n", owner: "anna", group: "anna" }],
    domain: { interfaces: [{ bridge: "br0" }, { bridge: "br1" }] },
  };
}

/** Where each value goes, right values of each shape, and whether it may have several words there. */
const FIELDS: Record<
  string,
  [set: (description: Description, value: string) => void, right: string[], words?: "words"]
> = {
  hostname: [(description, value) => description.hostname = value, ["gw.example.net", "gw"]],
  "interface name": [
    (description, value) => {
      description.network.interfaces[0].name = value;
      description.network.interfaces[1].vlan.parent = value;
      description.firewall.allow[0].on = value;
    },
    ["vio1"],
  ],
  "interface description": [
    (description, value) => description.network.interfaces[0].description = value,
    [
      "lan",
      "",
    ],
  ],
  "interface option": [
    (description, value) => description.network.interfaces[0].options = [value],
    ["benign"],
    "words",
  ],
  "interface address": [(description, value) => description.network.interfaces[0].address = value, [
    "10.0.0.51/24",
  ]],
  "interface alias": [(description, value) => description.network.interfaces[0].aliases = [value], [
    "10.0.0.52/32",
    "2001:db8::1/64",
  ]],
  "vlan parent": [(description, value) => description.network.interfaces[1].vlan.parent = value, [
    "vio0",
  ]],
  gateway: [(description, value) => description.network.gateway = value, ["10.0.0.2"]],
  nameserver: [(description, value) => description.network.nameservers = [value], ["10.0.0.2"]],
  search: [(description, value) => description.network.search = [value], ["benign"]],
  "host address": [(description, value) => description.network.hosts[0].address = value, [
    "10.0.0.3",
  ]],
  "host name": [(description, value) => description.network.hosts[0].names = [value], ["benign"]],
  "root key": [(description, value) => description.access.rootKeys = [value], [KEY], "words"],
  "user name": [
    (description, value) => {
      description.access.users[1].name = value;
      description.files[0].owner = description.files[0].group = value;
    },
    ["bob"],
  ],
  "full name": [(description, value) => description.access.users[1].fullName = value, ["benign"]],
  "user key": [(description, value) => description.access.users[1].keys = [value], [KEY], "words"],
  "allow proto": [(description, value) => description.firewall.allow[0].proto = value, ["tcp"]],
  "allow port": [(description, value) => description.firewall.allow[0].port = value, ["ssh", "80"]],
  "allow from": [(description, value) => description.firewall.allow[0].from = value, [
    "10.0.0.0/24",
    "any",
  ]],
  "allow to": [(description, value) => description.firewall.allow[0].to = value, [
    "10.0.0.9",
    "self",
    "10.0.0.50",
  ]],
  "allow on": [(description, value) => description.firewall.allow[0].on = value, ["vio0", "enc0"]],
  "firewall peer": [(description, value) => description.firewall.peers = [value], ["192.0.2.230"]],
  "raw rule": [(description, value) => description.firewall.rules = [value], ["benign"], "words"],
  "tunnel name": [(description, value) => description.tunnels[0].name = value, ["benign"]],
  peer: [(description, value) => description.tunnels[0].peer = value, [
    "192.0.2.231",
    "2001:db8::9",
    "gw.example.org",
    "2001:db8::1",
  ]],
  "local network": [(description, value) => description.tunnels[0].local = value, [
    "10.0.0.0/24",
    "10.2.0.0/24",
  ]],
  "remote network": [(description, value) => description.tunnels[0].remote = value, [
    "10.0.10.0/24",
  ]],
  "local address": [(description, value) => description.tunnels[0].localAddress = value, [
    "10.0.0.50",
  ]],
  "selector network": [
    (description, value) => {
      const [tunnel] = description.tunnels;
      delete tunnel.local;
      delete tunnel.remote;
      tunnel.selectors = [{ local: "10.0.0.0/24", remote: value }];
    },
    ["10.0.10.0/24", "10.0.10.1"],
  ],
  proto: [(description, value) => description.tunnels[0].proto = value, ["gre", "udp"]],
  port: [
    (description, value) => {
      description.tunnels[0].proto = "udp";
      description.tunnels[0].localPort = value;
    },
    ["l2tp"],
  ],
  srcid: [(description, value) => description.tunnels[0].srcid = value, ["benign"]],
  dstid: [(description, value) => description.tunnels[0].dstid = value, ["benign"]],
  tag: [(description, value) => description.tunnels[0].tag = value, ["benign"]],
  nat: [(description, value) => description.tunnels[0].nat = value, ["10.9.0.1", "10.9.0.0/24"]],
  enc: [(description, value) => description.tunnels[0].phase1 = { enc: value }, ["aes-256"]],
  "sysctl name": [(description, value) => description.sysctl = { [value]: "1" }, ["benign"]],
  "sysctl value": [(description, value) => description.sysctl = { "net.inet.ip.ttl": value }, [
    "64",
  ]],
  "rc.conf name": [(description, value) => description.rcConf = { [value]: "NO" }, ["benign"]],
  "rc.conf value": [
    (description, value) => description.rcConf = { ntpd_flags: value },
    ["benign"],
    "words",
  ],
  installurl: [(description, value) => description.installurl = value, [
    "https://cdn.openbsd.org/pub/OpenBSD",
  ]],
  package: [(description, value) => description.packages = [value], ["benign"]],
  "file path": [(description, value) => description.files[0].path = value, [
    "/etc/other",
    "/home/anna/x",
  ]],
  "file owner": [(description, value) => description.files[0].owner = value, ["root", "anna"]],
  "file group": [(description, value) => description.files[0].group = value, ["wheel", "anna"]],
};

/** Text that breaks out of something, somewhere, with harmless text around it. */
const NASTY = fc.tuple(
  fc.constantFrom("", "a", "10.0.0.3", "vio0", "ssh-ed25519 AAAA", "2001:db8::1", "/etc/a", "git"),
  fc.oneof(
    fc.constantFrom(
      ...["\n", "\r", "\r\n", "\t", " ", "\0", "\u2028", "\u0085", "\u00a0", "\x1b[2J", "'", '"'],
      ...["`id`", "$(id)", "${x}", "$x", "\\", "\\\n", "#", ";", "&", "|", "{", "}", "(", ")"],
      ...["=", "!", "*", "..", "../", "/", ":", "%", ",", "<", ">", "~", "\nroot::0:0::/:/bin/sh"],
    ),
    fc.string({ maxLength: 6 }),
    fc.string({ unit: "binary", maxLength: 4 }),
  ),
  fc.constantFrom("", "b", "b c", "/24", ".5"),
).map((parts) => parts.join(""));

/** Words of a line; what is quoted is one word wherever the file's reader says so. */
function wordsOf(path: string, line: string): number {
  const quoted = /^etc\/(pf|iked|ipsec)|\/hostname\.|^usr\/|^install\.site$/.test(path);
  return (line.match(quoted ? /"[^"]*"|'[^']*'|[^\s"']+/g : /\S+/g) ?? []).length;
}

/** What install.site gives interfaces while pf.conf is checked: as many lines as there are addresses. */
const SET_UP = new RegExp(
  "^(set_up '[\\w .:-]+' '[\\w .:-]+'|set_up_address \\w+ inet6? [\\w.:]+ \\d+|" +
    "ifconfig [\\w ]+ >/dev/null 2>&1)$",
);

/** For every file the number of its lines, and of the words of each; names of files do not count. */
function shapeOf(description: Description, anyWords: boolean): string {
  const { gateway } = parseGateway(JSON.stringify(description), "test.yaml");
  const psks = Object.fromEntries(gateway.tunnels.map((tunnel) => [tunnel.name, "psk-of-tests"]));
  return siteFiles(gateway, testSecrets({ psks })).map(({ path, content }) => {
    const all = new TextDecoder().decode(bytesOf({ content })).split("\n");
    const lines = path === "install.site" ? all.filter((line) => !SET_UP.test(line)) : all;
    return anyWords ? `${lines.length}` : lines.map((line) => wordsOf(path, line)).join(" ");
  }).sort().join("\n");
}

for (const [field, [set, right, words]] of Object.entries(FIELDS)) {
  Deno.test(`no ${field} adds a line${words ? "" : " or a word"}`, () => {
    for (const ike of [1, 2] as const) {
      const shape = (value: string) => {
        const description = baseDescription(ike);
        set(description, value);
        return shapeOf(description, words === "words");
      };
      const shapes = right.map(shape);
      fc.assert(
        fc.property(NASTY, (value) => {
          let found: string;
          try {
            found = shape(value);
          } catch (error) {
            assert(error instanceof GatewrightError, `${error}`);
            return;
          }
          // The nearest one, for a message that shows the difference.
          if (!shapes.includes(found)) assert.equal(found, shapes[0]);
        }),
        { numRuns: 15 },
      );
    }
  });
}
