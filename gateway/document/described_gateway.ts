/**
 * A gateway, and the places of the values in its description.
 * @module
 */
import type { DescriptionDocument, Path } from "./document.ts";
import type { Gateway } from "../gateway.ts";

/** A valid gateway, and the places of the values in its description. */
export interface DescribedGateway {
  /** The gateway. */
  gateway: Gateway;
  /** Its description. */
  document: DescriptionDocument;
}

/** The place of a value: `hq.yaml:3:1`. */
export function placeOf({ document }: DescribedGateway, path: Path): string {
  const { file, line, column } = document.problem(path, "warning", "");
  return `${file}:${line}:${column}`;
}

/** The same, preceded by the description if the place is in a file that it extends. */
export function placeIn(described: DescribedGateway, path: Path): string {
  const place = placeOf(described, path);
  const { file } = described.document;
  return place.startsWith(`${file}:`) ? place : `${file} (${place})`;
}
