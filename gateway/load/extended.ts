/**
 * Reads the descriptions that one extends, and lays it over them.
 * @module
 */
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { type DescriptionDocument, parseDescriptionDocument } from "../document/document.ts";
import { documentOf, type Layer, layerOf, mergeLayers } from "../document/merge.ts";

/** How many descriptions may stand upon each other. */
const DEEPEST = 16;

/** Reads the text of a file. */
export type ReadText = (file: string) => Promise<string>;

/**
 * `document` laid over what it extends; itself where it extends nothing. Files that are missing, that
 * extend each other in a circle or too deeply are problems of the result.
 */
export async function extended(
  document: DescriptionDocument,
  readText: ReadText,
): Promise<DescriptionDocument> {
  if (extendedBy(document).length === 0) return document;
  const documents: DescriptionDocument[] = [];
  const layer = await read(document, [resolve(document.file)], documents, readText);
  return documentOf(layer, documents);
}

/** What `extends` says; nothing where that is no text or list of texts, which the schema refuses. */
function extendedBy({ data }: DescriptionDocument): string[] {
  if (typeof data !== "object" || data === null || !("extends" in data)) return [];
  const list = Array.isArray(data.extends) ? data.extends : [data.extends];
  return list.every((one) => typeof one === "string" && one !== "") ? list : [];
}

async function read(
  document: DescriptionDocument,
  above: readonly string[],
  documents: DescriptionDocument[],
  readText: ReadText,
): Promise<Layer> {
  documents.push(document);
  let below: Layer | undefined;
  for (const [index, name] of extendedBy(document).entries()) {
    const file = isAbsolute(name) ? name : join(dirname(document.file), name);
    const complain = (message: string) =>
      document.problems.push(document.problem(["extends", index], "error", message));
    if (above.includes(resolve(file))) {
      complain(`${file} extends itself: ${[...above, resolve(file)].map(shown).join(" -> ")}`);
    } else if (above.length >= DEEPEST) {
      complain(`more than ${DEEPEST} descriptions extend each other`);
    } else {
      const text = await readText(file).catch((error) => {
        if (!(error instanceof GatewrightError)) throw error;
        complain(`${file}: ${error.message}${error.why ? `: ${error.why}` : ""}`);
        return undefined;
      });
      if (text === undefined) continue;
      const base = parseDescriptionDocument(text, file);
      const layer = await read(base, [...above, resolve(file)], documents, readText);
      below = below ? mergeLayers(below, layer) : layer;
    }
  }
  const own = layerOf(document);
  const top: Layer = { ...own, data: rebased(own.data, dirname(document.file), documents[0]!) };
  return below ? mergeLayers(below, top) : top;
}

const shown = (file: string) => relative(".", file) || file;

/**
 * `data` with the paths of files in it as the first description would write them: a path is relative
 * to the file that it stands in.
 */
function rebased(data: unknown, folder: string, first: DescriptionDocument): unknown {
  const from = dirname(first.file);
  if (resolve(folder) === resolve(from)) return data;
  const moved = (path: unknown) =>
    typeof path === "string" && !isAbsolute(path) ? relative(from, join(folder, path)) : path;
  const walk = (value: unknown, key?: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== "object" || value === null) return value;
    const keys = Object.keys(value);
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => {
        const isSecretFile = name === "file" && keys.length === 1;
        const isSource = name === "source" && key === "files";
        const isReleaseKey = name === "key" && key === "release";
        return [name, isSecretFile || isSource || isReleaseKey ? moved(one) : walk(one, name)];
      }),
    );
  };
  return walk(data);
}
