/**
 * Extra files that are larger than a description's share of memory.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { FaultBench } from "../fault.ts";
import { hashFile } from "../../host/hash_file.ts";

const MIB = 1 << 20;
const LARGE = 200 * MIB;

/** Renders, and prints the most memory that the process ever had, in KiB (VmHWM of proc(5)). */
const RENDER = `
  const [load, secrets, render, write] = await Promise.all(${
  JSON.stringify([
    "site/mod.ts",
    "gateway/secrets/secrets.ts",
    "build/render.ts",
    "build/write_render.ts",
  ].map((path) => new URL(`../../${path}`, import.meta.url).href))
}.map((path) => import(path)));
  const [file, out] = Deno.args;
  const { gateway } = await load.loadGateway(file);
  const resolved = await secrets.resolveSecrets(gateway);
  await write.writeRender(gateway, await render.renderGateway(gateway, resolved.secrets), out);
  console.log(/VmHWM:\\s+(\\d+)/.exec(Deno.readTextFileSync("/proc/self/status"))[1]);
`;

async function peak(file: string, out: string): Promise<number> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-check", RENDER, file, out],
    cwd: new URL("../../", import.meta.url),
  }).output();
  assert(success, new TextDecoder().decode(stderr));
  return Number(new TextDecoder().decode(stdout)) * 1024;
}

Deno.test("a large file is packed in a fraction of its size of memory, and changed by nothing", async () => {
  await using bench = await FaultBench.create(
    '"7.9"',
    "files: [{path: /var/db/large, source: large.bin, mode: '0600'}]\n",
  );
  const source = join(bench.folder, "large.bin");
  await Deno.writeTextFile(source, "at its beginning");
  const small = await peak(bench.description, join(bench.folder, "small"));
  // A hole, but for its ends.
  await Deno.truncate(source, LARGE);
  await Deno.writeTextFile(source, "at its end", { append: true });
  const large = await peak(bench.description, join(bench.folder, "large"));
  assert(large - small < LARGE / 2, `${(large - small) / MIB} MiB more for ${LARGE / MIB} MiB`);
  const wanted = await hashFile(source);
  assert.deepEqual(await hashFile(join(bench.folder, "large/site/var/db/large")), wanted);
  const tar = new Deno.Command("tar", {
    args: ["-xzOf", join(bench.folder, "large/site79.tgz"), "var/db/large"],
    stdout: "piped",
  }).spawn();
  const hash = createHash("sha256");
  for await (const piece of tar.stdout) hash.update(piece);
  assert((await tar.status).success);
  assert.equal(hash.digest("hex"), wanted.sha256);
});
