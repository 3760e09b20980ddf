/**
 * Descriptions that nothing is wrong with, and that are large in one way: every check looks at them, the
 * promises too. Kept apart from the broken ones of `large_descriptions.ts`.
 * @module
 */

const KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleExa";

const HEAD = `hostname: gw.example.net
disk: {size: 16G}
access: {rootKeys: [${KEY}]}
`;

const NETWORK = `network:
  interfaces: [{name: vio0, address: 192.0.2.1/24}, {name: vio1, address: 10.255.0.1/16}]
  gateway: 192.0.2.254
`;

/** `count` items, joined. */
function many(count: number, item: (index: number) => string, between = "\n"): string {
  return Array.from({ length: Math.max(1, Math.floor(count)) }, (_, index) => item(index))
    .join(between);
}

const octets = (index: number) => `${index >> 8 & 255}.${index & 255}`;

/** Networks of 24 bits, 65,536 of them. */
const net = (index: number) => `10.${octets(index)}.0/24`;

const tunnel = (index: number, more = "") =>
  `  - {name: t${index}, ike: 1, peer: 203.${index >> 16}.${octets(index)}, ` +
  `local: 192.0.2.0/24, remote: ${net(index)}, psk: {env: PSK}${more}}`;

const tunnels = (count: number) => `tunnels:\n${many(count, (index) => tunnel(index))}\n`;

/** Interfaces in 172.16.0.0/12. */
const vlans = (count: number) =>
  many(
    count,
    (i) =>
      `    - {name: vlan${i}, address: 172.${16 + (i >> 8 & 15)}.${i & 255}.1/24, vlan: {id: ${
        i % 4000 + 1
      }, parent: vio0}}`,
  );

