/**
 * A description after `extends`, each value with the place where it was written.
 * @module
 */
import { Document, isMap, isScalar, isSeq } from "yaml";
import { type DescriptionDocument, formatPath, type Path } from "./document.ts";

/** A scalar, or an empty map or list, and where it was written. */
export interface PlacedValue {
  /** `network.interfaces[0].address`. */
  path: string;
  value: unknown;
  /** File, as the user named it. */
  file: string;
  /** Line, from 1. */
  line: number;
  /** Column, from 1. */
  column: number;
}

/** The data of `document` without its `extends`, which is merged in. */
export function resolvedData({ data }: DescriptionDocument): unknown {
  if (typeof data !== "object" || data === null || Array.isArray(data)) return data;
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== "extends"));
}

/** Every value of `document`, in order. */
export function placedValues(document: DescriptionDocument): PlacedValue[] {
  const values: PlacedValue[] = [];
  const walk = (value: unknown, path: Path) => {
    const parts = typeof value === "object" && value !== null ? Object.entries(value) : [];
    for (const [key, part] of parts) {
      walk(part, [...path, Array.isArray(value) ? Number(key) : key]);
    }
    if (parts.length > 0) return;
    const { file, line, column } = document.problem(path, "note", "");
    values.push({ path: formatPath(path), value, file, line, column });
  };
  walk(resolvedData(document), []);
  return values;
}

/**
 * `document` as YAML that is complete by itself; each value is followed by its place,
 * `# gw1.yaml:3:11`.
 */
export function annotatedYaml(document: DescriptionDocument): string {
  const made = new Document(resolvedData(document));
  const annotate = (node: unknown, path: Path): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        annotate(value, [...path, isScalar(key) ? String(key.value) : String(key)]);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) annotate(item, [...path, index]);
    } else if (isScalar(node)) {
      const { file, line, column } = document.problem(path, "note", "");
      node.comment = ` ${file}:${line}:${column}`;
    }
  };
  annotate(made.contents, []);
  // Folded lines would separate values from their comments.
  return made.toString({ lineWidth: 0 });
}
