/**
 * The rules of `firewall.allow`.
 * @module
 */
import type { AllowRule } from "../../../gateway/gateway.ts";
import { protocolNumber, protocolWord } from "../../../gateway/openbsd/protocols.ts";
import type { End, Host } from "../model/host.ts";
import type { RuleBody, StateOptions } from "../model/rule.ts";
import type { Rule, Statement } from "../model/rule_set.ts";
import { ENC, type Field, inTable, networkHost, NOT_ENC, rule, SELF, title } from "./build.ts";
import type { Context } from "./context.ts";
import { hostsOf, portOf } from "./hosts.ts";
import { routedSelections } from "./routed.ts";
import { isNear, type Selection, selectionsOf } from "./selectors.ts";
import { fromTunnel } from "./tunnels.ts";

/**
 * Packets out of tunnels from hosts in the gateway's own networks: before antispoof, which would
 * take them for forged.
 */
export function vouched(context: Context): Statement[] {
  if (!context.filtered) return [];
  const near = selectionsOf(context).filter(({ tunnel }) => isNear(tunnel, context));
  return near.flatMap((one) => out(one, context)).map((one) => ({ ...one, quick: true }));
}

/** Packets out of all other tunnels, and other allowed traffic. */
export function allowed(context: Context): Statement[] {
  const { gateway, filtered } = context;
  const selections = selectionsOf(context);
  const through = filtered
    ? [
      ...selections.filter(({ tunnel }) => !isNear(tunnel, context)),
      ...routedSelections(context),
    ].flatMap((one) => out(one, context))
    : [];
  const others = gateway.firewall.allow.flatMap((one, index) =>
    one.tunnel === undefined ? allow(one, index, context) : []
  );
  return [
    ...overloaded(context),
    ...(through.length > 0 ? [...title("From the tunnels"), ...through] : []),
    ...(others.length > 0 ? [...title("What the description allows"), ...others] : []),
  ];
}

/** The rules of one tunnel: those that name it, or one for all its traffic. */
function out(selection: Selection, context: Context): Rule[] {
  const named = context.gateway.firewall.allow.flatMap((one, index) =>
    one.tunnel === selection.tunnel.name ? [allowThrough(one, index, selection, context)] : []
  );
  if (named.length > 0) return named;
  return selection.tunnel.remote.length > 0 && selection.tunnel.local.length > 0
    ? [fromTunnel(selection, context)]
    : [];
}

function allowThrough(
  one: AllowRule,
  index: number,
  { tunnel, field }: Selection,
  context: Context,
): Rule {
  const { from, to } = sides(one, index, context);
  const on = tunnel.iface === undefined ? ENC : { name: tunnel.iface };
  return rule({
    ...body(one),
    on: [on],
    from: { hosts: from ?? context.hosts(tunnel.remote, `${tunnel.name}.remote`, field) },
    to: {
      hosts: to ?? context.hosts(tunnel.local, `${tunnel.name}.local`, field),
      ...portsOf(one),
    },
    ...(tunnel.tag && !one.tagged && tunnel.iface === undefined
      ? { tagged: { tag: tunnel.tag } }
      : {}),
    ...stateOf(one, tunnel.iface === undefined ? { lock: "if-bound" } : {}),
  }, ["firewall", "allow", index]);
}

/**
 * With filtered tunnels, a rule for all interfaces becomes two, because its states on enc0 are
 * bound to that.
 */
function allow(one: AllowRule, index: number, context: Context): Rule[] {
  const field: Field = ["firewall", "allow", index];
  const { from, to } = sides(one, index, context);
  const whole: RuleBody = {
    ...body(one),
    from: { hosts: from ?? [] },
    to: { hosts: to ?? [SELF], ...portsOf(one) },
  };
  if (one.on !== undefined) {
    const bound = context.filtered && /^enc\d*$/.test(one.on);
    const state = stateOf(one, bound ? { lock: "if-bound" } : {});
    return [rule({ ...whole, on: [{ name: one.on }], ...state }, field)];
  }
  if (!context.filtered) return [rule(whole, field)];
  return [
    rule({ ...whole, on: [NOT_ENC] }, field),
    ...(context.gateway.tunnels.length > 0
      ? [rule({ ...whole, on: [ENC], ...stateOf(one, { lock: "if-bound" }) }, field)]
      : []),
  ];
}

function body(one: AllowRule): RuleBody {
  return {
    action: "pass",
    direction: "in",
    ...(one.log ? { log: {} } : {}),
    ...(one.proto.length > 0
      ? { protocols: one.proto.map((name) => protocolWord(protocolNumber(name)!)) }
      : {}),
    ...(one.tag ? { tag: one.tag } : {}),
    ...(one.tagged ? { tagged: { tag: one.tagged } } : {}),
    ...routeOf(one),
    ...stateOf(one),
  };
}

function routeOf({ routeTo, replyTo }: AllowRule): Pick<RuleBody, "route"> {
  const router = routeTo ?? replyTo;
  if (router === undefined) return {};
  const kind = routeTo === undefined ? "reply-to" : "route-to";
  return { route: { kind, pool: { hosts: [networkHost(router)] } } };
}

/** Absent if the rule has no addresses or ports on that side. */
function sides(
  one: AllowRule,
  index: number,
  context: Context,
): { from?: Host[]; to?: Host[] } {
  const side = (name: "from" | "to") =>
    hostsOf(one[name], `allow-${index + 1}.${name}`, ["firewall", "allow", index, name], context);
  return {
    ...(one.from.length > 0 ? { from: side("from") } : {}),
    ...(one.to.length > 0 ? { to: side("to") } : {}),
  };
}

function portsOf({ port }: AllowRule): Pick<End, "ports"> {
  return port.length === 0 ? {} : { ports: port.map(portOf) };
}

/** Limits per source address; `more` are further state options. */
function stateOf(one: AllowRule, more: StateOptions = {}): Pick<RuleBody, "state"> {
  const options: StateOptions = {
    ...(one.maxConnections === undefined ? {} : { maxSrcConn: one.maxConnections }),
    ...(one.maxRate === undefined
      ? {}
      : { maxSrcConnRate: { limit: one.maxRate.connections, seconds: one.maxRate.seconds } }),
    ...(one.overload === undefined ? {} : { overload: { table: one.overload, flush: "global" } }),
    ...more,
  };
  return Object.keys(options).length > 0 ? { state: { kind: "keep", options } } : {};
}

/** Addresses that exceeded a limit are blocked everywhere from then on. */
function overloaded({ gateway }: Context): Statement[] {
  const names = new Map<string, number>();
  for (const [index, { overload }] of gateway.firewall.allow.entries()) {
    if (overload !== undefined && !names.has(overload)) names.set(overload, index);
  }
  const rules = Array.from(names, ([name, index]) =>
    rule({
      action: "block",
      direction: "in",
      log: {},
      quick: true,
      from: { hosts: [inTable(name)] },
    }, ["firewall", "allow", index, "overload"]));
  return rules.length > 0 ? [...title("Hosts that opened too many connections"), ...rules] : [];
}
