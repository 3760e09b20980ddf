/**
 * Words of address lists.
 * @module
 */
import { parsePrefix, type Prefix } from "../address.ts";

/** Modifiers after an interface in parentheses. */
export type AddressModifier = "network" | "broadcast" | "peer" | "0";

/** A parsed word. */
export type ReadAddress =
  & {
    /** Negated: everything else. */
    not: boolean;
  }
  & (
    | { kind: "any" }
    /** The gateway's own addresses. */
    | { kind: "self" }
    | { kind: "network"; prefix: Prefix; text: string }
    | { kind: "table"; name: string }
    /** The addresses that an interface or a group has at the time a packet is evaluated. */
    | { kind: "interface"; name: string; modifiers: AddressModifier[] }
  );

/** Parses a word; undefined for an invalid address that the schema lets pass. */
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
