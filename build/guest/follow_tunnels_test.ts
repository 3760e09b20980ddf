import assert from "node:assert/strict";
import { readStatus } from "../../site/status/status.ts";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { awaitedTunnels } from "./follow_tunnels.ts";

const ENDS = [["a", "192.0.2.1"], ["b", "192.0.2.2"], ["c", "any"]] as const;
const gateway = testGateway({
  tunnels: ENDS.map(([name, peer], at) =>
    testTunnel({ ike: 2, name, peer, remote: [`10.${at + 1}.0.0/24`], mode: "active" })
  ),
});
const text = ENDS.map(([, peer], at) => {
  const from = peer === "any" ? "198.51.100.9" : peer;
  return {
    flow: `flow esp in from 10.${at + 1}.0.0/24 to 10.0.0.0/24 peer ${from} type require
flow esp out from 10.0.0.0/24 to 10.${at + 1}.0.0/24 peer ${from} type require`,
    sa: `esp tunnel from ${from} to 10.0.0.50 spi 0x1a2b3c4${at} auth hmac-sha2-256 enc aes-256
esp tunnel from 10.0.0.50 to ${from} spi 0xc0ffee0${at} auth hmac-sha2-256 enc aes-256`,
  };
});
const kernel = (ups: number[]) =>
  `FLOWS:\n${text.map(({ flow }) => flow).join("\n")}\n\nSAD:\n${
    ups.map((at) => text[at]!.sa).join("\n") || "No entries"
  }\n`;
const awaited = (ups: number[], of = gateway) =>
  awaitedTunnels(of, readStatus(of, kernel(ups), "gw"));

Deno.test("tunnels that were up and that this end negotiates are waited for, no others", () => {
  assert.deepEqual(awaited([0, 1, 2]), ["a", "b"]);
  assert.deepEqual(awaited([1]), ["b"]);
  assert.deepEqual(awaited([]), []);
  assert.deepEqual(awaitedTunnels(gateway, undefined), []);
  const [a, b, c] = gateway.tunnels;
  const waits = { ...gateway, tunnels: [a!, { ...b!, mode: "passive" as const }, c!] };
  assert.deepEqual(awaited([0, 1, 2], waits), ["a"]);
});

Deno.test("none is waited for where another gateway may have them all", () => {
  const failover = { interface: "carp0", peer: "10.0.0.51", key: { env: "KEY" } };
  assert.deepEqual(awaited([0, 1, 2], { ...gateway, failover } as typeof gateway), []);
});
