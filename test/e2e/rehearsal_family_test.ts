/**
 * Several gateways that one command builds, by rehearsal.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { inspectImage } from "../../images/inspect/inspect.ts";
import type { FaultBench } from "../fault.ts";
import { rehearsalBench } from "../rehearsal.ts";

/** The bench's gateway and two that extend it. */
async function three(bench: FaultBench): Promise<string[]> {
  const files = [bench.description];
  for (const [name, address] of [["vpn2", "10.0.0.51/24"], ["vpn3", "10.0.0.52/24"]]) {
    const file = join(bench.folder, `${name}.yaml`);
    await Deno.writeTextFile(
      file,
      `{extends: gw.yaml, hostname: ${name}.example.net, network: {interfaces: [{name: vio0, address: ${address}}]}, tunnels: null}`,
    );
    files.push(file);
  }
  return files;
}

/** The same command again builds nothing that lies there; what was touched since, it does. */
async function unchanged(bench: FaultBench, args: string[]) {
  const results = join(bench.folder, "results");
  const again = await bench.run([...args, "--json"]);
  assert.equal(again.code, 1, again.stderr);
  assert.deepEqual(
    JSON.parse(again.stdout).gateways.map(({ unchanged }: { unchanged?: true }) => unchanged),
    [true, undefined, true],
  );
  {
    using disk = await Deno.open(join(results, "vpn3", "vpn3.raw"), { write: true });
    await disk.write(new Uint8Array([0]));
  }
  const third = await bench.run(args);
  assert.match(third.stderr, /^gw: unchanged, \S+\/gw\/gw\.raw$/m);
  assert.match(third.stderr, /^vpn3: built again: vpn3\.raw has changed since$/m);
  assert.match(third.stderr, /^1 of 3 built, 1 unchanged in \d/m);
  assert.match(third.stdout, /^\S+\/gw\/gw\.raw$/m, "what is there is told all the same");
  assert.match(third.stdout, /^\S+\/vpn3\/manifest\.json$/m);
  assert.match(third.stderr, /^vpn3: built from \S+, as a rehearsal$/m);
}

const names = (folder: string) => [...Deno.readDirSync(folder)].map(({ name }) => name).sort();

Deno.test("a family is built side by side; one that fails stops no other, and an interrupt stops all", async () => {
  // A real release, rehearsed: nothing of it is downloaded.
  await using bench = await rehearsalBench(`"8.0"`);
  const files = await three(bench);
  const results = join(bench.folder, "results");
  await Deno.mkdir(join(results, "vpn2"));
  await Deno.writeTextFile(join(results, "vpn2", "letter.txt"), "mine");
  const args = ["build", "--rehearse", "--accel", "tcg", "--jobs", "2", "--out", results];

  const ended = await bench.run([...args, ...files], {
    when: /vpn3: .*installing the sets/,
    act: (pid) => Deno.kill(pid, "SIGTERM"),
  });
  assert.equal(ended.code, 130, ended.stderr);
  assert.deepEqual(await bench.running(), []);
  assert.deepEqual(names(bench.tmp), []);
  assert.deepEqual(names(results).filter((name) => !name.endsWith(".failed.log")), ["vpn2"]);
  assert.match(ended.stderr, /^0 of 3 built in \d/m);

  const ran = await bench.run([...args, "--json", ...files]);
  assert.equal(ran.code, 1, ran.stderr);
  const { ok, exitCode, gateways } = JSON.parse(ran.stdout);
  assert.deepEqual([ok, exitCode], [false, 1]);
  assert.deepEqual(
    gateways.map(({ name, ok, out }: Record<string, unknown>) => [name, ok, out]),
    [
      ["gw", true, join(results, "gw")],
      ["vpn2", false, undefined],
      ["vpn3", true, join(results, "vpn3")],
    ],
  );
  assert.match(gateways[1].error, /holds something that no build made/);
  for (const [name, host] of [["gw", "vpn1"], ["vpn3", "vpn3"]] as const) {
    using disk = await inspectImage(join(results, name, `${name}.raw`));
    assert.equal(await disk.tree.text("/etc/myname"), `${host}.example.net\n`);
  }
  assert.deepEqual(names(join(results, "vpn2")), ["letter.txt"]);
  await unchanged(bench, [...args, ...files]);
  // Every line that the command tells machines says which gateway it is about.
  const events = ran.stderr.trim().split("\n").map((line) => JSON.parse(line));
  assert(events.some(({ gateway, phase }) => gateway === "vpn3" && phase === "inspect"));
});
