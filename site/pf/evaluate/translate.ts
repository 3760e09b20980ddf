/**
 * Translation by nat-to, rdr-to and af-to: pf_get_transaddr in sys/net/pf_lb.c.
 * @module
 */
import type { Prefix } from "../../../gateway/address.ts";
import type { FlatPool, FlatRule } from "../model/flat.ts";
import { addressesOf, type PfMachine } from "./machine.ts";
import type { Packet } from "./packet.ts";

/** A translated packet; if pf chooses among several addresses, with the first. */
export interface Translated {
  packet: Packet;
  /** Set if the new address is unknown. */
  notKnown?: string;
}

/** The first port for nat-to if the rule has none (pf.conf(5)). */
const FIRST_PROXY_PORT = 50001;

/** `packet` after the translations of `rule`. */
export function translate(rule: FlatRule, packet: Packet, machine: PfMachine): Translated {
  if (rule.afTo) {
    return { packet, notKnown: "af-to translates to the other address family" };
  }
  let now = packet;
  let notKnown: string | undefined;
  if (rule.natTo) {
    const address = chosen(rule.natTo, packet.from, machine);
    if (!address) notKnown = `the address that nat-to gives is not known: ${poolName(rule.natTo)}`;
    else {
      const keeps = rule.natTo.staticPort || packet.fromPort === undefined;
      const port = rule.natTo.port?.first ?? FIRST_PROXY_PORT;
      now = { ...now, from: address, ...(keeps ? {} : { fromPort: port }) };
    }
  }
  if (rule.rdrTo) {
    const address = chosen(rule.rdrTo, packet.to, machine);
    if (!address) notKnown = `the address that rdr-to gives is not known: ${poolName(rule.rdrTo)}`;
    else now = { ...now, to: address, ...redirectedPort(rule, now) };
  }
  return { packet: now, ...(notKnown === undefined ? {} : { notKnown }) };
}

/** A range of ports is mapped in order: `port 80:90 rdr-to ... port 8080:*`. */
function redirectedPort(rule: FlatRule, packet: Packet): { toPort?: number } {
  const port = rule.rdrTo?.port;
  if (!port || packet.toPort === undefined) return {};
  const match = rule.to.port;
  const first = match && "port" in match ? match.port : match?.first ?? packet.toPort;
  const width = port.last - port.first + 1;
  return { toPort: port.first + (packet.toPort - first) % Math.max(1, width) };
}

/** The address that pf would use for `packet`; undefined if unknown. */
function chosen(pool: FlatPool, old: Prefix, machine: PfMachine): Prefix | undefined {
  const full = old.family === 4 ? 32 : 128;
  for (const host of pool.hosts) {
    if (host.kind === "network") {
      const { family, value, length } = host.prefix;
      if (family !== old.family) continue;
      if (length === full || pool.type?.kind !== "bitmask") return { family, value, length: full };
      const rest = (1n << BigInt(full - length)) - 1n;
      return { family, value: (value & ~rest) | (old.value & rest), length: full };
    }
    if (host.kind === "dynamic") {
      const { prefixes } = addressesOf(machine, host.name, host.modifiers);
      const found = prefixes.find((one) => one.family === old.family);
      if (found) return { ...found, length: full };
    }
  }
  return undefined;
}

function poolName(pool: FlatPool): string {
  const [host] = pool.hosts;
  if (!host || host.kind === "any") return "any";
  if (host.kind === "dynamic") return `(${host.name})`;
  return host.kind === "table" ? `<${host.name}>` : host.kind;
}
