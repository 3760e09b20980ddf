/**
 * Two domains in one form, so that a diff shows what a person changed and not what libvirt adds.
 * @module
 */
import type { Element } from "@xmldom/xmldom";
import { escapeXml } from "./xml.ts";
import { children, parseDomain } from "./domain_document.ts";

/** Elements that libvirt adds to a definition by itself, by path below `<domain>`. */
const ADDED = new Map<string, (element: Element) => boolean>(Object.entries({
  resource: () => true,
  seclabel: () => true,
  pm: () => true,
  "os/loader": () => true,
  "os/nvram": () => true,
  "os/firmware/feature": (one) => one.getAttribute("name") === "enrolled-keys",
  "features/smm": () => true,
  "devices/emulator": () => true,
  "devices/controller": (one) => one.getAttribute("type") !== "usb",
  "devices/input": (one) => one.getAttribute("bus") === "ps2",
  "devices/audio": () => true,
  "devices/watchdog": (one) => one.getAttribute("model") === "itco",
  "devices/disk/backingStore": () => true,
  "devices/serial/target/model": () => true,
}));

/** Attributes that libvirt adds, by the name of their element. */
const ADDED_ATTRIBUTES = new Map<string, string[]>(Object.entries({
  controller: ["index"],
  console: ["tty"],
  cpu: ["check"],
  graphics: ["port"],
  model: ["vram", "ram", "vgamem", "heads", "primary"],
  source: ["index"],
}));

/**
 * The domain with one element a line, attributes in order, sizes in KiB, and without what libvirt
 * adds by itself (PCI addresses, controllers, the machine's version).
 *
 * @throws {GatewrightError} if it is no domain; `where` names it.
 */
export function canonicalDomain(xml: string, where: string): string {
  const root = parseDomain(xml, where);
  return `${lines(root, "", "", root.getAttribute("type") ?? "").join("\n")}\n`;
}

function lines(element: Element, path: string, indent: string, type: string): string[] {
  const name = element.tagName;
  const attributes = [...element.attributes]
    .filter((one) => !(ADDED_ATTRIBUTES.get(name) ?? []).includes(one.name) && one.name !== "unit")
    .sort((a, b) => a.name < b.name ? -1 : 1)
    .map((one) => ` ${one.name}="${escapeXml(plainValue(path, one.name, one.value), one.name)}"`);
  const inside = children(element).filter((one) => {
    const below = `${path}${one.tagName}`;
    if (one.tagName === "address" || one.tagName === "alias") return false;
    // Without KVM libvirt writes down QEMU's own default.
    if (below === "cpu" && type === "qemu" && (one.textContent ?? "").trim() === "qemu64") {
      return false;
    }
    return !ADDED.get(below)?.(one);
  }).flatMap((one) => lines(one, `${path}${one.tagName}/`, `${indent}  `, type));
  const open = `${indent}<${name}${attributes.join("")}`;
  if (inside.length > 0) return [`${open}>`, ...inside, `${indent}</${name}>`];
  const text = (element.textContent ?? "").trim();
  if (text === "" || children(element).length > 0) return [`${open}/>`];
  return [`${open}>${escapeXml(inKib(element, text), name)}</${name}>`];
}

/** `pc-q35-7.2` is what `q35` became when it was defined. */
function plainValue(path: string, attribute: string, value: string): string {
  if (path !== "os/type/" || attribute !== "machine") return value;
  return value.replace(/^pc-i440fx-.*/, "pc").replace(/^pc-q35-.*/, "q35");
}

const UNITS = new Map([["KiB", 1], ["MiB", 1024], ["GiB", 1024 * 1024]]);

function inKib(element: Element, text: string): string {
  if (!/^(currentMemory|memory)$/.test(element.tagName)) return text;
  return `${Number(text) * (UNITS.get(element.getAttribute("unit") || "KiB") ?? 1)}`;
}
