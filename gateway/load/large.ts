/**
 * Which descriptions take long enough to be checked that a person may not want to wait.
 * @module
 */
import { resolve } from "node:path";
import { readTextBounded } from "../../host/read_bounded.ts";
import { parseDescriptionDocument } from "../document/document.ts";
import { extendedFiles } from "./extended.ts";
import { STANDARD_INPUT } from "./standard_input.ts";

/** Bytes that are checked in a fraction of a second. */
const SMALL = 64 << 10;

/**
 * Whether one of `files` is large with all that it extends, standard input, a pipe, or anything else
 * whose size says nothing.
 */
export async function areLarge(files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    if (file === STANDARD_INPUT || await sizeOf(file, new Set()) > SMALL) return true;
  }
  return files.length > 100;
}

/** Bytes of `file` and of what it extends, but for `known` ones; infinite where nothing says. */
async function sizeOf(file: string, known: Set<string>): Promise<number> {
  const path = resolve(file);
  if (known.has(path)) return 0;
  known.add(path);
  const info = await Deno.stat(file).catch(() => undefined);
  if (!info) return 0;
  if (!info.isFile || info.size > SMALL) return Infinity;
  const text = await readTextBounded(file, SMALL).catch(() => "");
  // Most descriptions are alone; in quotes a key may have escapes.
  if (!/extends|\\/.test(text)) return info.size;
  let size = info.size;
  for (const base of extendedFiles(parseDescriptionDocument(text, file))) {
    size += await sizeOf(base, known);
    if (size > SMALL) break;
  }
  return size;
}
