/**
 * Reads files that others named, within bounds: no folder, no endless device, no pipe without a
 * writer, and no more bytes than the caller can use.
 * @module
 */

/** Pipes and terminals passed to this process, as by a shell's `<(command)`. */
const GIVEN = /^\/(dev\/(fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/;

/** The file is of another kind or size than the caller accepts; `message` says which. */
export class UnfitFile extends Error {
  /** `UnfitFile`. */
  override name = "UnfitFile";
}

/**
 * The content of `path`.
 *
 * @param most bytes
 * @param onStatus called with the status of the file before it is read
 * @throws {UnfitFile} if it is not a file, or larger than `most`.
 * @throws {Error} from the file system.
 */
export async function readBounded(
  path: string,
  most: number,
  onStatus: (info: Deno.FileInfo) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  // Checked before the open: opening a pipe blocks until there is a writer.
  refuse(await Deno.stat(path), path, most);
  using file = await Deno.open(path);
  const info = await file.stat();
  refuse(info, path, most);
  onStatus(info);
  const bytes = new Uint8Array(most + 1 > info.size && info.isFile ? info.size + 1 : most + 1);
  let length = 0;
  while (length < bytes.length) {
    const count = await file.read(bytes.subarray(length));
    if (count === null) return bytes.slice(0, length);
    length += count;
  }
  // A file of /proc or /sys, or one that grows, has more bytes than its status says.
  if (length <= most) return await rest(file, bytes, most);
  throw tooLarge(most);
}

/** The content of `path` as UTF-8; see {@linkcode readBounded}. */
export async function readTextBounded(path: string, most: number): Promise<string> {
  return new TextDecoder().decode(await readBounded(path, most));
}

/**
 * Standard input, to its end.
 *
 * @param most bytes
 * @throws {UnfitFile} if it is larger than `most`.
 */
export async function readStandardInput(most: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(most + 1);
  let length = 0;
  while (length < bytes.length) {
    // Not /dev/stdin, which cannot be opened where it is a socket.
    // deno-lint-ignore house/output -- a file comes here; nobody is asked anything
    const count = await Deno.stdin.read(bytes.subarray(length));
    if (count === null) return bytes.slice(0, length);
    length += count;
  }
  throw tooLarge(most);
}

async function rest(
  file: Deno.FsFile,
  beginning: Uint8Array,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(most + 1);
  bytes.set(beginning);
  let length = beginning.length;
  while (length < bytes.length) {
    const count = await file.read(bytes.subarray(length));
    if (count === null) return bytes.slice(0, length);
    length += count;
  }
  throw tooLarge(most);
}

function refuse(info: Deno.FileInfo, path: string, most: number): void {
  if (info.isDirectory) throw new UnfitFile("it is a folder");
  if (info.isFile && info.size > most) throw tooLarge(most);
  if (info.isFile || GIVEN.test(path)) return;
  throw new UnfitFile(
    info.isFifo
      ? "it is a named pipe, which may have no writer"
      : info.isSocket
      ? "it is a socket"
      : "it is a device",
  );
}

function tooLarge(most: number): UnfitFile {
  return new UnfitFile(
    `it is larger than ${most >= 1 << 20 ? `${most >> 20} MiB` : `${most >> 10} KiB`}`,
  );
}
