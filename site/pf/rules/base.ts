/**
 * The first rules of every gateway: block by default, and refuse forged addresses.
 * @module
 */
import { contains, parsePrefix } from "../../../gateway/address.ts";
import { PrefixIndex } from "../../../gateway/prefix_index.ts";
import type { Cidr } from "../../../gateway/gateway.ts";
import type { Statement } from "../model/rule_set.ts";
import { networkHost, originOf, rule, title } from "./build.ts";
import type { Context } from "./context.ts";
import { routedInterfaces } from "./routed.ts";

const LO = { name: "lo" };

/** The `set` lines. */
export function settings(context: Context): Statement[] {
  const { gateway, filtered } = context;
  const skipTunnels = ["firewall", "skipTunnels"];
  return [
    {
      kind: "set",
      option: {
        name: "skip",
        on: filtered ? [LO] : [LO, { name: "enc0" }, ...routedInterfaces(context)],
      },
      ...originOf(skipTunnels),
    },
    {
      kind: "set",
      option: { name: "block-policy", value: gateway.firewall.blockPolicy },
      ...(gateway.firewall.blockPolicy === "drop" ? {} : originOf(["firewall", "blockPolicy"])),
    },
  ];
}

/** The rules that apply if no later one matches. */
export function defaults(): Statement[] {
  return [
    rule({ action: "match", direction: "in", scrub: { noDf: true, randomId: true } }),
    rule({ action: "block", log: {} }),
  ];
}

/**
 * Packets whose replies would leave through another interface; tunnels are not interfaces of their
 * own.
 */
function unreachable({ gateway, outsideTunnels }: Context): Statement[] {
  if (!gateway.firewall.urpf) return [];
  return [rule({
    action: "block",
    direction: "in",
    log: {},
    quick: true,
    ...outsideTunnels,
    from: { hosts: [{ kind: "urpf-failed" }] },
  }, ["firewall", "urpf"])];
}

/**
 * Blocks packets from a network of the gateway that come in on another interface, and those from
 * its own addresses.
 *
 * pf(4) sees carp(4) traffic on the carpdev, so antispoof for a carp interface would block its
 * whole network: such a network counts as one of the carpdev. If another interface has a part of a
 * network, only that part is protected.
 */
export function antispoof(context: Context): Statement[] {
  const { wires, links } = context;
  const whole: string[] = ["lo0"];
  const apart: Statement[] = [];
  // bridge(4) filters a frame on the port that it comes in on, before the interface with the
  // address.
  const bridged = new Set(
    context.gateway.network.interfaces.flatMap(({ bridge }) => bridge?.ports ?? []),
  );
  const networks = PrefixIndex.of(
    wires.flatMap((wire) => wire.networks.map(({ prefix }) => [prefix, { wire, prefix }] as const)),
  );
  const byName = Map.groupBy(links, ({ name }) => name);
  for (const wire of wires.filter(({ name }) => !bridged.has(name))) {
    const shared = (own: Cidr) => {
      const prefix = parsePrefix(own)!;
      return networks.overlapping(prefix).some((one) =>
        one.wire !== wire && contains(prefix, one.prefix)
      );
    };
    const link = byName.get(wire.name)?.[0];
    const itsOwn = new Set(link?.addresses.map(({ network }) => network));
    // pfctl(8) resolves the addresses once, when it loads the file.
    const plain = itsOwn.size > 0 && wire.autoconf.size === 0 && ![...itsOwn].some(shared);
    if (plain && !whole.includes(wire.name)) whole.push(wire.name);
    for (const { text } of wire.networks) {
      if (plain && itsOwn.has(text) || shared(text)) continue;
      apart.push(rule({
        action: "block",
        direction: "in",
        log: {},
        quick: true,
        on: [{ name: wire.name, not: true }],
        from: { hosts: [networkHost(text)] },
      }));
    }
  }
  return [
    ...title("Forged addresses"),
    { kind: "antispoof", log: {}, quick: true, interfaces: whole.map((name) => ({ name })) },
    ...apart,
    ...unreachable(context),
  ];
}
