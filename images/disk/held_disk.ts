/**
 * A disk whose first bytes are kept back: it is written and read as a whole, and boots only when
 * {@linkcode HeldDisk.release} has put its head in place, last of all.
 * @module
 */
import { CHUNK, type Digest, digestOf } from "./chunks.ts";
import { misread, readFull, writeFull } from "./target_file.ts";
import type { Sink } from "./sink.ts";
import type { Source } from "./source.ts";
import { isZero, zeros } from "../../host/zeros.ts";

/** What is written behind the head goes to the target at once, the head stays in memory. */
export class HeldDisk implements Sink, Source {
  readonly #file: Deno.FsFile;
  readonly #head: Uint8Array;
  /** What was written behind the head since {@linkcode HeldDisk.check}, by place. */
  #written = new Map<number, { length: number; digest: Digest }>();

  /**
   * @param head the first bytes of the disk, which are not on the target
   * @param name how messages name the target
   */
  constructor(file: Deno.FsFile, head: Uint8Array, readonly size: number, readonly name: string) {
    this.#file = file;
    this.#head = head.slice();
  }

  /** As {@linkcode Source.read}. */
  async read(at: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    const held = this.#head.subarray(at, at + length);
    bytes.set(held);
    if (length > held.length) {
      await readFull(this.#file, at + held.length, bytes.subarray(held.length), this.name);
    }
    return bytes;
  }

  /** Nothing is known of a target. */
  isHole(): Promise<boolean> {
    return Promise.resolve(false);
  }

  /** Writes all of `bytes`. */
  async write(at: number, bytes: Uint8Array): Promise<void> {
    const held = Math.max(0, Math.min(bytes.length, this.#head.length - at));
    if (held > 0) this.#head.set(bytes.subarray(0, held), at);
    if (held === bytes.length) return;
    const rest = bytes.subarray(held);
    await writeFull(this.#file, at + held, rest);
    this.#written.set(at + held, { length: rest.length, digest: digestOf(rest) });
  }

  /** Makes a range read as zeros. What is zero already, as on a fresh target, is not written. */
  async zero(at: number, length: number): Promise<void> {
    for (let done = 0; done < length; done += CHUNK) {
      const part = Math.min(CHUNK, length - done);
      const found = await this.read(at + done, part);
      if (!isZero(found)) await this.write(at + done, zeros(part));
    }
  }

  /**
   * Reads back what was written behind the head.
   *
   * @param flush has the target forget what is only in memory
   * @throws {GatewrightError} (verification) naming a place that differs
   */
  async check(flush: () => Promise<void>): Promise<void> {
    await this.#file.sync();
    await flush();
    for (const [at, { length, digest }] of this.#written) {
      if (digestOf(await this.read(at, length)) !== digest) throw misread(this.name, at);
    }
    this.#written = new Map();
  }

  /** The head as it will be. */
  get head(): Uint8Array {
    return this.#head;
  }

  /** Puts the head in place, behind everything else: from now on the disk boots. */
  async release(): Promise<void> {
    await this.#file.sync();
    await writeFull(this.#file, 0, this.#head);
    await this.#file.sync();
  }

  /** Does not close the target. */
  [Symbol.dispose](): void {}
}
