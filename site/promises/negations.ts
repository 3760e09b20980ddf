/**
 * Promise: a rule for what is not inside lets nobody log in to the gateway who was not to.
 * @module
 */
import { addressOnly, overlaps, parsePrefix, type Prefix } from "../../gateway/address.ts";
import type { AllowRule, Gateway } from "../../gateway/gateway.ts";
import { linksOf } from "../../gateway/network/links.ts";
import { wiresOf } from "../../gateway/network/wires.ts";
import { sshdListens } from "../../gateway/openbsd/sshd_config.ts";
import { ownPrefixes } from "../../gateway/own_addresses.ts";
import { portRange } from "../../gateway/openbsd/services.ts";
import { formatAddress } from "../pf/address.ts";
import { trace } from "../trace/trace.ts";
import { hostIn } from "./probe.ts";
import { fieldOf, lastRule, type PromiseContext, tcp } from "./promise.ts";

/**
 * Reports rules such as `{on: vlan20, from: GUESTS, to: "! 10.0.0.0/8"}` that let a network of the
 * gateway reach its ssh at another of its addresses, where no other rule gives that network ssh.
 */
export function checkNegations(context: PromiseContext): void {
  const { gateway } = context;
  const negated = [...gateway.firewall.allow.entries()].filter(([, { to }]) => isNegated(to));
  if (gateway.rcConf.get("sshd_flags")?.trim() === "NO") return;
  const ports = new Set(sshdListens(gateway)?.map(({ port }) => port));
  if (negated.length === 0 || ports.size === 0) return;
  const wires = wiresOf(linksOf(gateway), gateway.network.routes)
    .filter(({ outside, loopback }) => !outside && !loopback);
  const own = ownPrefixes(gateway).map(addressOnly);
  for (const [index, { to }] of negated) {
    const found = wires.flatMap((wire) =>
      wire.networks.flatMap(({ prefix }) => {
        const host = hostIn(prefix, own);
        return host
          ? [...ports].flatMap((port) => door(context, index, wire.name, host, port))
          : [];
      })
    )[0];
    if (found === undefined) continue;
    context.report(
      ["firewall", "allow", index, "to"],
      "warning",
      `"${
        to.join(" ")
      }" has addresses of the gateway: ${found.from} reaches its ssh at ${found.at}; write proto and port, or leave the gateway's addresses out too, with a table: "!<inside>"`,
      { rests: [["network"], ["firewall"], ["tunnels"]] },
    );
  }
}

/** Whether all words of a list are negations, so that it has all addresses but a few. */
function isNegated(words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => word.startsWith("!"));
}

/** An address of the gateway where `from`, on `wire`, reaches ssh by the rule of that number alone. */
function door(
  context: PromiseContext,
  index: number,
  wire: string,
  from: Prefix,
  port: number,
): { from: string; at: string }[] {
  const { gateway, kernel } = context;
  const { allow } = gateway.firewall;
  const gives = (rule: AllowRule) => givesSsh(gateway, rule, wire, from, port);
  const given = allow.some((rule, at) => at !== index && !isNegated(rule.to) && gives(rule));
  if (given || !gives(allow[index]!)) return [];
  for (const to of ownPrefixes(gateway).map(addressOnly)) {
    if (to.family !== from.family) continue;
    const way = trace(kernel, tcp(from, to, port), { on: wire });
    const [section, list, at] = fieldOf(lastRule(way)) ?? [];
    if (way.end.kind !== "delivered") continue;
    if (section !== "firewall" || list !== "allow" || at !== index) continue;
    return [{ from: formatAddress(from), at: formatAddress(to) }];
  }
  return [];
}

/** Whether `rule` may let `from` reach ssh; a table, an interface or a group may have any address. */
function givesSsh(
  { network }: Gateway,
  rule: AllowRule,
  wire: string,
  from: Prefix,
  port: number,
): boolean {
  const isOther = rule.on !== wire && network.interfaces.some(({ name }) => name === rule.on);
  const isOn = rule.tunnel === undefined && !isOther;
  const isTcp = rule.proto.length === 0 || rule.proto.includes("tcp");
  const hasPort = rule.port.length === 0 ||
    rule.port.some((word) => {
      const [first, last] = portRange(word);
      return first <= port && port <= last;
    });
  const isFrom = rule.from.length === 0 ||
    rule.from.some((word) => {
      const prefix = parsePrefix(word);
      return prefix ? overlaps(prefix, from) : true;
    });
  return isOn && isTcp && hasPort && isFrom;
}
