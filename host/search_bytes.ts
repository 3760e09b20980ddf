/**
 * Searches a stream for many byte strings at once.
 * @module
 */
import { Buffer } from "node:buffer";
import { isZero } from "./zeros.ts";

/** Up to this many strings are searched one by one; more are indexed by their first bytes. */
const FEW = 8;
/** Length of the prefix that strings are indexed by; no string may be shorter. */
const PREFIX = 4;

interface Sought<T> {
  bytes: Buffer;
  tag: T;
}

/** Strings to search for, each with its label in results. Made once, used for many streams. */
export class SoughtTexts<T> {
  /** Length of the longest string less one: the bytes to carry over from one piece to the next. */
  readonly overlap: number;
  readonly #all: Sought<T>[];
  readonly #byPrefix = new Map<number, Sought<T>[]>();
  readonly #begins: Uint8Array | undefined;

  /** No string may be shorter than four bytes. */
  constructor(strings: [text: string, tag: T][]) {
    this.#all = strings.map(([text, tag]) => ({ bytes: Buffer.from(text), tag }));
    this.overlap = this.#all.reduce((most, { bytes }) => Math.max(most, bytes.length - 1), 0);
    if (strings.length <= FEW) return;
    this.#begins = new Uint8Array(1 << 16);
    for (const one of this.#all) {
      const prefix = one.bytes.readUInt32BE(0);
      this.#begins[prefix >>> 16] = 1;
      const others = this.#byPrefix.get(prefix);
      if (others) others.push(one);
      else this.#byPrefix.set(prefix, [one]);
    }
  }

  /** Adds the labels of strings that occur in `bytes` to `found`. */
  collect(bytes: Buffer, found: Set<T>): void {
    const begins = this.#begins;
    if (!begins) {
      for (const one of this.#all) if (bytes.includes(one.bytes)) found.add(one.tag);
      return;
    }
    for (let at = 0; at + PREFIX <= bytes.length; at++) {
      if (begins[bytes[at]! << 8 | bytes[at + 1]!] === 0) continue;
      for (const { bytes: one, tag } of this.#byPrefix.get(bytes.readUInt32BE(at)) ?? []) {
        if (bytes.subarray(at, at + one.length).equals(one)) found.add(tag);
      }
    }
  }
}

/** Finds strings in one stream of bytes, also across the borders of its pieces. */
export class Search<T> {
  /** Labels found so far. */
  readonly found: Set<T> = new Set();
  readonly #sought: SoughtTexts<T>;
  #tail = Buffer.alloc(0);

  /** Starts a stream. */
  constructor(sought: SoughtTexts<T>) {
    this.#sought = sought;
  }

  /** Takes the next piece of the stream. */
  add(piece: Uint8Array): void {
    const bytes = Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
    // A fresh disk is mostly zeros, which are cheap to skip.
    if (isZero(bytes)) {
      this.#tail = Buffer.alloc(0);
      return;
    }
    const { overlap } = this.#sought;
    this.#sought.collect(bytes, this.found);
    this.#sought.collect(Buffer.concat([this.#tail, bytes.subarray(0, overlap)]), this.found);
    const kept = bytes.length >= overlap ? bytes : Buffer.concat([this.#tail, bytes]);
    this.#tail = Buffer.from(kept.subarray(Math.max(0, kept.length - overlap)));
  }
}
