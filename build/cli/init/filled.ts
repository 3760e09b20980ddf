/**
 * Fills answers into the text of an example.
 * @module
 */
import { parsePrefix } from "../../../gateway/address.ts";
import { FORMS, type Question } from "./kind.ts";
import { EXAMPLE_KEY } from "./kinds.ts";

/** Why `answer` is invalid; undefined if it is valid. */
export function answerFault({ form }: Question, answer: string): string | undefined {
  const [pattern, words] = FORMS[form];
  const written = pattern.test(answer);
  const read = form === "address" || form === "network" || form === "prefixed"
    ? parsePrefix(answer)?.family === 4
    : true;
  return written && read ? undefined : `must be ${words}`;
}

/** Characters of words in a description: addresses, names, paths. */
const WORD = "[\\w.:@/-]";

/** `text` with every whole word in `words` replaced, all at once. */
export function replaceWords(text: string, words: ReadonlyMap<string, string>): string {
  const longestFirst = [...words.keys()].sort((a, b) => b.length - a.length);
  if (longestFirst.length === 0) return text;
  const any = longestFirst.map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|");
  // A full stop followed by a letter is part of the word; otherwise it ends a sentence.
  const pattern = new RegExp(`(?<!${WORD})(?:${any})(?![\\w:@/-]|\\.\\w)`, "g");
  return text.replaceAll(pattern, (word) => words.get(word)!);
}

/** The example `text` with the answers filled in. */
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
    // Key files are named after tunnels, password files after users.
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
