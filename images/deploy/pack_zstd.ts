/**
 * Packs a raw image into a zstd(1) file.
 * @module
 */
import { createHash } from "node:crypto";
import { GatewrightError } from "../../host/error.ts";
import { countOf, type Digest } from "../disk/chunks.ts";
import type { Source } from "../disk/source.ts";
import { checkedChunk } from "./checked_chunk.ts";
import { startProgram, stopProgram } from "../../host/start_program.ts";
import { writeAll } from "../../host/write_all.ts";

/** Result: a compressed image. */
export interface CompressedFile {
  /** Bytes. */
  size: number;
  /** Hexadecimal. */
  sha256: string;
}

/** What to pack. */
export interface Raw {
  /** A raw image. */
  source: Source;
  /** Digests of its pieces, if they were computed before; the packed bytes must match them. */
  digests?: readonly Digest[];
}

/**
 * Compresses `raw` into the new file `out` (mode 0600: the disk holds keys), on all processors. The
 * same image gives the same bytes with the same version of zstd, regardless of the number of
 * processors.
 *
 * @param onProgress percent, 0 to 100.
 * @throws {GatewrightError} if zstd is not installed or fails; `out` is then removed.
 */
export async function packZstd(
  raw: Raw,
  out: string,
  onProgress: (percent: number) => void,
  signal?: AbortSignal,
): Promise<CompressedFile> {
  const total = raw.source.size;
  // A window of 128 MiB, because sets and kernels share text. Unpacking a larger one would need a
  // flag.
  const args = ["-q", "-c", "-T0", "-10", "--long=27", `--stream-size=${total}`];
  const child = startProgram("zstd", args, { stdin: "piped", ...(signal ? { signal } : {}) });
  const hash = createHash("sha256");
  let size = 0;
  try {
    const said = new Response(child.stderr).text();
    let fault: unknown;
    const fed = feed(raw, child.stdin, onProgress, signal).catch((error) => {
      fault = error;
    });
    {
      using file = await Deno.open(out, { write: true, createNew: true, mode: 0o600 });
      for await (const bytes of child.stdout) {
        hash.update(bytes);
        size += bytes.length;
        await writeAll(file, bytes);
      }
      await file.sync();
    }
    await fed;
    const { code } = await child.status;
    const words = (await said).trim();
    signal?.throwIfAborted();
    // A broken pipe is reported by the exit status of zstd; any other error is the cause.
    if (fault instanceof GatewrightError || code === 0 && fault) throw fault;
    if (code !== 0) {
      throw new GatewrightError("the image cannot be packed", {
        where: raw.source.name,
        why: words || `zstd ended with status ${code}`,
        next: "correct what it reports and try again",
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
  { source, digests }: Raw,
  to: WritableStream<Uint8Array<ArrayBuffer>>,
  onProgress: (percent: number) => void,
  signal?: AbortSignal,
): Promise<void> {
  const writer = to.getWriter();
  try {
    const count = countOf(source.size);
    for (let index = 0; index < count; index++) {
      signal?.throwIfAborted();
      // The pipe keeps the buffer until it is read, so each piece is copied.
      await writer.write((await checkedChunk(source, index, digests)).slice());
      onProgress((index + 1) / count * 100);
    }
  } catch (error) {
    // Without the size zstd would wait for more input, or pack a part.
    await writer.abort(error).catch(() => {});
    throw error;
  }
  await writer.close();
}
