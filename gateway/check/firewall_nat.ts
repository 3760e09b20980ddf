/**
 * Checks `firewall.nat` and `firewall.redirect`.
 * @module
 */
import { contains, isLoopback, parseAddress, parsePrefix, type Prefix } from "../address.ts";
import type { NatRule, RedirectRule } from "../gateway.ts";
import { readAddressWord } from "../network/address_word.ts";
import { noHostIn, noRouter, staysOnLink } from "../network/no_host.ts";
import { isHost, isOwnAddress } from "../network/wires.ts";
import { protocolNumber, UDP } from "../openbsd/protocols.ts";
import { portRange } from "../openbsd/services.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { checkOn } from "./firewall_on.ts";
import { familiesOfList, linksNamed, type Path, type View } from "./firewall_view.ts";
import {
  checkAddresses,
  checkEmpty,
  checkHosts,
  checkPorts,
  checkProtocols,
  portComplaint,
} from "./firewall_words.ts";

/** Reports translations that pfctl(8) would refuse or that never happen. */
export function checkNat(view: View, description: GatewayDescription): void {
  const { gateway, report } = view;
  for (const [index, rule] of gateway.firewall.nat.entries()) {
    const path = ["firewall", "nat", index];
    checkEmpty(description.firewall?.nat?.[index], path, view);
    checkOn(rule.on, [...path, "on"], view);
    for (const field of ["from", "to", "as"] as const) {
      checkAddresses(rule[field], [...path, field], view);
    }
    for (const [at, text] of rule.as.entries()) {
      const word = readAddressWord(text);
      const where = [...path, "as", at];
      if (word && (word.not || word.kind !== "network" && word.kind !== "interface")) {
        report(where, "error", `${text} is not an address to translate to`);
      } else if (word?.kind === "network") {
        const own = view.wires.flatMap(({ networks }) => networks.map(({ prefix }) => prefix));
        const why = noHostIn(word.prefix) ??
          (isHost(word.prefix) ? noRouter(word.prefix, own) : staysOnLink(word.prefix));
        if (why !== undefined) {
          report(where, "error", `${text} ${why}; answers to it would never come back`);
        }
      }
    }
    checkHasFamily(rule, path, view);
    const families = [rule.from, rule.to, rule.as].map((list) => familiesOfList(list, view));
    const common = ([4, 6] as const).filter((family) => families.every((one) => one.has(family)));
    if (common.length > 0) continue;
    const field = rule.as.length > 0 ? "as" : "to";
    report([...path, field], "error", `from, to and as have no address family in common`, {
      rests: [[...path, "from"], [...path, "to"], ["firewall", "tables"]],
    });
  }
}

/** The families in which the interfaces of that name have addresses; empty if unknown. */
function familiesOn(name: string, view: View): Set<4 | 6> {
  const links = linksNamed(name, view);
  const wires = view.wires.filter((one) => links.some(({ seenOn }) => seenOn === one.name));
  return new Set(wires.flatMap(({ networks, autoconf }) => [
    ...networks.map(({ prefix }) => prefix.family),
    ...autoconf,
  ]));
}

/** Without `as` the address of the interface is used: it needs one of that family. */
function checkHasFamily(rule: NatRule, path: Path, view: View): void {
  if (rule.as.length > 0) return;
  const own = familiesOn(rule.on, view);
  const [from, to] = [familiesOfList(rule.from, view), familiesOfList(rule.to, view)];
  const wanted = ([4, 6] as const).filter((family) => from.has(family) && to.has(family));
  // An address of unknown family matches any.
  if (wanted.length === 0 || own.size === 0 || wanted.some((family) => own.has(family))) return;
  view.report(
    [...path, "on"],
    "error",
    `${rule.on} has no IPv${wanted[0]} address, which from would become; write as: ADDRESS`,
    { rests: [["network", "interfaces"], [...path, "from"], [...path, "to"]] },
  );
}

/**
 * Reports redirections that pfctl(8) would refuse, and those that take traffic of the gateway
 * itself.
 */
export function checkRedirect(view: View, description: GatewayDescription): void {
  const { gateway, report } = view;
  for (const [index, rule] of gateway.firewall.redirect.entries()) {
    const path = ["firewall", "redirect", index];
    checkEmpty(description.firewall?.redirect?.[index], path, view);
    checkOn(rule.on, [...path, "on"], view);
    checkProtocols(rule.proto, [...path, "proto"], view);
    checkPorts(rule, path, view);
    checkAddresses(rule.from, [...path, "from"], view);
    checkAddresses(rule.address, [...path, "address"], view);
    checkHosts(rule.to, [...path, "to"], view);
    checkSameFamily(rule, path, view);
    if (rule.toPort !== undefined) {
      const complaint = portComplaint(rule.toPort);
      if (complaint) {
        report([...path, "toPort"], "error", complaint.message, {
          suggestion: complaint.suggestion,
        });
      } else if (rule.toPort.includes(":")) {
        report(
          [...path, "toPort"],
          "error",
          "toPort is one port; leave it out to keep the port",
        );
      }
    }
    checkTaken(rule, path, view);
    checkComesBack(rule, path, view);
    checkTwice(rule, index, view);
  }
}

