/**
 * How much memory may still be taken: what the machine has, or what the control group of this process
 * leaves of it.
 * @module
 */
import { readTextBounded } from "./read_bounded.ts";

/** Where control groups of version 2 are, seen from inside a container. */
const CGROUP = "/sys/fs/cgroup";

/** Bytes that programs started now may take without driving others out. */
export async function availableMemory(folder: string = CGROUP): Promise<number> {
  const { available } = Deno.systemMemoryInfo();
  return Math.min(available, await leftInGroup(folder) ?? available);
}

/** What the limit of a control group leaves; undefined where there is none. */
async function leftInGroup(folder: string): Promise<number | undefined> {
  const read = (name: string) => readTextBounded(`${folder}/${name}`, 1 << 16).catch(() => "");
  const [most, current, stat] = await Promise.all(
    ["memory.max", "memory.current", "memory.stat"].map(read),
  );
  if (!/^\d+\s*$/.test(most!) || !/^\d+\s*$/.test(current!)) return undefined;
  // Pages of files that nobody uses are given back when memory is wanted.
  const unused = Number(/^inactive_file (\d+)$/m.exec(stat!)?.[1] ?? 0);
  return Math.max(0, Number(most) - Math.max(0, Number(current) - unused));
}
