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

function wordsBefore(): readonly string[] | undefined {
  if (Deno.uid() === 0) return [];
  const words = ["-r", "true"];
  try {
    const { success } = new Deno.Command("unshare", { args: words, stderr: "null" }).outputSync();
    if (success) return ["unshare", "-r"];
  } catch { /* it is not installed */ }
  console.log("some tests are skipped: users have no namespace of their own here (unshare -r)");
  return undefined;
}

/**
 * Words before those of a program that wants to be root, or whose files are to be root's: none for root;
 * for others a namespace of users; undefined where there are none.
 */
export const AS_ROOT: readonly string[] | undefined = wordsBefore();
