/**
 * Secrets that are in files, for checks: what a command or the environment would give is not asked for
 * before it is needed.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Secret } from "../../host/secret.ts";
import type { SecretRef } from "../values.ts";
import { readSecret } from "./read_secret.ts";

/**
 * The secret behind `ref` if it is in a file that can be read; `whole`: with every byte of it, else its
 * first line.
 */
export async function secretInFile(ref: SecretRef, whole = false): Promise<Secret | undefined> {
  if (!("file" in ref)) return undefined;
  try {
    // Why it cannot be read is said elsewhere.
    return await readSecret(ref, { what: "a secret", where: ref.file, whole, warn: () => {} });
  } catch (error) {
    if (error instanceof GatewrightError) return undefined;
    throw error;
  }
}
