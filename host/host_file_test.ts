import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { GatewrightError } from "./error.ts";
import { hostFile, unchangedPieces } from "./host_file.ts";

const CONTENT = new Uint8Array(3_000_000).map((_, at) => at * 7 + (at >> 9));

async function withFile(act: (path: string) => Promise<void>): Promise<void> {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeFile(path, CONTENT);
    await act(path);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("a file of the host is known by its hash and read in pieces", () =>
  withFile(async (path) => {
    const file = await hostFile(path);
    assert.deepEqual(file, {
      path,
      size: CONTENT.length,
      sha256: createHash("sha256").update(CONTENT).digest("hex"),
    });
    const pieces = await Array.fromAsync(unchangedPieces(file));
    assert(pieces.length > 1);
    assert.deepEqual(new Uint8Array(await new Blob(pieces).arrayBuffer()), CONTENT);
    // What is little is read once.
    for (const bytes of [new Uint8Array(), CONTENT.slice(0, 1000)]) {
      await Deno.writeFile(path, bytes);
      const little = await hostFile(path);
      await Deno.writeTextFile(path, "something else");
      const read = await new Blob(await Array.fromAsync(unchangedPieces(little))).bytes();
      assert.deepEqual(read, bytes);
      assert.equal(little.sha256, createHash("sha256").update(bytes).digest("hex"));
    }
  }));

Deno.test("a file that was changed since it was hashed is never read to its end", () =>
  withFile(async (path) => {
    const file = await hostFile(path);
    const changes: [string, () => Promise<void>][] = [
      ["one byte", () => Deno.writeFile(path, CONTENT.with(2_999_999, CONTENT.at(-1)! ^ 1))],
      ["shorter", () => Deno.truncate(path, 10)],
      ["longer", () => Deno.writeFile(path, new Uint8Array(CONTENT.length + 1))],
    ];
    for (const [what, change] of changes) {
      await change();
      let read = 0;
      await assert.rejects(
        async () => {
          for await (const piece of unchangedPieces(file)) read += piece.length;
        },
        (error) => error instanceof GatewrightError && /was changed/.test(error.message),
        what,
      );
      assert(read < CONTENT.length, what);
    }
  }));

Deno.test("what is not a file is not waited for", async () => {
  await assert.rejects(hostFile("/dev/zero"), /is not a file/);
  const folder = await Deno.makeTempDir();
  try {
    await new Deno.Command("mkfifo", { args: [`${folder}/pipe`] }).output();
    await assert.rejects(hostFile(`${folder}/pipe`), /is not a file/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
