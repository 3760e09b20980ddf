import assert from "node:assert/strict";
import { testInterface, testRouter, testTunnel } from "../../test/gateway.ts";
import { renderIsakmpdConf } from "./isakmpd_conf.ts";

const carp = testInterface("carp0", "203.0.113.3/28", {
  carp: { vhid: 1, carpdev: "vio0", advskew: 0, advbase: 1 },
});

Deno.test("isakmpd listens on the addresses that move, and on those that its tunnels send from", () => {
  const shared = testTunnel({ localAddress: "203.0.113.3" });
  assert.equal(
    renderIsakmpdConf(testRouter({ tunnels: [shared] }, carp)),
    "[General]\nListen-on=203.0.113.3\n",
  );
  const own = testTunnel({ localAddress: "203.0.113.2" });
  assert.equal(
    renderIsakmpdConf(testRouter({ tunnels: [shared, own] }, carp)),
    "[General]\nListen-on=203.0.113.3,203.0.113.2\n",
  );
});

Deno.test("without shared addresses, and for iked, there is no isakmpd.conf", () => {
  assert.equal(renderIsakmpdConf(testRouter({ tunnels: [testTunnel()] })), "");
  assert.equal(renderIsakmpdConf(testRouter({ tunnels: [testTunnel({ ike: 2 })] }, carp)), "");
});
