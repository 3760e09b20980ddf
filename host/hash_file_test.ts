import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { hashInWorker } from "./hash_in_worker.ts";
import { hashFile } from "./hash_file.ts";

/** The hash as everybody else computes it: all bytes, in order. */
async function plain(path: string): Promise<string> {
  const hash = createHash("sha256");
  using file = await Deno.open(path);
  const buffer = new Uint8Array(1 << 20);
  for (let n; (n = await file.read(buffer)) !== null;) hash.update(buffer.subarray(0, n));
  return hash.digest("hex");
}

Deno.test("a file's hash is that of all its bytes, wherever its holes are", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/image, with a comma`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 90_000_000 }), { maxLength: 4 }),
        fc.integer({ min: 0, max: 100_000_001 }),
        async (places, size) => {
          {
            using file = await Deno.open(path, { write: true, create: true, truncate: true });
            for (const place of places) {
              await file.seek(place, Deno.SeekMode.Start);
              await file.write(new TextEncoder().encode(`data at ${place}`));
            }
            await file.truncate(size);
          }
          assert.deepEqual(await hashFile(path), { sha256: await plain(path), size });
        },
      ),
      { numRuns: 6, examples: [[[], 100_000_001], [[0, 50_000_000], 100_000_000], [[7], 0]] },
    );
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("hashing on another thread gives the same, errors too", async () => {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, "content");
    assert.deepEqual(await hashInWorker(path), { sha256: await plain(path), size: 7 });
    await Deno.truncate(path, 2 ** 40);
    const abort = new AbortController();
    setTimeout(() => abort.abort(new Error("enough")), 20);
    await assert.rejects(hashInWorker(path, abort.signal), /enough/);
  } finally {
    await Deno.remove(path);
  }
  await assert.rejects(hashInWorker(path), /No such file/);
});

Deno.test("hashing ends when it is told to", async () => {
  const path = await Deno.makeTempFile();
  try {
    await Deno.truncate(path, 2 ** 40);
    const abort = new AbortController();
    const hashed = hashFile(path, abort.signal);
    setTimeout(() => abort.abort(new Error("enough")), 20);
    await assert.rejects(hashed, /enough/);
  } finally {
    await Deno.remove(path);
  }
});
