/**
 * Opens a disk image.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";

/**
 * Opens the file or block device `path` for reading. A named pipe is refused before it is opened:
 * the open would block until there is a writer, and no signal ends that.
 *
 * @throws {GatewrightError} `failed` if it cannot be opened, or is neither a file nor a block
 * device.
 */
export async function openDisk(path: string): Promise<Deno.FsFile> {
  const { isFile, isBlockDevice, isDirectory } = await named(path, Deno.stat(path));
  if (isDirectory) throw new GatewrightError("is a folder, not a disk image", { where: path });
  if (!isFile && !isBlockDevice) {
    throw new GatewrightError("cannot open the image", {
      where: path,
      why: "it is neither a file nor a block device",
      next: "copy its data into a file",
    });
  }
  return await named(path, Deno.open(path, { read: true }));
}

async function named<T>(path: string, attempt: Promise<T>): Promise<T> {
  try {
    return await attempt;
  } catch (cause) {
    throw new GatewrightError("cannot open the image", {
      where: path,
      why: cause instanceof Error ? cause.message : String(cause),
      next: "check the path and its permissions",
      cause,
    });
  }
}
