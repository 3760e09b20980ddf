/**
 * Several descriptions as one: maps merge, lists of named things merge by name, other lists and
 * values are replaced, `null` removes. Each value keeps the file it was written in.
 * @module
 */
import type { DescriptionDocument, Path } from "./document.ts";

/** Where a value of merged data was written. */
export interface Source {
  document: DescriptionDocument;
  /** Path in that document. */
  path: Path;
  /**
   * Of a map or a list of named elements: where its parts were written; absent parts are in the
   * same document.
   */
  parts?: Map<string | number, Source>;
}

/** Data, and where each part of it was written. */
export interface Layer {
  data: unknown;
  source: Source;
}

type Data = Map<string, unknown>;

/** A document as one layer. */
export function layerOf(document: DescriptionDocument): Layer {
  return { data: document.data, source: { document, path: [] } };
}

/** `top` merged over `base`. */
export function mergeLayers(base: Layer, top: Layer): Layer {
  if (isMap(base.data) && isMap(top.data)) return mergeMaps(base, top);
  if (isNamedList(base.data) && isNamedList(top.data)) return mergeNamed(base, top);
  return top;
}

function mergeMaps(base: Layer, top: Layer): Layer {
  const data: Data = new Map();
  const parts = new Map<string | number, Source>();
  for (const layer of [base, top]) {
    for (const [key, value] of Object.entries(layer.data as object)) {
      const next = partOf(layer, key, value);
      const before = data.has(key) ? { data: data.get(key), source: parts.get(key)! } : undefined;
      if (layer === top && value === null) {
        data.delete(key);
        parts.delete(key);
      } else {
        const merged = layer === top && before ? mergeLayers(before, next) : next;
        data.set(key, merged.data);
        parts.set(key, merged.source);
      }
    }
  }
  return { data: objectOf(data), source: { ...withoutParts(top.source), parts } };
}

/**
 * The elements of `base` in order, each merged with that of the same name in `top`; then the new
 * ones.
 */
function mergeNamed(base: Layer, top: Layer): Layer {
  const names = new Map<string, number>();
  const merged: Layer[] = [];
  for (const layer of [base, top]) {
    const met = new Set<string>();
    for (const [index, value] of (layer.data as { name: string }[]).entries()) {
      const next = partOf(layer, index, value);
      const at = names.get(value.name);
      // A duplicate name in one file is kept, so that the checks report it.
      if (at === undefined || layer === base || met.has(value.name)) {
        names.set(value.name, merged.push(next) - 1);
      } else merged[at] = mergeLayers(merged[at]!, next);
      met.add(value.name);
    }
  }
  const parts = new Map<string | number, Source>(merged.map(({ source }, at) => [at, source]));
  return {
    data: merged.map(({ data }) => data),
    source: { ...withoutParts(top.source), parts },
  };
}

/** An object of `data`, for any keys: `__proto__` is a key like others. */
function objectOf(data: Data): Record<string, unknown> {
  return Object.fromEntries(data);
}

function partOf({ source }: Layer, step: string | number, data: unknown): Layer {
  const known = source.parts?.get(step);
  return {
    data,
    source: known ?? { document: source.document, path: [...source.path, step] },
  };
}

const withoutParts = ({ document, path }: Source): Source => ({ document, path });

function isMap(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isNamedList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 &&
    value.every((one) => isMap(one) && "name" in one && typeof one.name === "string");
}

/** Where the value at `path` of the merged data was written; else the nearest enclosing value. */
function sourceOf(
  source: Source,
  path: Path,
): { document: DescriptionDocument; path: Path } {
  let now = source;
  for (const [depth, step] of path.entries()) {
    const next = now.parts?.get(step);
    if (!next) return { document: now.document, path: [...now.path, ...path.slice(depth)] };
    now = next;
  }
  return { document: now.document, path: now.path };
}

/** The merged data as one document, whose complaints name the file each value was written in. */
export function documentOf(
  { data, source }: Layer,
  documents: readonly DescriptionDocument[],
): DescriptionDocument {
  return {
    file: source.document.file,
    data,
    problems: documents.flatMap((one) => one.problems),
    written: (path) => {
      const { document, path: at } = sourceOf(source, path);
      return document.written(at);
    },
    problem: (path, severity, message, more) => {
      const { document, path: at } = sourceOf(source, path);
      return document.problem(at, severity, message, more);
    },
  };
}
