import assert from "node:assert/strict";
import { parseGateway } from "../gateway/load/load.ts";
import { siteFiles } from "../site/files.ts";
import { testSecrets } from "../test/gateway.ts";
import { guardedSecrets } from "./compare_disk.ts";

const { gateway } = parseGateway(
  `hostname: gw1.example.net
network:
  interfaces:
    - {name: vio0, address: 203.0.113.11/28}
    - {name: vio1, address: 10.20.0.2/24}
    - {name: vio2, address: 10.255.0.1/30}
    - {name: carp1, address: 10.20.0.1/24, carp: {vhid: 2, carpdev: vio1, password: {file: c}}}
    - {name: carp0, address: 203.0.113.10/28, carp: {vhid: 1, carpdev: vio0, password: {file: c}}}
    - {name: pfsync0, pfsync: {syncdev: vio2}}
    - name: wg0
      address: 10.8.0.1/24
      wg:
        key: {file: wg}
        peers:
          - name: phone
            publicKey: AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=
            psk: {file: phone}
            allowed: [10.8.0.2/32]
  gateway: 203.0.113.1
access:
  rootPassword: {file: root}
  users:
    - {name: paul, keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY paul"]}
tunnels:
  - {name: a, peer: 192.0.2.1, local: 10.20.0.0/24, remote: 10.30.0.0/24, psk: {file: a}}
failover: {interface: vio2, peer: 10.255.0.2, key: {file: k}}
`,
  "gw1.yaml",
);

Deno.test("every secret is guarded, and may be in the files alone that the site set brings with it", () => {
  const secrets = testSecrets({
    psks: { a: "correct-horse-battery-staple" },
    passwords: { root: "$2b$10$hash-of-root" },
    network: {
      "wg0": `${"k".repeat(42)}A=`,
      "wg0 phone": `${"p".repeat(42)}A=`,
      "carp0": "nineteen-letters-ab",
      "carp1": "firewall",
      "failover": "0123456789abcdef",
    },
  });
  const found = guardedSecrets(gateway, siteFiles(gateway, secrets), secrets);
  assert.deepEqual(found.map(({ name, value, paths }) => [name, value, ...paths]), [
    ["psk of tunnel a", "correct-horse-battery-staple", "/etc/iked.conf"],
    // One of eight letters, "firewall", is in files of OpenBSD too.
    ["password of carp0", "nineteen-letters-ab", "/etc/hostname.carp0"],
    ["key of wg0", `${"k".repeat(42)}A=`, "/etc/hostname.wg0"],
    ["psk of wg0's peer phone", `${"p".repeat(42)}A=`, "/etc/hostname.wg0"],
    [
      "key of failover",
      `0x${new TextEncoder().encode("0123456789abcdef").toHex()}`,
      "/etc/sasyncd.conf",
    ],
    ["password hash of root", "$2b$10$hash-of-root", "/etc/master.passwd", "/etc/spwd.db"],
  ]);
});
