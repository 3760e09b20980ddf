import assert from "node:assert/strict";
import type { NetworkInterface } from "../../gateway/gateway.ts";
import { testGateway, testSecrets } from "../../test/gateway.ts";
import { siteFiles } from "../files.ts";
import { renderHostnameIf } from "./hostname_if.ts";
import { reveal } from "../../host/secret.ts";

function render(patch: Partial<NetworkInterface>, number = 79): string {
  const gateway = testGateway({ release: { version: "", number, arch: "amd64" } });
  return reveal(
    renderHostnameIf(gateway, { ...gateway.network.interfaces[0]!, ...patch }, testSecrets()),
  );
}

Deno.test("hostname.if: an address, a lease, aliases of both families, raw lines last", () => {
  assert.equal(render({}), "inet 10.0.0.50/24\nup\n");
  assert.equal(
    render({ address: "autoconf", address6: "autoconf" }),
    "inet autoconf\ninet6 autoconf\nup\n",
  );
  assert.equal(render({ address: "autoconf" }, 68), "dhcp\nup\n");
  assert.equal(render({ address: "none" }), "up\n");
  assert.equal(
    render({
      address6: "2001:db8::50/64",
      aliases: ["10.0.0.51/32", "2001:db8::51/128"],
      mtu: 1400,
      description: "lan",
      options: ["!route add 10.1/16 10.0.0.1"],
    }),
    'mtu 1400\ndescription "lan"\ninet 10.0.0.50/24\ninet6 2001:db8::50/64\ninet alias 10.0.0.51/32\n' +
      "inet6 alias 2001:db8::51/128\n!route add 10.1/16 10.0.0.1\nup\n",
  );
});

Deno.test("hostname.if: a router outside every subnet gets a route over its link first", () => {
  const { network } = testGateway();
  const [card] = network.interfaces;
  const wan = { ...card!, address: "203.0.113.2/32", address6: "2001:db8::2/128" };
  const lan = { ...card!, name: "vio1", address: "10.0.0.1/24" };
  const gateway = testGateway({
    network: {
      ...network,
      interfaces: [wan, lan],
      gateway: "192.0.2.1",
      gateway6: "2001:db8:ff::1%vio0",
    },
  });
  assert.equal(
    reveal(renderHostnameIf(gateway, wan, testSecrets())),
    "inet 203.0.113.2/32\ninet6 2001:db8::2/128\n" +
      "!route add -inet 192.0.2.1/32 -link -iface vio0\n" +
      "!route add -inet6 2001:db8:ff::1/128 -link -iface vio0\nup\n",
  );
  assert.doesNotMatch(reveal(renderHostnameIf(gateway, lan, testSecrets())), /route/);
});

Deno.test("hostname.if: a route has its router's interface only where that is link-local", () => {
  const { network } = testGateway();
  const lan = { ...network.interfaces[0]!, address6: "2001:db8::2/64" };
  const to = (route: string, via: string) => ({ to: route, via: `${via}%${lan.name}` });
  const gateway = testGateway({
    network: {
      ...network,
      interfaces: [lan],
      routes: [
        to("10.50.0.0/16", "10.0.0.254"),
        to("10.60.0.0/16", "192.0.2.1"),
        to("2001:db8:5::/48", "fe80::9"),
      ],
    },
  });
  const lines = reveal(renderHostnameIf(gateway, lan, testSecrets())).split("\n");
  assert.deepEqual(lines.filter((line) => /route/.test(line)), [
    `!route add -inet 192.0.2.1/32 -link -iface ${lan.name}`,
    "!route add -inet 10.50.0.0/16 10.0.0.254",
    "!route add -inet 10.60.0.0/16 192.0.2.1",
    `!route add -inet6 2001:db8:5::/48 fe80::9%${lan.name}`,
  ]);
});

Deno.test("hostname.if: a vlan names its tag and parent first, and the parent comes up", () => {
  const { network } = testGateway();
  const vlan = { ...network.interfaces[0]!, name: "vlan7", vlan: { id: 7, parent: "vio1" } };
  assert.equal(render(vlan), "vnetid 7 parent vio1\ninet 10.0.0.50/24\nup\n");
  network.interfaces.push(vlan);
  const files = siteFiles(testGateway({ network }), testSecrets());
  const parent = files.find(({ path }) => path === "gatewright/etc/hostname.vio1");
  assert.equal(parent?.content, "up\n");
  assert.equal(parent?.mode, 0o640);
  // One that is described is not written twice.
  assert.equal(files.filter(({ path }) => path.endsWith("hostname.vio0")).length, 1);
});

Deno.test("hostname.if: the routing domain comes before everything, for a change of it takes the addresses", () => {
  const text = render({ name: "vlan7", vlan: { id: 7, parent: "vio1" }, rdomain: 3 });
  assert.equal(text, "rdomain 3\nvnetid 7 parent vio1\ninet 10.0.0.50/24\nup\n");
});
