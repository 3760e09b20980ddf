/**
 * Reading from a disk image by offset; all readers in this folder use this.
 * @module
 */
import { damaged } from "./damaged.ts";
import { openDisk } from "./open_disk.ts";
import { type Extent, extentsOf } from "../../host/extents.ts";

/** Random access to the bytes of an image. */
export interface Source extends Disposable {
  /** Name in messages. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /**
   * Reads exactly `length` bytes. The caller must not change the result: it may be cached.
   *
   * @throws {GatewrightError} `verification` if a part is outside the image
   */
  read(offset: number, length: number): Promise<Uint8Array>;
  /** Whether the range is a hole, so that it reads as zeros. False if unknown. */
  isHole(offset: number, length: number): Promise<boolean>;
  /** Data and holes, in order; empty if unknown. Looked up once. */
  extents?(): Promise<readonly Extent[]>;
}

/** Limit of a read in bytes, so that no number on a disk determines the use of memory. */
export const MAX_READ = 4 << 20;

const BLOCK = 64 << 10;
const CACHED_BLOCKS = 64;

/** Refuses a range that is not within the source. */
export function checkRange(
  source: { name: string; size: number },
  offset: number,
  length: number,
): void {
  const sane = Number.isSafeInteger(offset) && Number.isSafeInteger(length) && offset >= 0 &&
    length >= 0 && length <= MAX_READ;
  if (!sane || offset + length > source.size) {
    throw damaged(
      source.name,
      "the image points beyond its own end",
      `${length} bytes at ${offset} wanted, the image has ${source.size}`,
    );
  }
}

/** A source over an open file. Small reads go through a cache of 4 MiB, large ones straight to the file. */
class FileSource implements Source {
  readonly #file: Deno.FsFile;
  readonly #cache = new Map<number, Uint8Array>();
  #extents: Promise<(Extent & { start: number })[]> | undefined;

  constructor(
    readonly name: string,
    readonly size: number,
    file: Deno.FsFile,
    extents?: readonly Extent[],
  ) {
    this.#file = file;
    if (extents) this.#extents = Promise.resolve(placed(extents));
  }

  // Seek and read without an await in between: several readers may share one file.
  #pull(offset: number, length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    this.#file.seekSync(offset, Deno.SeekMode.Start);
    for (let done = 0; done < length;) {
      const count = this.#file.readSync(bytes.subarray(done));
      if (!count) throw damaged(this.name, "the image became shorter while it was read");
      done += count;
    }
    return bytes;
  }

  #block(number: number): Uint8Array {
    let block = this.#cache.get(number);
    if (block) this.#cache.delete(number);
    else block = this.#pull(number * BLOCK, Math.min(BLOCK, this.size - number * BLOCK));
    this.#cache.set(number, block);
    if (this.#cache.size > CACHED_BLOCKS) {
      this.#cache.delete(this.#cache.keys().next().value as number);
    }
    return block;
  }

  // deno-lint-ignore require-await -- errors must arrive as rejections
  async read(offset: number, length: number): Promise<Uint8Array> {
    checkRange(this, offset, length);
    if (length >= BLOCK) return this.#pull(offset, length);
    if (length === 0) return new Uint8Array(0);
    const first = Math.floor(offset / BLOCK);
    const last = Math.floor((offset + length - 1) / BLOCK);
    const start = offset - first * BLOCK;
    if (first === last) return this.#block(first).subarray(start, start + length);
    const out = new Uint8Array(length);
    const head = this.#block(first).subarray(start);
    out.set(head);
    out.set(this.#block(last).subarray(0, length - head.length), head.length);
    return out;
  }

  extents(): Promise<(Extent & { start: number })[]> {
    return this.#extents ??= this.#map();
  }

  async isHole(offset: number, length: number): Promise<boolean> {
    const extents = await this.extents();
    let low = 0;
    for (let high = extents.length; high - low > 1;) {
      const middle = (low + high) >> 1;
      if (extents[middle]!.start <= offset) low = middle;
      else high = middle;
    }
    const found = extents[low];
    return found !== undefined && !found.data && offset >= found.start &&
      offset + length <= found.start + found.length;
  }

  async #map() {
    const info = await this.#file.stat();
    // By file descriptor: the name may lead to another file by now.
    const path = await openPath(info);
    return placed(path === undefined ? [] : await extentsOf(path, info) ?? []);
  }

  [Symbol.dispose](): void {
    this.#cache.clear();
    this.#file.close();
  }
}

/** Extents, each with its byte offset. */
function placed(extents: readonly Extent[]): (Extent & { start: number })[] {
  let start = 0;
  return extents.map((extent) => {
    start += extent.length;
    return { ...extent, start: start - extent.length };
  });
}

/** The proc(5) path of a file that this process has open; undefined without proc(5). */
async function openPath({ dev, ino }: Deno.FileInfo): Promise<string | undefined> {
  const folder = `/proc/${Deno.pid}/fd`;
  try {
    for await (const { name } of Deno.readDir(folder)) {
      const other = await Deno.stat(`${folder}/${name}`).catch(() => undefined);
      if (other?.dev === dev && other.ino === ino) return `${folder}/${name}`;
    }
  } catch {
    // Not Linux.
  }
  return undefined;
}

/** Options of opening an image. */
export interface OpenOptions {
  /** Name in messages; default: its path. */
  name?: string;
  /** Its extents, if they were looked up before. */
  extents?: readonly Extent[];
}

/**
 * Opens an image (a file or a block device) for reading.
 *
 * @throws {GatewrightError} `failed` if it cannot be opened
 */
export async function openSource(path: string, options: OpenOptions = {}): Promise<Source> {
  const file = await openDisk(path);
  try {
    // Not stat(2): it reports size 0 for a block device.
    const size = await file.seek(0, Deno.SeekMode.End);
    return new FileSource(options.name ?? path, size, file, options.extents);
  } catch (error) {
    file.close();
    throw error;
  }
}

/** A window onto a part of a source; closing it does not close the source. */
export function sliceSource(source: Source, offset: number, size: number, name?: string): Source {
  const part = { name: name ?? source.name, size };
  if (!(offset >= 0 && size >= 0 && offset + size <= source.size)) {
    throw damaged(
      part.name,
      "reaches beyond the end of the image",
      `${size} bytes at ${offset}, the image has ${source.size}`,
    );
  }
  return {
    ...part,
    read: (at, length) => {
      try {
        checkRange(part, at, length);
      } catch (error) {
        return Promise.reject(error);
      }
      return source.read(offset + at, length);
    },
    isHole: (at, length) => source.isHole(offset + at, length),
    [Symbol.dispose]: () => {},
  };
}
