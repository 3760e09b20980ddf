/**
 * The description's raw rules as data.
 * @module
 */
import type { Gateway } from "../../../gateway/gateway.ts";
import type { PfComplaint } from "../model/complaint.ts";
import type { Place } from "../model/place.ts";
import type { Statement } from "../model/rule_set.ts";
import { readPfConf } from "../read/read_pf_conf.ts";

/** What was read, and what is wrong with it. */
export interface RawRules {
  /** Each with the field it comes from, and its place: the line counts the raw rules from 1. */
  statements: Statement[];
  /** Each with the field and the place, as the statements have them. */
  complaints: PfComplaint[];
}

/** Reads `firewall.rules`: one text, of which each element is a line. */
export function readRawRules({ firewall: { rules } }: Gateway): RawRules {
  if (rules.length === 0) return { statements: [], complaints: [] };
  const { ruleSet, complaints } = readPfConf(rules.join("\n") + "\n");
  return {
    statements: ruleSet.statements.map((one) => ({ ...one, ...located(one.origin?.place) })),
    complaints: complaints.map((one) => ({ ...one, ...located(one.place) })),
  };
}

function located(place: Place = { line: 1, column: 1 }) {
  return { origin: { field: ["firewall", "rules", place.line - 1], place } };
}

/** Whether a statement comes from `firewall.rules`. */
export function isRaw({ origin }: Statement): boolean {
  const [section, list] = origin?.field ?? [];
  return section === "firewall" && list === "rules";
}
