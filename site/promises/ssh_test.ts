import assert from "node:assert/strict";
import { broken, description } from "./testing.ts";

Deno.test("ssh is tried where sshd listens, by its own port or by a redirection", () => {
  const said = (firewall: object, config?: string, flags?: string) =>
    broken(description({
      tunnels: [],
      firewall,
      ...(config === undefined
        ? {}
        : { files: [{ path: "/etc/ssh/sshd_config", append: config }] }),
      ...(flags === undefined ? {} : { rcConf: { sshd_flags: flags } }),
    })).map(({ message }) => message).join("\n");
  const block = { rules: ["block in quick proto tcp to port 22"] };
  const nobody = /nobody can reach ssh on the gateway: no rule passes tcp port 22 from/;
  assert.match(said(block), nobody);
  assert.equal(said(block, "Port 2222"), "");
  assert.equal(said(block, "Port 22\nPort 2222"), "");
  assert.equal(said(block, undefined, "-p 2222"), "");
  assert.equal(said(block, "ListenAddress 10.0.0.1:2222"), "");
  assert.match(said(block, "ListenAddress 203.0.113.10"), nobody);
  const other = { rules: ["block in quick proto tcp to port 2222"] };
  assert.match(said(other, "Port 2222"), /no rule passes tcp port 2222 from .*port: 2222/);
  assert.equal(said(other, "Port 22\nPort 2222"), "");
  assert.equal(said(other, "Port 2222", "NO"), "");
  // Nobody but a host on vio1 gets to port 22 by itself, and none is let in.
  const rdr = (to: string, rest = "") => ({
    rules: [
      "block in quick proto tcp to (self) port 22",
      `pass in quick on vio0 inet proto tcp to vio0 port 2222 rdr-to ${to}${rest}`,
    ],
  });
  assert.equal(said(rdr("127.0.0.1", " port 22")), "");
  assert.equal(said(rdr("10.0.0.1", " port 22")), "");
  assert.equal(said(rdr("127.0.0.1"), "Port 2222\nListenAddress 127.0.0.1"), "");
  assert.match(said(rdr("127.0.0.1")), nobody);
  assert.match(said(rdr("127.0.0.1", " port 22"), "ListenAddress 10.0.0.1"), nobody);
  assert.match(said(rdr("10.0.0.5", " port 22")), nobody);
});

Deno.test("nobody's ssh is missed where a raw line or a daemon may make the route back", () => {
  const { network } = description() as { network: { interfaces: object[] } };
  const [wan, lan] = network.interfaces;
  const said = (more: object) =>
    broken(description({
      tunnels: [],
      firewall: { allow: [{ on: "vio1", proto: "tcp", port: 22, from: "10.5.0.0/16" }] },
      ...more,
    })).map(({ message }) => message).join("\n");
  assert.match(said({}), /nobody can reach ssh/);
  const options = ["!route add -net 10.5.0.0/16 10.0.0.9"];
  assert.equal(said({ network: { ...network, interfaces: [wan, { ...lan, options }] } }), "");
  const files = [{
    path: "/etc/ospfd.conf",
    content: "area 0 { interface vio1 { passive } }\n",
    mode: "0600",
  }];
  assert.equal(said({ rcConf: { ospfd_flags: "" }, files }), "");
});

Deno.test("ssh is tried from the addresses in tables, and one that is empty is reported to be so", () => {
  const said = (rules: string[], text = "192.0.2.77\n192.0.2.80/28\n") =>
    broken(description({
      tunnels: [],
      firewall: { rules },
      files: [{ path: "/etc/admins", content: text }],
    })).map(({ severity, message }) => `${severity} ${message}`).join("\n");
  const from = (table: string) => [table, "pass in proto tcp from <adm> to port 22"];
  assert.equal(said(from('table <adm> persist file "/etc/admins"')), "");
  assert.equal(said(from("table <adm> { 192.0.2.0/24 }")), "");
  const empty = /^warning nobody can reach ssh on the gateway before <adm> is filled, which/;
  assert.match(said(from("table <adm> persist")), empty);
  assert.match(said(from('table <adm> persist file "/etc/admins"'), "# none\n"), empty);
  assert.match(said(from("table <adm> const { 10.0.0.9 }")), /^$/);
  assert.match(said(from("table <adm> const { 127.0.0.9 }")), /^error nobody can reach ssh/);
});

Deno.test("a rule for ssh that lets nobody in is told where ssh works by an unfiltered tunnel alone", () => {
  const said = (firewall: object) =>
    broken(description({ firewall })).map(({ severity, message }) => `${severity} ${message}`)
      .join("\n");
  const rule = { proto: "tcp", port: 22 };
  const only = /^warning ssh is reachable only while tunnel b is up, .*port: 22, from: ADDRESS}$/;
  const cut = { rules: ["block in quick on vio1 proto tcp from any to any port 22"] };
  assert.match(said({ allow: [{ ...rule, from: "10.0.0.0/24" }], ...cut }), only);
  assert.match(said({ allow: [{ ...rule, from: "198.51.100.0/24", on: "vio1" }] }), only);
  assert.match(said({ allow: [{ ...rule, from: "<admins>" }], tables: { admins: [] } }), only);
  // From behind the tunnel: that was meant.
  assert.equal(said({ allow: [{ ...rule, from: "10.1.0.0/24" }] }), "");
  assert.equal(said({ allow: [{ ...rule, from: "10.0.0.0/24" }] }), "");
  const filtered = { skipTunnels: false, allow: [{ ...rule, tunnel: "b" }] };
  assert.doesNotMatch(said(filtered), /reachable only/);
});
