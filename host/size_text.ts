/**
 * Sizes for people.
 * @module
 */
import prettyBytes from "pretty-bytes";

/** `5.1 MiB`, `6 GiB`, `0 B`. */
export function sizeText(bytes: number): string {
  return prettyBytes(bytes, { binary: true, maximumFractionDigits: 1 });
}
