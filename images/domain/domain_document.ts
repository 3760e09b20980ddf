/**
 * Domain XML as libvirt keeps it: what it says, and small changes to it.
 * @module
 */
import { DOMParser, type Element, XMLSerializer } from "@xmldom/xmldom";
import { GatewrightError } from "../../host/error.ts";

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
  /** libvirt chooses a firmware of UEFI. */
  uefi: boolean;
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
    new GatewrightError("this is no libvirt domain", {
      where,
      why,
      next: "gatewright domain FILE --out FILE.xml writes one",
    });
  try {
    const root = parseXml(xml);
    if (root.tagName === "domain") return root;
    throw new Error(`its root is <${root.tagName}>`);
  } catch (cause) {
    throw bad((cause instanceof Error ? cause.message : String(cause)).split("\n")[0] ?? "");
  }
}

/** The root of any XML document. @throws {Error} if it is not well-formed. */
export function parseXml(xml: string): Element {
  const root = new DOMParser({
    onError: (level, message) => {
      if (level !== "warning") throw new Error(message);
    },
  }).parseFromString(xml, "text/xml").documentElement;
  if (!root) throw new Error("there is no element");
  return root;
}

/** The child elements of `parent`, those named `name` where one is given. */
export function children(parent: Element, name?: string): Element[] {
  return [...parent.childNodes].filter((node): node is Element =>
    node.nodeType === 1 && (name === undefined || node.nodeName === name)
  );
}

function child(parent: Element | undefined, name: string): Element | undefined {
  return parent && children(parent, name)[0];
}

function text(element: Element | undefined): string {
  return element?.textContent?.trim() ?? "";
}

function hardDisks(root: Element): Element[] {
  const devices = child(root, "devices");
  return devices
    ? children(devices, "disk").filter((disk) =>
      ["", "disk", "lun"].includes(disk.getAttribute("device") ?? "")
    )
    : [];
}

/**
 * Reads the facts out of a domain's XML.
 *
 * @throws {GatewrightError} if it is no domain or has no name.
 */
export function readDomain(xml: string, where: string): DomainFacts {
  const root = parseDomain(xml, where);
  const name = text(child(root, "name"));
  if (!name) {
    throw new GatewrightError("the domain has no name", {
      where,
      next: "gatewright domain FILE --out FILE.xml writes one",
    });
  }
  const uuid = text(child(root, "uuid"));
  const cpuElement = child(root, "cpu");
  const cpu = cpuElement?.getAttribute("mode");
  const model = child(cpuElement, "model");
  const os = child(root, "os");
  const machine = child(os, "type")?.getAttribute("machine");
  const metadata = child(root, "metadata");
  const devices = child(root, "devices");
  return {
    name,
    type: root.getAttribute("type") ?? "",
    ...(uuid ? { uuid } : {}),
    ...(cpu ? { cpu } : {}),
    ...(model?.getAttribute("fallback") === "forbid" ? { model: text(model) } : {}),
    ...(machine ? { machine } : {}),
    uefi: os?.getAttribute("firmware") === "efi",
    autostart: text(metadata && child(child(metadata, "gateway"), "autostart")) === "yes",
    disks: hardDisks(root).map((disk) => {
      const source = child(disk, "source");
      const cache = child(disk, "driver")?.getAttribute("cache");
      return {
        type: disk.getAttribute("type") ?? "",
        source: source?.getAttribute("dev") || source?.getAttribute("file") || "",
        target: child(disk, "target")?.getAttribute("dev") ?? "",
        ...(cache ? { cache } : {}),
        readOnly: child(disk, "readonly") !== undefined || child(disk, "shareable") !== undefined,
      };
    }),
    bridges: (devices ? children(devices, "interface") : []).map((card) =>
      child(card, "source")?.getAttribute("bridge") ?? ""
    ).filter(Boolean),
  };
}

/**
 * A domain that differs from `xml` only in what it keeps: it has no disks and no firmware with a
 * memory of its own, another name, and no UUID. Where it starts, the real one does.
 */
export function trialDomain(xml: string, name: string, where: string): string {
  const root = parseDomain(xml, where);
  const remove = (element: Element | undefined) => element?.parentNode?.removeChild(element);
  child(root, "name")!.textContent = name;
  remove(child(root, "uuid"));
  const devices = child(root, "devices");
  if (devices) children(devices, "disk").forEach(remove);
  const os = child(root, "os");
  os?.removeAttribute("firmware");
  for (const one of ["firmware", "loader", "nvram"]) remove(child(os, one));
  return `${new XMLSerializer().serializeToString(root)}\n`;
}

/** Where a domain's disk lies, and as which domain it is to be known. */
export interface DomainChange {
  /** Absolute path of a raw disk. */
  disk?: { path: string; block: boolean };
  /** UUID it is to have. */
  uuid?: string;
}

/**
 * The XML with its first hard disk or its UUID changed. Where a file takes the place of a block
 * device or the other way round, the cache mode changes with it, as `gatewright domain` has it.
 *
 * @throws {GatewrightError} if there is no disk to change.
 */
export function changeDomain(xml: string, change: DomainChange, where: string): string {
  const root = parseDomain(xml, where);
  if (change.disk) changeDisk(root, change.disk, where);
  if (change.uuid !== undefined) {
    const found = child(root, "uuid");
    const uuid = found ?? root.ownerDocument!.createElement("uuid");
    if (!found) root.insertBefore(uuid, child(root, "name")?.nextSibling ?? root.firstChild);
    uuid.textContent = change.uuid;
  }
  return `${new XMLSerializer().serializeToString(root)}\n`;
}

function changeDisk(root: Element, to: { path: string; block: boolean }, where: string): void {
  const disk = hardDisks(root)[0];
  if (!disk) {
    throw new GatewrightError("the domain has no disk", {
      where,
      next: "gatewright domain FILE --out FILE.xml writes one that has",
    });
  }
  const add = (name: string) =>
    disk.insertBefore(
      disk.ownerDocument!.createElement(name),
      disk.firstChild,
    ) as Element;
  const was = disk.getAttribute("type");
  disk.setAttribute("type", to.block ? "block" : "file");
  const source = child(disk, "source") ?? add("source");
  source.removeAttribute(to.block ? "file" : "dev");
  source.setAttribute(to.block ? "dev" : "file", to.path);
  const driver = child(disk, "driver") ?? add("driver");
  driver.setAttribute("type", "raw");
  if (to.block && was !== "block" && !driver.getAttribute("cache")) {
    driver.setAttribute("cache", "none");
    driver.setAttribute("io", "native");
  } else if (!to.block && was === "block" && driver.getAttribute("cache") === "none") {
    driver.removeAttribute("cache");
    driver.removeAttribute("io");
  }
}
