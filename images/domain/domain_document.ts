/**
 * Domain XML in libvirt's form: reading it, and small changes to it.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import {
  type Element,
  elementsAt,
  parseXml,
  putAt,
  removeAt,
  serialize,
  valueAt,
} from "./element.ts";
import { DEVICES, DOMAIN } from "./model.ts";

/** A disk of a domain. */
export interface DomainDisk {
  /** `block`, `file`, `network` or `volume`. */
  type: string;
  /** Path of the device or file; empty if it has none. */
  source: string;
  /** Target name in the guest, such as `vda`. */
  target: string;
  /** Cache mode of the driver, if the XML has one. */
  cache?: string;
  /** It is read-only for the guest. */
  readOnly: boolean;
}

/** The parts of a domain's XML that deployment and migration depend on. */
export interface DomainFacts {
  /** Name, unique on its host. */
  name: string;
  /** UUID; absent if libvirt is to choose one. */
  uuid?: string;
  /** `kvm` or `qemu`. */
  type: string;
  /** `host-passthrough`, `host-model`, `custom`; absent: the hypervisor's default. */
  cpu?: string;
  /** Name of the CPU model, if `cpu` is `custom` and the model must match exactly. */
  model?: string;
  /** Machine type, such as `q35`; absent: the hypervisor's default. */
  machine?: string;
  /** Maximum number of CPUs; absent if not given. */
  vcpus?: number;
  /** libvirt chooses a UEFI firmware. */
  uefi: boolean;
  /** It has a serial console. */
  serial: boolean;
  /** Gatewright's metadata: the description asks for autostart. */
  autostart: boolean;
  /** Hard disks in order, without CD-ROM drives. */
  disks: DomainDisk[];
  /** Host bridges of its network cards. */
  bridges: string[];
}

/**
 * Parses a domain's XML.
 *
 * @param where name of the text in errors
 * @throws {GatewrightError} if it is not a well-formed `<domain>`.
 */
export function parseDomain(xml: string, where: string): Element {
  const bad = (why: string) =>
    new GatewrightError("this is not a libvirt domain", {
      code: "no-domain",
      where,
      why,
      next: "render it from the description",
    });
  try {
    const root = parseXml(xml);
    if (root.tagName === "domain") return root;
    throw new Error(`its root is <${root.tagName}>`);
  } catch (cause) {
    throw bad((cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "");
  }
}

function hardDisks(root: Element): Element[] {
  return elementsAt(root, DEVICES.disk.at).filter((disk) =>
    [undefined, "disk", "lun"].includes(valueAt(disk, DEVICES.disk.device))
  );
}

/** An optional field: absent if `value` is undefined. */
function fact<K extends string, V>(key: K, value: V | undefined): Partial<Record<K, V>> {
  return value === undefined ? {} : { [key]: value } as Record<K, V>;
}

function diskFacts(disk: Element): DomainDisk {
  const places = DEVICES.disk;
  const has = (place: string) => elementsAt(disk, place).length > 0;
  return {
    type: valueAt(disk, places.type) ?? "",
    source: valueAt(disk, places.block) ?? valueAt(disk, places.file) ?? "",
    target: valueAt(disk, places.target) ?? "",
    ...fact("cache", valueAt(disk, places.cache)),
    readOnly: has(places.readOnly) || has(places.shareable),
  };
}

/**
 * Reads these fields from a domain's XML.
 *
 * @throws {GatewrightError} if it is not a domain or has no name.
 */
export function readDomain(xml: string, where: string): DomainFacts {
  const root = parseDomain(xml, where);
  const name = valueAt(root, DOMAIN.name);
  if (name === undefined) {
    throw new GatewrightError("the domain has no name", {
      code: "no-domain",
      where,
      next: "render it from the description",
    });
  }
  const exact = valueAt(root, DOMAIN.cpuFallback) === "forbid";
  const vcpus = Number(valueAt(root, DOMAIN.vcpus));
  return {
    name,
    type: valueAt(root, DOMAIN.type) ?? "",
    ...fact("uuid", valueAt(root, DOMAIN.uuid)),
    ...fact("cpu", valueAt(root, DOMAIN.cpuMode)),
    ...(exact ? { model: valueAt(root, DOMAIN.cpuModel) ?? "" } : {}),
    ...fact("machine", valueAt(root, DOMAIN.machine)),
    ...(Number.isInteger(vcpus) ? { vcpus } : {}),
    uefi: valueAt(root, DOMAIN.firmware) === "efi",
    autostart: valueAt(root, DOMAIN.autostart) === "yes",
    serial: [DEVICES.serial, DEVICES.console].some(({ at }) => elementsAt(root, at).length > 0),
    disks: hardDisks(root).map(diskFacts),
    bridges: elementsAt(root, DEVICES.card.at)
      .flatMap((card) => valueAt(card, DEVICES.card.bridge) ?? []),
  };
}

/**
 * A variant of the domain `xml` without state: no disks, no NVRAM, another name, and no UUID. If it
 * starts, so does the real one.
 */
export function trialDomain(xml: string, name: string, where: string): string {
  const root = parseDomain(xml, where);
  putAt(root, DOMAIN.name, name);
  for (
    const place of [
      DOMAIN.uuid,
      DEVICES.disk.at,
      DOMAIN.firmware,
      "os/firmware",
      "os/loader",
      "os/nvram",
    ]
  ) removeAt(root, place);
  return serialize(root);
}

/** Changes to a domain: its disk and identity. */
export interface DomainChange {
  /** Absolute path of a raw disk. */
  disk?: { path: string; block: boolean };
  /** Its new UUID. */
  uuid?: string;
  /** Release on the disk, for the metadata of a domain that Gatewright rendered. */
  release?: { version: string; arch: string };
}

/**
 * The XML with its first hard disk, its UUID or its release changed. If a file replaces a block
 * device or vice versa, the cache mode changes as in `gatewright domain`.
 *
 * @throws {GatewrightError} if there is no disk to change.
 */
export function changeDomain(xml: string, change: DomainChange, where: string): string {
  const root = parseDomain(xml, where);
  if (change.disk) changeDisk(root, change.disk, where);
  if (change.uuid !== undefined) {
    putAt(root, DOMAIN.uuid, change.uuid, Object.values(DOMAIN));
  }
  if (change.release && elementsAt(root, DOMAIN.release).length > 0) {
    putAt(root, DOMAIN.release, change.release.version);
    putAt(root, DOMAIN.arch, change.release.arch);
  }
  return serialize(root);
}

function changeDisk(root: Element, to: { path: string; block: boolean }, where: string): void {
  const disk = hardDisks(root)[0];
  if (!disk) {
    throw new GatewrightError("the domain has no disk", {
      code: "no-domain",
      where,
      next: "render it from the description",
    });
  }
  const places = DEVICES.disk;
  const order = Object.values(places);
  const was = valueAt(disk, places.type);
  const cache = valueAt(disk, places.cache);
  putAt(disk, places.type, to.block ? "block" : "file");
  removeAt(disk, to.block ? places.file : places.block);
  putAt(disk, to.block ? places.block : places.file, to.path, order);
  putAt(disk, places.format, "raw", order);
  if (to.block && was !== "block" && cache === undefined) {
    putAt(disk, places.cache, "none");
    putAt(disk, places.io, "native");
  } else if (!to.block && was === "block" && cache === "none") {
    removeAt(disk, places.cache);
    removeAt(disk, places.io);
  }
}
