/**
 * Prints addresses, interfaces, ports and ids in the syntax of pf.conf(5).
 * @module
 */
import type { End, Host, Id, IdMatch, InterfaceMatch, Modifier, Port } from "../model/host.ts";
import { listed, word } from "./word.ts";

/** One address specification, with its negation. */
export function printHost(host: Host & { weight?: number }): string {
  const not = host.not ? "! " : "";
  const weight = host.weight === undefined ? "" : ` weight ${host.weight}`;
  return `${not}${bare(host)}${weight}`;
}

function bare(host: Host): string {
  switch (host.kind) {
    case "address": {
      const scope = host.scope === undefined ? "" : `%${host.scope}`;
      return `${host.address}${scope}${length(host)}`;
    }
    case "range":
      return `${host.first} - ${host.last}`;
    case "name":
      return `${word(host.name + modified(host.modifiers))}${length(host)}`;
    case "dynamic":
      return `(${word(host.name + modified(host.modifiers))})${length(host)}`;
    case "table":
      return `<${word(host.name)}>`;
    case "route":
      return `route ${word(host.label)}`;
    default:
      return host.kind;
  }
}

function length(host: { length?: number }): string {
  return host.length === undefined ? "" : `/${host.length}`;
}

/** `:network`; empty without modifiers. */
function modified(modifiers: readonly Modifier[] = []): string {
  return modifiers.map((one) => `:${one}`).join("");
}

/** `vio0`, `! rdomain 1`, `any`. */
export function printInterface(one: InterfaceMatch): string {
  const name = "rdomain" in one
    ? `rdomain ${one.rdomain}`
    : one.name === "any"
    ? "any"
    : word(one.name);
  return one.not ? `! ${name}` : name;
}

/** ` on ...`, or empty for all interfaces. */
export function printOn(on: readonly InterfaceMatch[] | undefined): string[] {
  return on && on.length > 0 ? [`on ${listed(on.map(printInterface))}`] : [];
}

/** The text after `from` or `to`; empty for all. */
export function printEnd(keyword: "from" | "to", end: End | undefined, always: boolean): string[] {
  const { hosts = [], ports = [], os = [] } = end ?? {};
  if (hosts.length + ports.length + os.length === 0 && !always) return [];
  const parts = [keyword, hosts.length === 0 ? "any" : listed(hosts.map(printHost))];
  if (ports.length > 0) parts.push(`port ${listed(ports.map(printPort))}`);
  if (os.length > 0) parts.push(`os ${listed(os.map(word))}`);
  return parts;
}

/** `22`, `> 1023`, `1024:2047`. */
function printPort(port: Port): string {
  if ("port" in port) return port.op === "=" ? `${port.port}` : `${port.op} ${port.port}`;
  return port.op === ":" ? `${port.first}:${port.last}` : `${port.first} ${port.op} ${port.last}`;
}

/** `root`, `> 1000`. */
export function printId(match: IdMatch): string {
  if ("id" in match) return match.op === "=" ? id(match.id) : `${match.op} ${id(match.id)}`;
  return `${id(match.first)} ${match.op} ${id(match.last)}`;
}

function id(one: Id): string {
  return typeof one === "number" ? String(one) : word(one);
}
