import assert from "node:assert/strict";
import { testGateway } from "../../test/gateway.ts";
import { renderHosts } from "./hosts.ts";

const LOOPBACK = "127.0.0.1\tlocalhost\n::1\t\tlocalhost\n";

Deno.test("hosts knows the gateway by both its names, and what the description adds", () => {
  const { network } = testGateway();
  const hosts = [{ address: "10.0.0.9", names: ["log.example.net", "log"] }];
  assert.equal(
    renderHosts(testGateway({ network: { ...network, hosts } })),
    `${LOOPBACK}10.0.0.50\tvpn1.example.net vpn1\n10.0.0.9\tlog.example.net log\n`,
  );
  assert.equal(renderHosts(testGateway({ hostname: "gw" })), `${LOOPBACK}10.0.0.50\tgw\n`);
});

Deno.test("hosts says nothing of an address that a lease will bring", () => {
  const { network } = testGateway();
  network.interfaces[0]!.address = "autoconf";
  assert.equal(renderHosts(testGateway({ network })), LOOPBACK);
});
