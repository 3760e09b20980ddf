/**
 * Simulates an installation: which line of a response file answers which question.
 * @module
 */
import type { Arch } from "../gateway/gateway.ts";
import { consume, parseResponse } from "./match.ts";
import { type Circumstance, fill, type Names, type Question } from "./question.ts";
import { questionsOf } from "./questions.ts";

/** A question that was asked, and its answer. */
export interface Asked {
  /** The question in the table. */
  question: Question;
  /** Text on the console. */
  text: string;
  /** The answer; absent if there is none, which ends the run. */
  answer?: string;
  /** The key of the line that answered; absent if the default was used. */
  key?: string;
}

/** The result of {@linkcode simulate}. */
export interface Simulation {
  /** Every question, in order. */
  asked: Asked[];
  /**
   * Questions, as on the console, that no line answered: the default was used, or the run ended.
   */
  unanswered: string[];
  /** Keys that answered the wrong question, with that question. */
  swallowed: { key: string; text: string }[];
  /** Keys that no question matched. */
  unused: string[];
}

/**
 * Asks the questions of `release` that apply in `circumstances`, and answers them from `conf`.
 *
 * @param conf a response file
 * @param release as 66 or 79
 */
export function simulate(
  conf: string,
  release: number,
  names: Names,
  circumstances: readonly Circumstance[] = [],
  arch: Arch = "amd64",
): Simulation {
  const lines = parseResponse(conf);
  const result: Simulation = { asked: [], unanswered: [], swallowed: [], unused: [] };
  for (const question of questionsOf(release, arch)) {
    if (question.when && !circumstances.includes(question.when)) continue;
    if (question.unless && circumstances.includes(question.unless)) continue;
    const text = fill(question.text, names);
    const line = consume(lines, text);
    if (!line) {
      result.unanswered.push(text);
      const fallback = question.default;
      const answer = fallback === undefined ? {} : { answer: fill(fallback, names) };
      result.asked.push({ question, text, ...answer });
      continue;
    }
    const meant = question.key === undefined ? undefined : fill(question.key, names);
    if (line.key !== meant) result.swallowed.push({ key: line.key, text });
    result.asked.push({ question, text, answer: line.value, key: line.key });
  }
  result.unused = lines.map((line) => line.key);
  return result;
}
