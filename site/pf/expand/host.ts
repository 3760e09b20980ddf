/**
 * Resolves addresses as pfctl(8) does when it loads a rule set.
 * @module
 */
import { formatAddress, networkOf, parseAddress, type Prefix } from "../address.ts";
import type { Environment, InterfaceAddress, PfInterface } from "../model/environment.ts";
import type { FlatHost } from "../model/flat.ts";
import { interfacesOfGroup, interfacesOfName } from "../model/interface_names.ts";
import type { Family, Host, Modifier, NameHost } from "../model/host.ts";

/** A resolved address specification. */
export interface Resolved {
  host: FlatHost;
  /** Absent if it has addresses of both families, or none known. */
  family?: Family;
  /** The interface of a link-local address. */
  scope?: string;
  weight?: number;
}

/** Why it could not be resolved, and what to type instead. */
export interface Missing {
  reason: string;
  next?: string;
}

/** /etc/hosts of every OpenBSD. */
const LOCALHOST = ["127.0.0.1", "::1"];

/** pf's keyword for a family. */
function familyOf(prefix: Prefix): Family {
  return prefix.family === 4 ? "inet" : "inet6";
}

/** `host` with its addresses resolved: several if it stands for several, or a fault. */
export function resolveHost(
  host: Host & { weight?: number },
  environment: Environment,
): Resolved[] | Missing {
  const not = host.not ?? false;
  const weight = host.weight === undefined ? {} : { weight: host.weight };
  switch (host.kind) {
    case "address": {
      if (
        host.scope !== undefined && !environment.interfaces.some((one) => one.name === host.scope)
      ) {
        return { reason: `there is no interface ${host.scope} for ${host.address}%${host.scope}` };
      }
      const prefix = parseAddress(host.address);
      if (!prefix) return { reason: `${host.address} is not an address` };
      const scope = host.scope === undefined ? {} : { scope: host.scope };
      return [{ ...network(prefix, host.length, not), ...scope, ...weight }];
    }
    case "range": {
      const [first, last] = [parseAddress(host.first), parseAddress(host.last)];
      if (!first || !last || first.family !== last.family) {
        return { reason: `${host.first} - ${host.last} is not a range of addresses` };
      }
      return [{ host: { kind: "range", first, last, not }, family: familyOf(first), ...weight }];
    }
    case "name": {
      const found = lookUp(host, environment);
      return Array.isArray(found) ? found.map((one) => ({ ...one, ...weight })) : found;
    }
    case "dynamic": {
      const { kind, name, modifiers = [], length } = host;
      const bits = length === undefined ? {} : { length };
      return [{ host: { kind, name, modifiers, ...bits, not }, ...weight }];
    }
    case "table":
      return [{ host: { kind: "table", name: host.name, not }, ...weight }];
    case "route":
      return [{ host: { kind: "route", label: host.label, not } }];
    default:
      return [{ host: { kind: host.kind, not } }];
  }
}

function network(prefix: Prefix, length: number | undefined, not: boolean): Resolved {
  const whole = prefix.family === 4 ? 32 : 128;
  const masked = networkOf({ ...prefix, length: Math.min(length ?? whole, whole) });
  return { host: { kind: "network", prefix: masked, not }, family: familyOf(prefix) };
}

/** The interfaces of that name or group; undefined if there is neither. */
function interfacesNamed(
  name: string,
  { interfaces }: Environment,
): readonly PfInterface[] | undefined {
  if (name === "self" || name === "all") return interfaces;
  const members = interfacesOfGroup(interfaces, name);
  if (members.length > 0) return members;
  const exact = interfacesOfName(interfaces, name);
  return exact.length > 0 ? exact : undefined;
}

function lookUp(host: NameHost, environment: Environment): Resolved[] | Missing {
  const { name, modifiers = [], length } = host;
  const not = host.not ?? false;
  const written = [name, ...modifiers].join(":");
  const interfaces = interfacesNamed(name, environment);
  if (interfaces) {
    const found = interfaces.flatMap((one) => addressesOf(one, modifiers, length, not));
    if (found.length > 0) return found;
    return {
      reason: `${written} has no address when the file is loaded`,
      next: `(${written}), which is looked up for each packet`,
    };
  }
  const addresses = environment.hosts?.get(name) ?? (name === "localhost" ? LOCALHOST : undefined);
  if (!addresses) {
    return {
      reason: `no interface, group or host ${written} has an address when the file is loaded`,
      ...(/^[a-z]+[0-9]*$/.test(name)
        ? { next: `(${written}), which is looked up for each packet, if it is an interface` }
        : { next: "the address in numbers" }),
    };
  }
  return addresses.map((text) => network(parseAddress(text)!, length, not));
}

/** The addresses of an interface that match the modifiers after its name. */
function addressesOf(
  { name, addresses, pointToPoint }: PfInterface,
  modifiers: readonly Modifier[],
  length: number | undefined,
  not: boolean,
): Resolved[] {
  const found: Resolved[] = [];
  const seen = new Set<number>();
  for (const address of addresses) {
    const own = parseAddress(address.address);
    if (!own) continue;
    const linkLocal = own.family === 6 && own.value >> 118n === 0x3fan;
    if (modifiers.includes("network") && linkLocal) continue;
    const picked = pick(address, own, modifiers, pointToPoint ?? false);
    if (!picked) continue;
    if (modifiers.includes("0") && seen.has(own.family)) continue;
    seen.add(own.family);
    const bits = modifiers.includes("network") ? address.length : length;
    found.push({ ...network(picked, bits, not), ...(linkLocal ? { scope: name } : {}) });
  }
  return found;
}

function pick(
  address: InterfaceAddress,
  own: Prefix,
  modifiers: readonly Modifier[],
  pointToPoint: boolean,
): Prefix | undefined {
  if (modifiers.includes("broadcast")) {
    return address.broadcast === undefined ? undefined : parseAddress(address.broadcast);
  }
  if (modifiers.includes("peer")) {
    return pointToPoint && address.peer !== undefined ? parseAddress(address.peer) : undefined;
  }
  return own;
}

/** `10.0.0.0/24`; without a length for a full address. */
export function formatPrefix(prefix: Prefix): string {
  const whole = prefix.length === (prefix.family === 4 ? 32 : 128);
  return whole ? formatAddress(prefix) : `${formatAddress(prefix)}/${prefix.length}`;
}
