import assert from "node:assert/strict";
import { GatewrightError } from "../host/error.ts";
import { buildFamilyWith, type FamilyMember, familyStatus } from "./build_family.ts";
import type { BuildResult } from "./build.ts";
import { HeldLimit } from "../test/held_limit.ts";

/** Descriptions `a.yaml`, `b.yaml` ... of gateways with these names, in a folder of their own. */
async function family(names: string[]) {
  const folder = await Deno.makeTempDir();
  const files = names.map((_, at) => `${folder}/${String.fromCharCode(97 + at)}.yaml`);
  for (const [at, name] of names.entries()) {
    await Deno.writeTextFile(
      files[at]!,
      `{name: ${name}, hostname: ${name}.example.net, network: {interfaces: [{name: vio0, address: 192.0.2.${
        at + 10
      }/24}], gateway: 192.0.2.1}, access: {rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY a@b"]}}`,
    );
  }
  return { files, [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }) };
}

const built = (out: string) => ({ out }) as BuildResult;

Deno.test("builds run side by side, no more than allowed, and one that fails stops no other", async () => {
  await using work = await family(["one", "two", "three", "four", "five"]);
  let [now, most] = [0, 0];
  const ended: string[] = [];
  const members = await buildFamilyWith(work.files, {
    out: "results",
    jobs: 2,
    onEnd: ({ name }) => ended.push(name!),
    onEvent: ({ kind }, name) => assert.deepEqual([kind, name], ["notice", "five"]),
    make: async (gateway, { out, onEvent }) => {
      most = Math.max(most, ++now);
      await Promise.resolve();
      now--;
      if (gateway.name === "two") throw new GatewrightError("no room", { kind: "verification" });
      if (gateway.name === "three") throw new TypeError("a bug\nof two lines");
      if (gateway.name === "five") onEvent!({ kind: "notice", text: "hello" });
      return built(out!);
    },
  });
  assert.equal(most, 2);
  assert.deepEqual(
    members.map(({ name, result, error }) => [name, result?.out ?? error?.message]),
    [
      ["one", "results/one"],
      ["two", "no room"],
      ["three", "unexpected: a bug"],
      ["four", "results/four"],
      ["five", "results/five"],
    ],
  );
  assert.deepEqual(ended.sort(), ["five", "four", "one", "three", "two"]);
  // Failures of several kinds: 1, whatever each was.
  assert.equal(familyStatus(members), 1);
  assert.equal(familyStatus(members.filter(({ name }) => name !== "three")), 4);
  assert.equal(familyStatus(members.filter(({ result }) => result)), 0);
});

Deno.test("a base of each kind is begun before a second gateway of a kind waits for it", async () => {
  await using work = await family(["one", "two", "three", "four"]);
  for (const at of [2, 3]) {
    const text = await Deno.readTextFile(work.files[at]!);
    await Deno.writeTextFile(work.files[at]!, text.replace("{name", "{disk: {size: 9G}, name"));
  }
  const begun: string[] = [];
  const members = await buildFamilyWith(work.files, {
    jobs: 1,
    make: ({ name }, { out }) => {
      begun.push(name);
      return Promise.resolve(built(out!));
    },
  });
  assert.deepEqual(begun, ["one", "three", "two", "four"]);
  // They are told as they were named.
  assert.deepEqual(members.map(({ name }) => name), ["one", "two", "three", "four"]);
});

Deno.test("a warning about a file that several extend is reported once", async () => {
  await using work = await family(["one", "two", "three"]);
  const common = work.files[0]!.replace("a.yaml", "common.yaml");
  await Deno.writeTextFile(common, `release: "6.6"\n`);
  for (const file of work.files) {
    const text = await Deno.readTextFile(file);
    await Deno.writeTextFile(file, text.replace("{name", "{extends: common.yaml, name"));
  }
  const told: string[] = [];
  await buildFamilyWith(work.files, {
    onProblem: ({ file, path, severity }) => told.push(`${file} ${severity} ${path}`),
    make: (_, { out }) => Promise.resolve(built(out!)),
  });
  assert.deepEqual(told, [`${common} warning release`]);
});

