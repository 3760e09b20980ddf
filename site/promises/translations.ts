/**
 * The promise that a redirect reaches its host, and that NAT lets its networks out.
 * @module
 */
import { parsePrefix, type Prefix } from "../../gateway/address.ts";
import type { AddressWord, NatRule, RedirectRule } from "../../gateway/firewall.ts";
import { protocolNumber } from "../../gateway/openbsd/protocols.ts";
import { portNumber } from "../../gateway/openbsd/services.ts";
import { addressesOf } from "../pf/evaluate/machine.ts";
import type { Packet } from "../pf/evaluate/packet.ts";
import { routeTo } from "../trace/machine.ts";
import { packetWords } from "../trace/packet_words.ts";
import { type Trace, trace } from "../trace/trace.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { because, type Held, tcp } from "./promise.ts";

/** Complains about each redirect and each NAT rule that does nothing. */
export function checkTranslations(held: Held): void {
  for (const [index, rule] of held.gateway.firewall.redirect.entries()) {
    redirects(held, rule, index);
  }
  for (const [index, rule] of held.gateway.firewall.nat.entries()) translates(held, rule, index);
}

function redirects(held: Held, rule: RedirectRule, index: number): void {
  const stranger = sender(held, rule.from);
  const { prefixes } = addressesOf(held.kernel.machine, rule.on, ["0"]);
  const own = firstAddress(rule.address) ??
    prefixes.find(({ family }) => family === stranger?.family);
  const [word = "80"] = (rule.port[0] ?? "").split(":").filter(Boolean);
  const port = portNumber(word) ?? Number(word);
  const target = parsePrefix(rule.to[0] ?? "");
  if (!stranger || !own || own.family !== stranger.family || !target) return;
  const protocol = protocolNumber(rule.proto[0] ?? "tcp") ?? 6;
  const packet: Packet = { ...tcp(stranger, { ...own, length: target.length }, port), protocol };
  const on = routeTo(held.kernel.machine.routes, stranger)?.on;
  if (on === undefined) return;
  const way = trace(held.kernel, packet, { on });
  if (way.end.kind === "unknown") return;
  const arrived = way.end.kind === "sent" || way.end.kind === "tunnel";
  if (arrived && rule.to.some((text) => parsePrefix(text)?.value === way.packet.to.value)) return;
  complain(
    held,
    ["firewall", "redirect", index],
    "reaches no host behind the gateway",
    packet,
    way,
  );
}

function translates(held: Held, rule: NatRule, index: number): void {
  const from = firstHost(held, rule.from);
  const to = firstAddress(rule.to) ?? strangerTo(namedNetworks(held.gateway), from?.family ?? 4);
  const on = from && routeTo(held.kernel.machine.routes, from)?.on;
  if (!from || !to || on === undefined || from.family !== to.family) return;
  const packet = tcp(from, to, 443);
  const way = trace(held.kernel, packet, { on });
  if (way.end.kind === "unknown" || way.end.kind === "tunnel") return;
  if (way.end.kind === "sent" && way.packet.from.value !== from.value) return;
  complain(held, ["firewall", "nat", index], "translates nothing", packet, way);
}

/** Somebody whom `from` lets in: a stranger, where it names nobody. */
function sender(held: Held, from: readonly AddressWord[]): Prefix | undefined {
  return from.length === 0 || from.includes("any")
    ? strangerTo(namedNetworks(held.gateway), 4)
    : firstAddress(from);
}

/** A host of the first network in `words` that is written as one. */
function firstAddress(words: readonly AddressWord[]): Prefix | undefined {
  for (const word of words) {
    const prefix = parsePrefix(word);
    if (prefix) return hostIn(prefix);
  }
  return undefined;
}

/** A host that NAT is for: of the networks in `words`, or of any network of ours. */
function firstHost(held: Held, words: readonly AddressWord[]): Prefix | undefined {
  const named = firstAddress(words);
  if (named || words.length > 0) return named;
  const inside = held.kernel.machine.routes.find(({ to, via }) =>
    via === undefined && to.family === 4 && to.length > 0
  );
  return inside && hostIn(inside.to);
}

function complain(
  held: Held,
  path: (string | number)[],
  what: string,
  packet: Packet,
  way: Trace,
): void {
  held.report(path, "error", `it ${what}: ${packetWords(packet)}${because(held, way)}`, {
    rests: [["network"], ["firewall"], ["tunnels"]],
  });
}
