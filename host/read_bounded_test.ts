import assert from "node:assert/strict";
import { readBounded, UnfitFile } from "./read_bounded.ts";

async function inFolder(work: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-bounded-" });
  try {
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a file is read up to the bound, and not beyond it", () =>
  inFolder(async (folder) => {
    for (const size of [0, 1, 4095, 4096]) {
      await Deno.writeFile(`${folder}/a`, new Uint8Array(size).fill(7));
      assert.equal((await readBounded(`${folder}/a`, 4096)).length, size);
    }
    await Deno.writeFile(`${folder}/a`, new Uint8Array(4097));
    await assert.rejects(readBounded(`${folder}/a`, 4096), {
      name: "UnfitFile",
      message: "it is larger than 4 KiB",
    });
    await Deno.truncate(`${folder}/a`, 2 ** 40);
    await assert.rejects(readBounded(`${folder}/a`, 4 << 20), /larger than 4 MiB/);
  }));

Deno.test("what is not a file is refused by its kind, without waiting for it", () =>
  inFolder(async (folder) => {
    const fifo = `${folder}/pipe`;
    assert.ok((await new Deno.Command("mkfifo", { args: [fifo] }).output()).success);
    for (
      const [path, says] of [
        [folder, /folder/],
        [fifo, /named pipe/],
        ["/dev/zero", /device/],
        ["/dev/null", /device/],
      ] as const
    ) {
      await assert.rejects(readBounded(path, 4096), (error) => {
        assert.ok(error instanceof UnfitFile);
        assert.match(error.message, says);
        return true;
      });
    }
    await assert.rejects(readBounded(`${folder}/none`, 1), Deno.errors.NotFound);
  }));

Deno.test("files whose size is not known before are read whole", async () => {
  const bytes = await readBounded("/proc/self/status", 1 << 20);
  assert.match(new TextDecoder().decode(bytes), /^Name:[^]*Threads:/);
  await assert.rejects(readBounded("/proc/self/status", 16), /larger/);
});

Deno.test("what the caller was given as a file descriptor is read, whatever it is", async () => {
  const program = `import { readTextBounded } from ${
    JSON.stringify(new URL("read_bounded.ts", import.meta.url).href)
  };
    Deno.stdout.writeSync(new TextEncoder().encode(await readTextBounded("/dev/stdin", 100)));`;
  const { stdout } = await new Deno.Command("sh", {
    args: ["-c", 'echo given | "$0" eval --no-check "$1"', Deno.execPath(), program],
  }).output();
  assert.equal(new TextDecoder().decode(stdout), "given\n");
});
