/**
 * Whether any packet can match a rule of `firewall.allow`.
 * @module
 */
import { few } from "../../host/few.ts";
import { parsePrefix, type Prefix } from "../address.ts";
import type { AllowRule } from "../gateway.ts";
import { nearest } from "../../host/nearest.ts";
import { ICMP, ICMP6, protocolNumber, TCP } from "../openbsd/protocols.ts";
import { readAddressWord } from "../network/address_word.ts";
import { noSource } from "../network/no_host.ts";
import { isHost, isOwnAddress, loopbackNetworks } from "../network/wires.ts";
import {
  allWithin,
  familiesOfList,
  linksNamed,
  LONGEST_LIST,
  meet,
  type Path,
  plainNetworks,
  type View,
} from "./firewall_view.ts";

/** Reports families that cannot be combined. */
export function checkFamilies(
  rule: { proto: readonly string[]; from: readonly string[]; to: readonly string[] },
  path: Path,
  view: View,
): void {
  const { report } = view;
  const [from, to] = [familiesOfList(rule.from, view), familiesOfList(rule.to, view)];
  if (![...from].some((family) => to.has(family))) {
    report([...path, "to"], "error", "from and to have no address family in common", {
      rests: [[...path, "from"], ["firewall", "tables"]],
    });
    return;
  }
  for (const [at, name] of rule.proto.entries()) {
    const number = protocolNumber(name);
    const family = number === ICMP ? 4 : number === ICMP6 ? 6 : undefined;
    if (family === undefined) continue;
    const rests = [[...path, "from"], [...path, "to"], ["firewall", "tables"]];
    const right = family === 4 ? "icmp6" : "icmp";
    const empty = (["from", "to"] as const).find((side) => !{ from, to }[side].has(family));
    if (empty) {
      report(
        [...path, "proto", at],
        "error",
        `${name} is IPv${family}, but ${empty} has IPv${
          10 - family
        } addresses only; write proto: ${right}`,
        { rests },
      );
    } else if (hasWritten(rule, family === 4 ? 6 : 4)) {
      report(
        [...path, "proto", at],
        "error",
        `${name} is IPv${family}, but from and to have IPv${
          10 - family
        } addresses too; write a rule of its own for them, with proto: ${right}`,
        { rests },
      );
    }
  }
}

/** Whether pfctl(8) makes a rule of `family` from these addresses. */
function hasWritten(
  rule: { from: readonly string[]; to: readonly string[] },
  family: 4 | 6,
): boolean {
  const [from, to] = [rule.from, rule.to].map((list) => {
    const words = list.map(readAddressWord);
    const networks = words.filter((word) => word?.kind === "network");
    // A table or an interface takes the family of the other side.
    const open = networks.length < words.length || list.length === 0 || list.length > LONGEST_LIST;
    return { open, written: networks.some((word) => word.prefix.family === family) };
  });
  return from!.written && (to!.written || to!.open) || to!.written && from!.open;
}

/**
 * Reports a rule that names a tunnel that does not exist, is not filtered, or carries other
 * networks.
 */
export function checkTunnel(rule: AllowRule, path: Path, view: View): void {
  const { gateway, tunnels, report } = view;
  if (rule.tunnel === undefined) return;
  const where = [...path, "tunnel"];
  const names = tunnels.map(({ name }) => name);
  const tunnel = tunnels.find(({ name }) => name === rule.tunnel);
  if (!tunnel) {
    report(
      where,
      "error",
      `there is no tunnel ${rule.tunnel}; tunnels: ${few(names, 20).join(", ") || "none"}`,
      {
        suggestion: nearest(rule.tunnel, names),
        rests: [["tunnels", "*", "name"], ["clients", "*", "name"]],
      },
    );
    return;
  }
  if (gateway.firewall.skipTunnels) {
    report(where, "error", "skipTunnels leaves tunnels unfiltered; set it to false", {
      rests: [["firewall", "skipTunnels"]],
    });
  }
  if (rule.on !== undefined) {
    report([...path, "on"], "error", "on and tunnel contradict each other; tunnels are on enc0");
  }
  const sides = [
    ["from", "remote", tunnel.remote],
    ["to", "local", [...tunnel.local, ...(tunnel.nat ? [tunnel.nat] : [])]],
  ] as const;
  for (const [side, field, networks] of sides) {
    const given = plainNetworks(rule[side]);
    const carried = networks.flatMap((one) => parsePrefix(one) ?? []);
    if (!given || carried.length === 0 || meet(given, carried)) continue;
    report(
      [...path, side],
      "error",
      `nothing of tunnel ${tunnel.name} is ${side} ${
        few(rule[side], 20).join(", ")
      }: its ${field} networks are ${few(networks, 20).join(", ")}`,
      { rests: [["tunnels", "*", field], ["tunnels", "*", "nat"]] },
    );
  }
}

