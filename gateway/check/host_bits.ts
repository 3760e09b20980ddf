/**
 * Checks that a network has no host bits set.
 * @module
 */
import { networkText, type Prefix } from "../address.ts";
import type { Path } from "../document/document.ts";
import type { Report } from "./report.ts";

/** Reports that `text`, which was parsed to `prefix`, has host bits set, with its network. */
export function reportHostBits(text: string, prefix: Prefix, path: Path, report: Report): void {
  const not = /^! ?/.exec(text)?.[0] ?? "";
  report(path, "error", `${text} has host bits set`, {
    suggestion: `${not}${networkText(prefix)}`,
  });
}
