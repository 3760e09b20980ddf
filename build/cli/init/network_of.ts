/**
 * The network of an address.
 * @module
 */
import { parsePrefix } from "../../../gateway/address.ts";

/** `10.0.0.0/24` for `10.0.0.50/24` (IPv4); any other text is returned unchanged. */
export function networkOf(text: string): string {
  const prefix = parsePrefix(text);
  if (prefix?.family !== 4) return text;
  const rest = BigInt(32 - prefix.length);
  const value = (prefix.value >> rest) << rest;
  const bytes = [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n);
  return `${bytes.join(".")}/${prefix.length}`;
}
