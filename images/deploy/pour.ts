/**
 * Feeds an open file to a program.
 * @module
 */

const PIECE = 1 << 20;

/**
 * Reads `file` from where it is to its end and writes all of it to `to`, which is closed then. Where
 * the program takes no more, the rest is read all the same; its status says why.
 *
 * @param onBytes told each piece before it is written
 */
export async function pour(
  file: Deno.FsFile,
  to: WritableStream<Uint8Array<ArrayBuffer>>,
  onBytes: (bytes: Uint8Array) => void,
): Promise<void> {
  const writer = to.getWriter();
  let open = true;
  const refused = () => {
    open = false;
  };
  for (;;) {
    // The pipe keeps what it was given until it is read: a new buffer for each piece.
    const buffer = new Uint8Array(PIECE);
    const count = await file.read(buffer);
    if (count === null) break;
    onBytes(buffer.subarray(0, count));
    if (open) await writer.write(buffer.subarray(0, count)).catch(refused);
  }
  await writer.close().catch(refused);
}
