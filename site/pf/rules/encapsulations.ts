/**
 * The packets that carry gre(4), gif(4), etherip(4) and wg(4) interfaces.
 * @module
 */
import { contains, parsePrefix } from "../../../gateway/address.ts";
import type { Gateway, NetworkInterface } from "../../../gateway/gateway.ts";
import type { EncapsulationKind, WgKind } from "../../../gateway/interface.ts";
import { selectorsOf } from "../../../gateway/tunnel.ts";
import type { Rule, Statement } from "../model/rule_set.ts";
import { BOUND, ENC, type Field, networkHost, port, rule, SELF, title } from "./build.ts";
import type { Context } from "./context.ts";

/**
 * Lets the far ends in. If a tunnel carries the interface, its packets are accepted out of that
 * tunnel only, never in clear.
 */
export function encapsulations(context: Context): Statement[] {
  const { gateway, outsideTunnels, filtered } = context;
  const rules = gateway.network.interfaces.flatMap((one, index): Rule[] => {
    const field = ["network", "interfaces", index];
    const outer = one.gre ?? one.gif ?? one.etherip;
    if (one.wg?.port !== undefined) return [wgRule(context, one, one.wg.port, field)];
    if (!outer) return [];
    const protocols = protocolsOf(one);
    const inside = isCarried(gateway, outer, protocols);
    if (inside && !filtered) return [];
    return [rule({
      action: "pass",
      direction: "in",
      ...(inside ? { on: [ENC], state: BOUND } : outsideTunnels),
      protocols,
      from: { hosts: [networkHost(outer.remote)] },
      to: { hosts: [networkHost(outer.local)] },
    }, field)];
  });
  return rules.length > 0 ? [...title("Outer packets of other interfaces"), ...rules] : [];
}

/** Endpoints of wg(4) peers; empty if one may be anywhere. */
export function wgSources({ peers }: WgKind): string[] {
  const endpoints = peers.flatMap(({ endpoint }) => endpoint?.address ?? []);
  return endpoints.length < peers.length ? [] : [...new Set(endpoints)];
}

function wgRule(
  { outsideTunnels }: Context,
  one: NetworkInterface,
  udp: number,
  field: Field,
): Rule {
  const sources = wgSources(one.wg!);
  return rule({
    action: "pass",
    direction: "in",
    ...outsideTunnels,
    protocols: ["udp"],
    ...(sources.length > 0 ? { from: { hosts: sources.map((each) => networkHost(each)) } } : {}),
    to: { hosts: [SELF], ports: [port(udp)] },
  }, field);
}

/** The outer packets of a gre(4), gif(4) or etherip(4) interface. */
export function protocolsOf(one: NetworkInterface): string[] {
  if (one.gre) return ["gre"];
  if (one.etherip) return ["etherip"];
  const six = one.address6 !== "none" || one.aliases.some((text) => text.includes(":"));
  return six ? ["ipencap", "ipv6"] : ["ipencap"];
}

/** Whether a tunnel carries packets from `local` to `remote`. */
export function isCarried(
  { tunnels }: Gateway,
  { local, remote }: EncapsulationKind,
  protocols: readonly string[],
): boolean {
  const [near, far] = [parsePrefix(local), parsePrefix(remote)];
  if (!near || !far) return false;
  const around = (network: string, address: typeof near) => {
    const prefix = parsePrefix(network);
    return prefix !== undefined && contains(prefix, address);
  };
  return tunnels.some((tunnel) =>
    (tunnel.proto === undefined || protocols.includes(tunnel.proto)) &&
    selectorsOf(tunnel).some((pair) => around(pair.local, near) && around(pair.remote, far))
  );
}
