/**
 * Checks that secrets are only in the files that need them.
 * @module
 */
import { Buffer } from "node:buffer";
import { freeSpace } from "../disk/ffs_free.ts";
import { SECTOR } from "../disk/mbr.ts";
import type { GuardedSecret, HygieneCheck } from "./check.ts";
import type { Inspection } from "../inspect/inspect.ts";
import { Search, SoughtTexts } from "../../host/search_bytes.ts";

/** Minimum length of a secret in the search: shorter values occur by chance. */
const SHORTEST = 8;

function soughtOf(secrets: GuardedSecret[]): SoughtTexts<GuardedSecret> {
  return new SoughtTexts(secrets.map((secret) => [secret.value, secret]));
}

async function inFiles(
  image: Inspection,
  secrets: GuardedSecret[],
  shipped: string[],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const problems: string[] = [];
  const meant = new Set(shipped);
  const seen = new Set<string>();
  const sought = soughtOf(secrets);
  for await (const file of image.tree.walk()) {
    if (file.inode.kind !== "file") continue;
    // Files of the description may contain their own content.
    if (meant.has(file.path)) continue;
    const allowed = (secret: GuardedSecret) => secret.paths.includes(file.path);
    const id = `${file.fs.source.name} ${file.inode.number}`;
    if (file.inode.links > 1 && !secrets.some(allowed)) {
      if (seen.has(id)) continue;
      seen.add(id);
    }
    const search = new Search(sought);
    for await (const chunk of image.tree.content(file)) {
      signal?.throwIfAborted();
      search.add(chunk);
    }
    for (const secret of search.found) {
      if (!allowed(secret)) problems.push(`${file.path} holds the ${secret.name}`);
    }
  }
  return problems;
}

/** Bytes of swap per read. */
const PIECE = 1 << 20;

/** Unused parts of the disk: the free space of file systems, and swap. */
async function* unused(image: Inspection): AsyncGenerator<[name: string, piece: Uint8Array]> {
  for (const { fs, mount, letter } of image.fileSystems) {
    const name = `free space of ${mount ?? `partition ${letter}`}`;
    for await (const piece of freeSpace(fs)) yield [name, piece];
  }
  for (const { type, letter, start, size } of image.label.partitions) {
    if (type !== "swap") continue;
    const end = (start + size) * SECTOR;
    for (let at = start * SECTOR; at < end; at += PIECE) {
      const length = Math.min(PIECE, end - at);
      if (await image.source.isHole(at, length)) continue;
      yield [`swap partition ${letter}`, await image.source.read(at, length)];
    }
  }
}

async function inFreeSpace(
  image: Inspection,
  secrets: GuardedSecret[],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const sought = soughtOf(secrets);
  const searches = new Map<string, Search<GuardedSecret>>();
  for await (const [name, piece] of unused(image)) {
    signal?.throwIfAborted();
    const search = searches.get(name) ?? new Search(sought);
    searches.set(name, search);
    // Adjacent pieces of the stream need not be adjacent on the disk; a match across such a border
    // is not real.
    search.add(piece);
  }
  return [...searches].flatMap(([name, { found }]) =>
    [...found].map((secret) => `${name} holds the ${secret.name}`)
  );
}

/** Secrets are in the files that need them and nowhere else. */
export const secretPlaces: HygieneCheck = {
  name: "secret-places",
  reason: "a copy of a secret outside the file that needs it",
  run: async (image, expected, signal) => {
    const secrets = expected.secrets.filter(({ value }) => Buffer.byteLength(value) >= SHORTEST);
    const short = expected.secrets.length - secrets.length;
    if (secrets.length === 0) {
      return {
        problems: [],
        ...(short > 0 ? { skipped: `${short} secrets are too short to be searched for` } : {}),
      };
    }
    return {
      problems: [
        ...await inFiles(image, secrets, expected.shipped, signal),
        ...await inFreeSpace(image, secrets, signal),
      ],
      notes: [
        "packed files and the unused end of blocks were not searched",
        ...(short > 0 ? [`${short} secrets are too short to be searched for`] : []),
      ],
    };
  },
};
