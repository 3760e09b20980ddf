/**
 * Two builds of real OpenBSD at once, from one mirror into one cache.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { inspectImage } from "../../images/inspect/inspect.ts";
import type { Manifest } from "../../images/manifest/manifest.ts";
import { FaultBench } from "../fault.ts";
import { sha256File } from "../makefs.ts";

const shared = new URL("../../../shared/", import.meta.url).pathname;
const media = await Deno.stat(`${shared}openbsd-media`).then(() => true, () => false);
if (!media) console.log("two builds: skipped, there is no ../shared/openbsd-media to install from");

Deno.test({
  name: "two builds at once share a cache and disturb each other in nothing",
  ignore: !media,
  async fn() {
    await using mirror = {
      path: await Deno.makeTempDir({ prefix: "gw-mirror-" }),
      [Symbol.asyncDispose]: () => Deno.remove(mirror.path, { recursive: true }),
    };
    const { success } = await new Deno.Command(`${shared}tools/mini-release`, {
      args: ["amd64", mirror.path],
      stdout: "null",
    }).output();
    assert(success);
    await using bench = await FaultBench.create(
      `{version: "6.6", arch: amd64, mirror: "file://${mirror.path}/pub/OpenBSD", key: ${mirror.path}/mini-66.pub}`,
    );
    const outs = ["one", "two"].map((name) => join(bench.folder, "results", name));
    const build = (out: string) =>
      bench.run(["build", bench.description, "--out", out, "--accel", "tcg", "--json"]);
    const ends = await Promise.all(outs.map(build));
    for (const [i, { code, stdout, stderr }] of ends.entries()) {
      assert.equal(
        code,
        0,
        stderr.split("\n").filter((line) => !line.includes('"log"')).join("\n"),
      );
      const { out, manifest } = JSON.parse(stdout) as { out: string; manifest: Manifest };
      assert.equal(out, outs[i]);
      const raw = manifest.outputs.find(({ name }) => name === "gw.raw")!;
      assert.equal(await sha256File(join(out, "gw.raw")), raw.sha256);
      using disk = await inspectImage(join(out, "gw.raw"));
      assert.equal(await disk.tree.text("/etc/myname"), "vpn1.example.net\n");
      // What the command tells machines is JSON, every line of it.
      const events = stderr.trim().split("\n").map((line) => JSON.parse(line));
      assert(events.some(({ kind, phase }) => kind === "phase" && phase === "seal"));
    }
    assert.deepEqual([...Deno.readDirSync(join(bench.folder, "results"))].length, 2);
    assert.deepEqual(await bench.running(), []);
    assert.deepEqual([...Deno.readDirSync(bench.tmp)], []);
    await bench.cacheIsGood();
    // The next build of this release on such a machine knows how long it will take.
    const times = join(bench.cacheHome, "gatewright", "times", "6.6-amd64-tcg.json");
    assert(JSON.parse(await Deno.readTextFile(times)).boot > 1);
  },
});
