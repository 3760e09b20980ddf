/**
 * Ends programs and all their descendants.
 * @module
 */

/**
 * Sends `signal` to the process `pid` and all its descendants; processes that have ended are
 * skipped.
 */
export function killTree(pid: number, signal: Deno.Signal): void {
  const children = new Map<number, number[]>();
  for (const { name } of Deno.readDirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const parent = parentOf(name);
    if (parent !== undefined) children.set(parent, [...children.get(parent) ?? [], Number(name)]);
  }
  const tree = [pid];
  for (const one of tree) tree.push(...children.get(one) ?? []);
  for (const one of tree) {
    try {
      Deno.kill(one, signal);
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
}

function parentOf(pid: string): number | undefined {
  try {
    // The program name, in parentheses, may contain any character (proc(5)).
    return Number(/.*\) \S (\d+)/s.exec(Deno.readTextFileSync(`/proc/${pid}/stat`))?.[1]);
  } catch {
    return undefined; // It ended in the meantime.
  }
}
