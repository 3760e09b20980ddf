/**
 * A case of the laboratory, and its result: data shared by the guest's shell and the report.
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
  /** Name, of lower-case letters and digits. */
  name: string;
  hostname: string;
  files: LabFile[];
  /** Commands for `ip -batch`. */
  network: string[];
}

/** A cable between two interfaces: node, interface, node, interface. */
export type Cable = [string, string, string, string];

/** One experiment. */
export interface LabCase {
  /** Name, of letters, digits, `-`, `_` and `.`; unique in a run. */
  name: string;
  nodes: LabNode[];
  cables: Cable[];
  /** Lines of sh(1) that call the functions in `guest/`. */
  steps: string[];
  /** Masked in all logs. */
  secrets: string[];
}

/** Result of a step: it passed, it failed, or it was skipped after a failure. */
export type Outcome = "pass" | "fail" | "skip";

/** Result of one step. */
export interface StepResult {
  name: string;
  outcome: Outcome;
  /** Output; secrets are masked. */
  text: string;
}

/** Result of a case. */
export interface CaseResult {
  name: string;
  steps: StepResult[];
  /** Logs by name (`gateway-iked`), after a failure or if all are requested; secrets are masked. */
  logs: Map<string, string>;
  /** The case ran to its end. */
  ended: boolean;
}

/** Whether all steps of a case passed. */
export function passed({ ended, steps }: CaseResult): boolean {
  return ended && steps.length > 0 && steps.every(({ outcome }) => outcome === "pass");
}
