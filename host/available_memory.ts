/**
 * How much memory is available: on the machine, or within the control group of this process.
 * @module
 */
import { readTextBounded } from "./read_bounded.ts";

/** Mount point of control groups (version 2), as seen from inside a container. */
const CGROUP = "/sys/fs/cgroup";

/** Bytes of memory that programs started now may use without swapping others out. */
export async function availableMemory(folder: string = CGROUP): Promise<number> {
  const { available } = Deno.systemMemoryInfo();
  return Math.min(available, await leftInGroup(folder) ?? available);
}

/** Bytes left below the memory limit of a control group; undefined without a limit. */
async function leftInGroup(folder: string): Promise<number | undefined> {
  const read = (name: string) => readTextBounded(`${folder}/${name}`, 1 << 16).catch(() => "");
  const [most, current, stat] = await Promise.all(
    ["memory.max", "memory.current", "memory.stat"].map(read),
  );
  if (!/^\d+\s*$/.test(most!) || !/^\d+\s*$/.test(current!)) return undefined;
  // Inactive page cache is reclaimed when memory is needed.
  const unused = Number(/^inactive_file (\d+)$/m.exec(stat!)?.[1] ?? 0);
  return Math.max(0, Number(most) - Math.max(0, Number(current) - unused));
}
