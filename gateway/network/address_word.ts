/**
 * Words of the firewall's address lists.
 * @module
 */
import { parsePrefix, type Prefix } from "../address.ts";

/** What an interface in parentheses may be followed by. */
export type AddressModifier = "network" | "broadcast" | "peer" | "0";

/** A word of an address list, read. */
export type ReadAddress =
  & {
    /** Everything but this. */
    not: boolean;
  }
  & (
    | { kind: "any" }
    /** The gateway's own addresses. */
    | { kind: "self" }
    | { kind: "network"; prefix: Prefix; text: string }
    | { kind: "table"; name: string }
    /** The addresses that an interface or a group has when a packet is evaluated. */
    | { kind: "interface"; name: string; modifiers: AddressModifier[] }
  );

/** Reads a word; undefined where the schema lets pass what is not an address. */
export function readAddressWord(text: string): ReadAddress | undefined {
  const not = text.startsWith("!");
  const word = text.replace(/^! ?/, "");
  if (word === "any" || word === "self") return { kind: word, not };
  if (word.startsWith("<")) return { kind: "table", name: word.slice(1, -1), not };
  if (word.startsWith("(")) {
    const [name = "", ...modifiers] = word.slice(1, -1).split(":");
    if (name === "self") return { kind: "self", not };
    return { kind: "interface", name, modifiers: modifiers as AddressModifier[], not };
  }
  const prefix = parsePrefix(word);
  return prefix && { kind: "network", prefix, text: word, not };
}
