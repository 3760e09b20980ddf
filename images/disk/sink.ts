/**
 * Writing to a disk, or to a part of it.
 * @module
 */

/** Writes at offsets, which count from the start of the disk or part. */
export interface Sink {
  /** Writes all of `bytes`. */
  write(at: number, bytes: Uint8Array): Promise<void>;
  /** Makes a range read as zeros. */
  zero(at: number, length: number): Promise<void>;
}

/** Bytes to write at an offset. */
export interface Patch {
  /** Byte offset on the disk. */
  at: number;
  /** The bytes. */
  bytes: Uint8Array<ArrayBuffer>;
}
