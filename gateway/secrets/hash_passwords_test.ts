import assert from "node:assert/strict";
import bcrypt from "bcryptjs";
import { hashPasswords } from "./hash_passwords.ts";

Deno.test("each password gets its own hash, in order, on threads or without", async () => {
  for (const count of [0, 3, 5]) {
    const passwords = Array.from({ length: count }, (_, at) => `password ${at % 5}`);
    const hashes = await hashPasswords(passwords);
    assert.equal(new Set(hashes).size, count);
    for (const [at, hash] of hashes.entries()) {
      assert.match(hash, /^\$2b\$10\$/);
      assert.ok(await bcrypt.compare(passwords[at]!, hash));
    }
  }
});

Deno.test("hashing is interrupted at once, however much is left", async () => {
  const controller = new AbortController();
  const running = hashPasswords(new Array(5000).fill("password"), { signal: controller.signal });
  controller.abort(new Error("interrupted"));
  await assert.rejects(running, /interrupted/);
  await assert.rejects(hashPasswords([], { signal: controller.signal }), /interrupted/);
});
