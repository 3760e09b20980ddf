/**
 * A trace as people and programs read it.
 * @module
 */
import type { FlatRule } from "../pf/model/flat.ts";
import { packetWords } from "./packet_words.ts";
import type { Packet } from "../pf/evaluate/packet.ts";
import type { Step, Trace } from "./trace.ts";

/** A rule, and where it stands. */
export interface RulePlace {
  /** As pf.conf has it. */
  rule: string;
  /** Line in pf.conf, from 1. */
  line?: number;
  /** The field of the description that it comes from. */
  field?: string;
}

/** How rules are found again in pf.conf and in the description. */
export type PlaceRule = (rule: FlatRule) => RulePlace;

/** The lines of a trace: the packet, a line a step, and the end. */
export function traceLines(packet: Packet, trace: Trace, place: PlaceRule): string[] {
  const lines = [packetWords(packet)];
  let seen = packetWords(packet);
  for (const step of trace.steps.slice(0, -1)) {
    const head = (step.where ?? step.at).padEnd(14);
    const matched = (step.verdict?.matched ?? []).map((rule) => `and ${placeWords(place(rule))}`);
    lines.push(`${head} ${stepWords(step, place)}`);
    lines.push(...matched.map((words) => `${" ".repeat(14)} ${words}`));
    const now = step.verdict && packetWords(step.verdict.packet);
    if (now !== undefined && now !== seen && step.verdict!.result === "pass" && !isOuter(step)) {
      lines.push(`${" ".repeat(14)} becomes ${now}`);
      seen = now;
    }
  }
  return [...lines, `=> ${trace.steps.at(-1)!.text}`];
}

/** ESP and AH around the packet: another packet, not a translation. */
const isOuter = ({ verdict }: Step) =>
  verdict !== undefined && [50, 51].includes(verdict.packet.protocol);

function stepWords(step: Step, place: PlaceRule): string {
  const { verdict } = step;
  if (!verdict) return step.text;
  const outer = isOuter(step) ? ` (${packetWords(verdict.packet)})` : "";
  if (verdict.result === "unknown") return `not known: ${verdict.why.join("; ")}${outer}`;
  if (verdict.by === "skip") return `pass: set skip${outer}`;
  if (verdict.by === "default") return `pass: no rule matches${outer}`;
  const by = verdict.by === "state" ? " (its state)" : "";
  return `${verdict.result}${by}: ${placeWords(place(verdict.rule!))}${outer}`;
}

function placeWords({ rule, line, field }: RulePlace): string {
  const where = [line === undefined ? "" : `pf.conf:${line}`, field ?? ""].filter(Boolean);
  return `${rule}${where.length === 0 ? "" : `  [${where.join(", ")}]`}`;
}

/** A trace as data, for `--json`. */
export function traceData(packet: Packet, trace: Trace, place: PlaceRule): unknown {
  return {
    packet: packetWords(packet),
    passes: passes(trace),
    end: trace.end,
    steps: trace.steps.slice(0, -1).map(({ at, where, text, verdict, tunnel }) => ({
      at,
      ...(where === undefined ? {} : { where }),
      ...(tunnel === undefined ? {} : { tunnel }),
      ...(verdict === undefined ? { text } : {
        result: verdict.result,
        ...(verdict.by === undefined ? {} : { by: verdict.by }),
        ...(verdict.rule === undefined ? {} : place(verdict.rule)),
        matched: verdict.matched.map(place),
        ...(verdict.why.length === 0 ? {} : { notKnown: verdict.why }),
        becomes: packetWords(verdict.packet),
        ...(verdict.tag === undefined ? {} : { tag: verdict.tag }),
      }),
    })),
  };
}

/** Whether the packet gets anywhere. */
export function passes({ end }: Trace): boolean {
  return end.kind === "delivered" || end.kind === "sent" || end.kind === "tunnel";
}
