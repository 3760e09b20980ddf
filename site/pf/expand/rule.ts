/**
 * Expands a rule with lists to the rules that pf(4) evaluates, in pfctl's order.
 * @module
 */
import { formatAddress, parseAddress } from "../address.ts";
import type { FlatEnd, FlatHost, FlatPool, FlatRule } from "../model/flat.ts";
import type { End, Family, IdMatch, InterfaceMatch, Port } from "../model/host.ts";
import type { Divert, IcmpMatch, RuleBody } from "../model/rule.ts";
import type { Anchor, Rule } from "../model/rule_set.ts";
import type { Draft } from "../read/draft.ts";
import { ICMP, ICMP6, protocolNumber, TCP } from "../../../gateway/openbsd/protocols.ts";
import { binat } from "./binat.ts";
import { checkFlat, checkRule } from "./consistent.ts";
import { Complainer, type Context } from "./context.ts";
import { type Resolved, resolveHost } from "./host.ts";
import { resolveIds } from "./id.ts";
import { expandLabel } from "./label.ts";
import { finishPool, fitPool, type ResolvedPool, resolvePool } from "./pool.ts";
import { finishState } from "./state.ts";

/** The fields that differ between flat rules of the same rule. */
interface Combination {
  on: InterfaceMatch | undefined;
  protocol: number | undefined;
  icmp: IcmpMatch | undefined;
  from: Resolved;
  to: Resolved;
  fromPort: Port | undefined;
  toPort: Port | undefined;
  os: string | undefined;
  user: IdMatch | undefined;
  group: IdMatch | undefined;
}

/** The pools of a rule. */
interface Pools {
  rdr?: ResolvedPool;
  nat?: ResolvedPool;
  route?: ResolvedPool;
}

/** The fields common to all flat rules of a rule. */
interface Shared {
  rule: Rule | Anchor;
  body: RuleBody;
  family: Family | undefined;
  pools: Pools;
  common: Partial<FlatRule>;
  context: Context;
  complain: Complainer;
}

/** pfctl(8) takes minutes for so many. */
const MOST_RULES = 100_000;

const ANY: Resolved = { host: { kind: "any" } };

/** The flat rules of a rule or an anchor; empty, after a complaint, if it is refused. */
export function expandRule(rule: Rule | Anchor, context: Context): FlatRule[] {
  const complain = new Complainer(context.complaints, rule);
  checkRule(rule, complain);
  const body: RuleBody = rule.kind === "rule" ? rule : { ...rule, action: "pass" };
  const from = resolveEnd(rule.from, context, complain);
  const to = resolveEnd(rule.to, context, complain);
  const pools = rule.kind === "rule" ? resolvePools(rule, context, complain) : {};
  const user = resolveIds(rule.user, context.environment.users, "user", complain);
  const group = resolveIds(rule.group, context.environment.groups, "group", complain);
  checkNumbers(body, context, complain);
  const wanted = rule.family ?? commonFamily(from) ?? commonFamily(to);
  const { divert, family } = resolveDivert(rule.divert, wanted, context, complain);
  const common = commonOf(rule, { ...body, ...(divert ? { divert } : {}) }, context, complain);
  const count = Math.max(user.length, 1) * Math.max(group.length, 1) * from.length * to.length *
    [rule.on, rule.protocols, rule.icmp?.types, rule.from?.ports, rule.to?.ports, rule.from?.os]
      .reduce((product, list) => product * Math.max(list?.length ?? 1, 1), 1);
  if (count > MOST_RULES) {
    complain.error(
      `the rule becomes ${count} rules, one for each combination`,
      "a table for a long list",
    );
  }
  if (complain.failed) return [];
  const shared: Shared = { rule, body, family, pools, common, context, complain };
  const flat: FlatRule[] = [];
  for (const on of rule.on?.length ? rule.on : [undefined]) {
    for (const protocol of rule.protocols?.length ? rule.protocols : [undefined]) {
      const number = protocol === undefined ? undefined : protocolNumber(protocol);
      for (const icmp of rule.icmp?.types ?? [undefined]) {
        for (const source of from) {
          for (const target of to) {
            combinePorts(rule, user, group, (ports) => {
              flat.push(
                ...one({ on, protocol: number, icmp, from: source, to: target, ...ports }, shared),
              );
            });
          }
        }
      }
    }
  }
  if (flat.length === 0 && !complain.failed) {
    complain.error(
      "no address or interface of the rule can be combined with the others, so it makes no rule",
      "from and to of one family, addresses of the interface that on names",
    );
  }
  return complain.failed ? [] : flat;
}

