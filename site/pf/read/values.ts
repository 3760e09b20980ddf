/**
 * Parses single values: flags, icmp types, types of service, probabilities.
 * @module
 */
import type { IcmpMatch } from "../model/rule.ts";
import { icmpCode, icmpCodeNames, type IcmpKind, icmpType, icmpTypeNames } from "../names/icmp.ts";
import { TCP_FLAGS, TOS_NAMES, tosNumber } from "../names/words.ts";
import type { Cursor } from "./cursor.ts";

/** One side of S/SA, in pf's order. */
export function readFlagLetters(cursor: Cursor): string {
  const token = cursor.string("flags of tcp, as in S/SA, or any");
  if (![...token.text].every((letter) => TCP_FLAGS.includes(letter))) {
    cursor.refuse(token, `found ${token.text}; allowed: letters of ${TCP_FLAGS}`);
  }
  return [...TCP_FLAGS].filter((letter) => token.text === "" || token.text.includes(letter)).join(
    "",
  );
}

/** A type of icmp or icmp6, with or without a code. */
export function readIcmp(cursor: Cursor, kind: IcmpKind): IcmpMatch {
  const token = cursor.peek();
  let type: number | undefined;
  if (token.kind === "number") type = cursor.number(`a type of ${kind}`, 0, 255);
  else {
    cursor.string(`a type of ${kind}`);
    type = icmpType(kind, token.text);
    if (type === undefined) {
      cursor.refuse(token, `${token.text} is not a type of ${kind}`, {
        words: icmpTypeNames(kind),
      });
    }
  }
  if (!cursor.keyword("code")) return { type };
  const word = cursor.peek();
  if (word.kind === "number") return { type, code: cursor.number("a code", 0, 255) };
  cursor.string("a code");
  const code = icmpCode(kind, type, word.text);
  if (code === undefined) {
    cursor.refuse(word, `${word.text} is not a code of ${kind} type ${token.text}`, {
      words: icmpCodeNames(kind, type),
    });
  }
  return { type, code };
}

/** The argument of `tos`. */
export function readTos(cursor: Cursor): number {
  const token = cursor.peek();
  if (token.kind === "number") return cursor.number("a type of service", 0, 255);
  cursor.string("a type of service");
  const tos = tosNumber(token.text);
  if (tos === undefined) {
    cursor.refuse(token, `found ${token.text}; allowed: a type of service, 0x00 to 0xff`, {
      words: TOS_NAMES,
    });
  }
  return tos;
}

/** A probability in percent, above 0 and at most 100. */
export function readProbability(cursor: Cursor): number {
  const token = cursor.peek();
  const [, digits, percent] = /^([0-9]*\.?[0-9]*(?:[eE][+-]?[0-9]+)?)(%?)$/.exec(token.text) ?? [];
  const number = digits === undefined || digits === "" || digits === "." ? NaN : Number(digits);
  const share = Number((percent ? number : number * 100).toPrecision(12));
  if ((token.kind !== "number" && token.kind !== "string") || !(share >= 0 && share <= 100)) {
    cursor.unexpected("a probability, as 10% or 0.1");
  }
  cursor.next();
  return share;
}
