/**
 * Writing to an open file or connection.
 * @module
 */

/** Writes all of `bytes`, in as many calls as it takes. */
export async function writeAll(
  to: { write(bytes: Uint8Array): Promise<number> },
  bytes: Uint8Array,
): Promise<void> {
  for (let done = 0; done < bytes.length;) done += await to.write(bytes.subarray(done));
}
