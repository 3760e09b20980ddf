/**
 * Tunnels with a sec(4) interface, whose traffic is selected by routes.
 * @module
 */
import { parsePrefix } from "../../../gateway/address.ts";
import type { Cidr, Tunnel } from "../../../gateway/gateway.ts";
import { isHost } from "../../../gateway/network/wires.ts";
import type { InterfaceName } from "../model/host.ts";
import type { Rule, Statement } from "../model/rule_set.ts";
import { rule, title } from "./build.ts";
import type { Context } from "./context.ts";
import type { Flow } from "./flows.ts";
import { sameFamily, type Selection } from "./selectors.ts";

/** The interfaces of route-based tunnels: their traffic is seen there, not on enc0. */
export function routedInterfaces({ flows }: Context): InterfaceName[] {
  return flows.flatMap(({ tunnel: { iface } }) => iface === undefined ? [] : [{ name: iface }]);
}

/**
 * Route-based tunnels with the networks that routes result in: from all inner networks to those
 * routed into them.
 */
export function routedSelections(context: Context): Selection[] {
  return context.flows.flatMap((one) => {
    const found = selectionOf(one, context);
    return found === undefined ? [] : [found];
  });
}

function selectionOf({ tunnel, field }: Flow, context: Context): Selection | undefined {
  const { iface } = tunnel;
  const wire = context.wires.find(({ name }) => name === iface);
  if (iface === undefined || wire === undefined) return undefined;
  const remote = [
    ...wire.networks.filter(({ prefix }) => !isHost(prefix)).map(({ text }) => text),
    ...context.links.flatMap((link) =>
      link.name === iface ? link.addresses.flatMap(({ peer }) => peer ?? []) : []
    ),
    ...wire.routed.map(({ text }) => text),
  ];
  const local = inside(context).flatMap(({ networks }) => networks);
  const whole: Tunnel = { ...tunnel, local, remote };
  return { tunnel: whole, field, behind: local, own: [], some: remote, world: [] };
}

/** The wires with hosts behind the gateway, and their networks. */
function inside(context: Context): { name: string; networks: Cidr[] }[] {
  const routed = new Set(context.flows.map(({ tunnel }) => tunnel.iface));
  return context.wires.filter(({ name, loopback, outside }) =>
    !loopback && !outside && !routed.has(name)
  ).map(({ name, networks }) => ({
    name,
    networks: networks.filter(({ prefix }) => !isHost(prefix)).map(({ text }) => text),
  }));
}

/** Packets from inner networks may enter the tunnel; packets from behind it must come out of it. */
export function routedRules(context: Context): Statement[] {
  const rules = routedSelections(context).flatMap((one) => {
    const { tunnel, field } = one;
    const remotes = (partners: readonly Cidr[]) =>
      context.hosts(sameFamily(tunnel.remote, partners), `${tunnel.name}.remote`, field);
    const enter = inside(context).flatMap(({ name, networks }): Rule[] => {
      const near = sameFamily(networks, tunnel.remote);
      if (near.length === 0) return [];
      return [rule({
        action: "pass",
        direction: "in",
        on: [{ name }],
        from: { hosts: context.hosts(near, `${tunnel.name}.local`, field) },
        to: { hosts: remotes(near) },
      }, field)];
    });
    const claimed = tunnel.remote.filter((text) => (parsePrefix(text)?.length ?? 0) > 0);
    if (claimed.length === 0) return enter;
    return [
      ...enter,
      rule({
        action: "block",
        direction: "in",
        log: {},
        quick: true,
        on: [{ name: tunnel.iface!, not: true }],
        from: { hosts: context.hosts(claimed, `${tunnel.name}.remote`, field) },
      }, field),
    ];
  });
  return rules.length > 0 ? [...title("Networks that routes lead into tunnels"), ...rules] : [];
}
