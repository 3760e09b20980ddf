/**
 * Writes a file atomically.
 * @module
 */
import { GatewrightError } from "./error.ts";

/**
 * Writes `text` to `path` whole or not at all: a reader never sees half of it.
 *
 * @throws {GatewrightError} if it cannot be written; `path` is then unchanged.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const part = `${path}.part-${crypto.randomUUID().slice(0, 8)}`;
  try {
    await Deno.writeTextFile(part, text, { createNew: true });
    await Deno.rename(part, path);
  } catch (cause) {
    await Deno.remove(part).catch(() => {});
    throw new GatewrightError("the file cannot be written", {
      where: path,
      why: cause instanceof Error ? cause.message : String(cause),
      next: "name a file in a folder that you may write to",
      cause,
    });
  }
}
