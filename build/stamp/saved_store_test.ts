import assert from "node:assert/strict";
import { cachePrune } from "../release/cache_prune.ts";
import { type Found, openSaved, writeSaved } from "./saved_store.ts";

const key = { id: "a1".repeat(32), qemu: "qemu 1", what: "OpenBSD/amd64 6.6, pc, 512 MiB, tcg" };

/** A state of a few MiB that does not pack well, in pieces. */
const state = Array.from({ length: 5 }, (_, index) => {
  const bytes = new Uint8Array(1 << 20);
  for (let at = 0; at < bytes.length; at += 1 << 15) {
    crypto.getRandomValues(bytes.subarray(at, at + (1 << 15)));
  }
  return bytes.fill(index, 0, 1 << 19);
});

async function* pieces(list: Uint8Array[] = state): AsyncGenerator<Uint8Array> {
  yield* list;
}

async function place() {
  const dir = await Deno.makeTempDir({ prefix: "gw-saved-" });
  return { dir, [Symbol.asyncDispose]: () => Deno.remove(dir, { recursive: true }) };
}

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

async function content(found: Found): Promise<Uint8Array> {
  assert("installer" in found);
  using installer = found.installer;
  return new Uint8Array(await installer.state());
}

Deno.test("a saved installer comes back as it was, and is private", async () => {
  await using at = await place();
  assert.deepEqual(await openSaved(at.dir, key), { why: "absent" });
  await writeSaved(at.dir, key, pieces());
  const all = new Uint8Array(await new Blob(state as BlobPart[]).arrayBuffer());
  assert.deepEqual(await content(await openSaved(at.dir, key)), all);
  const path = `${at.dir}/saved/${key.id}`;
  assert.equal((await Deno.stat(path)).mode! & 0o777, 0o600);
  assert.equal((await Deno.stat(`${at.dir}/saved`)).mode! & 0o777, 0o700);
  assert((await Deno.stat(path)).size < all.length * 0.7, "it is packed");
});

Deno.test("that of another QEMU is distinguished from none, and replaced", async () => {
  await using at = await place();
  await writeSaved(at.dir, { ...key, qemu: "qemu 0" }, pieces());
  assert.deepEqual(await openSaved(at.dir, key), { why: "other-qemu" });
  await writeSaved(at.dir, key, pieces());
  await content(await openSaved(at.dir, key));
  assert.deepEqual(names(`${at.dir}/saved`), [key.id]);
});

Deno.test("one that others could have read, changed or put there counts as absent", async () => {
  await using at = await place();
  await writeSaved(at.dir, key, pieces());
  const path = `${at.dir}/saved/${key.id}`;
  for (const mode of [0o640, 0o602]) {
    await Deno.chmod(path, mode);
    assert.deepEqual(await openSaved(at.dir, key), { why: "absent" });
  }
  await Deno.writeTextFile(path, "no first line", { mode: 0o600 });
  await Deno.chmod(path, 0o600);
  assert.deepEqual(await openSaved(at.dir, key), { why: "absent" });
  // Moved there from another name.
  await writeSaved(at.dir, { ...key, id: "b2".repeat(32) }, pieces());
  await Deno.rename(`${at.dir}/saved/${"b2".repeat(32)}`, path);
  assert.deepEqual(await openSaved(at.dir, key), { why: "absent" });
});

Deno.test("what is written is there whole or not at all; a spoiled one is found out", async () => {
  await using at = await place();
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield state[0]!;
    throw new Error("the guest is gone");
  }
  await assert.rejects(writeSaved(at.dir, key, broken()), /the guest is gone/);
  assert.deepEqual(names(`${at.dir}/saved`), []);
  // What a killed process left goes away with the next one.
  await Deno.writeTextFile(`${at.dir}/saved/${key.id}.${crypto.randomUUID()}`, "half");
  await writeSaved(at.dir, key, pieces());
  assert.deepEqual(names(`${at.dir}/saved`), [key.id]);
  const path = `${at.dir}/saved/${key.id}`;
  // One bit; QEMU notices itself where the end is missing.
  const bytes = await Deno.readFile(path);
  bytes[bytes.length >> 1]! ^= 1;
  await Deno.writeFile(path, bytes);
  const found = await openSaved(at.dir, key);
  await assert.rejects(content(found));
  assert("installer" in found);
  await found.installer.discard();
  assert.deepEqual(await openSaved(at.dir, key), { why: "absent" });
});

Deno.test("one that a build uses is kept by prune, and so is one that is being written", async () => {
  await using at = await place();
  await writeSaved(at.dir, key, pieces());
  const path = `${at.dir}/saved/${key.id}`;
  const found = await openSaved(at.dir, key);
  assert.deepEqual((await cachePrune({}, at.dir)).inUse.map((one) => one.path), [path]);
  await content(found);
  async function* pruned(): AsyncGenerator<Uint8Array> {
    yield state[0]!;
    await cachePrune({}, at.dir);
    yield state[1]!;
  }
  await writeSaved(at.dir, key, pruned());
  await content(await openSaved(at.dir, key));
});
