/**
 * Writes a disk onto a device that no other program writes to.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { writesTo } from "./device_uses.ts";

/**
 * Calls `write` while the device at `path` is open for writing. It is opened before its users are
 * looked up: of two runs that both found it free, at least one sees the other.
 *
 * @throws {GatewrightError} (code `in-use`), before a byte is written, if another program has it
 * open for writing.
 */
export async function ontoDevice<T>(path: string, write: () => Promise<T>): Promise<T> {
  using _mark = await Deno.open(path, { read: true, write: true });
  const writers = await writesTo(path);
  if (writers.length === 0) return await write();
  throw new GatewrightError("the target is in use", {
    code: "in-use",
    where: path,
    why: writers.join("; "),
    next: "stop what uses it, or name another target",
  });
}
