/**
 * Formats the result of a proof.
 * @module
 */
import type { StepResult } from "./case.ts";
import type { CaseProof, Proof, TunnelProof } from "./prove.ts";

/** What a laboratory on Linux cannot show. */
export const LIMITS = [
  "Linux carried the packets, not OpenBSD's kernel: pf, enc0 and sec(4) took no part in it.",
  "iked was Debian's openiked; extended sequence numbers and AEADs for ESP are not in it on Linux.",
];

/**
 * Names of steps in the report, by the word before their number; others are shown only after a
 * failure.
 */
const TITLES = new Map([
  ["agreed", "agreed on what is described"],
  ["negotiated", "negotiated"],
  ["packets", "packets both ways"],
  ["wire", "on the wire"],
  ["rekey", "rekeyed by the far end"],
  ["rekeyed-packets", "packets with the new keys"],
  ["power", "the far end lost power and came back"],
  ["restart", "the far end was restarted"],
  ["restarted-packets", "packets after that"],
  ["clear", "on the wire until now"],
  ["nat", "through NAT"],
  ["address", "got an address from the pool"],
  ["keys", "rekeyed by iked, under traffic"],
  ["refused", "refused"],
]);

/** Lines of the report about `proof`. */
export function proofReport(proof: Proof): string[] {
  const lines = proof.tunnels.flatMap((tunnel) => [...tunnelReport(tunnel), ""]);
  const count = proof.tunnels.length;
  const held = proof.tunnels.filter(({ cases }) => cases.every((one) => one.passed)).length;
  if (count === 0) return ["no tunnels to prove"];
  return [
    ...lines,
    "What this does not show:",
    ...LIMITS.map((limit) => `  ${limit}`),
    "",
    `${held} of ${count} ${count === 1 ? "tunnel" : "tunnels"} proved`,
  ];
}

function tunnelReport({ file, tunnel, ike, peer, cases }: TunnelProof): string[] {
  const outcome = cases.every((one) => one.passed) ? "proved" : "FAILED";
  return [
    peer === "clients"
      ? `${file}: clients ${tunnel}: ${outcome}`
      : `${file}: tunnel ${tunnel}, IKEv${ike}, peer ${peer}: ${outcome}`,
    ...cases.flatMap(caseReport),
  ];
}

function caseReport({ purpose, notes, steps, passed, ended }: CaseProof): string[] {
  const shown = steps.flatMap(stepReport);
  return [
    `  ${purpose}: ${passed ? "ok" : "failed"}`,
    ...shown.map((line) => `    ${line}`),
    ...(ended ? [] : ["    the guest ended before the case did"]),
    ...notes.map((note) => `    note: ${note}`),
  ];
}

function stepReport({ name, outcome, text }: StepResult): string[] {
  if (outcome === "skip") return [];
  const title = TITLES.get(name.replace(/-\d+$/, ""));
  if (outcome === "pass" && title === undefined) return [];
  const mark = outcome === "pass" ? "ok    " : "FAILED";
  const said = text.replaceAll("\n", "; ");
  return [`${mark} ${title ?? name}${said ? `: ${said}` : ""}`];
}
