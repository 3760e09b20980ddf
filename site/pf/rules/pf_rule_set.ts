/**
 * The packet filter of a gateway, as data.
 * @module
 */
import type { Gateway } from "../../../gateway/gateway.ts";
import type { RuleSet, Statement } from "../model/rule_set.ts";
import { administrator } from "./administrator.ts";
import { allowed, vouched } from "./allow.ts";
import { antispoof, defaults, settings } from "./base.ts";
import { title } from "./build.ts";
import { Context } from "./context.ts";
import { encapsulations } from "./encapsulations.ts";
import { describedTables } from "./hosts.ts";
import { segments } from "./max_mss.ts";
import { neighbours, ownTraffic } from "./own.ts";
import { outerHeaders, peersFirst, peersIn, unresolvedPeers } from "./peers.ts";
import { routedRules } from "./routed.ts";
import { translations } from "./translate.ts";
import { standIn } from "./stand_in.ts";
import { tunnelRules, tunnelTranslations } from "./tunnels.ts";

/**
 * Blocks and logs everything, then passes the traffic that the gateway is for.
 *
 * - The last rule that matches decides, so the description's raw rules come last. Only these are
 *   quick: antispoof, neighbour discovery, IKE and IPsec if a rule against clear text would block
 *   them, and the rules against clear text.
 * - Traffic of a tunnel leaves and comes in through enc0 only.
 * - No rule names an address through a bare interface, because pfctl(8) also checks the file in the
 *   installer, where interfaces are configured differently.
 *
 * Every statement has its place in the text of `renderPfConf`, and the field of the description
 * that it comes from, if any.
 */
export function pfRuleSet(gateway: Gateway): RuleSet {
  const context = new Context(gateway);
  const rules: Statement[] = [
    ...defaults(),
    ...segments(context),
    ...tunnelTranslations(context),
    ...(context.filtered && context.flows.length > 0
      ? [...outerHeaders(context), ...vouched(context)]
      : []),
    ...antispoof(context),
    ...neighbours(),
    ...peersFirst(context),
    ...tunnelRules(context),
    ...routedRules(context),
    ...ownTraffic(context),
    ...encapsulations(context),
    ...peersIn(context),
    ...allowed(context),
    ...administrator(context),
    ...translations(context),
    ...standIn(context),
  ];
  const generated: Statement[] = [
    { kind: "comment", text: `${gateway.hostname}: packet filter` },
    { kind: "comment", text: "" },
    ...unresolvedPeers(context),
    // Rules refer to tables, so rules are made first.
    ...context.tables.values(),
    ...describedTables(context),
    ...settings(context),
    ...rules,
    ...(gateway.firewall.rules.length > 0 ? title("Raw rules of the description") : []),
  ];
  return {
    statements: [
      ...generated.map((one, at) => placed(one, at + 1, 1)),
      // One per line, after the generated ones.
      ...context.raw.statements.map((one) => {
        const { field = [], place = { line: 1, column: 1 } } = one.origin ?? {};
        return placed(one, generated.length + Number(field[2] ?? 0) + place.line, place.column);
      }),
    ],
  };
}

/** The statement with its place in the text of pf.conf. */
function placed(statement: Statement, line: number, column: number): Statement {
  return { ...statement, origin: { ...statement.origin, place: { line, column } } };
}
