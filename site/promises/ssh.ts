/**
 * Promise: the administrator gets in. Some address reaches the gateway's sshd(8).
 * @module
 */
import {
  overlaps,
  parsePrefix,
  parsePrefixes,
  type Prefix,
  sameAddress,
} from "../../gateway/address.ts";
import { asTunnel } from "../../gateway/clients.ts";
import { linksOf } from "../../gateway/network/links.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { noSource } from "../../gateway/network/no_host.ts";
import { wiresOf } from "../../gateway/network/wires.ts";
import { type Listening, sshdListens } from "../../gateway/openbsd/sshd_config.ts";
import { isLocal, routeTo } from "../trace/machine.ts";
import { trace, type TraceOptions } from "../trace/trace.ts";
import { answerTo } from "../pf/evaluate/state.ts";
import { TCP } from "../../gateway/openbsd/protocols.ts";
import { portMatches } from "../pf/evaluate/match_rule.ts";
import type { Packet } from "../pf/evaluate/packet.ts";
import type { Port } from "../pf/model/host.ts";
import type { FlatRule } from "../pf/model/flat.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { blame, everyRule, mayHaveMoreRoutes, type PromiseContext, tcp } from "./promise.ts";

/** A destination for reaching sshd(8). */
interface Door {
  to: Prefix;
  port: number;
}

/** Where sshd(8) listens, added to the context of a promise. */
interface HeldSsh extends PromiseContext {
  listens: readonly Listening[];
}

/** Reports if ssh is unreachable, or reachable only through tunnels that the rules do not cover. */
export function checkSsh(only: PromiseContext): void {
  const { gateway, kernel } = only;
  const listens = sshdListens(gateway);
  if (!listens || gateway.rcConf.get("sshd_flags")?.trim() === "NO") return;
  const context: HeldSsh = { ...only, listens };
  const addresses = ownAddresses(context);
  // Addresses that are assigned at run time cannot be tried.
  if (addresses.length === 0 || (kernel.machine.changing?.size ?? 0) > 0) {
    const byTunnel = gateway.firewall.skipTunnels && tunnelsOf(context).length > 0;
    const mayHaveOne = (kernel.machine.changing?.size ?? 0) > 0;
    if (mayHaveOne && !byTunnel && !kernel.flat.rules.some((rule) => mayLetIn(rule, context))) {
      nobodyReaches(context);
    }
    return;
  }
  const doors = doorsOf(context, addresses);
  // If it listens on none of them, that is reported with its configuration.
  if (doors.length === 0) return;
  const known = [...namedNetworks(gateway), ...inTables(context)];
  const own = new Set(addresses.map(keyOf));
  const wires = wiresOf(linksOf(gateway), gateway.network.routes);
  const sources = [
    ...known.flatMap((network) => hostIn(network, (host) => own.has(keyOf(host))) ?? []),
    ...([4, 6] as const).flatMap((family) => strangerTo(known, family) ?? []),
  ].filter((from) => noSource(from, wires, false) === undefined);
  let unknown = false;
  const reached = (from: readonly Prefix[], starts: (from: Prefix) => TraceOptions[]) =>
    doors.some((door) =>
      from.some((from) =>
        from.family === door.to.family && starts(from).some((start) => {
          const way = answered(context, from, door, start);
          if (way === "unknown") unknown = true;
          return way === "yes";
        })
      )
    );
  if (reached(sources, (from) => inClear(context, from))) return;
  const byHost = Map.groupBy(sources, keyOf);
  const tunnel = tunnelsOf(context).find((one) =>
    reached(
      [...new Set(hostsBehind(one).map(keyOf))].flatMap((key) => byHost.get(key) ?? []),
      () => [{ on: "enc0", from: one }],
    )
  );
  // A host in a rule may be behind a route that is added later.
  if (
    unknown ||
    !tunnel && mayHaveMoreRoutes(gateway) &&
      kernel.flat.rules.some((rule) => mayLetIn(rule, context))
  ) return;
  if (tunnel) {
    if (gateway.firewall.skipTunnels) onlyByTunnel(context, tunnel);
    return;
  }
  nobodyReaches(context, emptyTable(context));
}