/** Each kind by name. */
export const LARGE_VALID: ReadonlyMap<string, (size: number) => string> = new Map([
  ["tunnels that are right", (size) => `${HEAD}${NETWORK}${tunnels(size)}`],
  [
    "tunnels of IKEv2 for any peer",
    (size) =>
      `${HEAD}${NETWORK}tunnels:\n${
        many(size, (i) =>
          `  - {name: t${i}, ike: 2, peer: any, dstid: h${i}.example.net, mode: passive, ` +
          `local: 192.0.2.0/24, remote: ${net(i)}, psk: {env: PSK}}`)
      }\n`,
  ],
  [
    "tunnels of one remote network",
    (size) =>
      `${HEAD}${NETWORK}tunnels:\n${
        many(size, (i) =>
          `  - {name: t${i}, ike: 1, peer: 203.0.${octets(i)}, ` +
          `local: ${net(i)}, remote: 172.16.0.0/12, psk: {env: PSK}}`)
      }\n`,
  ],
  [
    "networks of a tunnel, by hundreds",
    (size) =>
      `${HEAD}${NETWORK}tunnels:\n  - {name: a, ike: 1, peer: 198.51.100.1, psk: {env: PSK}, local: [${
        many(Math.sqrt(size * 25), (i) => `172.16.${octets(i)}`, ", ")
      }], remote: [${many(Math.sqrt(size * 25), net, ", ")}]}\n`,
  ],
  [
    "tunnels of translated networks",
    (size) =>
      `${HEAD}${NETWORK}firewall: {skipTunnels: false}\ntunnels:\n${
        many(size, (i) => tunnel(i, `, nat: 172.16.${octets(i)}`))
      }\n`,
  ],
  [
    "vlans",
    (size) =>
      `${HEAD}network:\n  gateway: 192.0.2.254\n  interfaces:\n    - {name: vio0, address: 192.0.2.1/24}\n${
        many(size, (i) =>
          `    - {name: vlan${i}, address: 10.${octets(i)}.1/24, vlan: {id: ${
            i % 4000 + 1
          }, parent: vio0}}`)
      }\n`,
  ],
  [
    "vlans and tunnels",
    (size) =>
      `${HEAD}network:\n  gateway: 192.0.2.254\n  interfaces:\n    - {name: vio0, address: 192.0.2.1/24}\n${
        vlans(size / 2)
      }\n${tunnels(size / 2)}`,
  ],
  [
    "vlans and static routes",
    (size) =>
      `${HEAD}network:\n  gateway: 192.0.2.254\n  interfaces:\n    - {name: vio0, address: 192.0.2.1/24}\n${
        vlans(size / 2)
      }\n  routes:\n${
        many(size / 2, (i) => `    - {to: ${net(i)}, via: 172.16.${i % Math.min(size / 2, 250)}.2}`)
      }\n`,
  ],
  [
    "vlans and rules that allow",
    (size) =>
      `${HEAD}network:\n  gateway: 192.0.2.254\n  interfaces:\n    - {name: vio0, address: 192.0.2.1/24}\n${
        vlans(size / 2)
      }\nfirewall:\n  allow:\n${
        many(size / 2, (i) =>
          `    - {proto: tcp, port: ${i + 1}, from: [172.${16 + (i >> 8 & 15)}.${i & 255}.0/24]}`)
      }\n`,
  ],
  [
    "vlans and translations",
    (size) =>
      `${HEAD}forwarding: all\nnetwork:\n  gateway: 192.0.2.254\n  interfaces:\n    - {name: vio0, address: 192.0.2.1/24}\n${
        vlans(size / 2)
      }\nfirewall:\n  allow: [{from: 172.16.0.0/12, to: any}]\n  nat:\n${
        many(size / 2, (i) => `    - {on: vio0, from: 172.${16 + (i >> 8 & 15)}.${i & 255}.0/24}`)
      }\n`,
  ],
  [
    "addresses of an interface",
    (size) =>
      `${HEAD}network:\n  gateway: 192.0.2.254\n  interfaces:\n    - {name: vio0, address: 192.0.2.1/24, aliases: [${
        many(size, (i) => `10.${octets(i)}.1/24`, ", ")
      }]}\n`,
  ],
  [
    "static routes",
    (size) =>
      `${HEAD}network:\n  gateway: 192.0.2.254\n  interfaces: [{name: vio0, address: 192.0.2.1/24}]\n  routes:\n${
        many(size, (i) => `    - {to: ${net(i)}, via: 192.0.2.${i % 200 + 2}}`)
      }\n`,
  ],
  [
    "static routes and tunnels",
    (size) =>
      `${HEAD}network:\n  gateway: 192.0.2.254\n  interfaces: [{name: vio0, address: 192.0.2.1/24}]\n  routes:\n${
        many(size / 2, (i) => `    - {to: 172.16.${octets(i)}/32, via: 192.0.2.${i % 200 + 2}}`)
      }\n${tunnels(size / 2)}`,
  ],
  [
    "hosts that are right",
    (size) =>
      `${HEAD}network:\n  gateway: 192.0.2.254\n  interfaces: [{name: vio0, address: 192.0.2.1/24}]\n  hosts:\n${
        many(size, (i) => `    - {address: 10.1.${octets(i)}, names: [h${i}]}`)
      }\n`,
  ],
  [
    "rules that allow",
    (size) =>
      `${HEAD}${NETWORK}firewall:\n  allow:\n${
        many(size, (i) => `    - {proto: tcp, port: ${i % 60000 + 1}, from: [${net(i)}]}`)
      }\n`,
  ],
  [
    "rules of tunnels",
    (size) =>
      `${HEAD}${NETWORK}${tunnels(size / 2)}firewall:\n  skipTunnels: false\n  allow:\n${
        many(size / 2, (i) => `    - {tunnel: t${i}, proto: tcp, port: [22, 443]}`)
      }\n`,
  ],
  [
    "tables",
    (size) =>
      `${HEAD}${NETWORK}firewall:\n  tables:\n    many: [${
        many(size * 10, (i) => `100.${64 + (i >> 16)}.${octets(i)}`, ", ")
      }]\n  allow: [{proto: tcp, port: 443, from: [<many>]}]\n`,
  ],
  [
    "peers of the firewall that are right",
    (size) =>
      `${HEAD}${NETWORK}${tunnels(size / 2)}firewall:\n  peers: [${
        many(size / 2, (i) => `203.0.${octets(i)}`, ", ")
      }]\n`,
  ],
  [
    "nat",
    (size) =>
      `${HEAD}forwarding: all\n${NETWORK}firewall:\n  allow: [{on: vio1, from: 10.255.0.0/16, to: any}]\n  nat:\n${
        many(size, (i) => `    - {on: vio0, from: 10.255.${(i >> 8) + 1}.${i & 255}}`)
      }\n`,
  ],
  [
    "redirects",
    (size) =>
      `${HEAD}forwarding: all\n${NETWORK}firewall:\n  redirect:\n${
        many(
          size,
          (i) =>
            `    - {on: vio0, proto: tcp, port: ${i + 1000}, to: 10.255.${(i >> 8) + 1}.${
              i & 255
            }}`,
        )
      }\n`,
  ],
  [
    "rules as they are that are right",
    (size) =>
      `${HEAD}${NETWORK}firewall:\n  rules:\n${
        many(size, (i) => `    - pass in on vio1 proto tcp from ${net(i)} to any port 80`)
      }\n`,
  ],
  [
    "users",
    (size) =>
      `${
        HEAD.replace("access: {", "access: {users: [").replace(
          "rootKeys",
          `${many(size, (i) => `{name: u${i}, keys: [${KEY}]}`, ", ")}], rootKeys`,
        )
      }${NETWORK}`,
  ],
  [
    "files that are right",
    (size) =>
      `${HEAD}${NETWORK}files:\n${
        many(size, (i) => `  - {path: /etc/d${i % 100}/f${i}, content: x}`)
      }\n`,
  ],
  [
    "texts that are appended",
    (size) =>
      `${HEAD}${NETWORK}files:\n${
        many(size, (i) => `  - {path: /root/.f${i}, append: "line ${i}"}`)
      }\n`,
  ],
  [
    "clients",
    (size) =>
      `${HEAD}${NETWORK}clients:\n${
        many(size, (i) =>
          `  - {name: c${i}, pool: 10.${
            octets(i)
          }.0/24, srcid: v${i}.example.net, psk: {env: PSK}}`)
      }\n`.replace("address: 10.255.0.1/16", "address: 172.16.0.1/16"),
  ],
  [
    "users of clients",
    (size) =>
      `${HEAD}${NETWORK}clients:\n  - name: c\n    pool: 10.1.0.0/16\n    certificate: {ca: {env: A}, cert: {env: B}, key: {env: C}}\n    users: [${
        many(size, (i) => `{name: u${i}, password: {env: P}}`, ", ")
      }]\n`,
  ],
]);
