/**
 * Expands a pf.conf(5) to the rules of pf(4), as `pfctl -o none -f` does on a given machine.
 * @module
 */
import type { PfComplaint } from "../model/complaint.ts";
import type { Environment } from "../model/environment.ts";
import type { FlatRule, FlatRuleSet } from "../model/flat.ts";
import { writtenIn } from "../model/written_in.ts";
import type {
  Anchor,
  Include,
  LoadAnchor,
  Option,
  RuleSet,
  Setting,
  Statement,
} from "../model/rule_set.ts";
import { readPfConf } from "../read/read_pf_conf.ts";
import { expandAntispoof } from "./antispoof.ts";
import { Complainer, type Context } from "./context.ts";
import { checkQueues } from "./queue.ts";
import { expandRule } from "./rule.ts";
import { addTables, expandTable } from "./table.ts";

/** The rules for pf(4), and the complaints. */
export interface Expanded {
  /** Without refused statements. */
  flat: FlatRuleSet;
  /** In the order of the statements. */
  complaints: PfComplaint[];
}

/** Expands lists, antispoof and names as pfctl(8) does on this machine. Never throws. */
export function expand(ruleSet: RuleSet, environment: Environment): Expanded {
  const context: Context = {
    environment,
    complaints: [],
    notKnown: [],
    tables: new Map(),
    queues: [],
    loaded: new Map(),
    path: "",
    blockPolicy: { kind: "drop" },
    lock: "floating",
    stateDefaults: undefined,
    automatic: 0,
  };
  const options: Option[] = [];
  const rules = finish(expandStatements(ruleSet.statements, context, options), context);
  checkQueues(context);
  addTables(rules, context.tables);
  const skip = options.flatMap((option) => option.name === "skip" ? option.on : []);
  return {
    flat: {
      rules,
      tables: context.tables,
      skip: skip.map(({ name }) => name),
      options,
      queues: context.queues,
      notKnown: context.notKnown,
    },
    complaints: context.complaints,
  };
}

function expandStatements(
  statements: readonly Statement[],
  context: Context,
  options: Option[],
): FlatRule[] {
  return statements.flatMap((statement): FlatRule[] => {
    switch (statement.kind) {
      case "rule":
        return expandRule(statement, context);
      case "antispoof":
        return expandAntispoof(statement, context);
      case "anchor":
        return expandAnchor(statement, context, options);
      case "set":
        options.push(statement.option);
        set(statement, context);
        return [];
      case "table": {
        const table = expandTable(statement, context);
        if (table) context.tables.set(table.name, table);
        return [];
      }
      case "queue":
        context.queues.push(statement);
        return [];
      case "load":
        load(statement, context);
        return [];
      case "include":
        if (statement.statements) return expandStatements(statement.statements, context, options);
        context.notKnown.push(`what ${statement.file} has, which is included`);
        return [unknownRules(statement)];
      default:
        return [];
    }
  });
}

/** The rules of an unknown file, as an anchor that could decide anything. */
function unknownRules({ file, origin }: Include): FlatRule {
  const any = { host: { kind: "any" } } as const;
  return {
    action: "anchor",
    quick: false,
    from: any,
    to: any,
    anchor: { file },
    source: { kind: "anchor", ...(origin ? { origin } : {}) },
  };
}

function set(statement: Setting, context: Context): void {
  const { option } = statement;
  if (option.name === "block-policy") context.blockPolicy = { kind: option.value };
  if (option.name === "state-policy") context.lock = option.value;
  if (option.name === "state-defaults") {
    if (context.stateDefaults) {
      new Complainer(context.complaints, statement).error("set state-defaults is given twice");
    }
    context.stateDefaults = option.value;
  }
}

function expandAnchor(anchor: Anchor, context: Context, options: Option[]): FlatRule[] {
  const { name, body } = anchor;
  const inside = body && expandStatements(body, context, options);
  return expandRule(anchor, context).map((rule) => ({
    ...rule,
    anchor: { ...(name === undefined ? {} : { name }), ...(inside ? { rules: inside } : {}) },
  }));
}

/** pfctl loads the file after all others, without the macros and options of the main one. */
function load(statement: LoadAnchor, context: Context): void {
  const { anchor, file } = statement;
  const text = context.environment.file?.(file);
  if (text === null) {
    const complain = new Complainer(context.complaints, statement);
    complain.error(`there is no file ${file} to load anchor ${anchor} from`);
  }
  if (typeof text !== "string") return;
  const readFile = context.environment.file;
  const { ruleSet, complaints } = readPfConf(text, {
    name: file,
    ...(readFile ? { file: readFile } : {}),
  });
  for (const complaint of complaints) context.complaints.push(complaint);
  const own: Context = {
    ...context,
    path: `${context.path}${anchor}/`,
    blockPolicy: { kind: "drop" },
    lock: "floating",
    stateDefaults: undefined,
  };
  context.loaded.set(
    context.path + anchor,
    expandStatements(
      ruleSet.statements.map((one) => writtenIn(one, statement.origin)),
      own,
      [],
    ),
  );
}

/** Moves loaded rules into their anchors, and fills rule numbers into labels and tags. */
function finish(rules: readonly FlatRule[], context: Context, path = ""): FlatRule[] {
  return rules.map((rule, number) => {
    const numbered = withNumber(rule, number);
    if (!rule.anchor || rule.anchor.file !== undefined) return numbered;
    const { name } = rule.anchor;
    const full = `${path}${name ?? ""}`;
    const inside = rule.anchor.rules ?? context.loaded.get(full);
    if (!inside) {
      context.notKnown.push(`the rules of anchor ${full}, which is filled at run time`);
      return numbered;
    }
    return { ...numbered, anchor: { ...rule.anchor, rules: finish(inside, context, `${full}/`) } };
  });
}

function withNumber(rule: FlatRule, number: number): FlatRule {
  const { label, tag, tagged } = rule;
  const fill = (text: string) => text.replaceAll("$nr", String(number));
  if (![label, tag, tagged?.tag].some((text) => text?.includes("$nr"))) return rule;
  return {
    ...rule,
    ...(label === undefined ? {} : { label: fill(label) }),
    ...(tag === undefined ? {} : { tag: fill(tag) }),
    ...(tagged ? { tagged: { ...tagged, tag: fill(tagged.tag) } } : {}),
  };
}
