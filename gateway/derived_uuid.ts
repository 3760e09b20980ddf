/**
 * UUIDs that stay the same from one run to the next.
 * @module
 */
import { createHash } from "node:crypto";

/** A UUID of version 8 (RFC 9562), the same from build to build. */
export function derivedUuid(of: string): string {
  const hash = createHash("sha256").update(`gatewright uuid ${of}`).digest("hex");
  const variant = (8 + parseInt(hash[16]!, 16) % 4).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${
    hash.slice(17, 20)
  }-${hash.slice(20, 32)}`;
}
