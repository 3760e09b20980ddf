/**
 * Loop devices for tests: real block devices without real disks.
 * @module
 */

/** Whether this machine lets the tests make loop devices; says so where it does not. */
export async function canLoop(): Promise<boolean> {
  const can = await tryLoop();
  if (!can) console.log("block devices: skipped, loop devices cannot be made here (needs root)");
  return can;
}

async function tryLoop(): Promise<boolean> {
  const file = await Deno.makeTempFile();
  try {
    await Deno.truncate(file, 1 << 20);
    const { success, stdout } = await new Deno.Command("losetup", {
      args: ["-f", "--show", file],
      stderr: "null",
    }).output();
    if (!success) return false;
    await losetup("-d", new TextDecoder().decode(stdout).trim());
    return true;
  } catch {
    return false;
  } finally {
    await Deno.remove(file);
  }
}

async function losetup(...args: string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command("losetup", { args }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout).trim();
}

/** A loop device over a new file; `await using` detaches and removes both. */
export class LoopDevice {
  private constructor(
    readonly path: string,
    /** The file below it. */
    readonly file: string,
    private readonly folder: string,
  ) {}

  /** Attaches a device of `size` bytes; `recycled` fills it with old data first. */
  static async create(size: number, recycled = false): Promise<LoopDevice> {
    const folder = await Deno.makeTempDir({ prefix: "gatewright-loop-" });
    const file = `${folder}/backing`;
    {
      using out = await Deno.open(file, { write: true, create: true });
      await out.truncate(size);
      if (recycled) {
        const old = new Uint8Array(1 << 20).fill(0xa5);
        for (let at = 0; at < size; at += old.length) {
          await out.write(old.subarray(0, Math.min(old.length, size - at)));
        }
      }
    }
    return new LoopDevice(await losetup("-f", "--show", file), file, folder);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await losetup("-d", this.path);
    await Deno.remove(this.folder, { recursive: true });
  }
}
