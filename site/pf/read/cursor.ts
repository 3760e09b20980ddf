/**
 * Moves through the tokens of a pf.conf(5), and complains of unexpected ones.
 * @module
 */
import { nearest } from "../../../host/nearest.ts";
import type { PfComplaint } from "../model/complaint.ts";
import type { Place } from "../model/place.ts";
import type { Lexer } from "./lexer.ts";
import type { Lines } from "./lines.ts";
import { shown, type Token } from "./token.ts";

/** Limit of nested braces; pfctl(8) does not take many more. */
const DEEPEST_LIST = 100;

/** Longer words are not compared with candidates. */
const LONGEST_MISSPELT = 40;

/** Optional details of a complaint. */
export interface More {
  /** What to type instead. */
  next?: string;
  /** Candidates for a misspelt word. */
  words?: Iterable<string>;
}

/** Ends the parsing of a statement after a complaint. */
export class Refused extends Error {}

/** A position between two tokens. */
export class Cursor {
  /** All complaints so far. */
  readonly complaints: PfComplaint[];
  /** Number of open braces in the statement. */
  depth = 0;
  readonly #lexer: Lexer;
  readonly #lines: Lines;
  #ahead: Token | undefined;

  /** `complaints` is shared by the files of a rule set. */
  constructor(lexer: Lexer, lines: Lines, complaints: PfComplaint[]) {
    this.#lexer = lexer;
    this.#lines = lines;
    this.complaints = complaints;
  }

  /** The next token, without consuming it. */
  peek(): Token {
    return this.#ahead ??= this.#lexer.next();
  }

  /** Consumes the next token. */
  next(): Token {
    const token = this.peek();
    this.#ahead = undefined;
    if (token.kind === "sign") {
      if (token.text === "{") this.depth++;
      if (token.text === "}") this.depth--;
    }
    return token;
  }

  /** The place of a token. */
  place(token: Token): Place {
    return this.#lines.place(token.at);
  }

  /** Whether the next token is this keyword. */
  isKeyword(word: string): boolean {
    const { kind, text } = this.peek();
    return kind === "keyword" && text === word;
  }

  /** Whether the next token is this sign. */
  isSign(sign: string): boolean {
    const { kind, text } = this.peek();
    return kind === "sign" && text === sign;
  }

  /** Consumes this keyword, if it is next. */
  keyword(word: string): boolean {
    if (!this.isKeyword(word)) return false;
    this.next();
    return true;
  }

  /** Consumes this sign, if it is next. */
  sign(sign: string): boolean {
    if (!this.isSign(sign)) return false;
    this.next();
    return true;
  }

  /** Skips newlines, where a list may be broken. */
  newlines(): void {
    while (this.peek().kind === "newline") this.next();
  }

  /** Complains about `token`, and continues. */
  complain(token: Token, reason: string, more: More = {}, severity: "error" | "warning" = "error") {
    const suggestion = more.words && token.text.length <= LONGEST_MISSPELT
      ? nearest(token.text, more.words)
      : undefined;
    this.complaints.push({
      severity,
      reason,
      place: this.place(token),
      ...(more.next === undefined ? {} : { next: more.next }),
      ...(suggestion === undefined ? {} : { suggestion }),
    });
  }

  /** Complains about `token`, and ends the statement. */
  refuse(token: Token, reason: string, more: More = {}): never {
    this.complain(token, reason, more);
    throw new Refused(reason);
  }

  /** Refuses the next token; `allowed` says what is expected. */
  unexpected(allowed: string, more: More = {}): never {
    const token = this.peek();
    if (token.kind === "broken") {
      this.refuse(token, token.text, token.next === undefined ? {} : { next: token.next });
    }
    if (token.kind === "sign" && token.text === "\r") {
      this.refuse(token, "a carriage return: the lines end as on Windows", {
        next: "write the lines with a newline alone at their ends",
      });
    }
    const quotes = token.kind === "keyword" && / name|text/.test(allowed)
      ? { next: `a name that is a keyword of pf.conf must be in quotes: "${token.text}"` }
      : {};
    this.refuse(token, `found ${shown(token)}; allowed: ${allowed}`, { ...quotes, ...more });
  }

  /** A word that is not a keyword, or a quoted one. */
  string(allowed: string, more: More = {}): Token {
    if (this.peek().kind === "string") return this.next();
    if (this.peek().kind === "number" && / name|text/.test(allowed)) {
      const { text } = this.peek();
      this.unexpected(allowed, { next: `a name of digits must be in quotes: "${text}"`, ...more });
    }
    this.unexpected(allowed, more);
  }

  /**
   * One word or several, joined by blanks, as pfctl(8) parses names of tags and files of anchors.
   */
  strings(allowed: string): Token {
    const first = this.string(allowed);
    let text = first.text;
    while (this.peek().kind === "string") text += ` ${this.next().text}`;
    return { ...first, text };
  }

  /** An integer from `least` to `most`. */
  number(what: string, least: number, most: number): number {
    const token = this.peek();
    if (token.kind !== "number") this.unexpected(`${what}, a number`);
    this.next();
    const number = Number(token.text);
    if (number < least || number > most) {
      this.refuse(token, `found ${token.text}; allowed: ${what}, ${least} to ${most}`);
    }
    return number;
  }

  /** Consumes a sign that must be next. */
  expect(sign: string, why: string): void {
    if (!this.sign(sign)) this.unexpected(`${sign} ${why}`);
  }

  /** Consumes a keyword that must be next. */
  expectKeyword(word: string, more: More = {}): void {
    if (!this.keyword(word)) this.unexpected(word, { words: [word], ...more });
  }

  /** A list of `item`s in braces; the next token is the opening brace. */
  list<T>(item: () => T, mayBeEmpty = false): T[] {
    const open = this.next();
    if (this.depth > DEEPEST_LIST) {
      this.refuse(open, `more than ${DEEPEST_LIST} nested lists`);
    }
    this.newlines();
    if (this.isSign("}")) {
      if (mayBeEmpty) {
        this.next();
        return [];
      }
      this.refuse(open, "found an empty list; allowed: at least one element between { and }");
    }
    const items: T[] = [];
    for (;;) {
      items.push(item());
      this.newlines();
      if (this.sign("}")) return items;
      const comma = this.peek();
      if (!this.sign(",")) continue;
      const { kind } = this.peek();
      if (kind === "newline") {
        this.refuse(comma, "a line of a list ends with a comma", {
          next: "leave the comma out, or end the line with \\",
        });
      }
      if (this.isSign("}")) {
        this.refuse(comma, "there is a comma before }", { next: "leave it out" });
      }
    }
  }

  /** One `item`, or a list of them in braces. */
  oneOrList<T>(item: () => T): T[] {
    return this.isSign("{") ? this.list(item) : [item()];
  }

  /** Skips to after the next newline outside braces. */
  skipStatement(starts: ReadonlySet<string>): void {
    for (;;) {
      const token = this.next();
      if (token.kind === "end") return;
      if (token.kind !== "newline") continue;
      const { kind, text } = this.peek();
      if (this.depth <= 0 || kind === "end" || (kind === "keyword" && starts.has(text))) return;
    }
  }
}
