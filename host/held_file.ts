/**
 * Files that are opened once and read through the open descriptor.
 * @module
 */
import { createHash } from "node:crypto";
import { tryLock } from "./locked.ts";
import { writePieces } from "./write_pieces.ts";

const BUFFER = 1 << 20;

/**
 * An open file: its content is read even if its path is replaced or removed later. Dispose of it to
 * close it.
 */
export class HeldFile implements Disposable {
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(
    /** Its path when it was opened. */
    readonly path: string,
    /** Bytes. */
    readonly size: number,
    /** Its status when it was opened. */
    readonly info: Deno.FileInfo,
    private readonly file: Deno.FsFile,
  ) {}

  /** Opens `path` for reading, with a shared lock. */
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

  /** Reads from byte `position` into `buffer`; returns the number of bytes, 0 at the end. */
  async read(buffer: Uint8Array, position: number): Promise<number> {
    // Readers share one file position, so they take turns.
    const turn = this.#turn.then(async () => {
      await this.file.seek(position, Deno.SeekMode.Start);
      return await this.file.read(buffer) ?? 0;
    });
    this.#turn = turn.catch(() => {});
    return await turn;
  }

  /**
   * Its content from byte `start` up to byte `end`, in pieces. Throws if the file has become
   * shorter.
   */
  async *pieces(start = 0, end = this.size): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let at = start; at < end;) {
      const buffer = new Uint8Array(Math.min(BUFFER, end - at));
      const n = await this.read(buffer, at);
      if (n === 0) throw new Error(`${this.path} has become shorter`);
      yield buffer.subarray(0, n);
      at += n;
    }
  }

  /** SHA-256 of the whole file, in hexadecimal. */
  async sha256(signal?: AbortSignal): Promise<string> {
    const hash = createHash("sha256");
    for await (const piece of this.pieces()) {
      signal?.throwIfAborted();
      hash.update(piece);
    }
    return hash.digest("hex");
  }

  /** Writes the whole content into the new file `path`, mode 0600. */
  async copyTo(path: string): Promise<void> {
    await writePieces(path, this.pieces());
  }

  [Symbol.dispose](): void {
    this.file.close();
  }
}