function combinePorts(
  rule: Rule | Anchor,
  users: readonly IdMatch[],
  groups: readonly IdMatch[],
  emit: (
    ports: Pick<Combination, "fromPort" | "toPort" | "os" | "user" | "group">,
  ) => void,
): void {
  for (const fromPort of rule.from?.ports?.length ? rule.from.ports : [undefined]) {
    for (const toPort of rule.to?.ports?.length ? rule.to.ports : [undefined]) {
      for (const os of rule.from?.os?.length ? rule.from.os : [undefined]) {
        for (const user of users.length ? users : [undefined]) {
          for (const group of groups.length ? groups : [undefined]) {
            emit({ fromPort, toPort, os, user, group });
          }
        }
      }
    }
  }
}

function resolveEnd(end: End | undefined, context: Context, complain: Complainer): Resolved[] {
  if (!end?.hosts?.length) return [ANY];
  const found: Resolved[] = [];
  for (const host of end.hosts) {
    const resolved = resolveHost(host, context.environment);
    if (Array.isArray(resolved)) found.push(...resolved);
    else complain.error(resolved.reason, resolved.next);
  }
  return found;
}

function resolvePools(rule: Rule, { environment }: Context, complain: Complainer): Pools {
  const pools: Pools = {};
  const { afTo } = rule;
  const add = (
    field: keyof Pools,
    pool: RuleBody["natTo"],
    target?: Family,
  ) => {
    if (!pool) return;
    const resolved = resolvePool(pool, field, environment, complain, target);
    if (resolved) pools[field] = resolved;
  };
  add("rdr", rule.rdrTo ?? afTo?.to, afTo?.family);
  const binatTo = rule.binatTo && { ...rule.binatTo, staticPort: true };
  add("nat", rule.natTo ?? binatTo ?? afTo?.from, afTo?.family);
  add("route", rule.route?.pool);
  return pools;
}

/** The common family of the addresses; undefined for several or none. */
function commonFamily(hosts: readonly Resolved[]): Family | undefined {
  const family = hosts[0]?.family;
  return hosts.every((one) => one.family === family) ? family : undefined;
}

function resolveDivert(
  divert: Divert | undefined,
  family: Family | undefined,
  { environment }: Context,
  complain: Complainer,
): { divert?: Divert; family?: Family } {
  const same = family === undefined ? {} : { family };
  if (divert?.kind !== "to") return divert ? { divert, ...same } : same;
  const { address } = divert;
  const kind = parseAddress(address) ? "address" : "name";
  const found = resolveHost(
    kind === "name" ? { kind, name: address } : { kind, address },
    environment,
  );
  if (!Array.isArray(found)) {
    complain.error(`${address} is not an address to divert to`, "divert-to 127.0.0.1 port 8021");
    return same;
  }
  const fit = found.find((one) => !family || one.family === family);
  if (fit?.host.kind !== "network" || fit.family === undefined) {
    complain.error(`divert-to ${address} is not of the rule's family, ${family}`);
    return same;
  }
  return { divert: { ...divert, address: formatAddress(fit.host.prefix) }, family: fit.family };
}

function checkNumbers(body: RuleBody, context: Context, complain: Complainer): void {
  const { rtable, set } = body;
  if (rtable !== undefined && !hasRtable(rtable, context)) {
    complain.error(
      `there is no routing table ${rtable} when the file is loaded`,
      `an interface in rdomain ${rtable}, which makes the table`,
    );
  }
  for (const name of set?.queue ?? []) {
    if (!context.queues.some((one) => one.name === name && one.parent !== undefined)) {
      complain.error(`no queue ${name} with a parent is defined above this line`);
    }
  }
}

/** Whether a routing table exists when the rule set is loaded. */
export function hasRtable(rtable: number, { environment }: Context): boolean {
  return environment.rtables?.has(rtable) ??
    (rtable === 0 || environment.interfaces.some((one) => one.rdomain === rtable));
}

function commonOf(
  rule: Rule | Anchor,
  body: RuleBody,
  context: Context,
  complain: Complainer,
): Partial<FlatRule> {
  const { set } = body;
  const state = rule.kind === "rule" ? finishState(body, context, complain) : undefined;
  const { direction, tos, prio, maxPktRate, probability, receivedOn, rtable, divert, log } = body;
  const { scrub, allowOpts, once, fragment } = body;
  const assigned = set && Object.keys(set).length > 0 ? set : undefined;
  const returned = body.action === "block" ? body.blockReturn ?? context.blockPolicy : undefined;
  return given({
    blockReturn: returned,
    direction,
    log,
    receivedOn,
    tos,
    prio,
    maxPktRate: maxPktRate?.limit ? maxPktRate : undefined,
    probability,
    fragment,
    set: assigned,
    state,
    scrub,
    allowOpts,
    once,
    rtable,
    divert,
  });
}

