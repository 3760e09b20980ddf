import assert from "node:assert/strict";
import { problems } from "../../test/broken_description.ts";

/** What is said of a dhcpd.conf on a gateway with a LAN of 10.0.0.0/24 on vio1. */
function said(conf: string, flags = "vio1"): string {
  return problems(`hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}, {name: vio1, address: 10.0.0.1/24}]
  gateway: 203.0.113.1
access: {rootPassword: {env: PW}}
rcConf: {dhcpd_flags: "${flags}"}
files: [{path: /etc/dhcpd.conf, content: ${JSON.stringify(conf)}}]
`).filter((line) => /dhcpd|router/.test(line)).join("\n");
}

const subnet = (range: string, router = "10.0.0.1", network = "10.0.0.0") =>
  `option domain-name-servers 10.0.0.1;
subnet ${network} netmask 255.255.255.0 {
  option routers ${router};
  range ${range};
}
`;

Deno.test("dhcpd.conf: a subnet for each interface, with ranges in it and without the gateway", () => {
  const good = subnet("10.0.0.100 10.0.0.199");
  assert.equal(said(good), "");
  assert.equal(said(good, ""), "");
  assert.equal(said(good.replace("range", "host a { fixed-address 10.0.0.9; }\n  range")), "");
  assert.equal(said(`${good}subnet 203.0.113.0 netmask 255.255.255.248 { }\n`, "vio0 vio1"), "");
  assert.match(said(good, "vio0 vio1"), /does not serve vio0: .* network 203\.0\.113\.0\/29; add/);
  const other = subnet("10.0.1.100 10.0.1.199", "10.0.1.1", "10.0.1.0");
  assert.match(said(other), /does not serve vio1: .* network 10\.0\.0\.0\/24/);
  assert.equal(said(`${other}include "/etc/dhcpd.lan";\n`), "");
  assert.match(
    said(subnet("10.0.1.100 10.0.1.199")),
    /a range is not in its subnet 10\.0\.0\.0\/24/,
  );
  assert.match(said(subnet("10.0.0.1 10.0.0.99")), /would lease 10\.0\.0\.1, the gateway's own/);
  assert.equal(said(subnet("10.0.0.2 10.0.0.99")), "");
  assert.match(said(subnet("10.0.0.2 10.0.0.9", "10.0.1.1")), /cannot reach their router/);
  assert.equal(said(subnet("# 10.0.0.1 10.0.0.9;\n  range 10.0.0.2 10.0.0.9")), "");
});
