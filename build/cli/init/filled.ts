/**
 * The text of an example with answers in place of what it has.
 * @module
 */
import { parsePrefix } from "../../../gateway/address.ts";
import { FORMS, type Question } from "./kind.ts";
import { EXAMPLE_KEY } from "./kinds.ts";

/** What is wrong with `answer`; undefined if nothing is. */
export function answerFault({ form }: Question, answer: string): string | undefined {
  const [pattern, words] = FORMS[form];
  const written = pattern.test(answer);
  const read = form === "address" || form === "network" || form === "prefixed"
    ? parsePrefix(answer)?.family === 4
    : true;
  return written && read ? undefined : `must be ${words}`;
}

/** Characters that belong to a word of a description: addresses, names, paths. */
const WORD = "[\\w.:@/-]";

/** `text`, in which every whole word of `words` is replaced by what it stands for, all at once. */
export function replaceWords(text: string, words: ReadonlyMap<string, string>): string {
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return text;
  const any = longestFirst.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  // A full stop after a word ends a sentence; before a letter it belongs to the word.
  const pattern = new RegExp(`(?<!${WORD})(?:${any})(?![\\w:@/-]|\\.\\w)`, "g");
  return text.replaceAll(pattern, (word) => words.get(word)!);
}

/** The example `text` as the answers have it. */
export function filled(
  text: string,
  questions: readonly Question[],
  answers: ReadonlyMap<string, string>,
  key: string | undefined,
): string {
  const words = new Map<string, string>();
  for (const { flag, initial, derived = [] } of questions) {
    const answer = answers.get(flag) ?? initial;
    words.set(initial, answer);
    for (const [example, made] of derived) words.set(example, made(answer));
    // A key is named after its tunnel, a password after its person.
    if (flag === "tunnel") words.set(`secrets/${initial}.psk`, `secrets/${answer}.psk`);
    if (flag === "client") words.set(`secrets/${initial}.txt`, `secrets/${answer}.txt`);
  }
  const own = replaceWords(
    text.replace(/^# yaml-language-server:.*\n/, "").replaceAll("../secrets/", "secrets/"),
    words,
  );
  if (key === undefined) return own;
  const example = replaceWords(EXAMPLE_KEY, words);
  return own.replaceAll(example, key)
    .replace(/^.*# Put your own public key here: nobody else can log in\.\n/m, "");
}
