/**
 * The libvirt domain of a gateway.
 * @module
 */
import type { Domain, Gateway } from "../../gateway/gateway.ts";
import { escapeXml } from "./xml.ts";

/** How a domain is rendered where the description does not decide. */
export interface DomainOptions {
  /** `kvm` runs on the host's cpus (default); `qemu` emulates them, for hosts without KVM. */
  type?: "kvm" | "qemu";
}

/** Names the metadata of the domain; libvirt keeps one element per name space. */
const NAMESPACE = "urn:gatewright:domain:1";

/**
 * Domain XML as libvirt 9 and later accept it (`virsh define --validate`).
 *
 * libvirt keeps "start with the host" outside of this XML: where the description asks for it, the metadata
 * says so, and `virsh autostart NAME` does it.
 *
 * @throws {GatewrightError} if a value holds a character that XML cannot carry.
 */
export function renderDomain(gateway: Gateway, options: DomainOptions = {}): string {
  const { domain } = gateway;
  const type = options.type ?? "kvm";
  const lines = [
    `<domain type="${type}">`,
    `  <name>${escapeXml(domain.name, "domain.name")}</name>`,
    `  <uuid>${escapeXml(domain.uuid, "domain.uuid")}</uuid>`,
    ...(domain.description
      ? [`  <description>${escapeXml(domain.description, "domain.description")}</description>`]
      : []),
    ...metadata(gateway),
    `  <memory unit="MiB">${domain.memory}</memory>`,
    `  <currentMemory unit="MiB">${domain.memory}</currentMemory>`,
    ...vcpus(domain),
    ...os(domain),
    "  <features>",
    "    <acpi/>",
    "    <apic/>",
    "  </features>",
    ...cpu(domain, type),
    '  <clock offset="utc"/>',
    "  <on_poweroff>destroy</on_poweroff>",
    "  <on_reboot>restart</on_reboot>",
    "  <on_crash>restart</on_crash>",
    "  <devices>",
    ...disk(domain),
    // No guest needs a tablet on a serial console.
    '    <controller type="usb" model="none"/>',
    ...interfaces(domain),
    '    <serial type="pty">',
    '      <target type="isa-serial" port="0"/>',
    "    </serial>",
    '    <console type="pty">',
    '      <target type="serial" port="0"/>',
    "    </console>",
    ...graphics(domain),
    // viomb(4) gives memory back to the host on request.
    `    <memballoon model="${domain.hardware === "virtio" ? "virtio" : "none"}"/>`,
    ...rng(domain),
    "  </devices>",
    "</domain>",
  ];
  return lines.join("\n") + "\n";
}

function metadata({ hostname, release, domain }: Gateway): string[] {
  return [
    "  <metadata>",
    `    <gateway xmlns="${NAMESPACE}">`,
    `      <hostname>${escapeXml(hostname, "hostname")}</hostname>`,
    `      <release arch="${release.arch}">${escapeXml(release.version, "release")}</release>`,
    `      <autostart>${domain.autostart ? "yes" : "no"}</autostart>`,
    "    </gateway>",
    "  </metadata>",
  ];
}

function vcpus({ vcpus: { current, maximum } }: Domain): string[] {
  const now = current < maximum ? ` current="${current}"` : "";
  return [`  <vcpu placement="static"${now}>${maximum}</vcpu>`];
}

function os({ firmware, machine }: Domain): string[] {
  const type = `    <type arch="x86_64" machine="${machine}">hvm</type>`;
  // OpenBSD's loader is not signed: firmware that insists on signatures would refuse it.
  return firmware === "uefi"
    ? [
      '  <os firmware="efi">',
      type,
      "    <firmware>",
      '      <feature enabled="no" name="secure-boot"/>',
      "    </firmware>",
      '    <boot dev="hd"/>',
      "  </os>",
    ]
    : ["  <os>", type, '    <boot dev="hd"/>', "  </os>"];
}

function cpu({ cpu: model }: Domain, type: "kvm" | "qemu"): string[] {
  if (model === "host-passthrough" || model === "host-model") {
    // Without KVM there is no host cpu to pass on; QEMU's own default is what OpenBSD knows best.
    if (type === "qemu") return [];
    return [
      model === "host-passthrough"
        ? '  <cpu mode="host-passthrough" check="none" migratable="on"/>'
        : '  <cpu mode="host-model" check="partial"/>',
    ];
  }
  return [
    '  <cpu mode="custom" match="exact" check="partial">',
    `    <model fallback="forbid">${escapeXml(model, "domain.cpu")}</model>`,
    "  </cpu>",
  ];
}

function disk(domain: Domain): string[] {
  const block = domain.disk.startsWith("/dev/");
  // A block device has its own idea of what is written; a second cache only delays it. A file may
  // lie where O_DIRECT is not known (tmpfs), so there the hypervisor's default stands.
  const cache = domain.cache ?? (block ? "none" : undefined);
  const driver = [
    'name="qemu"',
    'type="raw"',
    ...(cache ? [`cache="${cache}"`] : []),
    // Native asynchronous I/O needs O_DIRECT.
    ...(cache === "none" || cache === "directsync" ? ['io="native"'] : []),
    ...(domain.discard ? ['discard="unmap"'] : []),
  ];
  const source = `${block ? "dev" : "file"}="${escapeXml(domain.disk, "domain.disk")}"`;
  return [
    `    <disk type="${block ? "block" : "file"}" device="disk">`,
    `      <driver ${driver.join(" ")}/>`,
    `      <source ${source}/>`,
    `      <target ${diskTarget(domain)}/>`,
    "    </disk>",
  ];
}

/** OpenBSD finds its root by the disk's DUID, so sd0 (virtio, SATA) and wd0 (IDE) both boot. */
function diskTarget({ hardware, machine }: Domain): string {
  if (hardware === "virtio") return 'dev="vda" bus="virtio"';
  // q35 has no IDE controller; its legacy disk is SATA.
  return machine === "q35" ? 'dev="sda" bus="sata"' : 'dev="hda" bus="ide"';
}

function interfaces(domain: Domain): string[] {
  const model = domain.hardware === "virtio" ? "virtio" : "e1000";
  return domain.interfaces.flatMap(({ bridge, mac }, index) => [
    '    <interface type="bridge">',
    `      <mac address="${escapeXml(mac, `domain.interfaces[${index}].mac`)}"/>`,
    `      <source bridge="${escapeXml(bridge, `domain.interfaces[${index}].bridge`)}"/>`,
    `      <model type="${model}"/>`,
    "    </interface>",
  ]);
}

function graphics({ graphics: kind }: Domain): string[] {
  if (kind === "none") return [];
  // Only the host itself may look: there is no password.
  return [
    `    <graphics type="${kind}" autoport="yes" listen="127.0.0.1">`,
    '      <listen type="address" address="127.0.0.1"/>',
    "    </graphics>",
    "    <video>",
    '      <model type="vga"/>',
    "    </video>",
  ];
}

function rng({ rng: wanted }: Domain): string[] {
  if (!wanted) return [];
  return [
    '    <rng model="virtio">',
    '      <backend model="random">/dev/urandom</backend>',
    "    </rng>",
  ];
}
