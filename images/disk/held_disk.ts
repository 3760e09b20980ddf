/**
 * A disk whose first bytes are held in memory: it is read and written as a whole, and boots only
 * after {@linkcode HeldDisk.release} has written its head, last of all.
 * @module
 */
import { CHUNK, type Digest, digestOf } from "./chunks.ts";
import { misread, readFull, writeFull } from "./target_file.ts";
import type { Sink } from "./sink.ts";
import type { Source } from "./source.ts";
import { isZero, zeros } from "../../host/zeros.ts";

/** Writes behind the head go to the target at once; the head stays in memory. */
export class HeldDisk implements Sink, Source {
  readonly #file: Deno.FsFile;
  readonly #head: Uint8Array;
  /** Bytes written behind the head since {@linkcode HeldDisk.check}, by offset. */
  #written = new Map<number, { length: number; digest: Digest }>();

  /**
   * @param head the first bytes of the disk, which are not on the target
   * @param name name of the target in messages
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

  /** Holes of a target are unknown. */
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

  /** Makes a range read as zeros. Parts that are zero already are not written. */
  async zero(at: number, length: number): Promise<void> {
    for (let done = 0; done < length; done += CHUNK) {
      const part = Math.min(CHUNK, length - done);
      const found = await this.read(at + done, part);
      if (!isZero(found)) await this.write(at + done, zeros(part));
    }
  }

  /**
   * Reads back the bytes written behind the head.
   *
   * @param flush drops cached pages of the target
   * @throws {GatewrightError} (verification) naming an offset that differs
   */
  async check(flush: () => Promise<void>): Promise<void> {
    await this.#file.sync();
    await flush();
    for (const [at, { length, digest }] of this.#written) {
      if (digestOf(await this.read(at, length)) !== digest) throw misread(this.name, at);
    }
    this.#written = new Map();
  }

  /** The future head of the disk. */
  get head(): Uint8Array {
    return this.#head;
  }

  /** Writes the head, after everything else: from now on the disk boots. */
  async release(): Promise<void> {
    await this.#file.sync();
    await writeFull(this.#file, 0, this.#head);
    await this.#file.sync();
  }

  /** Does not close the target. */
  [Symbol.dispose](): void {}
}