/** The networks in tables, with those from files. */
function inTables({ kernel }: PromiseContext): Prefix[] {
  return [...kernel.flat.tables.values()]
    .flatMap(({ entries }) => entries.flatMap(({ prefix, not }) => not ? [] : [prefix]));
}

/** A table that a rule lets ssh in from, and that is empty until it is filled at run time. */
function emptyTable(context: HeldSsh): string | undefined {
  const { rules, tables } = context.kernel.flat;
  return everyRule(rules).filter((rule) => mayLetIn(rule, context)).flatMap(
    ({ from: { host } }) => {
      const table = host.kind === "table" && !host.not ? tables.get(host.name) : undefined;
      return table && !table.const && table.entries.length === 0 ? [table.name] : [];
    },
  )[0];
}

/** The gateway's addresses with the ports of sshd(8), and redirects to the gateway itself. */
function doorsOf(context: HeldSsh, addresses: readonly Prefix[]): Door[] {
  const { listens, kernel } = context;
  const direct = listens.flatMap(({ address, port }) =>
    addresses.filter((own) => !address || sameAddress(own, address)).map((to) => ({ to, port }))
  );
  const redirected = everyRule(kernel.flat.rules).filter((rule) => redirectsHere(rule, context))
    .flatMap(({ to: { host, port } }) => {
      const named = host.kind === "network" && !host.not && isWhole(host.prefix);
      const ports = port ? firstPort(port) : listens.map((one) => one.port);
      return (named ? [host.prefix] : addresses).flatMap((to) =>
        ports.map((port) => ({ to, port }))
      );
    });
  const all = [...direct, ...redirected];
  return [...new Map(all.map((one) => [`${keyOf(one.to)} ${one.port}`, one])).values()];
}

function redirectsHere(
  { direction, protocol, rdrTo }: FlatRule,
  { kernel }: PromiseContext,
): boolean {
  return rdrTo !== undefined && direction !== "out" &&
    (protocol === undefined || protocol === TCP) &&
    rdrTo.hosts.some((one) => one.kind !== "network" || isLocal(kernel.machine, one.prefix));
}

/** A port that matches a rule; empty if the rule only excludes ports. */
function firstPort(port: Port): number[] {
  if ("port" in port) return port.op === "=" ? [port.port] : [];
  return port.op === ":" ? [port.first] : port.op === "><" ? [port.first + 1] : [];
}

function isWhole({ family, length }: Prefix): boolean {
  return length === (family === 4 ? 32 : 128);
}

function nobodyReaches({ listens, report }: HeldSsh, empty?: string): void {
  const ports = [...new Set(listens.map(({ port }) => port))];
  report(
    ["firewall"],
    empty === undefined ? "error" : "warning",
    `nobody can reach ssh on the gateway${
      empty === undefined ? "" : ` before <${empty}> is filled, which it is not after a boot`
    }: no rule passes tcp port ${
      ports.join(" or ")
    } from any address; add to allow: {proto: tcp, port: ${ports[0]}, from: ADDRESS}`,
    { rests: [["network"], ["firewall"], ["tunnels"]] },
  );
}

/**
 * Whether a rule may pass ssh to an address of the gateway; an anchor may contain such a rule, and
 * a tag may depend on another rule.
 */
function mayLetIn(rule: FlatRule, context: HeldSsh): boolean {
  const { action, direction, protocol, to } = rule;
  if (action === "anchor" || redirectsHere(rule, context)) return true;
  return action === "pass" && direction !== "out" &&
    (protocol === undefined || protocol === TCP) &&
    context.listens.some(({ port }) => portMatches(to.port, port));
}

/** Whether an ssh connection from `from` to `door` works. */
function answered(
  context: HeldSsh,
  from: Prefix,
  { to, port }: Door,
  start: TraceOptions,
): "yes" | "no" | "unknown" {
  const { kernel } = context;
  const there = trace(kernel, tcp(from, to, port), start);
  if (there.end.kind !== "delivered") return there.end.kind === "unknown" ? "unknown" : "no";
  if (!hears(context, there.packet)) return "no";
  const back = trace(kernel, answerTo(there.packet), { states: there.states });
  if (["sent", "tunnel"].includes(back.end.kind)) return "yes";
  return back.end.kind === "unknown" ? "unknown" : "no";
}

