/**
 * Masks secrets in logs.
 * @module
 */

/** A function that replaces every one of `secrets` in a line by asterisks. */
export function masking(secrets: Iterable<string>): (line: string) => string {
  const known = [...new Set(secrets)].filter((s) => s.length >= 4)
    .sort((a, b) => b.length - a.length);
  return (line) => known.reduce((text, secret) => text.replaceAll(secret, "********"), line);
}
