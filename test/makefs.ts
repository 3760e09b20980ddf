/**
 * File systems made by Debian's makefs(8), for the tests of the reader.
 * @module
 */
import { createHash } from "node:crypto";

/** Whether makefs is installed; tests that need it skip otherwise. */
export function haveMakefs(): boolean {
  try {
    new Deno.Command("makefs", { stdout: "null", stderr: "null" }).outputSync();
    return true;
  } catch {
    return false;
  }
}

/** Makes an FFS image of a folder. */
export async function makefs(
  version: 1 | 2,
  folder: string,
  image: string,
  options = "",
  size?: string,
): Promise<void> {
  const { success, stderr } = await new Deno.Command("makefs", {
    args: [
      "-t",
      "ffs",
      "-B",
      "le",
      ...(size ? ["-s", size] : []),
      "-o",
      `version=${version}${options}`,
      image,
      folder,
    ],
    stdout: "null",
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/** The SHA-256 of a host file, streamed. */
export async function sha256File(path: string): Promise<string> {
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  const chunk = new Uint8Array(1 << 20);
  for (let n = await file.read(chunk); n; n = await file.read(chunk)) {
    hash.update(chunk.subarray(0, n));
  }
  return hash.digest("hex");
}

/** Fills a file with bytes that do not repeat, from a fixed seed. */
export async function fill(path: string, size: number): Promise<void> {
  using file = await Deno.open(path, { write: true, create: true, truncate: true });
  const chunk = new Uint8Array(1 << 20);
  let state = size * 2654435761 >>> 0 || 1;
  for (let left = size; left > 0; left -= chunk.length) {
    const words = new Uint32Array(chunk.buffer);
    for (let i = 0; i < words.length; i++) {
      state ^= state << 13;
      state ^= state >>> 17;
      words[i] = state ^= state << 5;
    }
    const part = chunk.subarray(0, Math.min(left, chunk.length));
    for (let done = 0; done < part.length;) done += await file.write(part.subarray(done));
  }
}
