/**
 * Ends programs together with what they started.
 * @module
 */

/** Sends `signal` to the process `pid` and all its descendants; those that ended already are left out. */
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
    // The name of the program, in parentheses, may hold anything (proc(5)).
    return Number(/.*\) \S (\d+)/s.exec(Deno.readTextFileSync(`/proc/${pid}/stat`))?.[1]);
  } catch {
    return undefined; // It ended while we looked.
  }
}
