import assert from "node:assert/strict";
import { broken, description } from "./testing.ts";

/** What is said of a daemon with that file. */
function said(
  daemon: string,
  path: string,
  content: string,
  firewall: object = {},
  more: object = {},
) {
  return broken(description({
    tunnels: [],
    firewall,
    rcConf: { [`${daemon}_flags`]: "" },
    files: [{ path, content }],
    ...more,
  })).map(({ severity, path, message }) => `${severity} ${path}: ${message}`).join("\n");
}

const UNBOUND = "/var/unbound/etc/unbound.conf";
const unbound = (address: string, firewall?: object, more?: object) =>
  said(
    "unbound",
    UNBOUND,
    `server:\n  interface: ${address}\n  access-control: 10.0.0.0/8 allow\n`,
    firewall,
    more,
  );
const ssh = { on: "vio1", proto: "tcp", port: 22 };

Deno.test("a name server that no rule lets anybody to is reported", () => {
  assert.match(
    unbound("10.0.0.1"),
    /^warning files\[0\]\.content: unbound listens on 10\.0\.0\.1, and no rule passes udp port 53 .* \{proto: udp, port: 53, from: ADDRESS\}$/,
  );
  assert.equal(unbound("10.0.0.1", { allow: [ssh, { on: "vio1", proto: "udp", port: 53 }] }), "");
  assert.equal(unbound("10.0.0.1", { rules: ["pass in proto udp from 10.0.0.9 to port 53"] }), "");
  for (const right of ["127.0.0.1", "192.0.2.9", "0.0.0.0"]) {
    assert.equal(unbound(right), "", right);
  }
  assert.equal(unbound("10.0.0.1", {}, { rcConf: { unbound_flags: "NO" } }), "");
  // What comes out of a tunnel is not filtered.
  assert.equal(unbound("10.0.0.1", {}, { tunnels: description().tunnels }), "");
});

Deno.test("ntpd and httpd are tried where they listen", () => {
  const ntpd = (firewall: object = {}) =>
    said("ntpd", "/etc/ntpd.conf", "servers pool.ntp.org\nlisten on 10.0.0.1\n", firewall, {
      rcConf: {},
    });
  assert.match(ntpd(), /ntpd listens on 10\.0\.0\.1, and no rule passes udp port 123/);
  assert.equal(ntpd({ allow: [ssh, { on: "vio1", proto: "udp", port: "ntp" }] }), "");
  const httpd = (firewall: object = {}) =>
    said(
      "httpd",
      "/etc/httpd.conf",
      'server "x" {\n  listen on 203.0.113.10 tls port 443\n}\n',
      firewall,
    );
  assert.match(httpd(), /httpd listens on 203\.0\.113\.10, and no rule passes tcp port 443/);
  assert.equal(httpd({ allow: [ssh, { on: "vio0", proto: "tcp", port: 443, from: "any" }] }), "");
});
