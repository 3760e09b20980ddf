/**
 * Elements of XML, and their values by path: `os/type/@machine` is an attribute of a descendant,
 * `name` a text, `@type` an attribute of the element itself.
 * @module
 */
import { DOMImplementation, DOMParser, type Element, XMLSerializer } from "@xmldom/xmldom";
import { escapeXml } from "./xml.ts";

export type { Element };

/** The root of an XML document. @throws {Error} if it is not well-formed. */
export function parseXml(xml: string): Element {
  const root = new DOMParser({
    onError: (level, message) => {
      if (level !== "warning") throw new Error(message);
    },
  }).parseFromString(xml, "text/xml").documentElement;
  if (!root) throw new Error("there is no element");
  return root;
}

/** An empty root. */
export function newElement(name: string): Element {
  return new DOMImplementation().createDocument(null, name).documentElement!;
}

/** The child elements of `parent`; only those named `name` if given. */
export function children(parent: Element, name?: string): Element[] {
  return [...parent.childNodes].filter((node): node is Element =>
    node.nodeType === 1 && (name === undefined || node.nodeName === name)
  );
}

/** The elements at `path` below `parent`: `devices/disk`. */
export function elementsAt(parent: Element, path: string): Element[] {
  return path.split("/").reduce(
    (found, name) => found.flatMap((one) => children(one, name)),
    [parent],
  );
}

/** Removes every element at `path`, or the attribute. */
export function removeAt(parent: Element, place: string): void {
  const { path, attribute } = split(place);
  const found = path === "" ? [parent] : elementsAt(parent, path);
  for (const one of found) {
    if (attribute === undefined) one.parentNode?.removeChild(one);
    else one.removeAttribute(attribute);
  }
}

/** The trimmed value at `place`; undefined if missing or empty. */
export function valueAt(parent: Element, place: string): string | undefined {
  const { path, attribute } = split(place);
  const element = path === "" ? parent : elementsAt(parent, path)[0];
  const value = attribute === undefined
    ? element?.textContent?.trim()
    : element?.getAttribute(attribute);
  return value || undefined;
}

/**
 * Puts `value` at `place`, and creates missing elements on the way. A new element is placed before
 * those that come later in `order`, a list of places.
 */
export function putAt(parent: Element, place: string, value: string, order: string[] = []): void {
  const { path, attribute } = split(place);
  let element = parent;
  let above = "";
  for (const name of path === "" ? [] : path.split("/")) {
    element = children(element, name)[0] ?? addChild(element, name, namesIn(order, above));
    above += `${name}/`;
  }
  if (attribute === undefined) {
    if (value !== "" || element.textContent) element.textContent = value;
  } else element.setAttribute(attribute, value);
}

/** Adds an element at `path`, even if there are others. */
export function addAt(parent: Element, path: string): Element {
  const names = path.split("/");
  const last = names.pop()!;
  const above = names.reduce((one, name) => children(one, name)[0] ?? addChild(one, name), parent);
  return addChild(above, last);
}

function addChild(parent: Element, name: string, order: string[] = []): Element {
  const element = parent.ownerDocument!.createElement(name);
  const later = order.slice(order.indexOf(name) + 1);
  const before = order.includes(name)
    ? children(parent).find((one) => later.includes(one.nodeName))
    : undefined;
  parent.insertBefore(element, before ?? null);
  return element;
}

/** The names of direct children of `above`, in the order of `places`. */
function namesIn(places: string[], above: string): string[] {
  const names = places.filter((one) => one.startsWith(above) && one[above.length] !== "@")
    .map((one) => one.slice(above.length).split("/")[0]!);
  return [...new Set(names)];
}

function split(place: string): { path: string; attribute?: string } {
  const at = place.lastIndexOf("@");
  if (at < 0) return { path: place };
  return { path: place.slice(0, Math.max(0, at - 1)), attribute: place.slice(at + 1) };
}

/** The document as it is, with whitespace and comments. */
export function serialize(root: Element): string {
  return `${new XMLSerializer().serializeToString(root)}\n`;
}

/** The elements with their attributes and texts, one per line. */
export function print(root: Element): string {
  return `${lines(root, "").join("\n")}\n`;
}

function lines(element: Element, indent: string): string[] {
  const name = element.tagName;
  const attributes = [...element.attributes]
    .map((one) => ` ${one.name}="${escapeXml(one.value, one.name)}"`).join("");
  const open = `${indent}<${name}${attributes}`;
  const inside = children(element).flatMap((one) => lines(one, `${indent}  `));
  if (inside.length > 0) return [`${open}>`, ...inside, `${indent}</${name}>`];
  const text = (element.textContent ?? "").trim();
  return [text === "" ? `${open}/>` : `${open}>${escapeXml(text, name)}</${name}>`];
}
