import assert from "node:assert/strict";
import { GOOD, problems } from "../../test/broken_description.ts";

Deno.test("a peer that no route leads to is a warning, where nothing else may make the route", () => {
  const without = GOOD.replace("  gateway: 10.0.0.1\n", "");
  const said = (text: string) =>
    problems(text).filter((line) => line.includes("no route leads to"));
  assert.deepEqual(said(without), [
    "warning no route leads to 192.0.2.1; write network.gateway: ADDRESS of the router, or a route to it in network.routes",
  ]);
  assert.deepEqual(said(without.replace("192.0.2.1", "'2001:db8::1'")).length, 1);
  for (
    const good of [
      GOOD,
      without.replace("10.0.0.50/24", "dhcp"),
      without.replace(
        "access:",
        "  routes: [{to: 192.0.2.0/24, via: 10.0.0.1}, {to: 10.0.10.0/24, via: 10.0.0.1}]\naccess:",
      ),
      without.replace("192.0.2.1", "10.0.0.7").replace("10.0.10.0/24", "10.0.0.0/16"),
      without.replace("192.0.2.1", "any\n    mode: passive").replace("10.0.10.0/24", "10.0.0.0/16"),
      without.replace("192.0.2.1", "peer.example.org").replace("10.0.10.0/24", "10.0.0.0/16"),
      without.replace("10.0.0.50/24}", "10.0.0.50/24, options: ['!route add default 10.0.0.1']}"),
      `${without}rcConf: {bgpd_flags: ''}\n`,
      `${without}packages: [bird]\nrcConf: {pkg_scripts: dhcpd bird}\n`,
      `${without}files: [{path: /etc/rc.local, content: 'route add default 10.0.0.1'}]\n`,
    ]
  ) {
    assert.deepEqual(said(good), [], good);
  }
});

Deno.test("a private peer that the way to the Internet leads to is a warning", () => {
  const text = (peer: string, own = "203.0.113.2/29", more = "") =>
    GOOD.replace("10.0.0.50/24}", `${own}}\n    - {name: vio1, address: 10.0.0.1/24}`)
      .replace("gateway: 10.0.0.1", `gateway: ${own.replace(/\d+\/.*/, "1")}${more}`)
      .replace("192.0.2.1", peer);
  const said = (description: string) =>
    problems(description).filter((line) => line.includes("where nobody has it"));
  assert.match(said(text("10.1.0.1")).join(), /^warning 10\.1\.0\.1 is private, and .* by vio0/);
  for (
    const right of [
      text("198.51.100.7"),
      text("10.0.0.7"),
      // Behind a NAT there may be a way.
      text("10.1.0.1", "192.168.1.2/24"),
      text("10.1.0.1", "203.0.113.2/29", "\n  routes: [{to: 10.1.0.0/16, via: 10.0.0.9}]"),
      `${text("10.1.0.1")}rcConf: {bgpd_flags: -f /etc/x}\n`,
    ]
  ) {
    assert.deepEqual(said(right), [], right);
  }
});
