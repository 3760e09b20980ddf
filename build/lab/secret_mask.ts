/**
 * Masks secrets in logs of daemons.
 * @module
 */
import { Buffer } from "node:buffer";
import { masking } from "../console/masking.ts";

/**
 * A function that replaces every one of `secrets` by asterisks, in all forms that daemons write:
 * literally, in hexadecimal (`iked -v`), and in base64.
 */
export function secretMask(secrets: Iterable<string>): (text: string) => string {
  return masking([...secrets].flatMap((secret) => {
    const bytes = Buffer.from(secret);
    const hex = bytes.toString("hex");
    return [secret, hex, hex.toUpperCase(), bytes.toString("base64").replace(/=+$/, "")];
  }));
}
