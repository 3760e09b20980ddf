/**
 * Checks that secrets are only where they are needed.
 * @module
 */
import { Buffer } from "node:buffer";
import { freeSpace } from "../disk/ffs_free.ts";
import type { GuardedSecret, HygieneCheck } from "./check.ts";
import type { Inspection } from "../inspect/inspect.ts";
import { Needles, Search } from "../../host/search_bytes.ts";

/** Shorter values occur by chance. */
const SHORTEST = 8;
/** Free space is searched up to this many bytes, beginning next to /etc. */
const FREE_BUDGET = 512 << 20;

function needlesOf(secrets: GuardedSecret[]): Needles<GuardedSecret> {
  return new Needles(secrets.map((secret) => [secret.value, secret]));
}

async function inFiles(
  image: Inspection,
  secrets: GuardedSecret[],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const problems: string[] = [];
  const seen = new Set<string>();
  const needles = needlesOf(secrets);
  for await (const file of image.tree.walk()) {
    if (file.inode.kind !== "file") continue;
    const allowed = (secret: GuardedSecret) => secret.paths.includes(file.path);
    const id = `${file.fs.source.name} ${file.inode.number}`;
    if (file.inode.links > 1 && !secrets.some(allowed)) {
      if (seen.has(id)) continue;
      seen.add(id);
    }
    const search = new Search(needles);
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

async function inFreeSpace(
  image: Inspection,
  secrets: GuardedSecret[],
  signal: AbortSignal | undefined,
) {
  const problems: string[] = [];
  const notes: string[] = [];
  const needles = needlesOf(secrets);
  for (const { fs, mount, letter } of image.fileSystems) {
    const sb = fs.superblock;
    const etc = mount === "/" ? await image.tree.find("/etc") : undefined;
    const first = etc ? Math.floor(etc.inode.number / sb.inodesPerGroup) : 0;
    const search = new Search(needles);
    let searched = 0;
    const name = mount ?? `partition ${letter}`;
    for await (const piece of freeSpace(fs, first)) {
      // Neighbours in the stream need not be neighbours on the disk; a false seam finds nothing real.
      signal?.throwIfAborted();
      search.add(piece);
      searched += piece.length;
      if (searched >= FREE_BUDGET) {
        notes.push(
          `free space of ${name}: the first ${searched >> 20} MiB were searched for secrets`,
        );
        break;
      }
    }
    for (const secret of search.found) {
      problems.push(`free space of ${name} holds the ${secret.name}`);
    }
  }
  if (image.label.partitions.some(({ type }) => type === "swap")) {
    notes.push("swap, packed files and the unused end of blocks were not searched for secrets");
  }
  return { problems, notes };
}

/** Secrets are in the files that need them and nowhere else. */
export const secretPlaces: HygieneCheck = {
  name: "secret-places",
  reason: "a copy of a secret that nobody guards",
  run: async (image, expected, signal) => {
    const secrets = expected.secrets.filter(({ value }) => Buffer.byteLength(value) >= SHORTEST);
    const short = expected.secrets.length - secrets.length;
    if (secrets.length === 0) {
      return {
        problems: [],
        ...(short > 0 ? { skipped: `${short} secrets are too short to be searched for` } : {}),
      };
    }
    const free = await inFreeSpace(image, secrets, signal);
    return {
      problems: [...await inFiles(image, secrets, signal), ...free.problems],
      notes: short > 0
        ? [...free.notes, `${short} secrets are too short to be searched for`]
        : free.notes,
    };
  },
};
