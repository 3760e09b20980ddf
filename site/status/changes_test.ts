import assert from "node:assert/strict";
import type { Gateway } from "../../gateway/gateway.ts";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { changeLines } from "./changes.ts";
import { readStatus } from "./status.ts";

const A = testTunnel({ ike: 2, name: "a", peer: "192.0.2.1", remote: ["10.1.0.0/24"] });

const flow = (remote: string, peer: string) =>
  `flow esp out from 10.0.0.0/24 to ${remote} peer ${peer} type require\n`;
const sas = (peer: string) =>
  `esp tunnel from ${peer} to 10.0.0.50 spi 0x01 enc aes-256-gcm
esp tunnel from 10.0.0.50 to ${peer} spi 0x02 enc aes-256-gcm
`;

/** One look, at a time. */
function statusAt(now: number, ipsec: string, { pf = "Enabled", carp = "MASTER" } = {}) {
  const { clients } = testGateway({
    clients: [{
      name: "laptops",
      pool: "10.9.0.0/24",
      networks: [],
      nameservers: [],
      users: [],
    }] as unknown as Gateway["clients"],
  });
  const text = `--- gatewright: system
now ${now}
--- gatewright: status 0
--- gatewright: ipsec
FLOWS:
${ipsec}--- gatewright: status 0
--- gatewright: pf
Status: ${pf} for 0 days 00:10:00           Debug: err
--- gatewright: status 0
--- gatewright: interfaces
vio0: flags=8b43<UP,RUNNING> mtu 1500
	inet 10.0.0.50 netmask 0xffffff00
carp0: flags=8843<UP,RUNNING> mtu 1500
	carp: ${carp} carpdev vio0 vhid 1 advbase 1 advskew 0
--- gatewright: status 0
--- gatewright: end
`;
  return readStatus(testGateway({ tunnels: [A], clients }), text, "gateway");
}

const UP = flow("10.1.0.0/24", "192.0.2.1") + sas("192.0.2.1");
const CLIENT = flow("10.9.0.5", "198.51.100.7") + sas("198.51.100.7");

Deno.test("a watch says what changes, and what is right again", () => {
  const good = statusAt(1800000000, UP);
  assert.deepEqual(changeLines(good, statusAt(1800000005, UP)), []);
  const bad = statusAt(1800000010, flow("10.1.0.0/24", "192.0.2.1"), {
    pf: "Disabled",
    carp: "BACKUP",
  });
  const time = "2027-01-15T08:00:10Z";
  assert.deepEqual(changeLines(good, bad), [
    `${time} a flows-only; peer 192.0.2.1, 0 SAs out, 0 in`,
    `${time} carp0 is backup (was master)`,
    `${time} the packet filter is off`,
  ]);
  assert.deepEqual(changeLines(bad, good).map((line) => line.slice(21)), [
    "a up; peer 192.0.2.1, 1 SAs out, 1 in",
    "carp0 is master (was backup)",
    "no longer: the packet filter is off",
  ]);
});

Deno.test("a watch says which clients come and go", () => {
  const [alone, both] = [statusAt(1, UP), statusAt(2, UP + CLIENT)];
  const line = "laptops has 10.9.0.5; peer 198.51.100.7";
  assert.deepEqual(changeLines(alone, both).map((one) => one.slice(21)), [`connected: ${line}`]);
  assert.deepEqual(changeLines(both, alone).map((one) => one.slice(21)), [`gone: ${line}`]);
});
