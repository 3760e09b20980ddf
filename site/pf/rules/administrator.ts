/**
 * The administrator's access by ssh.
 * @module
 */
import { addressOnly, overlaps, parsePrefix } from "../../../gateway/address.ts";
import type { AllowRule } from "../../../gateway/gateway.ts";
import { dialsOut } from "../../../gateway/network/links.ts";
import { isHost, loopbackNetworks, type Wire } from "../../../gateway/network/wires.ts";
import type { Host, InterfaceName, Port } from "../model/host.ts";
import type { Statement } from "../model/rule_set.ts";
import { protocolNumber, TCP } from "../../../gateway/openbsd/protocols.ts";
import { portRange } from "../../../gateway/openbsd/services.ts";
import { sshdListens } from "../../../gateway/openbsd/sshd_config.ts";
import { addressesOf, port, rule, SELF, title } from "./build.ts";
import type { Context } from "./context.ts";

/** Point-to-point interfaces, which are not a network of users. */
export const TUNNEL_INTERFACE = /^(gre|gif|etherip|sec|enc|egre|nvgre|vxlan|pppx|pppac|tun)[0-9]*$/;

/** If the description does not let ssh in, the networks of the interfaces get access. */
export function administrator(context: Context): Statement[] {
  const { ports, on } = openedToNetworks(context);
  const rules = on.flatMap(({ wire, links }) =>
    links.map((link) =>
      rule({
        action: "pass",
        direction: "in",
        on: [{ name: wire.name }],
        protocols: ["tcp"],
        from: { hosts: [addressesOf(link, "network")] },
        to: { hosts: [SELF], ports: ports.map(port) },
      })
    )
  );
  if (rules.length === 0) return [];
  const why =
    "Nothing else lets an administrator in, so ssh is open to the networks of the interfaces";
  return [...title(why), ...rules];
}

/**
 * The ports of ssh that are open to the networks of interfaces because the description lets nobody
 * in, and those interfaces, with the links whose networks they are.
 */
export function openedToNetworks(
  context: Context,
): { ports: number[]; on: { wire: Wire; links: string[] }[] } {
  const ports = portsOf(context);
  if (ports.length === 0 || isReachable(context, ports)) return { ports, on: [] };
  const on = context.wires.filter(({ loopback }) => !loopback).flatMap((wire) => {
    const known = wire.networks.filter(({ prefix }) => !isHost(prefix));
    const links = new Set([
      ...(wire.autoconf.size > 0 && !dialsOut(wire.name) ? [wire.name] : []),
      ...known.map(({ link }) => link),
    ]);
    return links.size > 0 ? [{ wire, links: [...links] }] : [];
  });
  return { ports, on };
}

/** The ports that sshd(8) listens on for other hosts; 22 if its configuration is unknown. */
function portsOf({ gateway }: Context): number[] {
  const listens = sshdListens(gateway);
  if (!listens) return [22];
  const own = ["127.0.0.0/8", "::1/128"].map((text) => parsePrefix(text)!);
  const others = listens.filter(({ address }) =>
    !address || !own.some((one) => overlaps(one, address))
  );
  return [...new Set(others.map(({ port }) => port))];
}

/**
 * Whether the description lets anyone connect to the gateway's sshd(8), which listens on `ports`.
 */
function isReachable(context: Context, ports: readonly number[]): boolean {
  const { allow } = context.gateway.firewall;
  return allow.some((one) => letsIn(one, context, ports)) ||
    context.raw.statements.some((one) => rawLetsIn(one, context, ports));
}

function letsIn(one: AllowRule, context: Context, ports: readonly number[]): boolean {
  if (one.proto.length > 0 && !one.proto.some((proto) => proto === "tcp" || proto === "6")) {
    return false;
  }
  if (one.port.length > 0 && !one.port.some((text) => holdsOne(text, ports))) return false;
  const everything = one.port.length === 0 && one.proto.length === 0;
  // A rule for all traffic of a tunnel interface is meant for its far end, not for an
  // administrator.
  if (everything && one.on !== undefined && TUNNEL_INTERFACE.test(one.on)) return false;
  return arrives(one, context) && reachesUs(one, context) && comesFromOutside(one, context);
}

function holdsOne(text: string, ports: readonly number[]): boolean {
  const [first, last] = portRange(text);
  return ports.some((port) => first <= port && last >= port);
}

