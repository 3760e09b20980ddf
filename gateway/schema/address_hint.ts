/**
 * The hint for an invalid word in an address list of the firewall.
 * @module
 */
import { own } from "../../host/own.ts";
import { nearest } from "../../host/nearest.ts";
import type { Fault, SchemaNode } from "./fault.ts";
import { ADDRESS_WORD } from "./pattern.ts";

/** A host name: labels separated by dots, the last one of letters. */
const HOST = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}\.?$/;

/** Text to add to, or replace, the list of what is allowed. */
export interface AddressHint {
  /** Replaces what is allowed. */
  message?: string;
  /** The word that was probably meant. */
  suggestion?: string;
}

/**
 * The hint for `fault`, if it is about a word of an address list; `data` is the whole description.
 */
export function addressHint({ path, schema, value }: Fault, data: unknown): AddressHint {
  if (typeof value !== "string" || !takesWords(schema)) return {};
  const not = /^! ?/.exec(value)?.[0] ?? "";
  const word = value.slice(not.length);
  if (HOST.test(word)) {
    const table = path[1] === "tables" ? path[2] : "NAME";
    const later = `pfctl -t ${table} -T add ${word}`;
    return {
      message: `${
        JSON.stringify(word)
      } is a host name, which pf looks up when it loads its rules, at boot before there is a network; write its address, or ${
        path[1] === "tables"
          ? `add it from /etc/rc.local: ${later}`
          : `the <NAME> of a table, and add it from /etc/rc.local: ${later}`
      }`,
    };
  }
  const tables = Object.keys(own(own(data, "firewall"), "tables") ?? {});
  const interfaces = namesOf(own(own(data, "network"), "interfaces"));
  if (tables.includes(word)) return { suggestion: `${not}<${word}>` };
  const [name = "", ...modifiers] = word.split(":");
  if (interfaces.includes(name)) {
    return {
      suggestion: `${not}(${[name, ...modifiers.length > 0 ? modifiers : ["network"]].join(":")})`,
    };
  }
  const bare = word.replace(/^<|>$/g, "");
  const meant = nearest(bare, tables);
  return meant === undefined ? {} : { suggestion: `${not}<${meant}>` };
}

function takesWords(schema: SchemaNode): boolean {
  return [schema, ...schema.anyOf ?? []].some(({ pattern }) => pattern === ADDRESS_WORD);
}

function namesOf(interfaces: unknown): string[] {
  if (!Array.isArray(interfaces)) return [];
  return interfaces.flatMap((one) => {
    const name = own(one, "name");
    return typeof name === "string" ? [name] : [];
  });
}
