/** @module */
import { deepEqual, equal, match, notEqual, throws } from "node:assert/strict";
import fc from "fast-check";
import { GatewrightError } from "../../host/error.ts";
import { testGateway } from "../../test/gateway.ts";
import { parseGateway } from "../../gateway/load/load.ts";
import { overrideDomain, sharedMacs } from "./domain_overrides.ts";

const gateway = testGateway();

Deno.test("overrideDomain() changes what was given and nothing else", () => {
  deepEqual(overrideDomain(gateway, {}), gateway);
  const { domain } = overrideDomain(gateway, {
    disk: "/dev/vg1/hq",
    bridge: "br9",
    cpu: "Skylake-Server",
    memory: "4G",
    vcpus: "2,maxvcpus=4",
    cache: "directsync",
  });
  deepEqual(domain, {
    ...gateway.domain,
    disk: "/dev/vg1/hq",
    interfaces: [{ ...gateway.domain.interfaces[0], bridge: "br9" }],
    cpu: "Skylake-Server",
    memory: 4096,
    vcpus: { current: 2, maximum: 4 },
    cache: "directsync",
  });
});

Deno.test("overrideDomain() gives another name another uuid, the same each time", () => {
  const uuid = (name: string) => overrideDomain(gateway, { name }).domain.uuid;
  notEqual(uuid("hq2"), gateway.domain.uuid);
  equal(uuid("hq2"), uuid("hq2"));
  equal(uuid(gateway.domain.name), gateway.domain.uuid);
});

Deno.test("overrideDomain() gives another name MACs of its own, but for those that are fixed", () => {
  const loaded = (domain: string) =>
    parseGateway(
      `hostname: hq.example.net
release: "7.9"
network: {interfaces: [{name: vio0, address: 10.0.0.50/24}, {name: vio1, address: 10.1.0.1/24}]}
access: {rootPassword: none}
domain: ${domain}
`,
      "hq.yaml",
    ).gateway;
  const fixed = "52:54:00:aa:bb:cc";
  const given = loaded(`{interfaces: [{bridge: br0}, {bridge: br1, mac: "${fixed}"}]}`);
  const other = overrideDomain(given, { name: "hq2" });
  const macs = (of: typeof given) => of.domain.interfaces.map(({ mac }) => mac);
  notEqual(macs(other)[0], macs(given)[0]);
  deepEqual(macs(other), macs(overrideDomain(given, { name: "hq2" })));
  equal(macs(other)[1], fixed);
  deepEqual(sharedMacs(given, other), [fixed]);
  deepEqual(overrideDomain(given, { name: given.domain.name }), given);
  deepEqual(sharedMacs(given, given), []);
});

Deno.test("overrideDomain() names the field that is wrong", () => {
  for (
    const [flags, flag] of [
      [{ memory: "lots" }, "memory"],
      [{ disk: "relative/path" }, "disk"],
      [{ cpu: "a b" }, "cpu"],
      [{ cache: "fast" }, "cache"],
      [{ name: "../x" }, "name"],
      [{ vcpus: "0" }, "vcpus"],
      [{ vcpus: "4,maxvcpus=2" }, "vcpus"],
      [{ bridge: "a bridge" }, "bridge"],
      [{ bridge: "br0,br1" }, "2 bridges given, but the domain has 1 network card"],
    ] as const
  ) {
    throws(() => overrideDomain(gateway, flags), (error) => {
      if (!(error instanceof GatewrightError)) return false;
      match(error.message, new RegExp(`^${flag}\\b`));
      equal(error.exitCode, 2);
      return error.next !== undefined;
    });
  }
});

Deno.test("overrideDomain() takes or cleanly refuses any words", () => {
  const words = fc.record(
    { name: fc.string(), disk: fc.string(), bridge: fc.string(), vcpus: fc.string() },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(words, (given) => {
      try {
        overrideDomain(gateway, given);
      } catch (error) {
        return error instanceof GatewrightError && error.kind === "usage";
      }
      return true;
    }),
    { numRuns: 30 },
  );
});

Deno.test("overrideDomain() says why a relative path is none, and which one to give", () => {
  throws(() => overrideDomain(gateway, { disk: "hq.raw" }), (error) => {
    if (!(error instanceof GatewrightError)) return false;
    equal(error.message, "disk hq.raw is a relative path");
    match(error.why ?? "", /libvirt looks for the disk from its own folder/);
    match(error.next ?? "", /there: \/var\/lib\/libvirt\/images\/hq\.raw, or a device/);
    return true;
  });
  equal(overrideDomain(gateway, { disk: "/srv/hq.raw" }).domain.disk, "/srv/hq.raw");
});
