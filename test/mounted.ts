/**
 * Small file systems, which fill up, and folders that can only be read.
 * @module
 */
import assert from "node:assert/strict";

const command = (name: string, args: string[]) => new Deno.Command(name, { args }).output();

/** Lets the folder `path` only be read, as a mount of CI; for root alone. */
export async function onlyRead(path: string): Promise<AsyncDisposable> {
  for (const args of [["--bind", path, path], ["-o", "remount,bind,ro", path]]) {
    assert((await command("mount", args)).success, "no folder can be mounted");
  }
  return {
    async [Symbol.asyncDispose]() {
      await command("umount", [path]);
    },
  };
}

/** A small file system (tmpfs) of its own at `path`; for root alone. */
export async function mounted(path: string, size: string): Promise<AsyncDisposable> {
  const { success } = await command("mount", ["-t", "tmpfs", "-o", `size=${size}`, "none", path]);
  assert(success, "tmpfs cannot be mounted");
  return {
    async [Symbol.asyncDispose]() {
      await command("umount", [path]);
    },
  };
}
