import assert from "node:assert/strict";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { renderRcConfLocal } from "./rc_conf_local.ts";

Deno.test("rc.conf.local starts what the tunnels need, and what the description wants", () => {
  assert.equal(renderRcConfLocal(testGateway()), "isakmpd_flags=-K\nipsec=YES\n");
  const tunnels = [testTunnel({ ike: 2 })];
  assert.equal(
    renderRcConfLocal(testGateway({ tunnels, rcConf: new Map([["ntpd_flags", "-s"]]) })),
    "iked_flags=\nntpd_flags=-s\n",
  );
  assert.equal(renderRcConfLocal(testGateway({ tunnels: [] })), "");
});

Deno.test("iked of 6.6 is told to leave IPv6 alone where the gateway has any", () => {
  const tunnels = [testTunnel({ ike: 2 })];
  const flags = (number: number, address6: string) => {
    const gateway = testGateway({ tunnels });
    gateway.release = { ...gateway.release, number };
    gateway.network.interfaces[0]!.address6 = address6;
    return renderRcConfLocal(gateway);
  };
  assert.equal(flags(66, "2001:db8::1/64"), "iked_flags=-6\n");
  assert.equal(flags(66, "autoconf"), "iked_flags=-6\n");
  assert.equal(flags(66, "none"), "iked_flags=\n");
  assert.equal(flags(67, "2001:db8::1/64"), "iked_flags=\n");
});
