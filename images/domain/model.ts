/**
 * The paths of all values in a domain's XML, shared by rendering, reading, changing and comparing.
 * Source: libvirt's page on the domain XML format.
 * @module
 */

/** Paths below `<domain>`, in their order there. */
export const DOMAIN = {
  /** `kvm` or `qemu`. */
  type: "@type",
  name: "name",
  uuid: "uuid",
  description: "description",
  namespace: "metadata/gateway/@xmlns",
  hostname: "metadata/gateway/hostname",
  arch: "metadata/gateway/release/@arch",
  release: "metadata/gateway/release",
  /** `yes`: the description asks for autostart. */
  autostart: "metadata/gateway/autostart",
  memoryUnit: "memory/@unit",
  memory: "memory",
  currentMemoryUnit: "currentMemory/@unit",
  currentMemory: "currentMemory",
  vcpuPlacement: "vcpu/@placement",
  vcpuCurrent: "vcpu/@current",
  /** Maximum memory of the guest. */
  vcpus: "vcpu",
  /** `efi`: libvirt chooses a UEFI firmware. */
  firmware: "os/@firmware",
  /** `pflash`: a UEFI firmware file is named. */
  loader: "os/loader/@type",
  osArch: "os/type/@arch",
  machine: "os/type/@machine",
  osType: "os/type",
  featureEnabled: "os/firmware/feature/@enabled",
  featureName: "os/firmware/feature/@name",
  boot: "os/boot/@dev",
  acpi: "features/acpi",
  apic: "features/apic",
  cpuMode: "cpu/@mode",
  cpuMatch: "cpu/@match",
  cpuCheck: "cpu/@check",
  cpuMigratable: "cpu/@migratable",
  /** `forbid`: no other model may replace `cpuModel`. */
  cpuFallback: "cpu/model/@fallback",
  cpuModel: "cpu/model",
  clock: "clock/@offset",
  onPoweroff: "on_poweroff",
  onReboot: "on_reboot",
  onCrash: "on_crash",
} as const;

/** Paths inside a device, below its own element. */
export const DEVICES = {
  disk: {
    at: "devices/disk",
    type: "@type",
    device: "@device",
    driver: "driver/@name",
    format: "driver/@type",
    cache: "driver/@cache",
    io: "driver/@io",
    discard: "driver/@discard",
    block: "source/@dev",
    file: "source/@file",
    target: "target/@dev",
    bus: "target/@bus",
    readOnly: "readonly",
    shareable: "shareable",
  },
  controller: { at: "devices/controller", type: "@type", model: "@model" },
  card: {
    at: "devices/interface",
    type: "@type",
    mac: "mac/@address",
    bridge: "source/@bridge",
    model: "model/@type",
  },
  serial: { at: "devices/serial", type: "@type", target: "target/@type", port: "target/@port" },
  console: { at: "devices/console", type: "@type", target: "target/@type", port: "target/@port" },
  graphics: {
    at: "devices/graphics",
    type: "@type",
    autoport: "@autoport",
    listen: "@listen",
    listenType: "listen/@type",
    listenAddress: "listen/@address",
    /** Password of VNC or SPICE, if a user set one. */
    password: "@passwd",
  },
  video: { at: "devices/video", model: "model/@type" },
  memballoon: { at: "devices/memballoon", model: "@model" },
  rng: { at: "devices/rng", model: "@model", backend: "backend/@model", source: "backend" },
} as const;

/** A condition on an attribute of an element. */
interface Where {
  attribute: string;
  is?: string;
  isNot?: string;
}

/**
 * What libvirt adds to a definition, by path below `<domain>`: elements (some only if an attribute
 * has a given value) and attributes.
 */
export const ADDED_BY_LIBVIRT: ReadonlyMap<string, true | Where> = new Map<string, true | Where>(
  Object.entries({
    resource: true,
    seclabel: true,
    pm: true,
    "os/loader": true,
    "os/nvram": true,
    "os/firmware/feature": { attribute: "name", is: "enrolled-keys" },
    "features/smm": true,
    "cpu/@check": true,
    "devices/emulator": true,
    "devices/controller": { attribute: "type", isNot: "usb" },
    "devices/controller/@index": true,
    "devices/console/@tty": true,
    "devices/input": { attribute: "bus", is: "ps2" },
    "devices/audio": true,
    "devices/watchdog": { attribute: "model", is: "itco" },
    "devices/disk/backingStore": true,
    "devices/disk/source/@index": true,
    "devices/serial/target/model": true,
    "devices/graphics/@port": true,
    "devices/video/model/@vram": true,
    "devices/video/model/@ram": true,
    "devices/video/model/@vgamem": true,
    "devices/video/model/@heads": true,
    "devices/video/model/@primary": true,
  }),
);

/** What libvirt adds to elements anywhere: PCI addresses, aliases and the like. */
export const ADDED_ANYWHERE: readonly string[] = ["address", "alias"];
