import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { HeldFile } from "./held_file.ts";

Deno.test("a held file is what was opened, whatever happens to its path", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const path = `${folder}/base79.tgz`;
    const bytes = crypto.getRandomValues(new Uint8Array(60_000));
    await Deno.writeFile(path, bytes);
    using file = await HeldFile.open(path);
    await Deno.writeTextFile(`${folder}/other`, "swapped in");
    await Deno.rename(`${folder}/other`, path);
    assert.equal(await file.sha256(), createHash("sha256").update(bytes).digest("hex"));
    await file.copyTo(`${folder}/copy`);
    assert.deepEqual(await Deno.readFile(`${folder}/copy`), bytes);
    assert.equal((await Deno.stat(`${folder}/copy`)).mode! & 0o777, 0o600);
    await assert.rejects(file.copyTo(`${folder}/copy`), Deno.errors.AlreadyExists);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("readers of one held file at once each get their own part", async () => {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeFile(path, Uint8Array.from({ length: 4096 }, (_, i) => i >> 4));
    using file = await HeldFile.open(path);
    const reads = Array.from({ length: 256 }, async (_, i) => {
      const buffer = new Uint8Array(16);
      assert.equal(await file.read(buffer, i * 16), 16);
      assert(buffer.every((byte) => byte === i));
    });
    await Promise.all(reads);
    assert.equal(await file.read(new Uint8Array(16), 4096), 0);
  } finally {
    await Deno.remove(path);
  }
});

Deno.test("a held file that becomes shorter is an error, not a shorter file", async () => {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, "0123456789");
    using file = await HeldFile.open(path);
    await Deno.truncate(path, 4);
    await assert.rejects(file.sha256(), /has become shorter/);
  } finally {
    await Deno.remove(path);
  }
});
