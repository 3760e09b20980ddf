/**
 * `gatewright prove` as its users meet it. Whether tunnels come up is in `lab_test.ts`.
 * @module
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { FaultBench } from "../fault.ts";
import { shareLaboratoryParts } from "../rehearsal.ts";

/** A place with a description whose only tunnel is `tunnel`, in YAML. */
async function benchWith(tunnel: string): Promise<FaultBench> {
  const bench = await FaultBench.create('"8.0"');
  const text = await Deno.readTextFile(bench.description);
  const line =
    `  - {name: a, ${tunnel}, local: 10.0.0.0/24, remote: 10.0.10.0/24, psk: {file: a.psk}}`;
  await Deno.writeTextFile(bench.description, text.replace(/^ {2}- \{name: a.*$/m, line));
  await shareLaboratoryParts(join(bench.cacheHome, "gatewright"));
  return bench;
}

Deno.test("a tunnel that cannot come up ends with 4, and the report says where it fails", async () => {
  // iked has this group, and strongSwan as Debian 12 has it does not.
  const group = "phase1: {group: sntrup761x25519}";
  await using bench = await benchWith(`ike: 2, peer: 192.0.2.1, ${group}`);
  const { code, stdout, stderr } = await bench.run(["prove", bench.description, "--accel", "tcg"]);
  assert.equal(code, 4, stdout + stderr);
  assert.match(stdout, /tunnel a, IKEv2, peer 192\.0\.2\.1: FAILED\n[^]*FAILED far-end/);
  assert.match(stdout, /0 of 1 tunnel proved\n$/);
  assert.match(stderr, /--verbose/);
  assert.doesNotMatch(stdout + stderr, /a-psk-of-a-test/);
  assert.deepEqual(await bench.running(), []);
  assert.deepEqual([...Deno.readDirSync(bench.tmp)], []);
});

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  Deno.test(`fault: ${signal} while tunnels are proved`, async () => {
    await using bench = await benchWith("ike: 2, peer: 192.0.2.1");
    const ran = await bench.run(["prove", bench.description, "--accel", "tcg"], {
      when: /the laboratory runs/,
      act: (pid) => Deno.kill(pid, signal),
    });
    await bench.failed(ran, { code: 130, says: ["interrupted"] });
  });
}

Deno.test("fault: the time for a proof is over", async () => {
  await using bench = await benchWith("ike: 2, peer: 192.0.2.1");
  const ran = await bench.run(["prove", bench.description, "--accel", "tcg", "--timeout", "3s"]);
  await bench.failed(ran, { code: 5, says: ["the laboratory's guest", "not done after 3 s"] });
});

Deno.test("what is typed wrong is said before anything starts", async () => {
  await using bench = await benchWith("ike: 2, peer: 192.0.2.1");
  const ran = await bench.run(["prove", bench.description, "aa"]);
  await bench.failed(ran, { code: 2, says: ["there is no tunnel aa", "did you mean a?"] });
  await bench.failed(await bench.run(["prove", "a"]), { code: 2, says: ["no description"] });
  await Deno.remove(join(bench.folder, "a.psk"));
  await bench.failed(await bench.run(["prove", bench.description]), {
    code: 3,
    says: ["psk of tunnel a"],
  });
});
