/**
 * Which libvirt domains use a disk.
 * @module
 */
import { run } from "../../spec/run.ts";

/**
 * One phrase for each domain that has one of `paths` as a disk: `disk of the running domain hq`.
 * Where virsh is not installed or no libvirt answers, nothing can use it there: empty.
 *
 * @param paths the target as named and with its links resolved.
 * @param connect libvirt URI; default: virsh's own choice.
 */
export async function domainUses(paths: string[], connect?: string): Promise<string[]> {
  const base = connect ? ["-c", connect] : [];
  const virsh = async (...args: string[]) =>
    (await run("virsh", [...base, "-q", ...args])).stdout.split("\n").map((line) => line.trim())
      .filter(Boolean);
  let names: string[];
  try {
    names = await virsh("list", "--all", "--name");
  } catch (error) {
    if (connect) throw error;
    return [];
  }
  const uses: string[] = [];
  for (const name of names) {
    for (const line of await virsh("domblklist", name, "--details")) {
      const source = line.split(/\s+/).slice(3).join(" ");
      const real = await Deno.realPath(source).catch(() => source);
      if (paths.includes(source) || paths.includes(real)) {
        const [state = "unknown"] = await virsh("domstate", name);
        uses.push(`disk of the domain ${name} (${state})`);
      }
    }
  }
  return uses;
}
