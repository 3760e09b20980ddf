/** @module */
import { deepEqual, equal, ok, throws } from "node:assert/strict";
import fc from "fast-check";
import { GatewrightError } from "../../host/error.ts";
import type { Domain } from "../../gateway/gateway.ts";
import { testGateway } from "../../test/gateway.ts";
import { type DomainOptions, renderDomain } from "./domain_xml.ts";

function render(patch: Partial<Domain> = {}, options?: DomainOptions): string {
  const gateway = testGateway();
  return renderDomain({ ...gateway, domain: { ...gateway.domain, ...patch } }, options);
}

/** The lines of `xml` from the one that begins with `from` to the one that begins with `to`. */
function part(xml: string, from: string, to: string): string[] {
  const lines = xml.split("\n").map((line) => line.trim());
  const start = lines.findIndex((line) => line.startsWith(from));
  return lines.slice(start, lines.findIndex((line, at) => at >= start && line.startsWith(to)) + 1);
}

Deno.test("renderDomain() describes the example's guest", () => {
  equal(
    render(),
    `<domain type="kvm">
  <name>hq</name>
  <uuid>6a0c3f0e-7a35-5c0b-9d0a-3d1a7f3f2c11</uuid>
  <metadata>
    <gateway xmlns="urn:gatewright:domain:1">
      <hostname>vpn1.example.net</hostname>
      <release arch="amd64">7.9</release>
      <autostart>no</autostart>
    </gateway>
  </metadata>
  <memory unit="MiB">2048</memory>
  <currentMemory unit="MiB">2048</currentMemory>
  <vcpu placement="static" current="1">2</vcpu>
  <os>
    <type arch="x86_64" machine="q35">hvm</type>
    <boot dev="hd"/>
  </os>
  <features>
    <acpi/>
    <apic/>
  </features>
  <cpu mode="host-passthrough" check="none" migratable="on"/>
  <clock offset="utc"/>
  <on_poweroff>destroy</on_poweroff>
  <on_reboot>restart</on_reboot>
  <on_crash>restart</on_crash>
  <devices>
    <disk type="block" device="disk">
      <driver name="qemu" type="raw" cache="none" io="native" discard="unmap"/>
      <source dev="/dev/vg0/vpn-server"/>
      <target dev="vda" bus="virtio"/>
    </disk>
    <controller type="usb" model="none"/>
    <interface type="bridge">
      <mac address="52:54:00:12:34:56"/>
      <source bridge="br0"/>
      <model type="virtio"/>
    </interface>
    <serial type="pty">
      <target type="isa-serial" port="0"/>
    </serial>
    <console type="pty">
      <target type="serial" port="0"/>
    </console>
    <memballoon model="virtio"/>
    <rng model="virtio">
      <backend model="random">/dev/urandom</backend>
    </rng>
  </devices>
</domain>
`,
  );
});

Deno.test("renderDomain() gives legacy hardware an IDE disk, a SATA one where q35 has no IDE", () => {
  const pc = render({ hardware: "legacy", machine: "pc" });
  ok(pc.includes('<target dev="hda" bus="ide"/>'));
  ok(pc.includes('<model type="e1000"/>'));
  ok(pc.includes('<memballoon model="none"/>'));
  ok(
    render({ hardware: "legacy", machine: "q35" }).includes('<target dev="sda" bus="sata"/>'),
  );
});

Deno.test("renderDomain() leaves the cache of a file to the hypervisor unless the description says", () => {
  const disk = "/var/lib/libvirt/images/hq.raw";
  deepEqual(part(render({ disk }), "<disk", "</disk"), [
    '<disk type="file" device="disk">',
    '<driver name="qemu" type="raw" discard="unmap"/>',
    `<source file="${disk}"/>`,
    '<target dev="vda" bus="virtio"/>',
    "</disk>",
  ]);
  ok(
    render({ disk, cache: "directsync", discard: false }).includes(
      '<driver name="qemu" type="raw" cache="directsync" io="native"/>',
    ),
  );
  // Native asynchronous I/O is refused without O_DIRECT.
  ok(render({ cache: "writeback" }).includes('cache="writeback" discard'));
});

