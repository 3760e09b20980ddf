/**
 * Checks that secrets are only where they are needed.
 * @module
 */
import { Buffer } from "node:buffer";
import { freeSpace } from "./disk/ffs_free.ts";
import type { GuardedSecret, HygieneCheck } from "./hygiene_check.ts";
import type { Inspection } from "./inspect.ts";

/** Shorter values occur by chance. */
const SHORTEST = 8;
/** Free space is searched up to this many bytes, beginning next to /etc. */
const FREE_BUDGET = 512 << 20;

const ZEROS = Buffer.alloc(1 << 20);

/** Finds needles in a stream of bytes, also across the seams. */
class Search {
  readonly found = new Set<GuardedSecret>();
  readonly #needles: { secret: GuardedSecret; bytes: Buffer }[];
  readonly #overlap: number;
  #tail = Buffer.alloc(0);

  constructor(secrets: GuardedSecret[]) {
    this.#needles = secrets.map((secret) => ({ secret, bytes: Buffer.from(secret.value) }));
    this.#overlap = Math.max(0, ...this.#needles.map(({ bytes }) => bytes.length - 1));
  }

  /** A new stream begins. */
  reset(): void {
    this.#tail = Buffer.alloc(0);
  }

  add(chunk: Uint8Array): void {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    // A fresh disk is mostly zeros, which cost next to nothing to pass over.
    if (bytes.length <= ZEROS.length && bytes.equals(ZEROS.subarray(0, bytes.length))) {
      return this.reset();
    }
    const seam = Buffer.concat([this.#tail, bytes.subarray(0, this.#overlap)]);
    for (const needle of this.#needles) {
      if (bytes.includes(needle.bytes) || seam.includes(needle.bytes)) {
        this.found.add(needle.secret);
      }
    }
    this.#tail = Buffer.from(
      bytes.length >= this.#overlap
        ? bytes.subarray(bytes.length - this.#overlap)
        : Buffer.concat([this.#tail, bytes]).subarray(-this.#overlap),
    );
  }
}

async function inFiles(
  image: Inspection,
  secrets: GuardedSecret[],
  signal: AbortSignal | undefined,
): Promise<string[]> {
  const problems: string[] = [];
  const seen = new Set<string>();
  for await (const file of image.tree.walk()) {
    if (file.inode.kind !== "file") continue;
    const allowed = (secret: GuardedSecret) => secret.paths.includes(file.path);
    const id = `${file.fs.source.name} ${file.inode.number}`;
    if (file.inode.links > 1 && !secrets.some(allowed)) {
      if (seen.has(id)) continue;
      seen.add(id);
    }
    const search = new Search(secrets);
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
  for (const { fs, mount, letter } of image.fileSystems) {
    const sb = fs.superblock;
    const etc = mount === "/" ? await image.tree.find("/etc") : undefined;
    const first = etc ? Math.floor(etc.inode.number / sb.inodesPerGroup) : 0;
    const search = new Search(secrets);
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