/** `fields` without those that are undefined. */
function given<T extends object>(fields: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

function one(combination: Combination, shared: Shared): FlatRule[] {
  const { complain, pools, rule } = shared;
  let family = shared.family;
  const fit: { [Key in keyof Pools]?: Resolved[] } = {};
  for (const field of ["rdr", "nat", "route"] as const) {
    const pool = pools[field];
    if (!pool) continue;
    const fitting = fitPool(pool, family, complain);
    if (!fitting) return [];
    family ??= fitting.family;
    fit[field] = fitting.hosts;
  }
  const { on, from, to, icmp, protocol, toPort } = combination;
  if (!together(family, from, to, on)) return [];
  if (icmp && protocol !== (rule.icmp?.icmp6 ? ICMP6 : ICMP)) {
    complain.error(
      rule.icmp?.icmp6 ? "icmp6-type needs proto icmp6" : "icmp-type needs proto icmp",
      rule.icmp?.icmp6 ? "inet6 proto icmp6" : "inet proto icmp",
    );
    return [];
  }
  const finished = (field: keyof Pools): FlatPool | undefined =>
    fit[field] && finishPool(
      pools[field]!,
      fit[field],
      toPort,
      () => `__automatic_${shared.context.automatic++}`,
      complain,
    );
  const translated = { rdr: finished("rdr"), nat: finished("nat"), route: finished("route") };
  const flat = assemble(combination, family ?? from.family ?? to.family, translated, shared);
  const flats = rule.binatTo ? binat(flat, complain) : [flat];
  for (const each of flats) checkFlat(each, shared.body, complain);
  return flats;
}

/** Whether addresses, and the interfaces of link-local ones, can be combined. */
function together(
  family: Family | undefined,
  from: Resolved,
  to: Resolved,
  on: InterfaceMatch | undefined,
): boolean {
  if (family && from.family && family !== from.family) return false;
  if (family && to.family && family !== to.family) return false;
  if (from.family && to.family && from.family !== to.family) return false;
  const scope = from.scope ?? to.scope;
  if (scope === undefined) return true;
  if (to.scope !== undefined && to.scope !== scope) return false;
  return on === undefined || !("name" in on) || on.name === scope;
}

function assemble(
  combination: Combination,
  family: Family | undefined,
  { rdr, nat, route }: { [Key in keyof Pools]: FlatPool | undefined },
  { rule, body, common }: Shared,
): FlatRule {
  const { protocol, from, to, fromPort, toPort, os } = combination;
  const scope = from.scope ?? to.scope;
  const on = combination.on ?? (scope === undefined ? undefined : { name: scope });
  const { afTo, route: routed } = rule;
  const end = (host: FlatHost, port: Port | undefined): FlatEnd => ({
    host: fitLength(host, family),
    ...(port ? { port } : {}),
  });
  const flat: Draft<FlatRule> = {
    action: rule.kind === "anchor" ? "anchor" : body.action,
    quick: rule.quick ?? false,
    ...common,
    from: end(from.host, fromPort),
    to: end(to.host, toPort),
    source: rule,
  };
  if (os !== undefined) flat.from = { ...flat.from, os };
  if (on) flat.on = on;
  if (family) flat.family = family;
  if (protocol !== undefined) flat.protocol = protocol;
  if (combination.user) flat.user = combination.user;
  if (combination.group) flat.group = combination.group;
  if (combination.icmp) flat.icmp = combination.icmp;
  const flags = flagsOf(rule, common, protocol);
  if (flags) flat.flags = flags;
  if (common.state) flat.state = stateOf(common.state, protocol);
  if (afTo && nat) flat.afTo = { family: afTo.family, from: nat, ...(rdr ? { to: rdr } : {}) };
  else if (nat) flat.natTo = nat;
  if (!afTo && rdr) flat.rdrTo = rdr;
  if (routed && route) flat.route = { kind: routed.kind, pool: route };
  if (rule.label !== undefined) flat.label = expandLabel(rule.label, flat);
  if (rule.tag !== undefined) flat.tag = expandLabel(rule.tag, flat);
  if (rule.tagged) {
    flat.tagged = { tag: expandLabel(rule.tagged.tag, flat), not: rule.tagged.not ?? false };
  }
  return flat;
}

/** In an inet rule, a prefix length of more than 32 bits means the full address. */
function fitLength(host: FlatHost, family: Family | undefined): FlatHost {
  if (host.kind !== "dynamic" || family !== "inet" || (host.length ?? 0) <= 32) return host;
  const { length: _, ...whole } = host;
  return whole;
}

/** Without `flags`, only the first packet of a tcp connection creates a state. */
function flagsOf(rule: Rule | Anchor, { state }: Partial<FlatRule>, protocol: number | undefined) {
  if (protocol !== undefined && protocol !== TCP) return undefined;
  if (rule.flags === "any") return undefined;
  if (rule.flags) return rule.flags;
  const stateful = state !== undefined && state.kind !== "no" && rule.kind === "rule" &&
    rule.action === "pass";
  return stateful && !rule.fragment ? { set: "S", of: "SA" } : undefined;
}

function stateOf(state: NonNullable<FlatRule["state"]>, protocol: number | undefined) {
  const tcpOnly = state.kind === "modulate" || state.kind === "synproxy";
  return tcpOnly && protocol !== undefined && protocol !== TCP
    ? { ...state, kind: "keep" as const }
    : state;
}
