import assert from "node:assert/strict";
import { broken, description } from "./testing.ts";

function said(to: string, more: object = {}): string {
  const firewall = { redirect: [{ on: "vio0", proto: "tcp", port: 443, to }] };
  return broken(description({ forwarding: "all", firewall, ...more }))
    .filter(({ path }) => path.startsWith("firewall"))
    .map(({ path, severity, message }) => `${severity} ${path}: ${message}`).join("\n");
}

const { network } = description() as { network: { interfaces: object[] } };

Deno.test("a redirect to a host that only the default route leads to is said", () => {
  assert.match(
    said("192.168.77.5"),
    /^warning firewall\.redirect\[0\]\.to: no network or route of the gateway has 192\.168\.77\.5, so packets to it leave by vio0.*\{to: 192\.168\.77\.5\/32, via: ADDRESS\}\]$/,
  );
  assert.equal(said("10.0.0.5"), "");
  const routes = [{ to: "192.168.77.0/24", via: "10.0.0.9" }];
  assert.equal(said("192.168.77.5", { network: { ...network, routes } }), "");
  // From a private address, the router there may know the way.
  const behind = {
    interfaces: [{ name: "vio0", address: "192.168.0.2/24" }, network.interfaces[1]],
    gateway: "192.168.0.1",
  };
  assert.equal(said("192.168.77.5", { network: behind }), "");
});

Deno.test("a redirect into a tunnel that does not carry it is said", () => {
  assert.match(
    said("10.1.0.5"),
    /^warning firewall\.redirect\[0\]\.to: 10\.1\.0\.5 is behind tunnel b, which carries only packets from 10\.0\.0\.0\/24, so /,
  );
  const [tunnel] = description()["tunnels"] as object[];
  assert.equal(said("10.1.0.5", { tunnels: [{ ...tunnel, local: "0.0.0.0/0" }] }), "");
});
