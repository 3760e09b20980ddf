/**
 * Splits a pf.conf(5) into tokens, as pfctl(8) does: macros are replaced, lines that end in `\` are
 * joined.
 * @module
 */
import { KEYWORDS } from "../names/words.ts";
import { endsNumber, isAlnum, isBare, isDigit } from "./characters.ts";
import type { Token } from "./token.ts";

const NEWLINE = 10;
const BACKSLASH = 92;
const END = -1;

/** Maximum length of a word in pfctl(8). */
const LONGEST = 8094;

const SIGNS_OF_TWO = new Set(["!=", "<>", "<=", "><", ">="]);

/**
 * Returns one token after the other. A macro must be in `macros` before the line that uses it is
 * read.
 */
export class Lexer {
  /** Values of macros. */
  readonly macros: Map<string, string>;
  /** Offsets of comments that end in `\`, which continues them on the next line. */
  readonly joinedComments: number[] = [];

  readonly #text: string;
  /** Position: counts characters as they are read, of the text and of macro values. */
  #pos = 0;
  /** The macro value from #from to #to; after it, position and offset differ by #shift. */
  #value = "";
  #from = 0;
  #to = 0;
  #shift = 0;
  /** Offset of the macro use whose value is being read. */
  #use = 0;
  #ended = false;

  /** `macros` is shared by the files of a rule set. */
  constructor(text: string, macros: Map<string, string>) {
    this.#text = text;
    this.macros = macros;
  }

  /** The next token; after the last one, `end` every time. */
  next(): Token {
    for (;;) {
      const token = this.#token();
      if (token) return token;
    }
  }

  /** Undefined if a macro was replaced. */
  #token(): Token | undefined {
    let start = this.#pos;
    let code = this.#take();
    while (code === 32 || code === 9) {
      start = this.#pos;
      code = this.#take();
    }
    const at = this.#offset(start);
    if (code === 35) return this.#comment(at);
    if (code === 36 && start >= this.#to) return this.#macro(at);
    if (code === 34 || code === 39) return this.#quoted(at, code);
    if (code === 45 || isDigit(code)) {
      const number = this.#number(at, start);
      if (number) return number;
    }
    if (isAlnum(code) || code === 58 || code === 95) return this.#word(at, code);
    return this.#sign(at, code);
  }

  #comment(at: number): Token {
    let comment = "";
    let joined = false;
    for (;;) {
      const code = this.#raw();
      if (code === END) this.#ended = true;
      if (code === END || code === NEWLINE) break;
      comment += String.fromCharCode(code);
      if (code !== BACKSLASH) continue;
      const next = this.#raw();
      if (next === NEWLINE) joined = true;
      if (next !== END) comment += next === NEWLINE ? " " : String.fromCharCode(next);
    }
    if (joined) this.joinedComments.push(at);
    return { kind: "newline", text: "\n", at, comment: comment.replace(/^ /, "").trimEnd() };
  }

  #macro(at: number): Token | undefined {
    let name = "";
    for (;;) {
      const before = this.#pos;
      const code = this.#take();
      if (isAlnum(code) || code === 95) name += String.fromCharCode(code);
      else {
        this.#pos = before;
        break;
      }
    }
    const value = this.macros.get(name);
    if (value === undefined) {
      const reason = name === ""
        ? "$ is not followed by the name of a macro"
        : `there is no macro ${name} above this line`;
      return this.#broken(at, reason);
    }
    const offset = this.#pos + this.#shift;
    this.#value = value;
    this.#from = this.#pos;
    this.#to = this.#pos + value.length;
    this.#shift = offset - this.#to;
    this.#use = at;
    return undefined;
  }

  #quoted(at: number, quote: number): Token {
    let text = "";
    for (;;) {
      const code = this.#raw();
      if (code === END) {
        return this.#broken(at, "the quotes are not closed", "end the text with a quote");
      }
      if (code === quote) break;
      if (code === NEWLINE) continue;
      if (code === 0) return this.#broken(at, "text in quotes with a NUL character");
      if (code === BACKSLASH) {
        const next = this.#at(this.#pos);
        if (next === quote || next === 32 || next === 9) {
          this.#pos++;
          text += String.fromCharCode(next);
          continue;
        }
        if (next === NEWLINE) {
          this.#pos++;
          continue;
        }
      }
      text += String.fromCharCode(code);
      if (text.length > LONGEST) {
        return this.#broken(at, `a word of more than ${LONGEST} characters`);
      }
    }
    return { kind: "string", text, at, quoted: true };
  }

  /** Undefined, with the position unchanged, if the digits start a word. */
  #number(at: number, start: number): Token | undefined {
    const behindFirst = this.#pos;
    this.#pos = start;
    let text = String.fromCharCode(this.#take());
    let before = this.#pos;
    let code = this.#take();
    while (isDigit(code)) {
      text += String.fromCharCode(code);
      before = this.#pos;
      code = this.#take();
    }
    if (text === "-" || !(code === END || endsNumber(code))) {
      this.#pos = behindFirst;
      return undefined;
    }
    this.#pos = before;
    const number = text.length > 20 ? undefined : BigInt(text);
    if (number === undefined || BigInt.asIntN(64, number) !== number) {
      return this.#broken(at, `the number ${text} is too large`);
    }
    return { kind: "number", text: String(number), at };
  }

  #word(at: number, first: number): Token {
    let text = String.fromCharCode(first);
    for (;;) {
      const before = this.#pos;
      const code = this.#take();
      if (!isBare(code)) {
        this.#pos = before;
        break;
      }
      text += String.fromCharCode(code);
      if (text.length > LONGEST) {
        return this.#broken(at, `a word of more than ${LONGEST} characters`);
      }
    }
    return { kind: KEYWORDS.has(text) ? "keyword" : "string", text, at };
  }

  #sign(at: number, code: number): Token {
    if (code === END) {
      if (this.#ended) return { kind: "end", text: "", at };
      this.#ended = true;
      return { kind: "newline", text: "\n", at };
    }
    if (code === NEWLINE) return { kind: "newline", text: "\n", at };
    const text = String.fromCharCode(code);
    if (code === 33 || code === 60 || code === 62) {
      const before = this.#pos;
      const next = this.#take();
      const both = text + (next === END ? "" : String.fromCharCode(next));
      if (SIGNS_OF_TWO.has(both)) return { kind: "sign", text: both, at };
      this.#pos = before;
    }
    return { kind: "sign", text, at };
  }

  /** Skips the rest of the line, but not the newline. */
  #broken(at: number, text: string, next?: string): Token {
    for (;;) {
      const before = this.#pos;
      const code = this.#take();
      if (code !== END && code !== NEWLINE) continue;
      this.#pos = before;
      return { kind: "broken", text, at, ...(next === undefined ? {} : { next }) };
    }
  }

  /** The next character outside quotes: `\` with a newline is skipped, any other `\` is dropped. */
  #take(): number {
    for (;;) {
      const code = this.#raw();
      if (code !== BACKSLASH) return code;
      const next = this.#raw();
      if (next !== NEWLINE) return next;
    }
  }

  #raw(): number {
    const code = this.#at(this.#pos);
    if (code !== END) this.#pos++;
    return code;
  }

  /** The character at a position not before the last macro use. */
  #at(pos: number): number {
    if (pos < this.#to) return this.#value.charCodeAt(pos - this.#from);
    const offset = pos + this.#shift;
    return offset < this.#text.length ? this.#text.charCodeAt(offset) : END;
  }

  #offset(pos: number): number {
    return pos < this.#to ? this.#use : Math.min(pos + this.#shift, this.#text.length);
  }
}
