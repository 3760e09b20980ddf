/**
 * A gateway together with the places of everything in its spec.
 * @module
 */
import type { Path, SpecDocument } from "./document.ts";
import type { Gateway } from "./gateway.ts";

/** A gateway that was accepted, with the places of everything in its spec. */
export interface Located {
  /** The gateway. */
  gateway: Gateway;
  /** Its spec. */
  document: SpecDocument;
}

/** `hq.yaml:3:1`. */
export function placeOf({ document }: Located, path: Path): string {
  const { file, line, column } = document.problem(path, "warning", "");
  return `${file}:${line}:${column}`;
}
