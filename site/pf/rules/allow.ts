/**
 * What `firewall.allow` lets in.
 * @module
 */
import { parsePrefix } from "../../../gateway/address.ts";
import type { AllowRule } from "../../../gateway/gateway.ts";
import type { End, Host, Port } from "../model/host.ts";
import type { RuleBody } from "../model/rule.ts";
import type { Rule, Statement } from "../model/rule_set.ts";
import { portNumber } from "../names/services.ts";
import { BOUND, ENC, type Field, networkHost, NOT_ENC, rule, SELF, title } from "./build.ts";
import type { Context } from "./context.ts";
import { isNear, type Selection, selectionsOf } from "./selectors.ts";
import { fromTunnel } from "./tunnels.ts";

/**
 * What comes out of tunnels that lead to hosts in the gateway's own networks: before antispoof, which
 * would take it for forged.
 */
export function vouched(context: Context): Statement[] {
  if (!context.filtered) return [];
  const near = selectionsOf(context).filter(({ tunnel }) => isNear(tunnel, context));
  return near.flatMap((one) => out(one, context)).map((one) => ({ ...one, quick: true }));
}

/** What comes out of all other tunnels, and what is let in besides. */
export function allowed(context: Context): Statement[] {
  const { gateway, filtered } = context;
  const selections = selectionsOf(context);
  const through = filtered
    ? selections.filter(({ tunnel }) => !isNear(tunnel, context))
      .flatMap((one) => out(one, context))
    : [];
  const others = gateway.firewall.allow.flatMap((one, index) =>
    one.tunnel === undefined ? allow(one, index, context) : []
  );
  return [
    ...(through.length > 0 ? [...title("Out of the tunnels"), ...through] : []),
    ...(others.length > 0 ? [...title("What the description allows"), ...others] : []),
  ];
}

/** The rules of one tunnel: those that name it, or one for all of it. */
function out(selection: Selection, context: Context): Rule[] {
  const named = context.gateway.firewall.allow.flatMap((one, index) =>
    one.tunnel === selection.tunnel.name ? [allowThrough(one, index, selection, context)] : []
  );
  return named.length > 0 ? named : [fromTunnel(selection, context)];
}

function allowThrough(
  one: AllowRule,
  index: number,
  { tunnel, field }: Selection,
  context: Context,
): Rule {
  const { from, to } = sides(one, index, context);
  return rule({
    ...body(one),
    on: [ENC],
    from: { hosts: from ?? context.hosts(tunnel.remote, `${tunnel.name}.remote`, field) },
    to: {
      hosts: to ?? context.hosts(tunnel.local, `${tunnel.name}.local`, field),
      ...portsOf(one),
    },
    ...(tunnel.tag ? { tagged: { tag: tunnel.tag } } : {}),
    state: BOUND,
  }, ["firewall", "allow", index]);
}

/** Where tunnels are filtered, a rule for every interface is two: its states on enc0 are bound to it. */
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
    return [rule({ ...whole, on: [{ name: one.on }], ...(bound ? { state: BOUND } : {}) }, field)];
  }
  if (!context.filtered) return [rule(whole, field)];
  return [
    rule({ ...whole, on: [NOT_ENC] }, field),
    ...(context.gateway.tunnels.length > 0
      ? [rule({ ...whole, on: [ENC], state: BOUND }, field)]
      : []),
  ];
}

function body(one: AllowRule): RuleBody {
  return {
    action: "pass",
    direction: "in",
    ...(one.log ? { log: {} } : {}),
    ...(one.proto.length > 0 ? { protocols: one.proto } : {}),
  };
}

/** Absent where the rule says nothing of that side. */
function sides(
  one: AllowRule,
  index: number,
  context: Context,
): { from?: Host[]; to?: Host[] } {
  const side = (name: "from" | "to"): Host[] | undefined => {
    const list = one[name];
    if (list.length === 0) return undefined;
    if (list.every((text) => parsePrefix(text))) {
      return context.hosts(list, `allow-${index + 1}.${name}`, ["firewall", "allow", index, name]);
    }
    return list.flatMap((text) => hostsOf(text));
  };
  const [from, to] = [side("from"), side("to")];
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/** The hosts of a word of an address list; none for `any`. */
function hostsOf(text: string): Host[] {
  if (text === "any") return [];
  return [text === "self" ? SELF : networkHost(text)];
}

function portsOf({ port }: AllowRule): Pick<End, "ports"> {
  return port.length === 0 ? {} : { ports: port.map(portOf) };
}

/** A port, a range, or a service of services(5). */
function portOf(text: string): Port {
  const [first, last] = text.split(":").map((end) => portNumber(end) ?? 0) as [number, number?];
  return last === undefined ? { op: "=", port: first } : { op: ":", first, last };
}
