/**
 * The kernel's cache of a target.
 * @module
 */
import { run } from "../../host/run.ts";

/**
 * Drops the kernel's cached pages of a target, so that the next read reaches the device:
 * `blockdev --flushbufs` for devices, the method documented in dd(1) for files.
 */
export async function dropCache(path: string, device: boolean): Promise<void> {
  if (device) await run("blockdev", ["--flushbufs", path]);
  else await run("dd", [`if=${path}`, "iflag=nocache", "count=0", "status=none"]);
}
