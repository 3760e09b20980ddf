/**
 * Which Gatewright this is, down to the last byte.
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The rooms whose code decides what is in a disk, and the versions of the libraries. */
const DECIDING = ["host", "gateway", "site", "autoinstall", "images", "build"];
const LIBRARIES = ["deno.json", "deno.lock"];

/** What decides nothing: tests, and how the command line talks. */
const ASIDE = /(?:_test\.ts|^testdata|^cli)$/;

/** Read once: it does not change while it runs. */
let known: Promise<string> | undefined;

/**
 * SHA-256 over the code that makes disks, in hexadecimal. A checkout can change without its version;
 * code that was not installed as files is known by its address, which has the version in it.
 */
export function ownCode(): Promise<string> {
  return known ??= import.meta.url.startsWith("file:")
    ? hashCode(fileURLToPath(new URL("../../", import.meta.url)))
    : Promise.resolve(import.meta.url);
}

async function hashCode(root: string): Promise<string> {
  const hash = createHash("sha256");
  const add = async (path: string) => {
    const bytes = await Deno.readFile(join(root, path));
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  };
  const walk = async (folder: string) => {
    const found = await Array.fromAsync(Deno.readDir(join(root, folder)));
    for (const { name, isDirectory } of found.sort((a, b) => a.name < b.name ? -1 : 1)) {
      if (ASIDE.test(name)) continue;
      await (isDirectory ? walk : add)(join(folder, name));
    }
  };
  for (const folder of DECIDING) await walk(folder);
  for (const path of LIBRARIES) await add(path);
  return hash.digest("hex");
}
