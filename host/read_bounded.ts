/**
 * Reads files that others named, within bounds: not a folder, not a device without an end, no pipe
 * that nobody writes to, and not more than there is a use for.
 * @module
 */

/** Pipes and terminals that this process was given, as by a shell's `<(command)`. */
const GIVEN = /^\/(dev\/(fd\/\d+|stdin)|proc\/self\/fd\/\d+)$/;

/** The file is of another kind or size than was asked for; `message` says which, in words for people. */
export class UnfitFile extends Error {
  /** `UnfitFile`. */
  override name = "UnfitFile";
}

/**
 * The content of `path`.
 *
 * @param most bytes
 * @param onStatus is shown the file's status before it is read
 * @throws {UnfitFile} if it is not a file, or larger than `most`.
 * @throws {Error} of the file system.
 */
export async function readBounded(
  path: string,
  most: number,
  onStatus: (info: Deno.FileInfo) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  // Looked at before it is opened: opening a pipe waits for somebody who writes to it.
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
  // A file of /proc or /sys, or one that grows, has more than its status says.
  if (length <= most) return await rest(file, bytes, most);
  throw tooLarge(most);
}

/** The content of `path` as UTF-8; see {@linkcode readBounded}. */
export async function readTextBounded(path: string, most: number): Promise<string> {
  return new TextDecoder().decode(await readBounded(path, most));
}

/**
 * What comes on standard input, to its end.
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
