/**
 * Tests that only root can run.
 * @module
 */

/** Whether the tests run as root. Says once what is skipped where they do not: `needs` follows. */
export function isRoot(what: string, needs: string): boolean {
  const root = Deno.uid() === 0;
  if (!root) console.log(`${what}: skipped, ${needs} (needs root)`);
  return root;
}
