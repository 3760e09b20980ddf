/**
 * Streams an open file to a program.
 * @module
 */

const PIECE = 1 << 20;

/**
 * Reads `file` from its current position to its end, writes all of it to `to`, and closes that. If
 * the program stops reading, the rest of the file is read all the same; the exit status says why it
 * stopped.
 *
 * @param onBytes called with each piece before it is written
 */
export async function streamInto(
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
    // The pipe keeps the buffer until it is read, so each piece needs a new one.
    const buffer = new Uint8Array(PIECE);
    const count = await file.read(buffer);
    if (count === null) break;
    onBytes(buffer.subarray(0, count));
    if (open) await writer.write(buffer.subarray(0, count)).catch(refused);
  }
  await writer.close().catch(refused);
}
