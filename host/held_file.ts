/**
 * Files that are opened once.
 * @module
 */
import { createHash } from "node:crypto";
import { tryLock } from "./locked.ts";
import { writePieces } from "./write_pieces.ts";

const BUFFER = 1 << 20;

/**
 * A file that is open: whatever takes its path later, this content is read, and a removal of the path
 * does not take it away. Dispose of it to close it.
 */
export class HeldFile implements Disposable {
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    /** Where it was when it was opened. */
    readonly path: string,
    /** Bytes. */
    readonly size: number,
    /** As it was when it was opened. */
    readonly info: Deno.FileInfo,
    private readonly file: Deno.FsFile,
  ) {}

  /** Opens `path` for reading. Others see that it is in use. */
  static async open(path: string): Promise<HeldFile> {
    const file = await Deno.open(path);
    try {
      await tryLock(file, "shared");
      const info = await file.stat();
      return new HeldFile(path, info.size, info, file);
    } catch (error) {
      file.close();
      throw error;
    }
  }

  /** Reads from byte `position` on into `buffer`; gives the number of bytes, 0 at the end. */
  async read(buffer: Uint8Array, position: number): Promise<number> {
    // Two readers share the position of the file, so one waits for the other.
    const turn = this.#turn.then(async () => {
      await this.file.seek(position, Deno.SeekMode.Start);
      return await this.file.read(buffer) ?? 0;
    });
    this.#turn = turn.catch(() => {});
    return await turn;
  }

  /** Its pieces from byte `start` up to byte `end`. Throws where the file has become shorter. */
  async *pieces(start = 0, end = this.size): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let at = start; at < end;) {
      const buffer = new Uint8Array(Math.min(BUFFER, end - at));
      const n = await this.read(buffer, at);
      if (n === 0) throw new Error(`${this.path} has become shorter`);
      yield buffer.subarray(0, n);
      at += n;
    }
  }

  /** SHA-256 of all of it, in hexadecimal. */
  async sha256(signal?: AbortSignal): Promise<string> {
    const hash = createHash("sha256");
    for await (const piece of this.pieces()) {
      signal?.throwIfAborted();
      hash.update(piece);
    }
    return hash.digest("hex");
  }

  /** Writes all of it into the new file `path`, for this user alone. */
  async copyTo(path: string): Promise<void> {
    await writePieces(path, this.pieces());
  }

  [Symbol.dispose](): void {
    this.file.close();
  }
}
