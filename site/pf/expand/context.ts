/**
 * What the parts of an expansion share.
 * @module
 */
import type { PfComplaint } from "../model/complaint.ts";
import type { Environment } from "../model/environment.ts";
import type { FlatRule, FlatTable } from "../model/flat.ts";
import type { BlockReturn, StateOptions } from "../model/rule.ts";
import type { Queue, Statement } from "../model/rule_set.ts";

/** What is known so far, and what `set` has set so far. */
export interface Context {
  readonly environment: Environment;
  readonly complaints: PfComplaint[];
  readonly notKnown: string[];
  readonly tables: Map<string, FlatTable>;
  readonly queues: Queue[];
  /** Rules that `load anchor` brings, by the anchor's name. */
  readonly loaded: Map<string, readonly FlatRule[]>;
  /** The anchor that a file is loaded into, with a / behind it; empty for the main file. */
  path: string;
  blockPolicy: BlockReturn;
  lock: "if-bound" | "floating";
  stateDefaults: StateOptions | undefined;
  /** How many tables pfctl has made of several addresses. */
  automatic: number;
}

/** Complains about one statement, of the same thing only once. */
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

  /** pfctl(8) would refuse it. */
  error(reason: string, next?: string): void {
    this.failed = true;
    this.#say("error", reason, next);
  }

  /** pfctl(8) would take it, and it does not do what it seems to do. */
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
