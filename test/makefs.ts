/**
 * File systems made by Debian's makefs(8), for the tests of the reader.
 * @module
 */
import { createHash } from "node:crypto";
import { AS_ROOT } from "./as_root.ts";
import { programFile } from "../host/start_program.ts";

/** Whether makefs is installed; tests that need it skip otherwise, which is said once. */
export function haveMakefs(): boolean {
  have ??= programFile("makefs") !== undefined;
  if (!have && !said) console.log("disks: skipped, makefs is not installed (package makefs)");
  said = true;
  return have;
}

let have: boolean | undefined;
let said = false;

/** Makes an FFS image of a folder. */
export async function makefs(
  version: 1 | 2,
  folder: string,
  image: string,
  options = "",
  size?: string,
): Promise<void> {
  // Files have the owners that they have here.
  const [program, ...words] = [...AS_ROOT ?? [], "makefs"];
  const { success, stderr } = await new Deno.Command(program!, {
    args: [
      ...words,
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
