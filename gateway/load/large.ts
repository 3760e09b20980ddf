/**
 * Which descriptions take long enough to be judged that a person may not want to wait.
 * @module
 */

/** Bytes that are judged in a fraction of a second. */
const SMALL = 64 << 10;

/** Whether one of `files` is large, a pipe, or anything else whose size says nothing. */
export async function areLarge(files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    const info = await Deno.stat(file).catch(() => undefined);
    if (info && (!info.isFile || info.size > SMALL)) return true;
  }
  return files.length > 100;
}
