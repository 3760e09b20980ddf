import assert from "node:assert/strict";
import { testGateway } from "../../test/gateway.ts";
import { renderDomain } from "./domain_xml.ts";
import { missingHardware } from "./missing_hardware.ts";
import type { Domain } from "../../gateway/gateway.ts";

const gateway = testGateway();
const xml = (patch: Partial<Domain> = {}) =>
  renderDomain({ ...gateway, domain: { ...gateway.domain, ...patch } });
const missing = (defined: string, described: string) => missingHardware(defined, described, "hq");

Deno.test("a domain that somebody changed by hand is one for the same disk", () => {
  const changed = xml({ memory: 8192, cpu: "Nehalem", disk: "/srv/hq.raw", graphics: "vnc" })
    .replace('type="virtio"/>', 'type="virtio-non-transitional"/>')
    .replace("</devices>", "<interface type='bridge'/><hostdev mode='subsystem'/></devices>");
  assert.deepEqual(missing(changed, xml()), []);
});

Deno.test("other cards, another firmware and no console are none for the disk", () => {
  assert.deepEqual(missing(xml(), xml({ hardware: "legacy", machine: "pc" })), [
    "card 1 is em in the description, and vio in the domain",
  ]);
  const [card] = gateway.domain.interfaces;
  assert.deepEqual(missing(xml(), xml({ interfaces: [card!, card!] })), [
    "card 2 is vio in the description, and missing in the domain",
  ]);
  assert.deepEqual(missing(xml({ firmware: "uefi" }), xml()), [
    "the disk starts by a BIOS, and the domain has UEFI",
  ]);
  const byHand = xml().replace("<os>", "<os><loader type='pflash'>/usr/share/OVMF.fd</loader>");
  assert.deepEqual(missing(byHand, xml({ firmware: "uefi" })), []);
  const silent = xml().replace(/<serial[^]*<\/console>/, "");
  assert.deepEqual(missing(silent, xml()), ["the domain has no serial console"]);
});
