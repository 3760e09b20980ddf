/**
 * Waits for processes that a test started on a detour.
 * @module
 */

/** Waits until no process has `text` among its words: that of a folder of the test alone. */
export async function ended(text: string): Promise<void> {
  for (;;) {
    const found = running(text);
    if (found === undefined) return;
    const { success } = await new Deno.Command("tail", {
      args: [`--pid=${found}`, "-s", "0.1", "-f", "/dev/null"],
    }).output();
    if (!success) return;
  }
}

/** The number of a process that has `text` among its words. */
function running(text: string): number | undefined {
  for (const { name } of Deno.readDirSync("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    try {
      if (Deno.readTextFileSync(`/proc/${name}/cmdline`).includes(text)) return Number(name);
    } catch { /* it has just ended */ }
  }
  return undefined;
}
