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
  const reading: Reading = { documents: [], layers: new Map(), readText };
  const layer = await read(document, [resolve(document.file)], reading);
  return documentOf(layer, reading.documents);
}

/** What was read so far, each file once: many ways may lead to one. */
interface Reading {
  /** The first is the one that extends all others. */
  documents: DescriptionDocument[];
  /** By absolute path; undefined where a file could not be read. */
  layers: Map<string, Layer | undefined>;
  readText: ReadText;
}

/** The files that `document` extends, relative to where its own name starts from. */
export function extendedFiles(document: DescriptionDocument): string[] {
  return extendedBy(document).map((name) => beside(document, name));
}

function beside({ file }: DescriptionDocument, name: string): string {
  return isAbsolute(name) ? name : join(dirname(file), name);
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
  reading: Reading,
): Promise<Layer> {
  const { documents } = reading;
  documents.push(document);
  let below: Layer | undefined;
  for (const [index, name] of extendedBy(document).entries()) {
    const file = beside(document, name);
    const complain = (message: string) =>
      document.problems.push(document.problem(["extends", index], "error", message));
    if (above.includes(resolve(file))) {
      complain(`${file} extends itself: ${[...above, resolve(file)].map(shown).join(" -> ")}`);
    } else if (above.length >= DEEPEST) {
      complain(`more than ${DEEPEST} descriptions extend each other`);
    } else {
      const layer = await readOnce(file, above, reading, complain);
      if (layer) below = below ? mergeLayers(below, layer) : layer;
    }
  }
  const own = layerOf(document);
  const top: Layer = { ...own, data: rebased(own.data, dirname(document.file), documents[0]!) };
  return below ? mergeLayers(below, top) : top;
}

/** The description in `file` with all that it extends; undefined where it cannot be read. */
async function readOnce(
  file: string,
  above: readonly string[],
  reading: Reading,
  complain: (message: string) => void,
): Promise<Layer | undefined> {
  const path = resolve(file);
  if (reading.layers.has(path)) return reading.layers.get(path);
  const text = await reading.readText(file).catch((error) => {
    if (!(error instanceof GatewrightError)) throw error;
    complain(`${file}: ${error.message}${error.why ? `: ${error.why}` : ""}`);
    return undefined;
  });
  const layer = text === undefined
    ? undefined
    : await read(parseDescriptionDocument(text, file), [...above, path], reading);
  reading.layers.set(path, layer);
  return layer;
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
