/**
 * The content of a deployment target. It is blank only if it reads as zeros from start to end: no
 * list of formats covers everything that may have been written to a device.
 * @module
 */
import { run } from "../../host/run.ts";
import { foreignFormat, FORMAT_HEAD } from "../disk/foreign_format.ts";
import { openSource } from "../disk/source.ts";
import { countOf, placeOf, readChunk } from "../disk/chunks.ts";
import { isZero } from "../../host/zeros.ts";

/**
 * The content of the file or device at `path` according to blkid(8) and its first bytes, such as
 * `ext4 "data"`; undefined: not recognised, but it may not be blank.
 */
export async function signatureOf(path: string): Promise<string | undefined> {
  const { status, stdout } = await run("blkid", ["-p", "-o", "export", path], {
    okStatus: [0, 2, 8],
  });
  if (status === 8) return "several signatures at once";
  const field = new Map(
    stdout.split("\n").map((line) => {
      const end = line.indexOf("=");
      return [line.slice(0, Math.max(end, 0)), line.slice(end + 1)];
    }),
  );
  const type = field.get("TYPE") ??
    (field.has("PTTYPE") ? `a partition table (${field.get("PTTYPE")})` : undefined);
  if (type) {
    const label = field.get("LABEL");
    return label ? `${type} "${label}"` : type;
  }
  return await readable(path, async () => {
    using source = await openSource(path);
    return foreignFormat(await source.read(0, Math.min(FORMAT_HEAD, source.size)))?.name;
  });
}

/**
 * Reads `path` up to the first byte that is not zero, and describes that; undefined if all bytes
 * are zero.
 *
 * @param onProgress percent, 0 to 100
 */
export function firstContent(
  path: string,
  onProgress: (percent: number) => void,
  signal?: AbortSignal,
): Promise<string | undefined> {
  return readable(path, async () => {
    using source = await openSource(path);
    const count = countOf(source.size);
    for (let index = 0; index < count; index++) {
      signal?.throwIfAborted();
      const bytes = await readChunk(source, index);
      if (!isZero(bytes)) {
        const at = placeOf(index, source.size).at + bytes.findIndex((byte) => byte !== 0);
        return `unknown data, beginning at byte ${at}`;
      }
      if ((index & 15) === 0) await new Promise((resolve) => setImmediate(resolve));
      onProgress((index + 1) / count * 100);
    }
    return undefined;
  }, signal);
}

/** An unreadable target does not count as blank. */
async function readable(
  path: string,
  search: () => Promise<string | undefined>,
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    return await search();
  } catch (error) {
    signal?.throwIfAborted();
    const why = error instanceof Error ? error.message : String(error);
    return `something that cannot be read (${path}: ${why})`;
  }
}
