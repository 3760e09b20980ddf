/**
 * Makes the pools of one flat rule: usable addresses, and pfctl(8)'s defaults.
 * @module
 */
import type { FlatPool } from "../model/flat.ts";
import type { Family } from "../model/host.ts";
import type { Port } from "../model/host.ts";
import type { Pool } from "../model/rule.ts";
import type { Complainer } from "./context.ts";
import { type Missing, type Resolved, resolveHost } from "./host.ts";
import type { Environment } from "../model/environment.ts";

/** A pool with resolved addresses. */
export interface ResolvedPool {
  pool: Pool;
  hosts: readonly Resolved[];
  use: "nat" | "rdr" | "route";
  /** The family that `af-to` translates to. */
  target?: Family;
}

/** Resolves the addresses of a pool; undefined, after a complaint, if that fails. */
export function resolvePool(
  pool: Pool,
  use: ResolvedPool["use"],
  environment: Environment,
  complain: Complainer,
  target?: Family,
): ResolvedPool | undefined {
  const hosts: Resolved[] = [];
  for (const host of pool.hosts) {
    const found = resolveHost(host, environment);
    if (!Array.isArray(found)) return missing(found, complain);
    hosts.push(...found);
  }
  return { pool, hosts, use, ...(target === undefined ? {} : { target }) };
}

function missing({ reason, next }: Missing, complain: Complainer): undefined {
  complain.error(reason, next);
}

/**
 * The addresses of the pool that a rule of `family` can use, and the resulting family. Undefined,
 * after a complaint, if there are none.
 */
export function fitPool(
  { pool, hosts, use, target }: ResolvedPool,
  family: Family | undefined,
  complain: Complainer,
): { hosts: Resolved[]; family?: Family } | undefined {
  const what = use === "route" ? "to route to" : "to translate to";
  let chosen = family;
  if (target && !chosen) chosen = target === "inet" ? "inet6" : "inet";
  const fit: Resolved[] = [];
  for (const one of hosts) {
    if (use === "route" && one.host.kind === "dynamic" && !isPeer(one.host.modifiers)) {
      complain.error(`(${one.host.name}) is not an address to route to`, `(${one.host.name}:peer)`);
      return undefined;
    }
    if (one.family && !target) {
      if (family && family !== one.family) continue;
      if (!family && chosen && chosen !== one.family) {
        complain.error(
          `the addresses ${what} are of both families`,
          "write inet or inet6 in the rule",
        );
        return undefined;
      }
    } else if (one.family && target && target !== one.family) {
      complain.error(`an address of af-to is not of ${target}, the family it translates to`);
      return undefined;
    }
    chosen ??= one.family;
    fit.push(one);
  }
  if (fit.length === 0) {
    complain.error(`no address ${what} is of the rule's family, ${family}`);
    return undefined;
  }
  if (fit.length > 1 && !severalFit(fit, pool, complain)) return undefined;
  return { hosts: fit, ...(chosen === undefined ? {} : { family: chosen }) };
}

function isPeer(modifiers: readonly string[]): boolean {
  return modifiers.length === 1 && modifiers[0] === "peer";
}

function severalFit(fit: readonly Resolved[], pool: Pool, complain: Complainer): boolean {
  if (pool.type?.kind === "bitmask") {
    complain.error("bitmask takes one network, not several addresses");
    return false;
  }
  if (fit.some((one) => one.family === undefined)) {
    complain.error(
      "tables and interfaces in parentheses cannot be combined with other addresses here",
    );
    return false;
  }
  return true;
}

/**
 * Fills in pfctl(8)'s defaults. `to` is the destination port; `table` is the name for several
 * addresses.
 */
export function finishPool(
  { pool, use }: ResolvedPool,
  hosts: readonly Resolved[],
  to: Port | undefined,
  table: () => string,
  complain: Complainer,
): FlatPool {
  const several = hosts.length > 1;
  const only = hosts[0]!.host;
  const multiple = several || only.kind === "table" || isMultiple(only);
  const { type } = pool;
  if (type?.kind === "bitmask" && only.kind === "table") complain.error("bitmask takes no table");
  if (type?.kind === "bitmask" && isMultiple(only)) {
    complain.error("bitmask takes no interface in parentheses that may have several addresses");
  }
  if (pool.staticPort && use !== "nat") complain.error("static-port is for nat-to only");
  if (pool.staticPort && pool.port && use === "nat") {
    complain.error("static-port and a port cannot be combined");
  }
  const port = portOf(pool, use, to, complain);
  const chosen = type ?? (multiple ? { kind: "round-robin" as const } : undefined);
  return {
    hosts: hosts.map(({ host, weight }) => weight === undefined ? host : { ...host, weight }),
    ...(port ? { port } : {}),
    ...(chosen ? { type: chosen } : {}),
    ...(pool.sticky ? { sticky: true } : {}),
    ...(pool.staticPort ? { staticPort: true } : {}),
    ...(several ? { table: table() } : {}),
  };
}

/** Whether it stands for an interface or a group with more than one address. */
export function isMultiple(host: Resolved["host"]): boolean {
  return host.kind === "dynamic" &&
    !(host.modifiers.includes("0") && /[0-9]$/.test(host.name));
}

function portOf(
  { port }: Pool,
  use: ResolvedPool["use"],
  to: Port | undefined,
  complain: Complainer,
): { first: number; last: number } | undefined {
  if (!port) return undefined;
  const { first, last } = port;
  if (use === "nat") return { first, last: typeof last === "number" && last !== 0 ? last : first };
  if (last === "*") {
    if (!to || !("first" in to)) {
      complain.warning(
        `port ${first}:* needs a range of ports before rdr-to to be as long as`,
        `to port 1000:1010 rdr-to ADDRESS port ${first}:*`,
      );
      return { first, last: first };
    }
    return { first, last: first + to.last - to.first };
  }
  if (last !== undefined && first > last) {
    complain.error(`the ports ${first}:${last} end before they begin`);
  }
  return { first, last: last ?? first };
}
