/**
 * Disks of tests.
 * @module
 */
import { checkRange, type Source } from "./source.ts";

/** A source over bytes in memory. */
export function memorySource(bytes: Uint8Array, name = "memory"): Source {
  const source = { name, size: bytes.length };
  return {
    ...source,
    read: (offset, length) => {
      try {
        checkRange(source, offset, length);
        return Promise.resolve(bytes.subarray(offset, offset + length));
      } catch (error) {
        return Promise.reject(error);
      }
    },
    isHole: () => Promise.resolve(false),
    [Symbol.dispose]: () => {},
  };
}
