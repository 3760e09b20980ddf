/**
 * What the kernel keeps in memory of a target.
 * @module
 */
import { run } from "../../host/run.ts";

/**
 * Has the kernel forget what it keeps in memory of a target, so that the next read asks the device.
 * `blockdev --flushbufs` is for devices; for files it is what dd(1) documents for it.
 */
export async function forget(path: string, device: boolean): Promise<void> {
  if (device) await run("blockdev", ["--flushbufs", path]);
  else await run("dd", [`if=${path}`, "iflag=nocache", "count=0", "status=none"]);
}
