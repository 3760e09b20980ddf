/**
 * Reads the descriptions that a description extends, and merges it over them.
 * @module
 */
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { type DescriptionDocument, parseDescriptionDocument } from "../document/document.ts";
import { documentOf, type Layer, layerOf, mergeLayers } from "../document/merge.ts";

/** Nesting limit of `extends`. */
const DEEPEST = 16;

/** Reads the text of a file. */
export type ReadText = (file: string) => Promise<string>;

/**
 * `document` merged over what it extends; `document` itself if it extends nothing. Missing files,
 * cycles and too deep nesting are problems of the result.
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

/** Files read so far, each once: several files may extend the same one. */
interface Reading {
  /** The description that was named; it extends the others. */
  documents: DescriptionDocument[];
  /** By absolute path; undefined if a file could not be read. */
  layers: Map<string, Layer | undefined>;
  readText: ReadText;
}

/** The files that `document` extends, relative to the folder its own name is relative to. */
export function extendedFiles(document: DescriptionDocument): string[] {
  return extendedBy(document).map((name) => beside(document, name));
}

function beside({ file }: DescriptionDocument, name: string): string {
  return isAbsolute(name) ? name : join(dirname(file), name);
}

/**
 * The value of `extends` as a list; empty if it is neither a text nor a list of texts, which the
 * schema refuses.
 */
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

/** The description in `file`, merged with what it extends; undefined if it cannot be read. */
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
 * `data` with paths rewritten relative to the first description: in a file, a path is relative to
 * that file.
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
