/**
 * Parses the list of hashes in SHA256 and SHA256.sig.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";

/**
 * Parses lines `SHA256 (file) = hex` (sha256(1)) into a map from file name to lower-case hash.
 * Anything else, a path, or a duplicate name is an error of kind `verification`.
 */
export function parseSha256List(text: string, where: string): Map<string, string> {
  const list = new Map<string, string>();
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const match = /^SHA256 \(([A-Za-z0-9][A-Za-z0-9._+-]*)\) = ([0-9a-f]{64})$/.exec(line);
    if (!match || list.has(match[1]!)) {
      throw new GatewrightError(match ? `${match[1]} is listed twice` : "not a line of hashes", {
        kind: "verification",
        where: `${where}:${index + 1}`,
        next: "use another mirror",
      });
    }
    list.set(match[1]!, match[2]!);
  }
  return list;
}
