/**
 * Promise: connections that a rule lets in on another uplink get their answers by that uplink.
 * @module
 */
import { isInner } from "../../gateway/check/inner_networks.ts";
import { addressOnly, isPrivate, parsePrefix, type Prefix } from "../../gateway/address.ts";
import type { AllowRule } from "../../gateway/firewall.ts";
import { type Link, linksOf } from "../../gateway/network/links.ts";
import { isHost } from "../../gateway/network/wires.ts";
import { knows } from "../../gateway/openbsd/cut_overs.ts";
import { protocolNumber, TCP, UDP } from "../../gateway/openbsd/protocols.ts";
import { portNumber } from "../../gateway/openbsd/services.ts";
import { answerTo } from "../pf/evaluate/state.ts";
import { routeTo } from "../trace/machine.ts";
import { trace } from "../trace/trace.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { fieldOf, lastRule, mayHaveMoreRoutes, type PromiseContext, tcp } from "./promise.ts";

/** Reports rules for the gateway itself on another uplink than that of the default route. */
export function checkAnswers(context: PromiseContext): void {
  const { gateway } = context;
  if (mayHaveMoreRoutes(gateway)) return;
  const links = linksOf(gateway).filter(({ outside, loopback }) => !outside && !loopback);
  const named = namedNetworks(gateway);
  const strangers = ([4, 6] as const).flatMap((family) => strangerTo(named, family) ?? []);
  for (const [index, rule] of gateway.firewall.allow.entries()) {
    if (rule.on === undefined || rule.replyTo !== undefined || rule.routeTo !== undefined) continue;
    if (rule.tunnel !== undefined || rule.to.some((text) => text === "any")) continue;
    ofRule(context, links, strangers, index);
  }
}

function ofRule(
  context: PromiseContext,
  links: readonly Link[],
  strangers: readonly Prefix[],
  index: number,
): void {
  const { gateway, kernel, report } = context;
  const rule = gateway.firewall.allow[index]!;
  for (const { name, seenOn, addresses, groups } of links) {
    if (name !== rule.on && !groups.includes(rule.on!)) continue;
    const described = gateway.network.interfaces.find((one) => one.name === name);
    const own = addresses.find(({ prefix }) => !isHost(prefix) && !isPrivate(prefix))?.prefix;
    const from = own && described && senderOf(
      context,
      rule,
      own.family,
      isInner(gateway, described) ? [] : strangers,
    );
    if (!own || !from || routeTo(kernel.machine.routes, from)?.on === name) continue;
    const there = trace(kernel, packetOf(rule, from, addressOnly(own)), { on: seenOn });
    const [, list, at] = fieldOf(lastRule(there)) ?? [];
    if (there.end.kind !== "delivered" || list !== "allow" || at !== index) continue;
    const { end } = trace(kernel, answerTo(there.packet), { states: there.states });
    if (end.kind !== "sent" || kernel.machine.seenOn(end.on) === seenOn) continue;
    report(
      ["firewall", "allow", index, "on"],
      "warning",
      `connections that come in on ${seenOn} get answers that leave by ${end.on}, with an address of ${seenOn}, which the provider there may drop; ${
        knows(gateway.release.number, "pfRouteAddress")
          ? `add replyTo: ADDRESS of the router beyond ${seenOn}`
          : "write it as a line of firewall.rules, with reply-to"
      }`,
      { rests: [["network"], ["firewall"]] },
    );
    return;
  }
}

/**
 * A sender that the rule names; any is a stranger on an uplink, but may be the hosts there on an
 * inner interface.
 */
function senderOf(
  { gateway }: PromiseContext,
  { from }: AllowRule,
  family: 4 | 6,
  strangers: readonly Prefix[],
): Prefix | undefined {
  if (from.length === 0 || from.includes("any")) {
    return strangers.find((one) => one.family === family);
  }
  const texts = from.flatMap((text) =>
    text.startsWith("<") ? gateway.firewall.tables.get(text.slice(1, -1)) ?? [] : text
  );
  const network = texts.flatMap((text) => parsePrefix(text) ?? [])
    .find((one) => one.family === family);
  return network && hostIn(network);
}

function packetOf({ proto, port }: AllowRule, from: Prefix, to: Prefix) {
  const protocol = protocolNumber(proto[0] ?? "tcp") ?? TCP;
  const first = (port[0] ?? "22").split(":")[0]!;
  return protocol === TCP || protocol === UDP
    ? { ...tcp(from, to, portNumber(first) ?? 22), protocol }
    : { from, to, protocol };
}
