import assert from "node:assert/strict";
import { testInterface, testRouter } from "../../test/gateway.ts";
import type { NetworkInterface } from "../gateway.ts";
import { linksOf } from "./links.ts";
import { entriesOf } from "./entries.ts";
import { isOwnAddress, wiresOf } from "./wires.ts";

/** Where packets from `local` come in, in short. */
function entries(local: string, ...more: NetworkInterface[]): string[] {
  return entriesOf(local, wiresOf(linksOf(testRouter({}, ...more)), []))
    .map(({ wire, from, near }) => `${wire} ${from}${near ? " near" : ""}`);
}

/** The same for a gateway with one arm. */
function oneArm(local: string, arm: NetworkInterface, router?: string): string[] {
  const gateway = testRouter();
  const { gateway: _, ...network } = gateway.network;
  const links = linksOf({
    ...gateway,
    network: { ...network, interfaces: [arm], ...(router ? { gateway: router } : {}) },
  });
  return entriesOf(local, wiresOf(links, [])).map(({ wire, from, near }) =>
    `${wire} ${from}${near ? " near" : ""}`
  );
}

Deno.test("entries: a local network comes in where the gateway is in it, and nowhere else", () => {
  assert.deepEqual(entries("10.0.0.0/24"), ["vio1 10.0.0.0/24"]);
  assert.deepEqual(entries("10.0.0.128/25"), ["vio1 10.0.0.128/25"]);
  assert.deepEqual(entries("10.0.0.0/8"), ["vio1 10.0.0.0/8"]);
  // On the outside as far as it is the outside's own network.
  assert.deepEqual(entries("203.0.113.0/29"), ["vio0 203.0.113.0/29"]);
  assert.deepEqual(entries("203.0.113.0/24"), ["vio1 203.0.113.0/24"]);
});

Deno.test("entries: everywhere is what is inside", () => {
  assert.deepEqual(entries("0.0.0.0/0"), ["vio1 10.0.0.0/24"]);
  assert.deepEqual(
    entries("0.0.0.0/0", testInterface("vio2", "10.2.0.1/16")),
    ["vio1 10.0.0.0/24", "vio2 10.2.0.0/16"],
  );
});

Deno.test("entries: a network that no interface is in comes from inside, not from the provider", () => {
  assert.deepEqual(
    entries("10.9.0.0/24", testInterface("vio2", "10.2.0.1/16")),
    ["vio1 10.9.0.0/24", "vio2 10.9.0.0/24"],
  );
  const arm = testInterface("vio0", "203.0.113.2/29");
  assert.deepEqual(oneArm("10.9.0.0/24", arm, "203.0.113.6"), []);
  assert.deepEqual(oneArm("0.0.0.0/0", arm, "203.0.113.6"), []);
});

Deno.test("entries: a network behind a router comes in where its route leads", () => {
  const links = linksOf(testRouter({}, testInterface("vio2", "10.2.0.1/16")));
  const through = (via: string) =>
    entriesOf("10.9.0.0/24", wiresOf(links, [{ to: "10.9.0.0/16", via }])).map(({ wire }) => wire);
  assert.deepEqual(through("10.0.0.254"), ["vio1"]);
  assert.deepEqual(through("10.2.0.254"), ["vio2"]);
  // The description itself says that it is outside.
  assert.deepEqual(through("203.0.113.5"), ["vio0"]);
  assert.deepEqual(through("fe80::1%vio1"), ["vio1"]);
});

Deno.test("entries: with one arm the outside is the inside", () => {
  const arm = testInterface("vio0", "10.0.0.50/24");
  assert.deepEqual(oneArm("10.0.0.0/24", arm, "10.0.0.1"), ["vio0 10.0.0.0/24"]);
  assert.deepEqual(oneArm("10.0.0.0/8", arm, "10.0.0.1"), ["vio0 10.0.0.0/24"]);
  // A lease: what the interface will be in is not known here.
  assert.deepEqual(oneArm("10.0.0.0/24", testInterface("vio0", "autoconf")), [
    "vio0 10.0.0.0/24 near",
  ]);
});

Deno.test("entries: loopback networks send nothing in, carp networks come in on the carpdev", () => {
  assert.deepEqual(entries("192.168.1.0/24", testInterface("lo1", "192.168.1.1/24")), []);
  const carp = testInterface("carp2", "10.5.0.1/16", { options: ["vhid 3 carpdev vio2"] });
  assert.deepEqual(
    entries("10.5.0.0/16", testInterface("vio2", "none"), carp),
    ["vio2 10.5.0.0/16"],
  );
});

Deno.test("wires: own addresses are distinguished from networks, all of one network too", () => {
  const carp = testInterface("carp1", "10.0.0.254/24", { options: ["vhid 2 carpdev vio1"] });
  const wires = wiresOf(linksOf(testRouter({}, carp)), []);
  for (const own of ["203.0.113.2", "203.0.113.2/32", "10.0.0.1", "10.0.0.254"]) {
    assert(isOwnAddress(own, wires), own);
  }
  assert.deepEqual(wires[1]!.networks.map(({ text }) => text), ["10.0.0.0/24"]);
  for (const other of ["203.0.113.3", "203.0.113.0/29", "0.0.0.0/0"]) {
    assert(!isOwnAddress(other, wires), other);
  }
});
