/**
 * Identifies the code of Gatewright, byte by byte.
 * @module
 */
import { createHash } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The rooms whose code affects a disk, and the versions of the libraries. */
const DECIDING = ["host", "gateway", "site", "autoinstall", "images", "build"];
const LIBRARIES = ["deno.json", "deno.lock"];

/** Code that does not: tests, and the command line. */
const ASIDE = /(?:_test\.ts|^testdata|^cli)$/;

/** Computed once: the code does not change while it runs. */
let known: string | undefined;

/**
 * SHA-256 over the code that makes disks, in hexadecimal. A checkout can change without a new
 * version; code that is not installed as files is identified by its URL, which contains the
 * version.
 */
export function ownCode(): string {
  return known ??= import.meta.url.startsWith("file:")
    ? hashCode(fileURLToPath(new URL("../../", import.meta.url)))
    : import.meta.url;
}

/** Synchronous: for hundreds of small files, each await takes longer than the read. */
function hashCode(root: string): string {
  const hash = createHash("sha256");
  const add = (path: string) => {
    const bytes = Deno.readFileSync(join(root, path));
    hash.update(`${path}\n${bytes.length}\n`).update(bytes);
  };
  const walk = (folder: string) => {
    const found = [...Deno.readDirSync(join(root, folder))];
    for (const { name, isDirectory } of found.sort((a, b) => a.name < b.name ? -1 : 1)) {
      if (ASIDE.test(name)) continue;
      (isDirectory ? walk : add)(join(folder, name));
    }
  };
  for (const folder of DECIDING) walk(folder);
  for (const path of LIBRARIES) add(path);
  return hash.digest("hex");
}
