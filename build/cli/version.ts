/**
 * The version of Gatewright.
 * @module
 */

/** The version in deno.json. */
export async function version(): Promise<string> {
  const { default: { version } } = await import("../../deno.json", { with: { type: "json" } });
  return version;
}
