import assert from "node:assert/strict";
import { testGateway } from "../../../test/gateway.ts";
import type { Gateway } from "../../../gateway/gateway.ts";
import { planCi } from "./plan.ts";

const first = testGateway({ tunnels: [] });

/** The keys in the cache of what `first` and that gateway with `patch` are made of. */
function keys(patch: Partial<Gateway>): string[] {
  const gateways = [first, { ...first, name: "other", ...patch }];
  const plan = planCi(
    gateways.map((gateway) => ({ file: `${gateway.name}.yaml`, gateway })),
    { version: "1.2.3", rehearse: false, stamp: true },
  );
  assert.deepEqual(plan.bases.map(({ cache }) => cache), [
    ...new Set(plan.builds.map(({ cache }) => cache)),
  ]);
  return plan.bases.map(({ cache }) => cache);
}

Deno.test("gateways of one kind are stamped on one base", () => {
  const { domain } = first;
  assert.equal(keys({ hostname: "other.example.net", timezone: "UTC" }).length, 1);
  assert.equal(keys({ domain: { ...domain, memory: 4096, name: "other" } }).length, 1);
});

Deno.test("what a base has to agree with makes another one", () => {
  const { domain, release, disk } = first;
  const others: Partial<Gateway>[] = [
    { consoleSpeed: 9600 },
    { domain: { ...domain, firmware: "uefi" } },
    { domain: { ...domain, hardware: "legacy" } },
    { domain: { ...domain, vcpus: { current: 1, maximum: domain.vcpus.maximum > 1 ? 1 : 2 } } },
    { disk: { ...disk, size: 2 * disk.size } },
    { release: { ...release, arch: "i386" } },
    { release: { ...release, mirror: "https://mirror.example.net/pub/OpenBSD" } },
  ];
  for (const patch of others) {
    assert.equal(new Set(keys(patch)).size, 2, JSON.stringify(patch));
  }
});
