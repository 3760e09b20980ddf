import assert from "node:assert/strict";
import { broken, description } from "./testing.ts";

const { network } = description() as { network: { interfaces: object[] } };

/** With a second uplink. */
function said(rule: object, more: object = {}, second: object = {}): string {
  const uplink = { name: "vio2", address: "192.0.2.2/29", ...second };
  const { routes, release, ...rest } = more as { routes?: object; release?: string };
  const firewall = {
    allow: [{ proto: "tcp", port: 22, from: "10.0.0.0/24" }, { on: "vio2", ...rule }],
    ...rest,
  };
  return broken(description({
    ...(release === undefined ? {} : { release }),
    tunnels: [],
    network: {
      ...network,
      interfaces: [...network.interfaces, uplink],
      ...(routes ? { routes } : {}),
    },
    domain: { interfaces: [{ bridge: "br0" }, { bridge: "br1" }, { bridge: "br2" }] },
    firewall,
  })).map(({ path, severity, message }) => `${severity} ${path}: ${message}`).join("\n");
}

const SSH = { proto: "tcp", port: 22, from: "198.51.100.0/24" };

Deno.test("ssh that comes in on another uplink needs replyTo", () => {
  const why =
    /^warning firewall\.allow\[1\]\.on: connections that come in on vio2 get answers that leave by vio0.*; add replyTo: ADDRESS of the router beyond vio2$/;
  assert.match(said(SSH), why);
  assert.match(said({ ...SSH, from: "any" }), why);
  assert.match(said({ ...SSH, from: "<admins>" }, { tables: { admins: ["198.51.100.7"] } }), why);
  assert.match(said({ ...SSH, proto: "udp", port: 51820 }), why);
  assert.match(said(SSH, { release: "6.6" }), /a line of firewall\.rules, with reply-to$/m);
});

Deno.test("with replyTo, a route back, or for hosts of the interface itself it is right", () => {
  assert.equal(said({ ...SSH, replyTo: "192.0.2.1" }), "");
  assert.equal(said(SSH, { routes: [{ to: "198.51.100.0/24", via: "192.0.2.1" }] }), "");
  assert.equal(said({ ...SSH, from: "192.0.2.0/29" }), "");
  assert.equal(said({ ...SSH, on: "vio0" }), "");
  assert.equal(said({ ...SSH, from: "any" }, {}, { address: "10.7.0.1/24" }), "");
  const rules = [
    "pass in on vio2 proto tcp from 198.51.100.0/24 to (vio2) port 22 reply-to 192.0.2.1",
  ];
  assert.equal(said(SSH, { rules }), "");
});
