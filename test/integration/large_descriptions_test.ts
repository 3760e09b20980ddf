/**
 * Large and hostile descriptions on the command line: few words about many mistakes, no work that grows
 * faster than the file, and an ear for signals.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { LARGE } from "../attack/large_descriptions.ts";
import { LARGE_VALID } from "../attack/large_valid.ts";
import { FaultBench } from "../fault.ts";
import { DescriptionError } from "../../gateway/document/problem.ts";
import { GatewrightError } from "../../host/error.ts";
import { parseGateway } from "../../gateway/load/load.ts";
import { loadGateway } from "../../site/load_gateway.ts";

/** Makes V8 count exactly; see `test/attack/growth.ts`. */
const EXACT = "--v8-flags=--no-opt,--no-maglev";

/** Kinds whose pairs of networks are what the daemons get too: their number is a product. */
const PRODUCTS = ["networks of a tunnel"];

Deno.test("four times as large a description takes about four times as many steps", async () => {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--frozen", "--no-check", EXACT, "test/attack/growth.ts"],
    cwd: new URL("../../", import.meta.url).pathname,
    env: { NO_COLOR: "1" },
    stdin: "null",
  }).output();
  assert.ok(success, new TextDecoder().decode(stderr));
  const counted: Record<string, [number, number]> = JSON.parse(new TextDecoder().decode(stdout));
  assert.deepEqual(Object.keys(counted), [...LARGE.keys(), ...LARGE_VALID.keys()]);
  for (const [name, [small, large]] of Object.entries(counted)) {
    // Half as much again: a part that grows with the square is at most a sixth of the small one.
    if (!PRODUCTS.includes(name)) assert.ok(large < 6 * small, `${name}: ${small}, x4: ${large}`);
  }
});

Deno.test("a large description that is refused gets few complaints", () => {
  for (const [name, make] of LARGE) {
    try {
      parseGateway(make(400), "large.yaml");
    } catch (error) {
      assert.ok(error instanceof DescriptionError, String(error));
      assert.ok(error.problems.length <= 51, `${name}: ${error.problems.length} complaints`);
    }
  }
});

Deno.test("an interrupt takes effect while a large description is checked", async () => {
  await using bench = await FaultBench.create('"7.9"');
  const file = join(bench.folder, "large.yaml");
  await Deno.writeTextFile(file, LARGE.get("networks of a tunnel")!(3000));
  const stop = new AbortController();
  const reading = loadGateway(file, { signal: stop.signal });
  stop.abort(new GatewrightError("interrupted", { kind: "interrupted" }));
  await assert.rejects(reading, /interrupted/);
});

Deno.test("a large description and a small one are checked alike", async () => {
  await using bench = await FaultBench.create('"7.9"');
  const good = await Deno.readTextFile(bench.description);
  const large = join(bench.folder, "gw.yaml");
  const read = async (text: string) => {
    await Deno.writeTextFile(large, text);
    return await loadGateway(large).catch((error) => error);
  };
  const blank = `${good}\n${"# nothing\n".repeat(10_000)}`;
  assert.deepEqual(await read(blank), await read(good));
  const bad = await read(blank.replace("tunnels:", "tunnel:"));
  assert.ok(bad instanceof DescriptionError);
  assert.deepEqual(bad.problems, (await read(good.replace("tunnels:", "tunnel:"))).problems);
});

Deno.test("aliases of themselves, or of too much, are reported as that", () => {
  const says = (text: string) => {
    try {
      parseGateway(`hostname: a\nnetwork: {interfaces: [{name: vio0}]}\n${text}`, "a.yaml");
      return "";
    } catch (error) {
      assert.ok(error instanceof DescriptionError, String(error));
      return error.message;
    }
  };
  assert.match(says("packages: &a [*a]"), /^a\.yaml:3:15: error: the alias a is inside its own/m);
  assert.match(says("sysctl: &a {b: {c: *a}}"), /^a\.yaml:3:20: error: the alias a is inside/m);
  const laughs = Array.from(
    { length: 9 },
    (_, i) => `a${i + 1}: &a${i + 1} [${new Array(9).fill(`*a${i}`).join(", ")}]\n`,
  ).join("");
  assert.match(says(`a0: &a0 ha\n${laughs}`), /a\.yaml:\d+:\d+: error: more than 1000000 values/);
  assert.match(says("packages: [*b]"), /there is no anchor for this alias/);
  assert.match(says(`x: ${"[".repeat(100)}`), /is not closed before this line/);
  assert.match(
    says(`x: ${"[".repeat(80)}${"]".repeat(80)}`),
    /more than 64 nested mappings and lists/,
  );
  assert.match(says("packages: [&p vim, *p, git]"), /^$/);
  assert.match(says(`packages: [&p vim, ${new Array(300).fill("*p").join(", ")}]`), /^$/);
});

Deno.test("a description that is not a file is refused by what it is", async () => {
  await using bench = await FaultBench.create('"7.9"');
  const pipe = join(bench.folder, "pipe.yaml");
  assert.ok((await new Deno.Command("mkfifo", { args: [pipe] }).output()).success);
  for (
    const [path, why] of [
      [pipe, /why: it is a named pipe/],
      ["/dev/zero", /why: it is a device/],
      [bench.folder, /why: it is a folder/],
    ] as const
  ) {
    const { code, stderr } = await bench.run(["check", path]);
    assert.equal(code, 3);
    assert.match(stderr, why);
    assert.match(stderr, /next: name a (YAML file|file in it)/);
  }
});

Deno.test("nothing is wrong with the large descriptions that are right", () => {
  for (const [name, make] of LARGE_VALID) {
    assert.doesNotThrow(() => parseGateway(make(120), "large.yaml"), name);
  }
});
