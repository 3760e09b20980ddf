import assert from "node:assert/strict";
import { testInterface, testRouter } from "../../../test/gateway.ts";
import type { NetworkInterface } from "../../../gateway/gateway.ts";
import { pfLines } from "./testing.ts";

function forged(...more: NetworkInterface[]): string[] {
  return pfLines(testRouter({}, ...more)).filter((line) =>
    /^(antispoof|block in log quick on ! [^e])/.test(line)
  );
}

const carp = (name: string, address: string, carpdev: string) =>
  testInterface(name, address, { options: [`vhid 1 carpdev ${carpdev} pass x`] });

Deno.test("base: everything is blocked and logged first", () => {
  const lines = pfLines(testRouter()).filter((line) => /^(pass|block|antispoof)/.test(line));
  assert.equal(lines[0], "block log all");
});

Deno.test("antispoof: carp interfaces share the wire of their carpdev", () => {
  const both = [carp("carp0", "203.0.113.3/29", "vio0"), carp("carp1", "10.0.0.254/24", "vio1")];
  assert.deepEqual(forged(...both), ["antispoof log quick for { lo0 vio0 vio1 }"]);
  // A carpdev without an address of its own.
  assert.deepEqual(forged(testInterface("vio2", "none"), carp("carp2", "10.5.0.1/16", "vio2")), [
    "antispoof log quick for { lo0 vio0 vio1 }",
    "block in log quick on ! vio2 from 10.5.0.0/16 to any",
  ]);
});

Deno.test("antispoof: a network that another interface has a part of does not cut that one off", () => {
  assert.deepEqual(forged(testInterface("vio2", "10.0.0.129/25")), [
    "antispoof log quick for { lo0 vio0 vio2 }",
  ]);
  assert.deepEqual(forged(testInterface("vio2", "10.0.0.2/24")), [
    "antispoof log quick for { lo0 vio0 }",
  ]);
});

Deno.test("antispoof: an address that comes from the network is not known when the rules are loaded", () => {
  const six = testInterface("vio2", "10.3.0.1/24", { address6: "autoconf" });
  assert.deepEqual(forged(testInterface("vio3", "autoconf"), six), [
    "antispoof log quick for { lo0 vio0 vio1 }",
    "block in log quick on ! vio2 from 10.3.0.0/24 to any",
  ]);
  const alias = testInterface("vio2", "none", { aliases: ["10.4.0.1/24"] });
  assert.deepEqual(forged(alias), ["antispoof log quick for { lo0 vio0 vio1 vio2 }"]);
});
