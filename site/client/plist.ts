/**
 * Apple's property lists in XML (plist(5) of macOS).
 * @module
 */
import { DOMImplementation, type Element, XMLSerializer } from "@xmldom/xmldom";

/** Data in base64. */
export interface PlistData {
  base64: string;
}

/** A value of a property list. */
export type PlistValue =
  | string
  | number
  | boolean
  | PlistData
  | PlistValue[]
  | { [key: string]: PlistValue | undefined };

const SYSTEM = "http://www.apple.com/DTDs/PropertyList-1.0.dtd";

/** `value` as a property list; keys whose value is undefined are left out. */
export function plist(value: PlistValue): string {
  const types = new DOMImplementation();
  const document = types.createDocument(
    null,
    "plist",
    types.createDocumentType("plist", '"-//Apple//DTD PLIST 1.0//EN"', `"${SYSTEM}"`),
  );
  const root = document.documentElement!;
  root.setAttribute("version", "1.0");
  const add = (parent: Element, name: string, text?: string): Element => {
    const element = document.createElement(name);
    if (text !== undefined) element.appendChild(document.createTextNode(text));
    parent.appendChild(element);
    return element;
  };
  const write = (parent: Element, one: PlistValue): void => {
    if (typeof one === "string") add(parent, "string", one);
    else if (typeof one === "number") {
      add(parent, Number.isInteger(one) ? "integer" : "real", `${one}`);
    } else if (typeof one === "boolean") add(parent, String(one));
    else if (Array.isArray(one)) {
      const list = add(parent, "array");
      for (const each of one) write(list, each);
    } else if (isData(one)) add(parent, "data", one.base64);
    else {
      const dict = add(parent, "dict");
      for (const [key, each] of Object.entries(one)) {
        if (each === undefined) continue;
        add(dict, "key", key);
        write(dict, each);
      }
    }
  };
  write(root, value);
  const text = new XMLSerializer().serializeToString(document);
  // One line each, except an empty text, which would become a newline.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.replace(/><(?!\/string>)/g, ">\n<")}\n`;
}

function isData(value: PlistValue): value is PlistData {
  return typeof value === "object" && typeof (value as PlistData).base64 === "string" &&
    Object.keys(value).length === 1;
}
