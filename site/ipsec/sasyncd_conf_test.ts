import assert from "node:assert/strict";
import { parseGateway } from "../../gateway/load/load.ts";
import { testSecrets } from "../../test/gateway.ts";
import { renderRcConfLocal } from "../etc/rc_conf_local.ts";
import { sysctlSettings } from "../etc/sysctl_settings.ts";
import { siteFiles } from "../files.ts";
import { pfLines } from "../pf/rules/testing.ts";
import { renderIkedConf } from "./iked_conf.ts";
import { renderIsakmpdConf } from "./isakmpd_conf.ts";
import { renderSasyncdConf } from "./sasyncd_conf.ts";
import { reveal } from "../../host/secret.ts";
import { holdsSecret } from "../file.ts";

const SECRETS = testSecrets({
  psks: { a: "correct-horse-battery-staple" },
  network: { failover: "0123456789abcdef0123456789abcdef", carp0: "c", carp1: "c" },
});

/** One half of a pair whose tunnel is of that version of IKE. */
function half(ike: 1 | 2, tunnel = "peer: 192.0.2.1") {
  return parseGateway(
    `hostname: gw1.example.net
network:
  interfaces:
    - {name: vio0, address: 203.0.113.11/28}
    - {name: vio1, address: 10.20.0.2/24}
    - {name: vio2, address: 10.255.0.1/30}
    - {name: carp1, address: 10.20.0.1/24, carp: {vhid: 2, carpdev: vio1, password: {file: c}}}
    - {name: carp0, address: 203.0.113.10/28, carp: {vhid: 1, carpdev: vio0, password: {file: c}}}
    - {name: pfsync0, pfsync: {syncdev: vio2}}
  gateway: 203.0.113.1
access:
  users:
    - {name: paul, keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY paul"]}
tunnels:
  - {name: a, ike: ${ike}, ${tunnel}, local: 10.20.0.0/24, remote: 10.30.0.0/24, psk: {file: a.psk}}
failover: {interface: vio2, peer: 10.255.0.2, key: {file: k}}
`,
    "gw1.yaml",
  ).gateway;
}

Deno.test("sasyncd.conf follows the address that tunnels send from, and listens on the sync link alone", () => {
  const key = `0x${new TextEncoder().encode("0123456789abcdef0123456789abcdef").toHex()}`;
  assert.equal(
    reveal(renderSasyncdConf(half(2), SECRETS)),
    `interface carp0\nlisten on 10.255.0.1\npeer 10.255.0.2\nsharedkey ${key}\ncontrol iked\n`,
  );
  const first = reveal(renderSasyncdConf(half(1), SECRETS));
  assert.match(first, /\ncontrol isakmpd\n$/);
  assert.match(first, /^# Whenever isakmpd is restarted, sasyncd must be too/);
});

Deno.test("a pair: isakmpd listens on each shared address, iked needs nothing of the kind", () => {
  assert.equal(
    renderIsakmpdConf(half(1)),
    "[General]\nListen-on=10.20.0.1,203.0.113.10\n",
  );
  assert.equal(renderIsakmpdConf(half(2)), "");
});

Deno.test("a pair: tunnels send from the shared address and as its identity, unless the description has another", () => {
  const text = reveal(renderIkedConf(half(2), SECRETS));
  assert.match(text, /local 203\.0\.113\.10 peer 192\.0\.2\.1 /);
  assert.match(text, /srcid "203\.0\.113\.10"/);
  const other = "peer: 192.0.2.1, localAddress: 10.20.0.1, srcid: gw.example.net";
  const named = reveal(renderIkedConf(half(2, other), SECRETS));
  assert.match(named, /local 10\.20\.0\.1 peer/);
  assert.match(named, /srcid "gw\.example\.net"/);
  const any = reveal(renderIkedConf(half(2, "peer: any, mode: passive"), SECRETS));
  assert.match(any, /local 203\.0\.113\.10 peer any/);
});

Deno.test("a pair: sasyncd starts, carp gives way, the files are root's alone, and pf lets the two speak", () => {
  const gateway = half(2);
  assert.match(renderRcConfLocal(gateway), /^sasyncd_flags=$/m);
  assert.equal(new Map(sysctlSettings(gateway)).get("net.inet.carp.preempt"), "1");
  const files = new Map(siteFiles(gateway, SECRETS).map((one) => [one.path, one]));
  for (const path of ["etc/sasyncd.conf", "gatewright/etc/hostname.carp0"]) {
    assert.equal(files.get(path)?.mode, 0o600, path);
    assert(holdsSecret(files.get(path)!), path);
  }
  const lines = pfLines(gateway).filter((line) => /port 500 keep/.test(line));
  assert.deepEqual(lines, [
    "pass in on vio2 proto tcp from 10.255.0.2 to (self) port 500 keep state (no-sync)",
    "pass out on vio2 proto tcp from (self) to 10.255.0.2 port 500 keep state (no-sync)",
  ]);
});
