/**
 * Secrets in files, for checks: commands and environment variables are not read before they are
 * needed.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Secret } from "../../host/secret.ts";
import type { SecretRef } from "../values.ts";
import { readSecret } from "./read_secret.ts";

/**
 * The secret of `ref` if it is in a readable file; `whole`: all of its bytes, else its first line.
 */
export async function secretInFile(ref: SecretRef, whole = false): Promise<Secret | undefined> {
  if (!("file" in ref)) return undefined;
  try {
    // The reason it cannot be read is reported elsewhere.
    return await readSecret(ref, { what: "a secret", where: ref.file, whole, warn: () => {} });
  } catch (error) {
    if (error instanceof GatewrightError) return undefined;
    throw error;
  }
}
