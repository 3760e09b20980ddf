/**
 * A case of the laboratory, and what came of it: data that the guest's shell and the report share.
 * @module
 */

/** A file of a node. */
export interface LabFile {
  /** Absolute path, below /etc. */
  path: string;
  content: string;
  /** Permission bits. */
  mode: number;
}

/** A machine of a case: a network namespace in the guest. */
export interface LabNode {
  /** Word of lower-case letters and digits. */
  name: string;
  hostname: string;
  files: LabFile[];
  /** Lines for `ip -batch`. */
  network: string[];
}

/** A cable between two cards: node, card, node, card. */
export type Cable = [string, string, string, string];

/** One experiment. */
export interface LabCase {
  /** Word of letters, digits, `-`, `_` and `.`; no two cases of a run share it. */
  name: string;
  nodes: LabNode[];
  cables: Cable[];
  /** Lines of sh(1), made of the functions in `guest/`. */
  steps: string[];
  /** What must not be seen in any log. */
  secrets: string[];
}

/** What became of a step: it held, it did not, or one before it did not. */
export type Outcome = "pass" | "fail" | "skip";

/** A step as it went. */
export interface StepResult {
  name: string;
  outcome: Outcome;
  /** What was seen; secrets are masked. */
  text: string;
}

/** A case as it went. */
export interface CaseResult {
  name: string;
  steps: StepResult[];
  /** Logs by name (`gateway-iked`), where something failed or all were wanted; secrets are masked. */
  logs: Map<string, string>;
  /** The case ran to its end. */
  ended: boolean;
}

/** Whether all of a case held. */
export function passed({ ended, steps }: CaseResult): boolean {
  return ended && steps.length > 0 && steps.every(({ outcome }) => outcome === "pass");
}
