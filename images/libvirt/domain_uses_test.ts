import assert from "node:assert/strict";
import { parseDomstats } from "./domain_uses.ts";

Deno.test("parseDomstats() reads names, states and all disks of what virsh prints", () => {
  // As libvirt 9.0 printed it: one running with a backing file, one shut off.
  const printed = `Domain: 'gw'
  state.state=1
  state.reason=1
  block.count=2
  block.0.name=hda
  block.0.path=/srv/over lay.qcow2
  block.0.rd.reqs=0
  block.1.name=hda
  block.1.path=/dev/vg0/base=1
  block.1.backingIndex=2

Domain: 'it's'
  state.state=5
  state.reason=0
  block.count=0

`;
  assert.deepEqual(parseDomstats(printed), [
    { name: "gw", state: "running", paths: ["/srv/over lay.qcow2", "/dev/vg0/base=1"] },
    { name: "it's", state: "shut off", paths: [] },
  ]);
  assert.deepEqual(parseDomstats(""), []);
});
