/**
 * The kernel of a described gateway: its interfaces and flows, and its rules prepared for
 * evaluation.
 * @module
 */
import { formatPath, type Path } from "../../gateway/document/document.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { PfEvaluator } from "../pf/evaluate/evaluate.ts";
import { expand } from "../pf/expand/expand.ts";
import type { PfComplaint } from "../pf/model/complaint.ts";
import type { FlatRule, FlatRuleSet } from "../pf/model/flat.ts";
import { type WholePfConf, wholePfConf } from "../pf/whole_pf_conf.ts";
import { renderPfConf } from "../pf/pf_conf.ts";
import { pfRuleSet } from "../pf/rules/pf_rule_set.ts";
import { machineOf } from "./machine.ts";
import type { RulePlace } from "./report.ts";
import type { Kernel } from "./trace.ts";

/** A kernel, with the origins of its rules. */
export interface GatewayKernel extends Kernel {
  /** Line of a rule in pf.conf, and the field that it comes from. */
  place: (rule: FlatRule) => RulePlace;
  /** The rules that pf(4) is given. */
  flat: FlatRuleSet;
  /** Complaints that pfctl(8) would make about the rules. */
  complaints: readonly PfComplaint[];
  /** A whole pf.conf of the description. */
  own: WholePfConf | undefined;
}

/** The kernel of `gateway`. */
export function kernelOf(gateway: Gateway): GatewayKernel {
  const machine = machineOf(gateway);
  const own = wholePfConf(gateway);
  const { flat, complaints } = expand(own ?? pfRuleSet(gateway), machine);
  let lines: string[] | undefined;
  const place = ({ source }: FlatRule): RulePlace => {
    lines ??= (own ? own.text ?? "" : renderPfConf(gateway)).split("\n");
    const { file, line } = source.origin?.place ?? {};
    const field = source.origin?.field as Path | undefined;
    const at = field === undefined ? {} : { field: formatPath(field) };
    if (file !== undefined) return { rule: `${source.kind} at ${file}:${line}`, ...at };
    return {
      // The comment at the end names the field, which is reported separately.
      rule: (line === undefined ? undefined : lines[line - 1])?.replace(/\s+# .*$/, "").trim() ??
        source.kind,
      ...(line === undefined ? {} : { line }),
      ...at,
    };
  };
  return { machine, pf: new PfEvaluator(flat, machine), place, flat, complaints, own };
}
