/**
 * Which descriptions take long enough to be judged that a person may not want to wait.
 * @module
 */

import { STANDARD_INPUT } from "./standard_input.ts";

/** Bytes that are judged in a fraction of a second. */
const SMALL = 64 << 10;

/** Whether one of `files` is large, standard input, a pipe, or anything else whose size says nothing. */
export async function areLarge(files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    if (file === STANDARD_INPUT) return true;
    const info = await Deno.stat(file).catch(() => undefined);
    if (info && (!info.isFile || info.size > SMALL)) return true;
  }
  return files.length > 100;
}
