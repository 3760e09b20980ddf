/**
 * UUIDs that are the same in every build.
 * @module
 */
import { createHash } from "node:crypto";

/** A UUID (RFC 9562, version 8) derived from its arguments. */
export function derivedUuid(of: string): string {
  const hash = createHash("sha256").update(`gatewright uuid ${of}`).digest("hex");
  const variant = (8 + parseInt(hash[16]!, 16) % 4).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${
    hash.slice(17, 20)
  }-${hash.slice(20, 32)}`;
}
