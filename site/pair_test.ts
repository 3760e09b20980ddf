import assert from "node:assert/strict";
import { loadGateway } from "../gateway/load/load.ts";
import { networkSecrets } from "../gateway/secrets/network_secrets.ts";
import { testSecrets } from "../test/gateway.ts";
import { siteFiles } from "./files.ts";
import { bytesOf } from "./file.ts";

/** The text lines of every file of one half of the example's pair. */
async function half(name: string): Promise<Map<string, string[]>> {
  const file = new URL(`../examples/office/${name}.yaml`, import.meta.url).pathname;
  const { gateway } = await loadGateway(file);
  const psks = Object.fromEntries(
    gateway.tunnels.map((one) => [one.name, "a-psk-for-both-of-them"]),
  );
  const network = Object.fromEntries(
    networkSecrets(gateway).map(({ key }) => [key, "k".repeat(16)]),
  );
  return new Map(
    siteFiles(gateway, testSecrets({ psks, network }))
      .map((one) => [
        `${one.path} ${one.mode.toString(8)}`,
        new TextDecoder().decode(bytesOf(one)).split("\n"),
      ]),
  );
}

Deno.test("a pair: what differs between the two trees is only what must", async () => {
  const [one, two] = [await half("gw1"), await half("gw2")];
  assert.deepEqual([...one.keys()], [...two.keys()]);
  const differing: string[] = [];
  for (const [path, lines] of one) {
    const others = two.get(path)!;
    assert.equal(lines.length, others.length, path);
    for (const [at, line] of lines.entries()) {
      // The name of the gateway is in many comments.
      if (line.replaceAll("gw1", "gw2") !== others[at]) {
        const shown = line.replace(/\b[0-9a-f]{12}\b/, "REVISION");
        differing.push(`${path.split(" ")[0]}: ${shown}`);
      }
    }
  }
  assert.deepEqual(differing, [
    "etc/pf.conf: pass in on vio2 proto tcp from 10.255.0.2 to (self) port 500 keep state (no-sync) # failover",
    "etc/pf.conf: pass out on vio2 proto tcp from (self) to 10.255.0.2 port 500 keep state (no-sync) # failover",
    "etc/sasyncd.conf: listen on 10.255.0.1",
    "etc/sasyncd.conf: peer 10.255.0.2",
    ...["carp0", "carp1", "carp2"].map((name, at) =>
      `gatewright/etc/hostname.${name}: vhid ${at + 1} carpdev ${
        ["vio0", "vio1", "vlan30"][at]
      } advbase 1 advskew 0 pass kkkkkkkkkkkkkkkk`
    ),
    "gatewright/etc/hostname.vio0: inet 203.0.113.11/28",
    "gatewright/etc/hostname.vio1: inet 10.20.0.2/24",
    "gatewright/etc/hostname.vio2: inet 10.255.0.1/30",
    "gatewright/etc/hostname.vlan30: inet 10.20.30.2/24",
    "gatewright/etc/hosts: 203.0.113.11\tgw1.example.net gw1",
    "install.site: set_up_address vio0 inet 203.0.113.11 28",
    "install.site: set_up_address vio1 inet 10.20.0.2 24",
    "install.site: set_up_address vio2 inet 10.255.0.1 30",
    "install.site: set_up_address vlan30 inet 10.20.30.2 24",
    "install.site: mkdir -p /var/db/gatewright && echo REVISION >/var/db/gatewright/built || exit 1",
    "usr/local/libexec/gatewright-first-boot: check_addresses vio0 inet 203.0.113.11",
    "usr/local/libexec/gatewright-first-boot: check_addresses vio1 inet 10.20.0.2",
    "usr/local/libexec/gatewright-first-boot: check_addresses vio2 inet 10.255.0.1",
    "usr/local/libexec/gatewright-first-boot: check_addresses vlan30 inet 10.20.30.2",
  ]);
});
