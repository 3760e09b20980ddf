/**
 * Tables.
 * @module
 */
import type { FlatHost, FlatPool, FlatRule, FlatTable, TableEntry } from "../model/flat.ts";
import type { PoolHost } from "../model/rule.ts";
import type { Table } from "../model/rule_set.ts";
import { readTableFile } from "../read/table_file.ts";
import { Complainer, type Context } from "./context.ts";
import { resolveHost } from "./host.ts";

/** A table from its statement; undefined, after a complaint, if that is refused. */
export function expandTable(table: Table, context: Context): FlatTable | undefined {
  const complain = new Complainer(context.complaints, table);
  let open = false;
  const sources = (table.sources ?? []).map((source) => {
    if ("hosts" in source) return { entries: entriesOf(source.hosts, context, complain) };
    const text = context.environment.file?.(source.file);
    if (text === null) {
      complain.error(`there is no file ${source.file} to fill table <${table.name}> from`);
    }
    if (typeof text === "string") {
      const { hosts, wrong } = readTableFile(text);
      if (wrong !== undefined) complain.error(`${source.file} has no address in ${wrong}`);
      return { file: source.file, entries: entriesOf(hosts, context, complain) };
    }
    open = true;
    context.notKnown.push(
      `the addresses in ${source.file}, from which table <${table.name}> is filled`,
    );
    return { file: source.file, entries: [] };
  });
  if (complain.failed) return undefined;
  return {
    name: table.name,
    const: table.const ?? false,
    persist: table.persist ?? false,
    counters: table.counters ?? false,
    entries: sources.flatMap(({ entries }) => entries),
    sources,
    open,
    kind: "defined",
  };
}

function entriesOf(
  hosts: readonly PoolHost[],
  { environment }: Context,
  complain: Complainer,
): TableEntry[] {
  return hosts.flatMap((host) => {
    const found = resolveHost(host, environment);
    if (!Array.isArray(found)) {
      const next = host.kind === "name"
        ? "numeric addresses: a table does not look up interfaces later"
        : undefined;
      complain.error(found.reason, next);
      return [];
    }
    return found.flatMap(({ host: { ...one }, weight }) =>
      one.kind === "network"
        ? [{ prefix: one.prefix, not: one.not, ...(weight === undefined ? {} : { weight }) }]
        : []
    );
  });
}

/** Adds the tables that pfctl makes of pools, and those that are only referred to. */
export function addTables(rules: readonly FlatRule[], tables: Map<string, FlatTable>): void {
  for (const rule of rules) {
    const { natTo, rdrTo, afTo, route, state } = rule;
    const pools = [natTo, rdrTo, afTo?.from, afTo?.to, route?.pool].filter((one) =>
      one !== undefined
    );
    for (const pool of pools) if (pool.table !== undefined) tables.set(pool.table, automatic(pool));
    const named = [rule.from.host, rule.to.host, ...pools.flatMap(({ hosts }) => hosts)]
      .filter((host): host is FlatHost & { kind: "table" } => host.kind === "table")
      .map(({ name }) => name);
    for (const name of named) if (!tables.has(name)) tables.set(name, unknown(name));
    const overload = state?.options.overload?.table;
    if (overload !== undefined) {
      tables.set(overload, { ...(tables.get(overload) ?? unknown(overload)), open: true });
    }
    if (rule.anchor?.rules) addTables(rule.anchor.rules, tables);
  }
}

function automatic(pool: FlatPool): FlatTable {
  const entries = pool.hosts.flatMap((host) =>
    host.kind === "network"
      ? [{
        prefix: host.prefix,
        not: false,
        ...(host.weight === undefined ? {} : { weight: host.weight }),
      }]
      : []
  );
  return {
    name: pool.table!,
    const: true,
    persist: false,
    counters: false,
    entries,
    sources: [{ entries }],
    open: false,
    kind: "automatic",
  };
}

function unknown(name: string): FlatTable {
  return {
    name,
    const: false,
    persist: false,
    counters: false,
    entries: [],
    sources: [],
    open: true,
    kind: "undefined",
  };
}