Deno.test("a notice about this host is reported once, one about a gateway for each", async () => {
  await using work = await family(["one", "two"]);
  const told: string[] = [];
  await buildFamilyWith(work.files, {
    jobs: 1,
    onEvent: (event, name) => told.push(`${name}: ${"text" in event ? event.text : event.kind}`),
    make: (_, { out, onEvent }) => {
      onEvent!({ kind: "notice", text: "slow", host: true });
      onEvent!({ kind: "notice", text: "built again" });
      return Promise.resolve(built(out!));
    },
  });
  assert.deepEqual(told, ["one: slow", "one: built again", "two: built again"]);
});

Deno.test("a description that is refused is reported, and the others are built", async () => {
  await using work = await family(["one", "two"]);
  await Deno.writeTextFile(work.files[0]!, "hostname: 7");
  const members = await buildFamilyWith(work.files, {
    make: (_, { out }) => Promise.resolve(built(out!)),
  });
  assert.deepEqual(members.map(({ error, result }) => [error?.exitCode, result?.out]), [
    [3, undefined],
    [undefined, "out/two"],
  ]);
  assert.equal(familyStatus(members), 3);
});

Deno.test("two that would write one folder are refused before anything is built", async () => {
  await using work = await family(["one", "two", "one"]);
  const make = () => Promise.reject(new Error("something was built"));
  const [a, b] = work.files;
  await assert.rejects(buildFamilyWith(work.files, { make }), (error: GatewrightError) => {
    assert.equal(error.kind, "usage");
    assert.match(
      error.format(),
      /c\.yaml: two builds would write out\/one\n {2}why: .*a\.yaml is named one too/,
    );
    return true;
  });
  const out = await Deno.makeTempDir();
  await Deno.mkdir(`${out}/one`);
  await Deno.symlink("one", `${out}/two`);
  await assert.rejects(
    buildFamilyWith([a!, b!], { make, out }),
    (error: GatewrightError) => /it is \S*\/one, where \S*a\.yaml is built/.test(error.format()),
  );
  await Deno.remove(out, { recursive: true });
  for (const again of [a!, a!.replace("a.yaml", "./a.yaml")]) {
    await assert.rejects(
      buildFamilyWith([a!, b!, again], { make }),
      /two builds would write out\/one/,
    );
  }
});

Deno.test("an interrupt and the time limit end all, also those that wait", async () => {
  await using work = await family(["one", "two", "three"]);
  const stop = new AbortController();
  const reason = new GatewrightError("interrupted", { kind: "interrupted" });
  const begun: string[] = [];
  const hang = (name: string, signal: AbortSignal) => {
    begun.push(name);
    return new Promise<BuildResult>((_, reject) =>
      signal.addEventListener("abort", () => reject(new Error("QEMU ended")))
    );
  };
  const running = buildFamilyWith(work.files, {
    jobs: 2,
    signal: stop.signal,
    make: ({ name }, { signal }) => {
      const hung = hang(name, signal!);
      if (begun.length === 2) stop.abort(reason);
      return hung;
    },
  });
  const told = (members: FamilyMember[]) => members.map(({ error }) => error?.kind);
  const members = await running;
  assert.deepEqual(told(members), ["interrupted", "interrupted", "interrupted"]);
  assert.deepEqual(begun, ["one", "two"]);
  assert.equal(familyStatus(members), 130);

  using limit = new HeldLimit(600_000);
  const late = await buildFamilyWith(work.files, {
    jobs: 3,
    timeout: limit.milliseconds,
    onEnd: ({ name }) => name === "two" && limit.end(),
    make: ({ name }, { signal }) =>
      name === "two" ? Promise.resolve(built("out/two")) : hang(name, signal!),
  });
  assert.deepEqual(told(late), ["timeout", undefined, "timeout"]);
  assert.equal(late[0]!.error!.where, "1 of 3 gateways built");
  assert.equal(familyStatus(late), 5);
});