/**
 * A host on the interface that the packets came in on replies directly, not through the gateway,
 * and the sender discards a reply from an address that it did not contact.
 */
function checkComesBack(rule: RedirectRule, path: Path, view: View): void {
  const { gateway, report, tunnels, wires } = view;
  const came = new Set(linksNamed(rule.on, view).map(({ seenOn }) => seenOn));
  if (came.size === 0 || /^(enc|lo)/.test(rule.on)) return;
  const { nat, rules } = gateway.firewall;
  if (
    nat.some(({ on }) => on === rule.on) || rules.some((line) => /\b(nat|binat)-to\b/.test(line))
  ) {
    return;
  }
  for (const [at, text] of rule.to.entries()) {
    const host = parseAddress(text);
    if (!host || isLoopback(host) || isOwnAddress(text, wires)) continue;
    if (noHostIn(host) !== undefined || staysOnLink(host) !== undefined) continue;
    const carried = tunnels.some(({ remote }) =>
      remote.some((one) => contains(parsePrefix(one) ?? host, host))
    );
    const by = wireTowards(host, view);
    if (carried || by === undefined || !came.has(by) || came.size > 1) continue;
    report(
      [...path, "to", at],
      "warning",
      `${text} is reached through ${by} too, so its answers bypass the gateway and are rejected; redirect to a host behind another interface, or add to firewall.nat: {on: ${rule.on}, from: any, to: ${text}}`,
      { rests: [["network"], ["tunnels"], ["firewall", "nat"]] },
    );
  }
}

/** The wire that leads to `host`, if known. */
export function wireTowards(host: Prefix, { wires }: View): string | undefined {
  const near = wires.flatMap(({ name, networks, routed }) =>
    [...networks, ...routed].filter(({ prefix }) => contains(prefix, host))
      .map(({ prefix }) => ({ name, length: prefix.length }))
  ).sort((a, b) => b.length - a.length);
  if (near.length > 0) return near[0]!.name;
  const outside = wires.filter((one) =>
    one.outside && one.networks.some(({ prefix }) => prefix.family === host.family)
  );
  return wires.some(({ autoconf }) => autoconf.has(host.family)) || outside.length !== 1
    ? undefined
    : outside[0]!.name;
}

/**
 * Of two redirections of the same port the later one wins, so that the earlier one never matches.
 */
function checkTwice(rule: RedirectRule, index: number, { gateway, report }: View): void {
  const earlier = gateway.firewall.redirect.slice(0, index);
  const narrow = (one: RedirectRule) => one.from.length + one.address.length > 0;
  for (const [at, text] of rule.port.entries()) {
    const twin = earlier.findIndex((one) =>
      one.on === rule.on && !narrow(one) && !narrow(rule) && one.port.includes(text) &&
      one.proto.some((name) => rule.proto.includes(name))
    );
    if (twin < 0) continue;
    report(
      ["firewall", "redirect", index, "port", at],
      "error",
      `port ${text} goes to ${earlier[twin]!.to.join(", ")} already (firewall.redirect[${twin}])`,
      { rests: [["firewall", "redirect", twin]] },
    );
  }
}

function checkSameFamily(
  rule: { on: string; from: string[]; address: string[]; to: string[] },
  path: Path,
  view: View,
): void {
  const to = rule.to.flatMap((one) => parsePrefix(one)?.family ?? [])[0];
  if (to === undefined) return;
  for (const field of ["from", "address"] as const) {
    if (familiesOfList(rule[field], view).has(to)) continue;
    view.report([...path, field], "error", `has no IPv${to} address, but to is IPv${to}`, {
      rests: [[...path, "to"], ["firewall", "tables"]],
    });
  }
  const own = familiesOn(rule.on, view);
  if (rule.address.length > 0 || own.size === 0 || own.has(to)) return;
  view.report(
    [...path, "on"],
    "error",
    `${rule.on} has no IPv${to} address that packets could come to, but to is IPv${to}; write address: ADDRESS`,
    { rests: [["network", "interfaces"], [...path, "to"]] },
  );
}

/** IKE and NAT-T must reach the gateway itself. */
function checkTaken(
  rule: { on: string; proto: string[]; port: string[]; address: string[]; from: string[] },
  path: Path,
  view: View,
): void {
  const { tunnels, report } = view;
  if (tunnels.length === 0 || !rule.proto.some((one) => protocolNumber(one) === UDP)) {
    return;
  }
  const outside = linksNamed(rule.on, view).some((link) => link.outside);
  if (!outside || rule.address.length > 0 || rule.from.length > 0) return;
  for (const [at, text] of rule.port.entries()) {
    const [first, last] = portRange(text);
    const taken = [500, 4500].find((port) => first <= port && port <= last);
    if (taken === undefined) continue;
    report(
      [...path, "port", at],
      "error",
      `udp ${taken} is the IKE of the gateway's own tunnels; leave it out, or name another address`,
      { rests: [["tunnels"]] },
    );
  }
}
