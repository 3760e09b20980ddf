/**
 * Renders the libvirt domain of a gateway.
 * @module
 */
import type { Domain, Gateway } from "../../gateway/gateway.ts";
import { addAt, type Element, newElement, print, putAt } from "./element.ts";
import { DEVICES, DOMAIN } from "./model.ts";
import { escapeXml } from "./xml.ts";

/** Options that the description does not contain. */
export interface DomainOptions {
  /** `kvm` uses the host's CPUs (default); `qemu` emulates, for hosts without KVM. */
  type?: "kvm" | "qemu";
}

/** Namespace of the domain's metadata; libvirt keeps one element per namespace. */
const NAMESPACE = "urn:gatewright:domain:1";

/** A value and its place; `field` is the field that it comes from, if any. */
type Value = readonly [place: string, value: string, field?: string];

/**
 * Domain XML as libvirt 9 and later accept it (`virsh define --validate`).
 *
 * Autostart is not part of the XML: if the description asks for it, the metadata records that, and
 * `virsh autostart NAME` sets it.
 *
 * @throws {GatewrightError} if a value contains a character that XML cannot represent.
 */
export function renderDomain(gateway: Gateway, options: DomainOptions = {}): string {
  const { domain } = gateway;
  const root = newElement("domain");
  put(root, [
    ...identity(gateway, options.type ?? "kvm"),
    ...machine(domain),
    ...cpu(domain, options.type ?? "kvm"),
    [DOMAIN.clock, "utc"],
    [DOMAIN.onPoweroff, "destroy"],
    [DOMAIN.onReboot, "restart"],
    [DOMAIN.onCrash, "restart"],
  ]);
  for (const [kind, values] of devices(domain)) put(addAt(root, DEVICES[kind].at), values);
  return print(root);
}

function put(element: Element, values: readonly Value[]): void {
  for (const [place, value, field] of values) {
    // Checked here, where the field is known.
    if (field !== undefined) escapeXml(value, field);
    putAt(element, place, value);
  }
}

function identity({ hostname, release, domain }: Gateway, type: "kvm" | "qemu"): Value[] {
  return [
    [DOMAIN.type, type],
    [DOMAIN.name, domain.name, "domain.name"],
    [DOMAIN.uuid, domain.uuid, "domain.uuid"],
    ...(domain.description
      ? [[DOMAIN.description, domain.description, "domain.description"] as const]
      : []),
    [DOMAIN.namespace, NAMESPACE],
    [DOMAIN.hostname, hostname, "hostname"],
    [DOMAIN.arch, release.arch],
    [DOMAIN.release, release.version, "release"],
    [DOMAIN.autostart, domain.autostart ? "yes" : "no"],
    [DOMAIN.memoryUnit, "MiB"],
    [DOMAIN.memory, String(domain.memory)],
    [DOMAIN.currentMemoryUnit, "MiB"],
    [DOMAIN.currentMemory, String(domain.memory)],
  ];
}

function machine({ vcpus: { current, maximum }, firmware, machine: name }: Domain): Value[] {
  return [
    [DOMAIN.vcpuPlacement, "static"],
    ...(current < maximum ? [[DOMAIN.vcpuCurrent, String(current)] as const] : []),
    [DOMAIN.vcpus, String(maximum)],
    ...(firmware === "uefi" ? [[DOMAIN.firmware, "efi"] as const] : []),
    [DOMAIN.osArch, "x86_64"],
    [DOMAIN.machine, name],
    [DOMAIN.osType, "hvm"],
    // OpenBSD's loader is not signed: Secure Boot would refuse it.
    ...(firmware === "uefi"
      ? [[DOMAIN.featureEnabled, "no"], [DOMAIN.featureName, "secure-boot"]] as const
      : []),
    [DOMAIN.boot, "hd"],
    [DOMAIN.acpi, ""],
    [DOMAIN.apic, ""],
  ];
}

