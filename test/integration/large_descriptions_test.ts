/**
 * Large and hostile descriptions on the command line: few words about many mistakes, no work that grows
 * faster than the file, and an ear for signals.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import process from "node:process";
import { LARGE } from "../attack/large_descriptions.ts";
import { LARGE_VALID } from "../attack/large_valid.ts";
import { FaultBench } from "../fault.ts";
import { DescriptionError } from "../../gateway/document/problem.ts";
import { GatewrightError } from "../../host/error.ts";
import { parseGateway } from "../../gateway/load/load.ts";
import { loadGateway, parseGateway as checkGateway } from "../../site/load_gateway.ts";

/**
 * Processor time of reading `text`, in milliseconds. Tests that run beside it in this process count, too:
 * the least of several times is nearest to its own.
 */
function cost(text: string): number {
  const before = process.cpuUsage();
  try {
    parseGateway(text, "large.yaml");
  } catch (error) {
    assert.ok(error instanceof DescriptionError, String(error));
    assert.ok(error.problems.length <= 51, `${error.problems.length} complaints`);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Kinds whose pairs of networks are what the daemons get too: their number is a product. */
const PRODUCTS = ["networks of a tunnel"];

Deno.test("four times as large a description costs about four times as much", () => {
  for (const [name, make] of LARGE) {
    if (PRODUCTS.includes(name)) continue;
    cost(make(50));
    let size = 100;
    let [small, large] = [cost(make(size)), cost(make(4 * size))];
    // A quadratic part shows only where it is most of the whole.
    while (large < 100 && size < 3200) {
      size *= 2;
      [small, large] = [cost(make(size)), cost(make(4 * size))];
    }
    for (let turn = 0; turn < 10 && large > 8 * Math.max(small, 10); turn++) {
      small = Math.min(small, cost(make(size)));
      large = Math.min(large, cost(make(4 * size)));
    }
    assert.ok(large < 11 * Math.max(small, 10), `${name}: ${size}: ${small} ms, x4: ${large} ms`);
  }
});

Deno.test("an interrupt is heard while a large description is judged", async () => {
  await using bench = await FaultBench.create('"7.9"');
  const file = join(bench.folder, "large.yaml");
  await Deno.writeTextFile(file, LARGE.get("networks of a tunnel")!(3000));
  const stop = new AbortController();
  const reading = loadGateway(file, { signal: stop.signal });
  stop.abort(new GatewrightError("interrupted", { kind: "interrupted" }));
  await assert.rejects(reading, /interrupted/);
});

Deno.test("a large description and a small one are judged alike", async () => {
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

Deno.test("aliases that stand for themselves or for too much are told as that", () => {
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

Deno.test("thousands of one thing that are right are held against what they promise in seconds", () => {
  for (const [name, make] of LARGE_VALID) {
    const cpuTime = (size: number) => {
      const before = process.cpuUsage();
      checkGateway(make(size), "large.yaml");
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    cpuTime(50);
    // Everything else is held against each of many interfaces: what is quadratic there shows late.
    const [size, most] = name.startsWith("vlans") ? [1000, 8] : [400, 11];
    let [small, large] = [cpuTime(size), cpuTime(4 * size)];
    // Collecting garbage falls now here, now there.
    for (let turn = 0; turn < 3 && large > 0.7 * most * Math.max(small, 40); turn++) {
      [small, large] = [cpuTime(size), Math.min(large, cpuTime(4 * size))];
    }
    assert.ok(large < most * Math.max(small, 40), `${name}: ${size}: ${small} ms, x4: ${large} ms`);
  }
});
