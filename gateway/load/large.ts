/**
 * Decides which descriptions are slow to check, so that progress is shown.
 * @module
 */
import { resolve } from "node:path";
import { readTextBounded } from "../../host/read_bounded.ts";
import { parseDescriptionDocument } from "../document/document.ts";
import { extendedFiles } from "./extended.ts";
import { STANDARD_INPUT } from "./standard_input.ts";

/** Descriptions up to this many bytes are checked in a fraction of a second. */
const SMALL = 64 << 10;

/**
 * Whether one of `files`, with all that it extends, is large; or is standard input, a pipe, or
 * another file of unknown size.
 */
export async function areLarge(files: readonly string[]): Promise<boolean> {
  for (const file of files) {
    if (file === STANDARD_INPUT || await sizeOf(file, new Set()) > SMALL) return true;
  }
  return files.length > 100;
}

/** Bytes of `file` and of what it extends, `known` files left out; Infinity if unknown. */
async function sizeOf(file: string, known: Set<string>): Promise<number> {
  const path = resolve(file);
  if (known.has(path)) return 0;
  known.add(path);
  const info = await Deno.stat(file).catch(() => undefined);
  if (!info) return 0;
  if (!info.isFile || info.size > SMALL) return Infinity;
  const text = await readTextBounded(file, SMALL).catch(() => "");
  // Most descriptions extend nothing; a quoted key may contain escapes.
  if (!/extends|\\/.test(text)) return info.size;
  let size = info.size;
  for (const base of extendedFiles(parseDescriptionDocument(text, file))) {
    size += await sizeOf(base, known);
    if (size > SMALL) break;
  }
  return size;
}
