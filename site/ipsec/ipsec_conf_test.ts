import assert from "node:assert/strict";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { renderIpsecConf } from "./ipsec_conf.ts";
import { renderRcConfLocal } from "../etc/rc_conf_local.ts";

const flows = (text: string) => text.split("\n").filter((line) => line.startsWith("flow "));

Deno.test("ipsec.conf includes a file for each IKEv1 tunnel, and is empty without", () => {
  const text = renderIpsecConf(testGateway());
  assert.match(text, /^include "\/etc\/ipsec\/branch10\.conf"$/m);
  assert.deepEqual(flows(text), []);
  assert.equal(renderIpsecConf(testGateway({ tunnels: [testTunnel({ ike: 2 })] })), "");
});

Deno.test("what is local stays out of a tunnel to a network around it", () => {
  for (const ike of [1, 2] as const) {
    const patch = { remote: ["10.0.0.0/8"] };
    const tunnels = [ike === 1 ? testTunnel(patch) : testTunnel({ ...patch, ike })];
    const gateway = testGateway({ tunnels });
    assert.deepEqual(flows(renderIpsecConf(gateway)), [
      "flow from 10.0.0.0/24 to 10.0.0.0/24 type bypass",
    ]);
    // ipsecctl loads them at boot, whichever daemon makes the tunnel.
    assert.match(renderRcConfLocal(gateway), /^ipsec=YES$/m);
  }
});

Deno.test("a tunnel to everywhere leaves all networks of the gateway, and multicast, alone", () => {
  const [card] = testGateway().network.interfaces;
  const interfaces = [card!, { ...card!, name: "vio1", address: "172.16.0.1/16" }];
  const tunnels = [testTunnel({ ike: 2, remote: ["0.0.0.0/0"] })];
  const network = { ...testGateway().network, interfaces };
  assert.deepEqual(flows(renderIpsecConf(testGateway({ tunnels, network }))), [
    "flow from 10.0.0.0/24 to 10.0.0.0/24 type bypass",
    "flow from 10.0.0.0/24 to 172.16.0.0/16 type bypass",
    "flow from 10.0.0.0/24 to 224.0.0.0/4 type bypass",
    "flow from 10.0.0.0/24 to 255.255.255.255/32 type bypass",
  ]);
  const all = [testTunnel({ local: ["0.0.0.0/0"], remote: ["0.0.0.0/0"] })];
  const between = flows(renderIpsecConf(testGateway({ tunnels: all, network })));
  assert(
    between.includes("flow from 172.16.0.0/16 to 10.0.0.0/24 type bypass"),
    between.join("\n"),
  );
  assert(!between.some((line) => line.includes(" 0.0.0.0/0 ")));
});

Deno.test("transport joins hosts, and takes nothing from them", () => {
  const tunnels = [
    testTunnel({ encapsulation: "transport", local: ["10.0.0.50"], remote: ["0.0.0.0/0"] }),
  ];
  assert.deepEqual(flows(renderIpsecConf(testGateway({ tunnels }))), []);
});

Deno.test("a tunnel of a sec(4) interface has no flows to keep anything out of", () => {
  const tunnels = [testTunnel({ iface: "sec0", remote: ["10.0.0.0/8"] })];
  assert.deepEqual(flows(renderIpsecConf(testGateway({ tunnels }))), []);
});
