/**
 * Finds descriptions that extend a partial description.
 * @module
 */
import { dirname, join, resolve } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { own } from "../../host/own.ts";
import { type DescriptionDocument, parseDescriptionDocument } from "../document/document.ts";
import { extendedFiles, type ReadText } from "./extended.ts";
import { STANDARD_INPUT } from "./standard_input.ts";

/** In a larger folder only this many descriptions are read. */
const MOST_FILES = 200;

/**
 * Descriptions in the same folder that extend `document`, sorted, named in the same way; empty if
 * it has a host name and so is a gateway itself.
 */
export async function extending(
  { data, file }: DescriptionDocument,
  readText: ReadText,
): Promise<string[]> {
  if (data === undefined || own(data, "hostname") !== undefined || file === STANDARD_INPUT) {
    return [];
  }
  const folder = dirname(file);
  const found: string[] = [];
  for (const name of await descriptionsIn(folder)) {
    const path = join(folder, name);
    if (resolve(path) === resolve(file)) continue;
    try {
      const text = await readText(path);
      if (!/\bextends\b/.test(text)) continue;
      const below = extendedFiles(parseDescriptionDocument(text, path));
      if (below.some((one) => resolve(one) === resolve(file))) found.push(path);
    } catch (error) {
      // Another user's file may be unreadable.
      if (!(error instanceof GatewrightError)) throw error;
    }
  }
  return found;
}

/** Names of the YAML files in a folder, sorted; empty if it is not a folder. */
export async function descriptionsIn(folder: string): Promise<string[]> {
  try {
    const names: string[] = [];
    for await (const { name, isFile } of Deno.readDir(folder)) {
      if (isFile && /\.ya?ml$/.test(name)) names.push(name);
    }
    return names.sort().slice(0, MOST_FILES);
  } catch {
    return [];
  }
}
