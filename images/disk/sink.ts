/**
 * Where bytes of a disk, or of a part of it, are written to.
 * @module
 */

/** Writes at a place; offsets count from the begin of what it stands for. */
export interface Sink {
  /** Writes all of `bytes`. */
  write(at: number, bytes: Uint8Array): Promise<void>;
  /** Makes a range read as zeros. */
  zero(at: number, length: number): Promise<void>;
}

/** Bytes to be written. */
export interface Patch {
  /** Byte offset on the disk. */
  at: number;
  /** What to write there. */
  bytes: Uint8Array<ArrayBuffer>;
}