/** On an existing interface that is filtered. */
function arrives({ on, tunnel }: AllowRule, context: Context): boolean {
  if (tunnel !== undefined) return context.filtered;
  return on === undefined || meetsWire({ name: on }, context);
}

function reachesUs({ to, tunnel }: AllowRule, { gateway, wires }: Context): boolean {
  const through = gateway.tunnels.find(({ name }) => name === tunnel);
  const list = to.length > 0 ? to : through?.local ?? [];
  if (to.length === 0 && tunnel === undefined) return true;
  const own = wires.filter(({ loopback }) => !loopback).flatMap(({ addresses }) => addresses);
  return list.some((text) => {
    if (text === "any" || text === "self") return true;
    const prefix = parsePrefix(text);
    return prefix !== undefined && own.some((one) => overlaps(prefix, addressOnly(one.prefix)));
  });
}

/** Not only from a loopback network of the gateway. */
function comesFromOutside({ from }: AllowRule, { wires }: Context): boolean {
  if (from.length === 0) return true;
  const loopback = loopbackNetworks(wires);
  return from.some((text) => {
    const prefix = parsePrefix(text);
    return prefix === undefined ||
      !loopback.some((one) => overlaps(one, prefix) && one.length <= prefix.length);
  });
}

/**
 * A raw rule counts if by itself it lets ssh reach the gateway: it has no destination or the
 * gateway itself, and no redirection.
 */
function rawLetsIn(statement: Statement, context: Context, listened: readonly number[]): boolean {
  if (statement.kind !== "rule" || statement.action !== "pass") return false;
  const { direction, protocols = [], to = {}, from = {}, on, rdrTo, family, tagged } = statement;
  if (direction === "out" || rdrTo !== undefined || tagged !== undefined) return false;
  const ports = to.ports ?? [];
  if (
    ports.length === 0 &&
    on?.every((one) => "name" in one && !one.not && TUNNEL_INTERFACE.test(one.name))
  ) {
    return false;
  }
  return (protocols.length === 0 || protocols.some((one) => protocolNumber(one) === TCP)) &&
    (ports.length === 0 || ports.some((one) => listened.some((port) => holdsPort(one, port)))) &&
    meetsUs(to.hosts ?? [], context) &&
    (from.hosts ?? []).every((one) => one.kind !== "no-route") &&
    (on === undefined || on.some((one) => "name" in one && meetsWire(one, context))) &&
    (family === undefined || hasFamily(family === "inet" ? 4 : 6, context));
}

function meetsUs(hosts: readonly Host[], { wires }: Context): boolean {
  const own = wires.filter(({ loopback }) => !loopback).flatMap(({ addresses }) => addresses);
  return hosts.length === 0 || hosts.some((host) => {
    if (host.not) return true;
    if (host.kind === "dynamic" || host.kind === "name") {
      return (host.modifiers ?? []).every((one) => one === "0") &&
        (host.name === "self" || wires.some(({ name }) => name === host.name));
    }
    if (host.kind !== "address") return host.kind === "table" || host.kind === "range";
    const prefix = parsePrefix(
      host.length === undefined ? host.address : `${host.address}/${host.length}`,
    );
    return prefix !== undefined && own.some((one) => overlaps(prefix, addressOnly(one.prefix)));
  });
}

function meetsWire(
  { name, not = false }: InterfaceName,
  { wires, links, filtered }: Context,
): boolean {
  const named = new Set([
    name,
    ...links.filter(({ groups }) => groups.includes(name)).map((one) => one.seenOn),
  ]);
  const live = [
    ...wires.filter(({ loopback }) => !loopback).map((one) => one.name),
    ...(filtered ? ["enc0"] : []),
  ];
  return name === "any" || live.some((one) => named.has(one) !== not);
}

function hasFamily(family: 4 | 6, { wires }: Context): boolean {
  return wires.some(({ networks, autoconf, loopback }) =>
    !loopback && (autoconf.has(family) || networks.some(({ prefix }) => prefix.family === family))
  );
}

function holdsPort(port: Port, number: number): boolean {
  if ("port" in port) {
    return {
      "=": number === port.port,
      "!=": number !== port.port,
      "<": number < port.port,
      "<=": number <= port.port,
      ">": number > port.port,
      ">=": number >= port.port,
    }[port.op];
  }
  const { op, first, last } = port;
  if (op === ":") return first <= number && number <= last;
  return op === "><" ? first < number && number < last : number < first || number > last;
}
