/**
 * A gateway together with the places of everything in its description.
 * @module
 */
import type { DescriptionDocument, Path } from "./document.ts";
import type { Gateway } from "../gateway.ts";

/** A gateway that was accepted, with the places of everything in its description. */
export interface DescribedGateway {
  /** The gateway. */
  gateway: Gateway;
  /** Its description. */
  document: DescriptionDocument;
}

/** `hq.yaml:3:1`. */
export function placeOf({ document }: DescribedGateway, path: Path): string {
  const { file, line, column } = document.problem(path, "warning", "");
  return `${file}:${line}:${column}`;
}

/** The same, with the description before it where a file that it extends has the place. */
export function placeIn(described: DescribedGateway, path: Path): string {
  const place = placeOf(described, path);
  const { file } = described.document;
  return place.startsWith(`${file}:`) ? place : `${file} (${place})`;
}
