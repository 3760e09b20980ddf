/**
 * Compares the installer's questions with the table.
 * @module
 */
import type { Question } from "../../autoinstall/question.ts";
import { QUESTIONS, questionsOf } from "../../autoinstall/questions.ts";
import { GatewrightError } from "../../host/error.ts";

/** A question and its answer, on one line of the console. */
const ANSWERED = /^([A-Z].*?\?(?: \([^)]*\))?)(?: \[(.*?)\])? (\S.*)$/;

/** A line that waits for input. */
const WAITING = /(?:\?|\]|\))$/;

/** The question and the answer in a finished line; undefined for other lines. */
export function answeredQuestion(line: string): { question: string; answer: string } | undefined {
  const match = ANSWERED.exec(line);
  return match ? { question: match[1]!, answer: match[3]! } : undefined;
}

/** Whether an unfinished line looks like a prompt. */
export function waits(pending: string): boolean {
  return WAITING.test(pending.trimEnd());
}

/** Whether it has the form of the installer's questions, in the table or not. */
export function asks(pending: string): boolean {
  return /^[A-Z].*\?(?: \([^)]*\))?(?: \[[^\]]*\])?$/.test(pending.trimEnd());
}

/**
 * The entry of the table for `text`, with or without its default; undefined if there is none.
 *
 * @param release as 66 or 79; absent: any
 */
export function knownQuestion(text: string, release?: number): Question | undefined {
  const asked = text.trim().replace(/ \[[^\]]*\]$/, "");
  // Questions of the other architecture are known too: a console does not show the architecture.
  const table = release === undefined
    ? QUESTIONS
    : [...questionsOf(release, "amd64"), ...questionsOf(release, "i386")];
  return table.find((question) => patternOf(question.text).test(asked));
}

/**
 * A text of the table as a pattern, with wildcards for the installer's names. The hint after it may
 * differ or be missing: `HTTP Server?` lists mirrors only if it knows some.
 */
function patternOf(text: string): RegExp {
  const words = /^(.*?\?)(?: \(.*\))?$/.exec(text)?.[1] ?? text;
  const source = words.split(/%(?:if|user|set|sources|time)\b/).map((piece) =>
    RegExp.escape(piece)
  );
  return new RegExp(`^${source.join(".+?")}(?: \\(.*\\))?$`, "i");
}

const NEW = "this release asks new questions: give another release, or report this question";

/** The error of an installer that gave up because of `question`. */
export function unansweredError(question: string, release?: number): GatewrightError {
  const known = knownQuestion(question, release);
  return new GatewrightError(
    known
      ? "the installer asks something the answers do not cover"
      : "the installer asks an unknown question, which the answers do not cover",
    {
      where: "console",
      why: `question: ${question}`,
      next: known?.when === "trouble"
        ? "the lines above the question in the log say what went wrong"
        : known
        ? "compare install.conf with the question, and report it with the log"
        : NEW,
    },
  );
}

/** The error of an installer that waits at `question`. */
export function waitingError(question: string, release?: number): GatewrightError {
  const known = knownQuestion(question, release);
  return new GatewrightError(
    known
      ? "the installer waits for an answer that is not given"
      : "the installer waits for an answer to an unknown question",
    {
      where: "console",
      why: `question: ${question}`,
      next: known
        ? "it has the answer but does not continue: build again, and report it with the log"
        : NEW,
    },
  );
}
