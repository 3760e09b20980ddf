/**
 * Helpers to build statements of a rule set.
 * @module
 */
import type { Host, InterfaceMatch, Port } from "../model/host.ts";
import type { Origin } from "../model/place.ts";
import type { RuleBody, State } from "../model/rule.ts";
import type { Comment, Rule, Table } from "../model/rule_set.ts";

/** A path in the description. */
export type Field = readonly (string | number)[];

/** The gateway's own addresses, resolved when a packet is evaluated. */
export const SELF: Host = { kind: "dynamic", name: "self" };

/** The interface that packets out of and into tunnels are seen on (enc(4)). */
export const ENC: InterfaceMatch = { name: "enc0" };

/** All interfaces except the tunnels. */
export const NOT_ENC: InterfaceMatch = { name: "enc0", not: true };

/**
 * A floating state created on enc0 would let the same connection continue in clear text if its
 * tunnel is gone, so the states of rules that can match there are bound to enc0 (enc(4)).
 */
export const BOUND: State = { kind: "keep", options: { lock: "if-bound" } };

/**
 * A rule that comes from `field` of the description; without a field for rules of every gateway.
 */
export function rule(body: RuleBody, field?: Field): Rule {
  return { kind: "rule", ...body, ...originOf(field) };
}

/** A table. */
export function table(name: string, hosts: readonly Host[], field?: Field): Table {
  return { kind: "table", name, const: true, sources: [{ hosts }], ...originOf(field) };
}

/** The origin of statements from `field`. */
export function originOf(field: Field | undefined): { origin?: Origin } {
  return field === undefined ? {} : { origin: { field } };
}

/** An empty line and a comment line with `text`. */
export function title(text: string): Comment[] {
  return [{ kind: "comment", text: "" }, { kind: "comment", text }];
}

/** One port. */
export function port(number: number): Port {
  return { op: "=", port: number };
}

/** The addresses of an interface or a group: `(vio0)`, `(vio0:network)`. */
export function addressesOf(name: string, modifier?: "network" | "0"): Host {
  return { kind: "dynamic", name, ...(modifier === undefined ? {} : { modifiers: [modifier] }) };
}

/** `<name>`. */
export function inTable(name: string): Host {
  return { kind: "table", name };
}

/** The host for an address or network of the description. */
export function networkHost(text: string, not = false): Host {
  const [address, length] = text.split("/") as [string, string?];
  return {
    kind: "address",
    address,
    ...(length === undefined ? {} : { length: Number(length) }),
    ...(not ? { not } : {}),
  };
}
