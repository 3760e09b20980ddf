/**
 * Kernel modules: which belong together, and in which order they load.
 * @module
 */
import { basename, join } from "node:path";
import { run } from "../../host/run.ts";

/** `virtio_net` of `.../virtio_net.ko.xz`; the kernel takes `-` and `_` for the same. */
const moduleName = (path: string) => basename(path).replace(/\.ko.*/, "").replaceAll("-", "_");

/** What a module needs, as modinfo(8) reads it out of its section `.modinfo`. */
export function moduleDepends(module: Uint8Array): string[] {
  const text = new TextDecoder("latin1").decode(module);
  const depends = /(?:^|\0)depends=([\w,-]*)\0/.exec(text)?.[1] ?? "";
  return depends.split(",").filter(Boolean).map((name) => name.replaceAll("-", "_"));
}

/**
 * Copies the modules `roots`, and all they need, from below `tree` into the new folder `to`,
 * unpacked. A module that is not there is taken for a part of the kernel.
 *
 * @returns their paths in the order in which they load
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

/** Newer Debians pack their modules. */
async function unpacked(source: string, path: string): Promise<void> {
  if (source.endsWith(".ko")) await Deno.copyFile(source, path);
  else {
    const program = { xz: "xz", zst: "zstd", gz: "gzip" }[source.split(".").at(-1)!] ?? "xz";
    await run("sh", ["-c", '"$1" -dc "$2" >"$3"', "sh", program, source, path]);
  }
}
