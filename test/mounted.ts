/**
 * Small file systems, which fill up.
 * @module
 */
import assert from "node:assert/strict";

/** A small file system (tmpfs) of its own at `path`; for root alone. */
export async function mounted(path: string, size: string): Promise<AsyncDisposable> {
  const command = (name: string, args: string[]) => new Deno.Command(name, { args }).output();
  const { success } = await command("mount", ["-t", "tmpfs", "-o", `size=${size}`, "none", path]);
  assert(success, "tmpfs cannot be mounted");
  return {
    async [Symbol.asyncDispose]() {
      await command("umount", [path]);
    },
  };
}