function cpu({ cpu: model }: Domain, type: "kvm" | "qemu"): Value[] {
  if (model === "host-passthrough" || model === "host-model") {
    // Without KVM there is no host CPU to pass through; OpenBSD runs well on QEMU's default.
    if (type === "qemu") return [];
    return model === "host-passthrough"
      ? [[DOMAIN.cpuMode, model], [DOMAIN.cpuCheck, "none"], [DOMAIN.cpuMigratable, "on"]]
      : [[DOMAIN.cpuMode, model], [DOMAIN.cpuCheck, "partial"]];
  }
  return [
    [DOMAIN.cpuMode, "custom"],
    [DOMAIN.cpuMatch, "exact"],
    [DOMAIN.cpuCheck, "partial"],
    [DOMAIN.cpuFallback, "forbid"],
    [DOMAIN.cpuModel, model, "domain.cpu"],
  ];
}

type Device = readonly [kind: keyof typeof DEVICES, values: readonly Value[]];

function devices(domain: Domain): Device[] {
  const { controller, serial, console, memballoon, rng } = DEVICES;
  return [
    ["disk", disk(domain)],
    // A serial console needs no tablet.
    ["controller", [[controller.type, "usb"], [controller.model, "none"]]],
    ...cards(domain),
    ["serial", [[serial.type, "pty"], [serial.target, "isa-serial"], [serial.port, "0"]]],
    ["console", [[console.type, "pty"], [console.target, "serial"], [console.port, "0"]]],
    ...graphics(domain),
    // viomb(4) returns memory to the host on request.
    ["memballoon", [[memballoon.model, domain.hardware === "virtio" ? "virtio" : "none"]]],
    ...(domain.rng
      ? [
        ["rng", [[rng.model, "virtio"], [rng.backend, "random"], [rng.source, "/dev/urandom"]]],
      ] as const
      : []),
  ];
}

function disk(domain: Domain): Value[] {
  const places = DEVICES.disk;
  const block = domain.disk.startsWith("/dev/");
  // A block device does its own caching, and the host's page cache would only add delay. A file may
  // be on a file system without O_DIRECT (tmpfs), so the hypervisor's default is kept.
  const cache = domain.cache ?? (block ? "none" : undefined);
  const target = diskTarget(domain);
  return [
    [places.type, block ? "block" : "file"],
    [places.device, "disk"],
    [places.driver, "qemu"],
    [places.format, domain.format ?? "raw"],
    ...(cache ? [[places.cache, cache] as const] : []),
    // Native asynchronous I/O needs O_DIRECT.
    ...(cache === "none" || cache === "directsync" ? [[places.io, "native"] as const] : []),
    ...(domain.discard ? [[places.discard, "unmap"] as const] : []),
    [block ? places.block : places.file, domain.disk, "domain.disk"],
    [places.target, target.name],
    [places.bus, target.bus],
  ];
}

/** OpenBSD finds its root by DUID, so sd0 (virtio, SATA) and wd0 (IDE) both boot. */
function diskTarget({ hardware, machine }: Domain): { name: string; bus: string } {
  if (hardware === "virtio") return { name: "vda", bus: "virtio" };
  // q35 has no IDE controller; its legacy disk is SATA.
  return machine === "q35" ? { name: "sda", bus: "sata" } : { name: "hda", bus: "ide" };
}

function cards(domain: Domain): Device[] {
  const places = DEVICES.card;
  const model = domain.hardware === "virtio" ? "virtio" : "e1000";
  return domain.interfaces.map(({ bridge, mac }, index) => ["card", [
    [places.type, "bridge"],
    [places.mac, mac, `domain.interfaces[${index}].mac`],
    [places.bridge, bridge, `domain.interfaces[${index}].bridge`],
    [places.model, model],
  ]]);
}

function graphics({ graphics: kind }: Domain): Device[] {
  if (kind === "none") return [];
  const places = DEVICES.graphics;
  // It listens on the host's loopback only: there is no password.
  const LOCAL = "127.0.0.1";
  return [
    ["graphics", [
      [places.type, kind],
      [places.autoport, "yes"],
      [places.listen, LOCAL],
      [places.listenType, "address"],
      [places.listenAddress, LOCAL],
    ]],
    ["video", [[DEVICES.video.model, "vga"]]],
  ];
}
