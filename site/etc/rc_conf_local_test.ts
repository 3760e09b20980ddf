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
