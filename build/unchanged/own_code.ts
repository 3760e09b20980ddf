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
let known: string | undefined;

/**
 * SHA-256 over the code that makes disks, in hexadecimal. A checkout can change without its version;
 * code that was not installed as files is known by its address, which has the version in it.
 */
export function ownCode(): string {
  return known ??= import.meta.url.startsWith("file:")
    ? hashCode(fileURLToPath(new URL("../../", import.meta.url)))
    : import.meta.url;
}

/** Not asynchronous: of hundreds of small files each wait takes longer than the file. */
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
