/**
 * Feeds an open file to a program.
 * @module
 */

const PIECE = 1 << 20;

/**
 * Reads `file` from where it is to its end and writes all of it to `to`, which is closed then.
 *
 * @param onBytes told each piece before it is written
 */
export async function pour(
  file: Deno.FsFile,
  to: WritableStream<Uint8Array<ArrayBuffer>>,
  onBytes: (bytes: Uint8Array) => void,
): Promise<void> {
  const writer = to.getWriter();
  try {
    for (;;) {
      // The pipe keeps what it was given until it is read: a new buffer for each piece.
      const buffer = new Uint8Array(PIECE);
      const count = await file.read(buffer);
      if (count === null) break;
      onBytes(buffer.subarray(0, count));
      await writer.write(buffer.subarray(0, count));
    }
  } finally {
    await writer.close();
  }
}
