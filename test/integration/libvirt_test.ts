/**
 * A real libvirtd judges what Gatewright defines, and tells what it uses.
 * @module
 */
import assert from "node:assert/strict";
import { renderDomain } from "../../images/domain_xml.ts";
import { defineDomain, planDefine } from "../../images/libvirt/define.ts";
import type { Domain } from "../../spec/gateway.ts";
import { testGateway } from "../gateway.ts";
import { Libvirtd } from "./libvirtd.ts";

const gateway = testGateway();
const xmlOf = (patch: Partial<Domain> = {}) =>
  renderDomain({ ...gateway, domain: { ...gateway.domain, ...patch } }, { type: "qemu" });

Deno.test("a defined domain shows no difference to what it was defined from", async () => {
  await using libvirtd = await Libvirtd.start();
  if (!libvirtd) return;
  for (
    const patch of [
      {},
      { hardware: "legacy", machine: "pc" },
      { hardware: "legacy", machine: "q35", graphics: "vnc" },
      { disk: "/var/lib/libvirt/images/hq.raw", cpu: "Nehalem", rng: false },
      { graphics: "spice", description: "R&D's <gateway>", vcpus: { current: 1, maximum: 4 } },
    ] satisfies Partial<Domain>[]
  ) {
    const options = { xml: xmlOf(patch), where: "hq.xml", connect: libvirtd.uri, replace: true };
    await defineDomain(await planDefine(options));
    const again = await planDefine({ ...options, replace: false });
    assert.equal(again.diff, "", JSON.stringify(patch));
    assert.equal(again.change, "same");
  }
});
