/**
 * Fills in pfctl(8)'s defaults of state options.
 * @module
 */
import type { FlatState } from "../model/flat.ts";
import type { RuleBody, StateOptions } from "../model/rule.ts";
import { TIMEOUTS } from "../names/words.ts";
import type { Complainer, Context } from "./context.ts";

/** The state options of a rule; absent if it keeps no state. */
export function finishState(
  rule: RuleBody,
  context: Context,
  complain: Complainer,
): FlatState | undefined {
  if (!rule.state) {
    if (rule.action !== "pass") return undefined;
    return { kind: "keep", options: finish(context.stateDefaults ?? {}, context, complain) };
  }
  const { kind, options = {} } = rule.state;
  if (kind === "no") return rule.action === "pass" ? { kind, options: {} } : undefined;
  if (rule.action !== "pass") {
    complain.error(`only pass rules keep state, this one says ${rule.action}`, "leave it out");
  }
  return { kind, options: finish(options, context, complain) };
}

function finish(options: StateOptions, context: Context, complain: Complainer): StateOptions {
  const { max, maxSrcConnRate: rate, maxSrcConn, maxSrcNodes, maxSrcStates, sourceTrack } = options;
  const seconds = new Map(options.timeouts);
  if (max && !seconds.has("adaptive.start") && !seconds.has("adaptive.end")) {
    seconds.set("adaptive.start", Math.trunc(max / 10) * 6);
    seconds.set("adaptive.end", Math.trunc(max / 10) * 12);
  }
  const perRule = sourceTrack === "rule" || maxSrcConn !== undefined || rate !== undefined ||
    maxSrcNodes !== undefined;
  const tracked = perRule || sourceTrack !== undefined || maxSrcStates !== undefined;
  if (tracked && rate) {
    seconds.set("src.track", Math.max(seconds.get("src.track") ?? 0, rate.seconds));
  }
  if (options.overload && maxSrcConn === undefined && rate === undefined) {
    complain.error(
      "overload without a limit that could be exceeded",
      "max-src-conn or max-src-conn-rate beside it",
    );
  }
  const timeouts = TIMEOUTS.flatMap((name): [string, number][] =>
    seconds.get(name) ? [[name, seconds.get(name)!]] : []
  );
  const { sourceTrack: _, timeouts: __, lock, ...rest } = options;
  return {
    ...rest,
    ...(tracked ? { sourceTrack: perRule ? "rule" : "global" } : {}),
    lock: lock ?? context.lock,
    ...(timeouts.length > 0 ? { timeouts } : {}),
  };
}
