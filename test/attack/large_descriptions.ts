/**
 * Descriptions that are large in one way, each about `size` times as large as its smallest: what costs
 * more than its share takes minutes for one of them.
 * @module
 */

const HEAD = `hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 192.0.2.1/24}]
  gateway: 192.0.2.254
`;

/** `count` items, joined. */
function many(count: number, item: (index: number) => string, between = "\n"): string {
  return Array.from({ length: count }, (_, index) => item(index)).join(between);
}

const net = (index: number) => `10.${index >> 8 & 255}.${index & 255}.0/24`;

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY";

/** A tunnel, without its end. */
const tunnel = (index: number) =>
  `  - {name: t${index}, ike: 1, peer: 198.51.${index >> 8 & 255}.${index & 255}, ` +
  `local: 192.0.2.0/24, remote: ${net(index)}`;

/** Each kind by name. */
export const LARGE: ReadonlyMap<string, (size: number) => string> = new Map([
  ["tunnels", (size) => `${HEAD}tunnels:\n${many(size, (i) => `${tunnel(i)}}`)}\n`],
  [
    "malformed tunnels",
    (size) =>
      `${HEAD}tunnels:\n${
        many(size, (i) => `${tunnel(i)}, phase1: {enc: 5, x: 1}, phase2: [1], psk: 7, oops: {}}`)
      }\n`,
  ],
  ["tunnels that are text", (size) => `${HEAD}tunnels:\n${many(size, (i) => `  - t${i}`)}\n`],
  [
    "tunnels of one name and networks",
    (size) =>
      `${HEAD}tunnels:\n${
        many(size, () =>
          "  - {name: a, ike: 1, peer: 198.51.100.1, local: 192.0.2.0/24, remote: 10.0.0.0/24}")
      }\n`,
  ],
  [
    "networks of a tunnel",
    (size) =>
      `${HEAD}tunnels:\n  - {name: a, ike: 1, peer: 198.51.100.1, local: [${
        many(size, (i) => `172.16.${i >> 8 & 255}.${i & 255}`, ", ")
      }], remote: [${many(size, net, ", ")}]}\n`,
  ],
  ["keys given twice", (size) => `${HEAD}sysctl:\n${many(size * 10, () => "  kern.x: 1")}\n`],
  ["unknown fields", (size) => `${HEAD}${many(size * 10, (i) => `unknown${i}: 1`)}\n`],
  ["settings", (size) => `${HEAD}sysctl:\n${many(size * 10, (i) => `  kern.x${i}: "a b"`)}\n`],
  [
    "interfaces",
    (size) =>
      `hostname: a\nnetwork:\n  interfaces:\n${
        many(
          size,
          (i) =>
            `    - {name: vlan${i}, address: 192.0.${i >> 8 & 255}.${i & 255}/32, vlan: {id: ${
              i % 4000 + 1
            }, parent: vio${i}}}`,
        )
      }\n`,
  ],
  [
    "interfaces of one name and address",
    (size) =>
      `hostname: a\nnetwork:\n  interfaces:\n${
        many(size, () => "    - {name: vio0, address: 192.0.2.1/24, aliases: [192.0.2.1/24]}")
      }\n`,
  ],
  [
    "rules of unknown tunnels",
    (size) =>
      `${HEAD}tunnels:\n${
        many(size / 2, (i) => `${tunnel(i)}}`)
      }\nfirewall:\n  skipTunnels: false\n  allow:\n${
        many(size / 2, (i) => `    - {tunnel: tunnel${i}x, proto: [tpc], port: [0, 22]}`)
      }\n`,
  ],
  [
    "peers of the firewall",
    (size) =>
      `${HEAD}tunnels:\n${many(size / 2, (i) => `${tunnel(i)}}`)}\nfirewall:\n  peers: [${
        many(size, (i) => `peer${i}`, ", ")
      }]\n`,
  ],
  [
    "users and keys",
    (size) =>
      `${HEAD}access:\n  rootKeys: [${many(size, () => KEY, ", ")}]\n  users:\n${
        many(size, (i) => `    - {name: u${i % 7}, keys: [${KEY}]}`)
      }\n`,
  ],
  [
    "files",
    (size) =>
      `${HEAD}files:\n${
        many(size, (i) => `  - {path: /etc/d${i % 10}/f${i}/g, content: x, owner: nobod${i}}`)
      }\n`,
  ],
  [
    "partitions",
    (size) =>
      `${HEAD}disk:\n  layout:\n${many(size, (i) => `    - {mount: /a${i % 5}, size: 64M}`)}\n`,
  ],
  ["packages", (size) => `${HEAD}packages: [${many(size * 10, (i) => `p${i % 3}`, ", ")}]\n`],
  [
    "cards",
    (size) =>
      `${HEAD}domain:\n  interfaces:\n${
        many(size, () => "    - {bridge: br0, mac: 52:54:00:00:00:01}")
      }\n`,
  ],
  [
    "hosts",
    (size) =>
      `${HEAD}`.replace(
        "gateway:",
        `hosts: [${many(size, (i) => `{address: 10.0.0.${i}, names: [h${i}]}`, ", ")}]\n  gateway:`,
      ),
  ],
  ["aliases", (size) => `${HEAD}packages: [&a vim, ${many(size * 10, () => "*a", ", ")}]\n`],
  ["anchors", (size) => `${HEAD}packages: [${many(size * 5, (i) => `&a${i} x, *a${i}`, ", ")}]\n`],
  ["brackets", (size) => `${HEAD}packages: ${"[".repeat(size * 20)}\n`],
  ["brackets that close", (size) => `${HEAD}x: ${"[".repeat(size)}${"]".repeat(size)}\n`],
  ["errors of YAML", (size) => `${HEAD}${many(size * 5, () => "a: b: c: }")}\n`],
  [
    "tags that nobody knows",
    (size) => `${HEAD}packages: [${many(size * 5, () => "!x y", ", ")}]\n`,
  ],
  ["documents", (size) => many(size, () => `${HEAD}---`)],
  ["comments", (size) => `${HEAD}${many(size * 20, () => "# nothing")}\n`],
  ["blank lines", (size) => `${HEAD}${"\n".repeat(size * 100)}`],
  ["blanks", (size) => `${HEAD}x:${" ".repeat(size * 100)}\n`],
  ["tabs", (size) => `${HEAD}x: ${"\t".repeat(size * 100)}\n`],
  ["one long word", (size) => `${HEAD}${"a".repeat(size * 100)}: 1\n`],
  ["one long text", (size) => `${HEAD}timezone: "${"a/".repeat(size * 50)}"\n`],
  [
    "one long name",
    (size) => `${HEAD}hosts: ${"a.".repeat(size * 50)}\nname: ${"-".repeat(size * 50)}\n`,
  ],
  ["one long address", (size) => HEAD.replace("192.0.2.254", "1:".repeat(size * 50))],
  ["one long size", (size) => `${HEAD}disk: {size: ${"9".repeat(size * 100)}G}\n`],
  ["one long path", (size) => `${HEAD}files: [{path: ${"/a/..".repeat(size * 20)}, content: x}]\n`],
  ["one long key", (size) => `${HEAD}access: {rootKeys: ["ssh-rsa ${"A".repeat(size * 100)}"]}\n`],
  ["escapes", (size) => `${HEAD}timezone: "${"\\u0041".repeat(size * 20)}"\n`],
  [
    "a block of text",
    (size) =>
      `${HEAD}files:\n  - path: /etc/x\n    content: |\n${many(size * 10, () => "      line")}\n`,
  ],
  [
    "rules as they are",
    (size) =>
      `${HEAD}firewall:\n  rules:\n${
        many(size * 5, (i) => `    - pass in on vio${i} proto tcp from { 10.0.0.${i} } to any`)
      }\n`,
  ],
]);