/** Reports sources whose packets never reach the rules of `firewall.allow`. */
export function checkSource(rule: AllowRule, path: Path, view: View): void {
  const { gateway, wires, report } = view;
  const from = plainNetworks(rule.from);
  if (!from || rule.tunnel !== undefined) return;
  const where = [...path, "from"];
  const rests = [["network", "interfaces"], ["tunnels"], ["firewall", "skipTunnels"]];
  const loopback = loopbackNetworks(wires);
  if (allWithin(from, loopback)) {
    report(
      where,
      "error",
      "packets of loopback networks do not arrive on an interface that is filtered",
      { rests },
    );
    return;
  }
  if (rule.from.every((one) => isOwnAddress(one, wires))) {
    report(
      where,
      "error",
      "the gateway's own address: packets from it are forged, and antispoof blocks them",
      { rests },
    );
    return;
  }
  const nobody = checkSenders(rule, path, view);
  if (nobody || rule.on !== undefined && /^enc/.test(rule.on)) return;
  const elsewhere = rule.on === undefined ? undefined : wireElsewhere(from, rule.on, view);
  if (elsewhere !== undefined) {
    report(
      where,
      "error",
      `this is the network of ${elsewhere}: packets from it on ${rule.on} are forged, and antispoof blocks them; write on: ${elsewhere}`,
      { rests },
    );
    return;
  }
  // What is local stays local, though a tunnel is to a wider network.
  const near = wires.filter(({ loopback }) => !loopback).flatMap(({ networks }) =>
    networks.map(({ prefix }) => prefix).filter((one) => !isHost(one))
  );
  if (allWithin(from, near)) return;
  const through = view.tunnels.filter(({ remote, iface }) => {
    if (iface !== undefined) return false;
    const behind = remote.flatMap((one) => parsePrefix(one) ?? []).filter(({ length }) =>
      length > 0
    );
    return allWithin(from, behind);
  });
  const to = plainNetworks(rule.to) ?? (rule.to.length === 0 ? ownAddresses(view) : undefined);
  const local = through.filter((tunnel) =>
    to !== undefined && allWithin(to, tunnel.local.flatMap((one) => parsePrefix(one) ?? []))
  );
  if (local.length === 0 || !gateway.firewall.skipTunnels && rule.on === undefined) return;
  const { name } = local[0]!;
  report(
    where,
    "warning",
    gateway.firewall.skipTunnels
      ? `tunnel ${name} leads there: in clear text it is blocked, and what the tunnel carries is not filtered (skipTunnels), so nothing matches`
      : `tunnel ${name} leads there, so it comes in on enc0, never on ${rule.on}; write tunnel: ${name}`,
    { rests },
  );
}

/** Reports addresses that no packet is from; returns true if that is all of them. */
function checkSenders(rule: AllowRule, path: Path, { wires, report }: View): boolean {
  // Hosts without an address send DHCP, IGMP and neighbour discovery (RFC 4862).
  const unnumbered = !rule.proto.some((name) => protocolNumber(name) === TCP);
  const reasons = rule.from.map((text) => {
    const prefix = parsePrefix(text);
    return prefix && noSource(prefix, wires, unnumbered);
  });
  for (const [at, why] of reasons.entries()) {
    if (why === undefined) continue;
    report([...path, "from", at], "error", `${rule.from[at]} ${why}`, {
      rests: [["network", "interfaces"]],
    });
  }
  return reasons.every((why) => why !== undefined);
}

/** The gateway's addresses; undefined if some are unknown. */
function ownAddresses({ wires }: View): Prefix[] | undefined {
  const live = wires.filter(({ loopback }) => !loopback);
  if (live.some(({ autoconf }) => autoconf.size > 0)) return undefined;
  return live.flatMap(({ addresses }) =>
    addresses.map(({ prefix }) => ({ ...prefix, length: prefix.family === 4 ? 32 : 128 }))
  );
}

/** The wire whose own networks contain all of `from`, if `on` names another one. */
function wireElsewhere(from: readonly Prefix[], on: string, view: View): string | undefined {
  const named = new Set(linksNamed(on, view).map(({ seenOn }) => seenOn));
  if (named.size === 0) return undefined;
  const holds = (name: string, isNamed: boolean) =>
    named.has(name) === isNamed &&
    view.wires.some((wire) =>
      wire.name === name && wire.autoconf.size === 0 &&
      allWithin(from, wire.networks.map(({ prefix }) => prefix).filter((one) => !isHost(one)))
    );
  const names = view.wires.filter(({ loopback }) => !loopback).map(({ name }) => name);
  if (names.some((name) => holds(name, true))) return undefined;
  return names.find((name) => holds(name, false));
}
