/**
 * Formats a trace, as text and as data.
 * @module
 */
import type { FlatRule } from "../pf/model/flat.ts";
import { packetWords } from "./packet_words.ts";
import type { Packet } from "../pf/evaluate/packet.ts";
import type { Step, Trace } from "./trace.ts";

/** A rule, and its place. */
export interface RulePlace {
  /** Its text in pf.conf. */
  rule: string;
  /** Line in pf.conf, from 1. */
  line?: number;
  /** The field of the description that it comes from. */
  field?: string;
}

/** Origins of rules in pf.conf and in the description. */
export type PlaceRule = (rule: FlatRule) => RulePlace;

/** The lines of a trace: the packet, one line per step, and the end. */
export function traceLines(packet: Packet, trace: Trace, place: PlaceRule): string[] {
  const lines = [packetWords(packet)];
  let seen = packetWords(packet);
  for (const step of trace.steps.slice(0, -1)) {
    const head = (step.where ?? step.at).padEnd(14);
    const matched = (step.decision?.matched ?? []).map((rule) => `and ${placeWords(place(rule))}`);
    lines.push(`${head} ${stepWords(step, place)}`);
    lines.push(...matched.map((words) => `${" ".repeat(14)} ${words}`));
    const now = step.decision && packetWords(step.decision.packet);
    if (now !== undefined && now !== seen && step.decision!.result === "pass" && !isOuter(step)) {
      lines.push(`${" ".repeat(14)} becomes ${now}`);
      seen = now;
    }
  }
  return [...lines, `=> ${trace.steps.at(-1)!.text}`];
}

/** ESP and AH around the packet: a new packet, not a translation. */
const isOuter = ({ decision }: Step) =>
  decision !== undefined && [50, 51].includes(decision.packet.protocol);

function stepWords(step: Step, place: PlaceRule): string {
  const { decision } = step;
  if (!decision) return step.text;
  const outer = isOuter(step) ? ` (${packetWords(decision.packet)})` : "";
  if (decision.result === "unknown") return `not known: ${decision.why.join("; ")}${outer}`;
  if (decision.by === "skip") return `pass: set skip${outer}`;
  if (decision.by === "default") return `pass: no rule matches${outer}`;
  const by = decision.by === "state" ? " (its state)" : "";
  return `${decision.result}${by}: ${placeWords(place(decision.rule!))}${outer}`;
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
    steps: trace.steps.slice(0, -1).map(({ at, where, text, decision, tunnel }) => ({
      at,
      ...(where === undefined ? {} : { where }),
      ...(tunnel === undefined ? {} : { tunnel }),
      ...(decision === undefined ? { text } : {
        result: decision.result,
        ...(decision.by === undefined ? {} : { by: decision.by }),
        ...(decision.rule === undefined ? {} : place(decision.rule)),
        matched: decision.matched.map(place),
        ...(decision.why.length === 0 ? {} : { notKnown: decision.why }),
        becomes: packetWords(decision.packet),
        ...(decision.tag === undefined ? {} : { tag: decision.tag }),
      }),
    })),
  };
}

/** Whether the packet reaches a destination. */
export function passes({ end }: Trace): boolean {
  return end.kind === "delivered" || end.kind === "sent" || end.kind === "tunnel";
}