/** Whether sshd(8) listens where the packet arrives. */
function hears({ listens }: HeldSsh, { to, toPort }: Packet): boolean {
  return listens.some(({ address, port }) =>
    port === toPort && (!address || sameAddress(address, to))
  );
}

/**
 * No rule lets anyone in but those behind a tunnel, which no rule filters: raw rules block all
 * others, or the rules that were written for ssh let nobody in.
 */
function onlyByTunnel(context: HeldSsh, tunnel: Tunnel): void {
  const { name } = tunnel;
  const [{ port } = { port: 22 }] = context.listens;
  const known = namedNetworks(context.gateway);
  const from = strangerTo(known, 4) ?? strangerTo(known, 6);
  const own = ownAddresses(context).find(({ family }) => family === from?.family);
  const [start] = from ? inClear(context, from) : [];
  const way = from && own && start ? trace(context.kernel, tcp(from, own, port), start) : undefined;
  const blamed = way && blame(way, ["firewall"]);
  if (blamed?.severity !== "warning") {
    writtenInVain(context, tunnel);
    return;
  }
  context.report(
    blamed.path,
    blamed.severity,
    `ssh is blocked, but not to what is behind ${name}, which is not filtered (skipTunnels): ssh works only while ${name} is up, and not while it is down; set skipTunnels: false, or add to allow: {proto: tcp, port: ${port}, from: ADDRESS}`,
    { rests: [["network"], ["firewall"], ["tunnels"]] },
  );
}

/**
 * Reports a rule for ssh that lets nobody in, where ssh works through a tunnel by chance. A rule for
 * what is behind a tunnel was meant so.
 */
function writtenInVain(context: HeldSsh, { name }: Tunnel): void {
  const { gateway, kernel, listens, report } = context;
  const remote = tunnelsOf(context).flatMap((one) => parsePrefixes(one.remote));
  const rules = kernel.flat.rules.filter((rule) => mayLetIn(rule, context))
    .flatMap((rule) => {
      const [section, list, index] = rule.source.origin?.field ?? [];
      return section === "firewall" && list === "allow" && typeof index === "number" ? [index] : [];
    });
  const isMeant = rules.some((index) => {
    const { from, tunnel } = gateway.firewall.allow[index]!;
    return tunnel !== undefined || from.some((word) => {
      const prefix = parsePrefix(word);
      return prefix !== undefined && remote.some((one) => overlaps(one, prefix));
    });
  });
  if (rules.length === 0 || isMeant) return;
  report(
    ["firewall", "allow", rules[0]!],
    "warning",
    `ssh is reachable only while tunnel ${name} is up, which is not filtered (skipTunnels): no address gets in by this rule; add to allow: {proto: tcp, port: ${
      listens[0]?.port ?? 22
    }, from: ADDRESS}`,
    { rests: [["network"], ["firewall"], ["tunnels"]] },
  );
}

/** The tunnels, and the clients as tunnels to their pools. */
function tunnelsOf({ gateway }: PromiseContext): Tunnel[] {
  return [...gateway.tunnels, ...gateway.clients.map(asTunnel)];
}

/** Packets of `from` come in on the interface towards it. */
function inClear({ kernel }: PromiseContext, from: Prefix): TraceOptions[] {
  const on = routeTo(kernel.machine.routes, from)?.on;
  return on === undefined ? [] : [{ on }];
}

/** A host for each remote network of a tunnel: its packets come out of the tunnel. */
function hostsBehind({ remote }: Tunnel): Prefix[] {
  return remote.flatMap((text) => {
    const network = parsePrefix(text);
    return network ? hostIn(network) ?? [] : [];
  });
}

function keyOf({ family, value }: Prefix): string {
  return `${family} ${value}`;
}

function ownAddresses({ gateway }: PromiseContext): Prefix[] {
  return gateway.network.interfaces.flatMap((one) =>
    [one.address, one.address6, ...one.aliases].flatMap((text) => {
      const own = text.includes("/") ? parsePrefix(text) : undefined;
      return own ? [{ ...own, length: own.family === 4 ? 32 : 128 }] : [];
    })
  );
}
