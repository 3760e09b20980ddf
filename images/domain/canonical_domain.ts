/**
 * Normalises domains, so that a diff shows the changes of a user and not those of libvirt.
 * @module
 */
import { children, type Element, print, valueAt } from "./element.ts";
import { parseDomain } from "./domain_document.ts";
import { ADDED_ANYWHERE, ADDED_BY_LIBVIRT, DEVICES, DOMAIN } from "./model.ts";

/**
 * The domain with one element per line, attributes sorted, sizes in KiB, and without the additions
 * of libvirt (PCI addresses, controllers, the machine's version).
 *
 * @throws {GatewrightError} if it is not a domain; `where` names it.
 */
export function canonicalDomain(xml: string, where: string): string {
  const root = parseDomain(xml, where);
  const emulated = valueAt(root, DOMAIN.type) === "qemu";
  normalize(root, "");
  // Without KVM libvirt fills in QEMU's default CPU.
  for (const cpu of emulated ? children(root, "cpu") : []) {
    if ((cpu.textContent ?? "").trim() === "qemu64") root.removeChild(cpu);
  }
  return print(root);
}

function isAdded(element: Element, path: string): boolean {
  if (ADDED_ANYWHERE.includes(element.tagName)) return true;
  const added = ADDED_BY_LIBVIRT.get(path);
  if (added === undefined || added === true) return added ?? false;
  const value = element.getAttribute(added.attribute);
  return added.is === undefined ? value !== added.isNot : value === added.is;
}

/** Normalises `element`, whose path is `path`, and everything below it. */
function normalize(element: Element, path: string): void {
  const unit = element.getAttribute("unit");
  const attributes = [...element.attributes]
    .filter(({ name }) => name !== "unit" && !ADDED_BY_LIBVIRT.has(`${path}@${name}`))
    .sort((a, b) => a.name < b.name ? -1 : 1)
    .map(({ name, value }) => [name, plainValue(`${path}@${name}`, value)] as const);
  for (const { name } of [...element.attributes]) element.removeAttribute(name);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  if (path === `${DOMAIN.memory}/` || path === `${DOMAIN.currentMemory}/`) {
    element.textContent = inKib(element.textContent ?? "", unit);
  }
  for (const one of children(element)) {
    const below = `${path}${one.tagName}`;
    if (isAdded(one, below)) element.removeChild(one);
    else normalize(one, `${below}/`);
  }
}

/**
 * libvirt expands `q35` to `pc-q35-7.2` when the domain is defined; a password does not belong in a
 * diff.
 */
function plainValue(place: string, value: string): string {
  if (place === `${DEVICES.graphics.at}/${DEVICES.graphics.password}`) return "[secret]";
  if (place !== DOMAIN.machine) return value;
  return value.replace(/^pc-i440fx-.*/, "pc").replace(/^pc-q35-.*/, "q35");
}

const UNITS = new Map([["KiB", 1], ["MiB", 1024], ["GiB", 1024 * 1024]]);

function inKib(text: string, unit: string | null): string {
  return `${Number(text.trim()) * (UNITS.get(unit || "KiB") ?? 1)}`;
}
