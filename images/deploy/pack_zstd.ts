/**
 * Packs a raw image into a zstd(1) file.
 * @module
 */
import { createHash } from "node:crypto";
import { GatewrightError } from "../../host/error.ts";
import { startProgram, stopProgram } from "../../host/start_program.ts";

/** A packed image. */
export interface Packed {
  /** Bytes. */
  size: number;
  /** Hexadecimal. */
  sha256: string;
}

/**
 * Compresses `raw` into the new file `out` (mode 0600: the disk holds keys), on all processors. The
 * same image gives the same bytes with the same version of zstd, however many processors there are.
 *
 * @param onProgress percent, 0 to 100.
 * @throws {GatewrightError} if zstd is not installed or fails; `out` is then removed.
 */
export async function packZstd(
  raw: string,
  out: string,
  onProgress: (percent: number) => void,
  signal?: AbortSignal,
): Promise<Packed> {
  using input = await Deno.open(raw);
  const total = (await input.stat()).size;
  // A window of 128 MiB: sets and kernels share text. More would need a flag to unpack.
  const args = ["-q", "-c", "-T0", "-10", "--long=27", `--stream-size=${total}`];
  const child = startProgram("zstd", args, { stdin: "piped", ...(signal ? { signal } : {}) });
  const hash = createHash("sha256");
  let size = 0;
  try {
    const said = new Response(child.stderr).text();
    // A broken pipe shows in the program's status.
    const fed = feed(input, child.stdin, total, onProgress).catch(() => {});
    {
      using file = await Deno.open(out, { write: true, createNew: true, mode: 0o600 });
      for await (const bytes of child.stdout) {
        hash.update(bytes);
        size += bytes.length;
        for (let done = 0; done < bytes.length;) done += await file.write(bytes.subarray(done));
      }
      await file.sync();
    }
    await fed;
    const { code } = await child.status;
    const words = (await said).trim();
    signal?.throwIfAborted();
    if (code !== 0) {
      throw new GatewrightError("the image cannot be packed", {
        where: raw,
        why: words || `zstd ended with status ${code}`,
        next: "correct what it names and try again",
      });
    }
    return { size, sha256: hash.digest("hex") };
  } catch (error) {
    stopProgram(child, "SIGTERM");
    await child.status;
    await Deno.remove(out).catch(() => {});
    throw error;
  }
}

async function feed(
  input: Deno.FsFile,
  to: WritableStream<Uint8Array<ArrayBuffer>>,
  total: number,
  onProgress: (percent: number) => void,
): Promise<void> {
  const writer = to.getWriter();
  try {
    let done = 0;
    while (done < total) {
      // The pipe keeps what it was given until it is read: a new buffer for each piece.
      const buffer = new Uint8Array(Math.min(1 << 20, total - done));
      const count = await input.read(buffer);
      if (count === null) break;
      await writer.write(buffer.subarray(0, count));
      done += count;
      onProgress(done / total * 100);
    }
  } finally {
    await writer.close();
  }
}
