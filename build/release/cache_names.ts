/**
 * Names on mirrors of the files in a cache.
 * @module
 */
import { join } from "node:path";
import { ifThere } from "./cache.ts";
import { parseSha256List } from "./sha256_list.ts";
import { parseSignedMessage } from "./signify.ts";
import { readBounded } from "../../host/read_bounded.ts";

/** Size limit of a signed list in bytes. */
const MOST_BYTES = 1 << 20;

/**
 * Names such as `7.9/amd64/base79.tgz` by hash, from the lists that were verified last. Files of
 * replaced lists have no name.
 */
export async function cachedNames(dir: string): Promise<Map<string, string[]>> {
  const names = new Map<string, string[]>();
  const add = (sha256: string, name: string) => {
    // The lists of two mirrors have most files in common.
    const known = names.get(sha256) ?? [];
    if (!known.includes(name)) names.set(sha256, [...known, name]);
  };
  const releases = await ifThere(Array.fromAsync(Deno.readDir(join(dir, "release")))) ?? [];
  for (const { name } of releases.toSorted((a, b) => a.name < b.name ? -1 : 1)) {
    const [, version, arch] = /^([0-9.]+)-([a-z0-9]+)-[0-9a-f]+$/.exec(name) ?? [];
    if (version === undefined) continue;
    const hash = (await ifThere(Deno.readTextFile(join(dir, "release", name))))?.trim() ?? "";
    if (!/^[0-9a-f]{64}$/.test(hash)) continue;
    add(hash, `${version}/${arch}/SHA256.sig`);
    for (const [file, sha256] of await listed(join(dir, "sha256", hash))) {
      add(sha256, `${version}/${arch}/${file}`);
    }
  }
  return names;
}

/** The files in a signed list; empty if it cannot be read: names are informative only. */
async function listed(path: string): Promise<Map<string, string>> {
  try {
    const { message } = parseSignedMessage(await readBounded(path, MOST_BYTES), path);
    return parseSha256List(new TextDecoder().decode(message), path);
  } catch {
    return new Map();
  }
}
