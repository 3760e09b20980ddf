/**
 * State shared by the parts of an expansion.
 * @module
 */
import type { PfComplaint } from "../model/complaint.ts";
import type { Environment } from "../model/environment.ts";
import type { FlatRule, FlatTable } from "../model/flat.ts";
import type { BlockReturn, StateOptions } from "../model/rule.ts";
import type { Queue, Statement } from "../model/rule_set.ts";

/** What is known so far, and the options set so far. */
export interface Context {
  readonly environment: Environment;
  readonly complaints: PfComplaint[];
  readonly notKnown: string[];
  readonly tables: Map<string, FlatTable>;
  readonly queues: Queue[];
  /** Rules from `load anchor`, by name of the anchor. */
  readonly loaded: Map<string, readonly FlatRule[]>;
  /** The anchor that a file is loaded into, with a trailing /; empty for the main file. */
  path: string;
  blockPolicy: BlockReturn;
  lock: "if-bound" | "floating";
  stateDefaults: StateOptions | undefined;
  /** Number of tables that pfctl has made of several addresses. */
  automatic: number;
}

/** Complains about a statement; the same complaint is made only once. */
export class Complainer {
  /** Whether pfctl(8) would refuse the statement. */
  failed = false;
  readonly #said = new Set<string>();
  readonly #complaints: PfComplaint[];
  readonly #statement: Statement;

  constructor(complaints: PfComplaint[], statement: Statement) {
    this.#complaints = complaints;
    this.#statement = statement;
  }

  /** An error: pfctl(8) would refuse it. */
  error(reason: string, next?: string): void {
    this.failed = true;
    this.#say("error", reason, next);
  }

  /** A warning: pfctl(8) would accept it, but it does not do what it seems to do. */
  warning(reason: string, next?: string): void {
    this.#say("warning", reason, next);
  }

  #say(severity: "error" | "warning", reason: string, next?: string): void {
    if (this.#said.has(reason)) return;
    this.#said.add(reason);
    const { origin } = this.#statement;
    this.#complaints.push({
      severity,
      reason,
      ...(next === undefined ? {} : { next }),
      ...(origin === undefined ? {} : { origin }),
      ...(origin?.place === undefined ? {} : { place: origin.place }),
    });
  }
}
