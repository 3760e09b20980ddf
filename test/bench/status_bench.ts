/**
 * `status` holds a thousand tunnels against what a gateway says of them in one pass: ten times as many
 * take about ten times as long, not a hundred times.
 * @module
 */
import assert from "node:assert/strict";
import { readStatus } from "../../site/status/status.ts";
import { testGateway, testTunnel } from "../gateway.ts";

/** Milliseconds for `count` tunnels that are up. */
function millisecondsOf(count: number): number {
  const tunnels = Array.from({ length: count }, (_, n) =>
    testTunnel({
      ike: 2,
      name: `t${n}`,
      peer: `198.18.${n >> 8}.${n & 255}`,
      remote: [`172.${16 + (n >> 8)}.${n & 255}.0/24`],
    }));
  const flows = tunnels.map(({ peer, remote: [to] }) =>
    `flow esp in from ${to} to 10.0.0.0/24 peer ${peer} type require\n` +
    `flow esp out from 10.0.0.0/24 to ${to} peer ${peer} type require\n`
  );
  const words = "spi 0x1a2b3c4d auth hmac-sha2-256 enc aes-256";
  const sas = tunnels.map(({ peer }) =>
    `esp tunnel from ${peer} to 10.0.0.50 ${words}\nesp tunnel from 10.0.0.50 to ${peer} ${words}\n`
  );
  const text = `FLOWS:\n${flows.join("")}\nSAD:\n${sas.join("")}`;
  const gateway = testGateway({ tunnels });
  const start = performance.now();
  assert.equal(readStatus(gateway, text, "stdin").ok, true);
  return performance.now() - start;
}

millisecondsOf(100);
const few = Math.min(...Array.from({ length: 5 }, () => millisecondsOf(200)));
const many = Math.min(...Array.from({ length: 5 }, () => millisecondsOf(2000)));
console.log(`200 tunnels ${few.toFixed(1)} ms, 2000 tunnels ${many.toFixed(1)} ms`);
assert(many < 30 * Math.max(few, 1), "status is not one pass over the tunnels");
