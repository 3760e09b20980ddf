/**
 * Reads and writes an open target at an offset.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { writeAll } from "../../host/write_all.ts";

/** Fills `bytes` from byte offset `at`. */
export async function readFull(
  file: Deno.FsFile,
  at: number,
  bytes: Uint8Array,
  name: string,
): Promise<void> {
  await file.seek(at, Deno.SeekMode.Start);
  for (let done = 0; done < bytes.length;) {
    const count = await file.read(bytes.subarray(done));
    if (count === null) {
      throw new GatewrightError("the target became shorter while it was written", {
        where: name,
        why: `byte ${at + done} is past its end`,
        next: "find out what else changes it, then deploy again",
      });
    }
    done += count;
  }
}

/** Writes all of `bytes` at byte offset `at`. */
export async function writeFull(file: Deno.FsFile, at: number, bytes: Uint8Array): Promise<void> {
  await file.seek(at, Deno.SeekMode.Start);
  await writeAll(file, bytes);
}

/** The error for a target that does not hold what was written at byte offset `at`. */
export function misread(name: string, at: number): GatewrightError {
  return new GatewrightError("what was written does not read back as the image", {
    kind: "verification",
    where: name,
    why: `it differs at byte ${at} or in the MiB after it`,
    next: "check the device (dmesg, smartctl), then deploy again; do not start a guest from it",
  });
}
