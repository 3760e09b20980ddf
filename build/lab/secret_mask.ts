/**
 * Secrets kept out of what daemons log.
 * @module
 */
import { Buffer } from "node:buffer";
import { masking } from "../console/masking.ts";

/**
 * A function that replaces every one of `secrets` by asterisks, in all the forms in which a daemon
 * writes it: as it is, in hexadecimal (`iked -v`), and in base64.
 */
export function secretMask(secrets: Iterable<string>): (text: string) => string {
  return masking([...secrets].flatMap((secret) => {
    const bytes = Buffer.from(secret);
    const hex = bytes.toString("hex");
    return [secret, hex, hex.toUpperCase(), bytes.toString("base64").replace(/=+$/, "")];
  }));
}
