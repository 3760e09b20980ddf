import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { cacheError } from "./cache.ts";

Deno.test("a cache that cannot be written is replaced by XDG_CACHE_HOME, and not by --out", () => {
  const disk = new GatewrightError("the image could not be written", {
    code: "output-folder",
    where: "/cache/base/a.raw",
    why: "No space left on device",
    next: "free space on its file system\nthe whole console is in /cache/base/a.failed.log",
  });
  const error = cacheError(disk, "/cache");
  assert(error instanceof GatewrightError);
  assert.equal(error.code, undefined, "the command line adds --out to that");
  assert.equal(error.where, disk.where);
  assert.equal(
    error.next,
    "make room in the cache, or give another folder in XDG_CACHE_HOME\n" +
      "the whole console is in /cache/base/a.failed.log",
  );
  const folder = new GatewrightError("the output folder cannot be made", { code: "output-folder" });
  assert.match(String(cacheError(folder, "/cache")), /the cache cannot be made/);
  const other = new GatewrightError("the kernel panicked", { code: "kernel-stopped" });
  assert.equal(cacheError(other, "/cache"), other);
});
