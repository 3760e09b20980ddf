/**
 * Parses the console output of the laboratory's guest.
 * @module
 */
import { Buffer } from "node:buffer";
import { Tail } from "../console/tail.ts";
import type { CaseResult, LabCase, Outcome, StepResult } from "./case.ts";
import { secretMask } from "./secret_mask.ts";

/** Events of a run. */
export type LabEvent =
  | { kind: "ready" }
  | { kind: "begin"; case: string }
  | { kind: "step"; case: string; step: StepResult }
  | { kind: "end"; case: string };

/** Collects the lines of a console into results, with secrets masked. */
export class GuestOutput {
  /** Results by case, in the order of the cases. */
  readonly results: Map<string, CaseResult>;
  /** The last lines that are not part of the protocol. */
  readonly tail: Tail;
  /** The guest has reported the end of all cases. */
  done = false;
  #rest = "";
  #decoder = new TextDecoder("latin1");
  #mask: (text: string) => string;
  #logs = new Map<string, string[]>();

  constructor(cases: readonly LabCase[], private readonly onEvent: (event: LabEvent) => void) {
    this.results = new Map(cases.map(({ name }) => [name, {
      name,
      steps: [],
      logs: new Map(),
      ended: false,
    }]));
    this.#mask = secretMask(cases.flatMap(({ secrets }) => secrets));
    this.tail = new Tail(12, this.#mask);
  }

  /** Takes the next output of the console. */
  feed(bytes: Uint8Array): void {
    const lines = (this.#rest + this.#decoder.decode(bytes, { stream: true })).split("\n");
    this.#rest = lines.pop()!.slice(-65536);
    for (const line of lines) this.#line(line.replace(/\r$/, ""));
  }

  #line(line: string): void {
    const [, kind, name = "", what = "", data = ""] =
      /^@(\w+)(?: (\S+) (\S+) (\S*))?$/.exec(line) ?? [];
    if (kind === "ready") return this.onEvent({ kind });
    if (kind === "end" && name === "") {
      this.done = true;
      return;
    }
    const result = this.results.get(name);
    if (!result) return this.tail.push(line);
    if (kind === "begin") this.onEvent({ kind, case: name });
    else if (kind === "pass" || kind === "fail" || kind === "skip") {
      this.#step(result, kind, what, data);
    } else if (kind === "log") {
      const key = `${name} ${what}`;
      this.#logs.set(key, [...this.#logs.get(key) ?? [], data]);
    } else if (kind === "end") {
      for (const [key, pieces] of this.#logs) {
        const [owner, log] = key.split(" ");
        if (owner === name) result.logs.set(log!, this.#text(pieces.join("")));
      }
      result.ended = true;
      this.onEvent({ kind, case: name });
    } else this.tail.push(line);
  }

  #step(result: CaseResult, outcome: Outcome, name: string, data: string): void {
    const step = { name, outcome, text: this.#text(data).trim() };
    result.steps.push(step);
    this.onEvent({ kind: "step", case: result.name, step });
  }

  #text(base64: string): string {
    return this.#mask(Buffer.from(base64, "base64").toString("utf8"));
  }
}