Deno.test("renderDomain() asks UEFI for firmware that takes an unsigned loader", () => {
  deepEqual(part(render({ firmware: "uefi" }), "<os", "</os"), [
    '<os firmware="efi">',
    '<type arch="x86_64" machine="q35">hvm</type>',
    "<firmware>",
    '<feature enabled="no" name="secure-boot"/>',
    "</firmware>",
    '<boot dev="hd"/>',
    "</os>",
  ]);
});

Deno.test("renderDomain() keeps the order of several bridges and their addresses", () => {
  const interfaces = [
    { bridge: "br0", mac: "52:54:00:00:00:01" },
    { bridge: "br-lan", mac: "52:54:00:00:00:02" },
  ];
  deepEqual(
    [...render({ interfaces }).matchAll(/mac address="(.*)"|source bridge="(.*)"/g)].map((found) =>
      found[1] ?? found[2]
    ),
    ["52:54:00:00:00:01", "br0", "52:54:00:00:00:02", "br-lan"],
  );
});

Deno.test("renderDomain() shows a screen only to the host, and none by default", () => {
  equal(/graphics|video|sound/.test(render()), false);
  for (const graphics of ["vnc", "spice"] as const) {
    const xml = render({ graphics });
    ok(xml.includes(`<graphics type="${graphics}" autoport="yes" listen="127.0.0.1">`));
    ok(xml.includes("<serial"));
  }
});

Deno.test("renderDomain() names a cpu, and passes none on where there is no KVM", () => {
  deepEqual(part(render({ cpu: "Skylake-Server" }), "<cpu", "</cpu"), [
    '<cpu mode="custom" match="exact" check="partial">',
    '<model fallback="forbid">Skylake-Server</model>',
    "</cpu>",
  ]);
  ok(render({ cpu: "host-model" }).includes('<cpu mode="host-model" check="partial"/>'));
  const emulated = render({}, { type: "qemu" });
  ok(emulated.startsWith('<domain type="qemu">'));
  equal(emulated.includes("<cpu"), false);
});

Deno.test("renderDomain() says in the metadata that the guest starts with the host", () => {
  ok(render({ autostart: true }).includes("<autostart>yes</autostart>"));
});

Deno.test("renderDomain() leaves current out where all cpus are there from the start", () => {
  ok(
    render({ vcpus: { current: 2, maximum: 2 } }).includes('<vcpu placement="static">2</vcpu>'),
  );
});

Deno.test("renderDomain() lets no value add an element, an attribute or a line", () => {
  const shape = (xml: string) =>
    xml.replaceAll(/>[^<\n]*</g, "><").replaceAll(/="[^"\n]*"/g, '=""');
  const text = fc.oneof(
    fc.string({ unit: "binary", minLength: 1 }),
    fc.constantFrom("</name><x/>", '"/><x y="', "' a='", "<!--", "-->", "]]>", "&lt;", "<![CDATA["),
  );
  const gateway = testGateway();
  const fill = (value: string) => {
    const domain: Domain = {
      ...gateway.domain,
      name: value,
      uuid: value,
      description: value,
      cpu: `x${value}`,
      disk: `/dev/${value}`,
      interfaces: [{ bridge: value, mac: value }],
    };
    return renderDomain({ ...gateway, hostname: value, domain });
  };
  const plain = shape(fill("plain"));
  fc.assert(fc.property(text, (value) => {
    let xml;
    try {
      xml = fill(value);
    } catch (error) {
      return error instanceof GatewrightError;
    }
    equal(shape(xml), plain);
    ok(xml.endsWith("</domain>\n"));
    return true;
  }));
});

Deno.test("renderDomain() names the field that XML cannot carry", () => {
  throws(
    () => render({ description: "two\nlines" }),
    (error) => error instanceof GatewrightError && error.where === "domain.description",
  );
});
