import assert from "node:assert/strict";
import { testGateway } from "../../test/gateway.ts";
import { canonicalDomain } from "./canonical_domain.ts";
import { changeDomain, readDomain, trialDomain } from "./domain_document.ts";
import { renderDomain } from "./domain_xml.ts";

/** As a person keeps it: a comment, blanks, and elements that Gatewright does not know. */
const KEPT = `<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>
  <!-- of the branch -->
  <name>hq</name>
  <memory unit='GiB'>2</memory>
  <vcpu placement='static'>4</vcpu>
  <devices>
    <disk type='file' device='cdrom'><source file='/iso'/><target dev='sdb'/></disk>
    <disk type='file' device='disk'><target dev='vda'/></disk>
    <hostdev mode='subsystem' type='pci'/>
    <console type='pty'/>
  </devices>
  <qemu:commandline><qemu:arg value='-s'/></qemu:commandline>
</domain>`;

Deno.test("what is rendered is read back", () => {
  const { domain } = testGateway();
  const facts = readDomain(renderDomain(testGateway()), "hq.xml");
  assert.deepEqual(facts, {
    name: domain.name,
    type: "kvm",
    uuid: domain.uuid,
    cpu: domain.cpu,
    machine: domain.machine,
    vcpus: 2,
    uefi: false,
    autostart: false,
    serial: true,
    disks: [
      { type: "block", source: domain.disk, target: "vda", cache: "none", readOnly: false },
    ],
    bridges: ["br0"],
  });
});

Deno.test("a change leaves alone what it does not name", () => {
  const changed = changeDomain(
    KEPT,
    { uuid: "u-1", disk: { path: "/dev/vg0/a & b", block: true } },
    "hq.xml",
  );
  for (const kept of ["<!-- of the branch -->", "<hostdev", 'value="-s"', 'file="/iso"']) {
    assert(changed.includes(kept), kept);
  }
  const facts = readDomain(changed, "hq.xml");
  assert.deepEqual([facts.uuid, facts.vcpus, facts.serial], ["u-1", 4, true]);
  assert.deepEqual(facts.disks, [
    { type: "block", source: "/dev/vg0/a & b", target: "vda", cache: "none", readOnly: false },
  ]);
  // In the order of the model, so that a diff does not show it somewhere else.
  assert.match(changed, /<\/name>\s*<uuid>u-1<\/uuid>\s*<memory/);
  assert.match(changed, /<driver [^>]*\/><source dev="[^"]*"\/><target dev="vda"\/>/);
  // And back: a file has no cache of its own.
  const back = changeDomain(changed, { disk: { path: "/a.raw", block: false } }, "hq.xml");
  assert.deepEqual(readDomain(back, "hq.xml").disks, [
    { type: "file", source: "/a.raw", target: "vda", readOnly: false },
  ]);
});

Deno.test("a trial has nothing that it could write to", () => {
  const xml = renderDomain(testGateway({ domain: { ...testGateway().domain, firmware: "uefi" } }));
  const trial = trialDomain(xml, "hq-try", "hq.xml");
  const facts = readDomain(trial, "hq.xml");
  assert.deepEqual([facts.name, facts.uuid, facts.uefi, facts.disks], [
    "hq-try",
    undefined,
    false,
    [],
  ]);
  assert.doesNotMatch(trial, /<disk|firmware|nvram|loader/);
});

Deno.test("a comparison sees what a person changed, and not what libvirt adds", () => {
  const plain = canonicalDomain(renderDomain(testGateway(), { type: "qemu" }), "a");
  const defined = renderDomain(testGateway(), { type: "qemu" })
    .replace('machine="q35"', 'machine="pc-q35-7.2"')
    .replaceAll(/<((?:currentM|m)emory) unit="MiB">2048/g, '<$1 unit="KiB">2097152')
    .replace("<devices>", "<devices><emulator>/usr/bin/qemu</emulator><audio id='1'/>")
    .replace("</interface>", "<alias name='net0'/><address type='pci'/></interface>")
    .replace('type="usb"', 'type="usb" index="0"')
    .replace("<clock", "<cpu><model>qemu64</model></cpu><clock");
  assert.equal(canonicalDomain(defined, "b"), plain);
  const changes: [from: string, to: string][] = [
    ["pc-q35-7.2", "pc"],
    [">2097152<", ">2098176<"],
    ["br0", "br1"],
    ["qemu64", "Nehalem"],
    ['type="usb"', 'type="usb" ports="4"'],
  ];
  for (const [from, to] of changes) {
    assert.notEqual(canonicalDomain(defined.replace(from, to), "b"), plain, to);
  }
});

Deno.test("what is no domain is refused by name", () => {
  for (const xml of ["", "<domain>", "<network/>", "text", "<domain><name/></domain>"]) {
    assert.throws(() => readDomain(xml, "hq.xml"), { where: "hq.xml" }, xml);
  }
});

Deno.test("the password of a console is in no diff", () => {
  const graphics = (attributes: string) =>
    `<domain type='kvm'><devices><graphics type='vnc'${attributes}/></devices></domain>`;
  const shown = canonicalDomain(graphics(" passwd='hunter2'"), "hq");
  assert.match(shown, /passwd="\[secret\]"/);
  assert.notEqual(shown, canonicalDomain(graphics(""), "hq"));
});
