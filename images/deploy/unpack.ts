/**
 * Unpacks a zstd-compressed raw image into a sparse file.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { run } from "../../host/run.ts";

/**
 * Unpacks `packed` into the new file `out`; blocks of zeroes become holes. zstd(1) does it: Node's
 * own decoder takes a file that was cut short for a whole one.
 *
 * @throws {GatewrightError} if `packed` is damaged or cut short; `out` is then removed.
 */
export async function unpackZstd(packed: string, out: string, signal?: AbortSignal): Promise<void> {
  const { status, stderr } = await run(
    "zstd",
    ["-d", "-q", "--sparse", "-o", out, "--", packed],
    { okStatus: [0, 1], ...(signal ? { signal } : {}) },
  );
  if (status === 0) return;
  await Deno.remove(out).catch(() => {});
  throw new GatewrightError("the packed image cannot be unpacked", {
    kind: "verification",
    where: packed,
    why: stderr.trim(),
    next: "copy or download it again",
  });
}
