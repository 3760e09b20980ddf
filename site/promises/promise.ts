/**
 * Helpers for the checks of promises.
 * @module
 */
import type { Path } from "../../gateway/document/document.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import type { Prefix } from "../../gateway/address.ts";
import { learnsRoutes } from "../../gateway/openbsd/routing_daemons.ts";
import type { Report } from "../../gateway/check/report.ts";
import type { Packet } from "../pf/evaluate/packet.ts";
import type { GatewayKernel } from "../trace/kernel.ts";
import type { Trace } from "../trace/trace.ts";
import type { FlatRule } from "../pf/model/flat.ts";

/** Context of a promise. */
export interface PromiseContext {
  gateway: Gateway;
  kernel: GatewayKernel;
  report: Report;
  /** A rule as in pf.conf, on one line. */
  ruleText: (rule: FlatRule) => string;
}

/** The rule that ended a trace, if any. */
export function lastRule(trace: Trace): FlatRule | undefined {
  return trace.steps.findLast(({ decision }) => decision?.rule)?.decision?.rule;
}

/** All rules, with those inside anchors. */
export function everyRule(rules: readonly FlatRule[]): FlatRule[] {
  return rules.flatMap((rule) => [rule, ...everyRule(rule.anchor?.rules ?? [])]);
}

/** The field that a rule comes from. */
export function fieldOf(rule: FlatRule | undefined): Path | undefined {
  return rule?.source.origin?.field as Path | undefined;
}

/** Whether a rule was written as a line of pf.conf(5): in `firewall.rules`, or in a file. */
export function isRaw([section, list]: Path): boolean {
  return section === "firewall" && list === "rules" || section === "files";
}

/** The place for a complaint about a broken promise: the raw rule that broke it, or `path`. */
export function blame(
  way: Trace,
  path: Path,
): { path: Path; severity: "warning" | "error" } {
  const field = fieldOf(lastRule(way));
  return field && isRaw(field) ? { path: field, severity: "warning" } : { path, severity: "error" };
}

/** `: pass in ... (firewall.rules[0])`, for the end of a complaint. */
export function because(context: PromiseContext, trace: Trace): string {
  const { end } = trace;
  const rule = lastRule(trace);
  if (end.kind === "dropped" || end.kind === "unknown") return `: ${end.why}`;
  return rule ? `, by "${context.ruleText(rule)}"` : "";
}

/** Whether a daemon or a raw line of hostname.if(5) may add routes. */
export function mayHaveMoreRoutes({ network, rcConf }: Gateway): boolean {
  return learnsRoutes(rcConf) ||
    network.interfaces.some(({ options }) =>
      options.some((line) => /^!.*\broute\b.*\badd\b/.test(line))
    );
}

/** A packet of tcp. */
export function tcp(from: Prefix, to: Prefix, toPort: number): Packet {
  return { from, to, protocol: 6, fromPort: 50123, toPort };
}

/** A packet of udp. */
export function udp(from: Prefix, to: Prefix, toPort: number, fromPort = 50123): Packet {
  return { from, to, protocol: 17, fromPort, toPort };
}
