/**
 * Domain XML as libvirt keeps it: what it says, and small changes to it.
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
  /** Path of the device or file; empty where it has none. */
  source: string;
  /** Name in the guest's bus order, such as `vda`. */
  target: string;
  /** Cache mode of the driver, where the XML tells one. */
  cache?: string;
  /** It cannot be written by the guest. */
  readOnly: boolean;
}

/** What a domain's XML says of the parts that deployment and migration depend on. */
export interface DomainFacts {
  /** Unique on its host. */
  name: string;
  /** Absent where libvirt is to choose one. */
  uuid?: string;
  /** `kvm` or `qemu`. */
  type: string;
  /** `host-passthrough`, `host-model`, `custom`; absent: the hypervisor's default. */
  cpu?: string;
  /** Name of the CPU model where `cpu` is `custom` and no other one may take its place. */
  model?: string;
  /** Machine type, such as `q35`; absent: the hypervisor's default. */
  machine?: string;
  /** Most cpus that it may get; absent where it does not say. */
  vcpus?: number;
  /** libvirt chooses a firmware of UEFI. */
  uefi: boolean;
  /** It has a serial console. */
  serial: boolean;
  /** The gateway's description asks for a start with the host. */
  autostart: boolean;
  /** Hard disks in their order; no CD-ROM drives. */
  disks: DomainDisk[];
  /** Bridges of the host that its cards are on. */
  bridges: string[];
}

/**
 * Parses a domain's XML.
 *
 * @param where names the text in errors.
 * @throws {GatewrightError} if it is no well-formed `<domain>`.
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

/** An optional fact: absent where `value` is. */
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
 * Reads the facts out of a domain's XML.
 *
 * @throws {GatewrightError} if it is no domain or has no name.
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
 * A domain that differs from `xml` only in what it keeps: it has no disks and no firmware with a
 * memory of its own, another name, and no UUID. Where it starts, the real one does.
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

/** Where a domain's disk lies, and as which domain it is to be known. */
export interface DomainChange {
  /** Absolute path of a raw disk. */
  disk?: { path: string; block: boolean };
  /** UUID it is to have. */
  uuid?: string;
  /** What is on the disk, for the metadata of a domain that Gatewright rendered. */
  release?: { version: string; arch: string };
}

/**
 * The XML with its first hard disk, its UUID or its release changed. Where a file takes the place of a block
 * device or the other way round, the cache mode changes with it, as `gatewright domain` has it.
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
