/**
 * Kernel modules: their dependencies and load order.
 * @module
 */
import { basename, join } from "node:path";
import { run } from "../../host/run.ts";

/** `virtio_net` for `.../virtio_net.ko.xz`; `-` and `_` are equivalent to the kernel. */
const moduleName = (path: string) => basename(path).replace(/\.ko.*/, "").replaceAll("-", "_");

/** A module's dependencies from its section `.modinfo`, as modinfo(8) prints them. */
export function moduleDepends(module: Uint8Array): string[] {
  const text = new TextDecoder("latin1").decode(module);
  const depends = /(?:^|\0)depends=([\w,-]*)\0/.exec(text)?.[1] ?? "";
  return depends.split(",").filter(Boolean).map((name) => name.replaceAll("-", "_"));
}

/**
 * Copies the modules `roots`, and their dependencies, from below `tree` into the new folder `to`,
 * decompressed. A missing module is assumed to be built into the kernel.
 *
 * @returns their paths in load order
 */
export async function modulesInOrder(
  tree: string,
  roots: string[],
  to: string,
): Promise<string[]> {
  const files = new Map<string, string>();
  const pending = [tree];
  for (let next; (next = pending.pop()) !== undefined;) {
    for (const entry of Deno.readDirSync(next)) {
      const path = join(next, entry.name);
      if (entry.isDirectory) pending.push(path);
      else if (/\.ko(\.\w+)?$/.test(entry.name)) files.set(moduleName(path), path);
    }
  }
  await Deno.mkdir(to);
  const ordered: string[] = [];
  const seen = new Set<string>();
  const load = async (name: string) => {
    const source = files.get(name);
    if (source === undefined || seen.has(name)) return;
    seen.add(name);
    const path = join(to, `${name}.ko`);
    await unpacked(source, path);
    for (const needed of moduleDepends(await Deno.readFile(path))) await load(needed);
    ordered.push(path);
  };
  for (const name of roots) await load(name);
  return ordered;
}

/** Newer Debian releases compress their modules. */
async function unpacked(source: string, path: string): Promise<void> {
  if (source.endsWith(".ko")) await Deno.copyFile(source, path);
  else {
    const program = { xz: "xz", zst: "zstd", gz: "gzip" }[source.split(".").at(-1)!] ?? "xz";
    await run("sh", ["-c", '"$1" -dc "$2" >"$3"', "sh", program, source, path]);
  }
}
