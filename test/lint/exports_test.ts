import assert from "node:assert/strict";
import { commandFile, COMMANDS } from "../../build/cli/commands.ts";
import { deadExports, type Names, namesOf } from "./exports.ts";
import { sourceImports } from "./rooms.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** What the package gives others. */
const ENTRIES = ["mod.ts", "site/mod.ts", "images/mod.ts", "build/mod.ts"];

/** What only tests use, with the reason why it is beside the source. */
const EXCEPTIONS: Record<string, string> = {
  "autoinstall/simulate.ts: simulate":
    "an installer on paper: response files are held against its questions",
  "build/lab/libreswan_cases.ts: libreswanCase": "a proof that only this project's suite runs",
  "build/lab/tunnel_cases.ts: carriesPackets": "a proof that only this project's suite runs",
  "gateway/check/ikev2_policies.ts: toldApart": "what the index of policies is held against",
  "site/pf/print/pfctl_form.ts: pfctlForm": "what recordings of pfctl(8) are held against",
};

async function everyFile(): Promise<Map<string, Names>> {
  const { stdout } = await new Deno.Command("git", {
    args: ["ls-files", "--cached", "--others", "--exclude-standard", "*.ts"],
    cwd: ROOT,
  }).output();
  const files = new Map<string, Names>();
  for (const file of new TextDecoder().decode(stdout).split("\n")) {
    if (!file.endsWith(".ts") || file.endsWith(".d.ts")) continue;
    const text = await Deno.readTextFile(ROOT + file).catch((error) => {
      if (error instanceof Deno.errors.NotFound) return ""; // removed, and not committed yet
      throw error;
    });
    files.set(file, namesOf(file, text));
  }
  return files;
}

/** Commands are loaded by their names. */
const COMMANDS_USED: Names = {
  exports: [],
  uses: Array.from(COMMANDS.keys(), (name) => ({
    file: `build/cli/commands/${commandFile(name).split("/").at(-1)}`,
    name: name.replaceAll(/-./g, ([, letter]) => letter!.toUpperCase()),
  })),
  code: "",
};

Deno.test("every export is used by another file, and not by tests alone", async () => {
  const files = await everyFile();
  // What the text is read for is what Deno reads in it.
  for (const [file, targets] of await sourceImports()) {
    const read = new Set(files.get(file)?.uses.map((use) => use.file));
    const own = targets.filter((one) => /(?<!\.d)\.ts$/.test(one));
    if (files.has(file)) assert.deepEqual(own.filter((one) => !read.has(one)), [], file);
  }
  const dead = deadExports(new Map([...files, ["commands", COMMANDS_USED]]), ENTRIES);
  const excepted = Object.keys(EXCEPTIONS);
  assert.deepEqual(
    dead.filter((one) => !excepted.includes(one)),
    [],
    "remove the word `export`, or the code, or say in EXCEPTIONS why it stays",
  );
  assert.deepEqual(excepted.filter((one) => !dead.includes(one)), [], "not needed any more");
});

/** What is dead in `files`; `a/mod.ts` is an entry. */
function dead(files: Record<string, string>): string[] {
  const named = Object.entries(files).map(([file, text]) => [file, namesOf(file, text)] as const);
  return deadExports(new Map(named), ["a/mod.ts"]);
}

const X = "export function made(): void {\n}\n";

Deno.test("an export that no file imports is dead, in whatever form it would be imported", () => {
  assert.deepEqual(dead({ "a/x.ts": X }), ["a/x.ts: made"]);
  for (
    const use of [
      'import { made } from "./x.ts";\n',
      'import {\n  w,\n  made,\n} from "./x.ts";\n',
      'import { made as y } from "./x.ts";\n',
      'import type { made } from "./x.ts";\n',
      'import w, { type made } from "./x.ts";\n',
      'import * as all from "./x.ts";\nall.made();\n',
      'const { made } = await import("./x.ts");\n',
    ]
  ) {
    assert.deepEqual(dead({ "a/x.ts": X, "a/y.ts": use }), [], use);
    assert.deepEqual(dead({ "a/x.ts": X, "b/y.ts": use }), ["a/x.ts: made"], use);
    const other = use.replaceAll(/\bmade\b/g, "other");
    assert.deepEqual(dead({ "a/x.ts": X, "a/y.ts": other }), ["a/x.ts: made"], other);
  }
  // A comment is no use.
  assert.deepEqual(dead({ "a/x.ts": X, "a/y.ts": '// import("./x.ts") for made\n' }), [
    "a/x.ts: made",
  ]);
});

Deno.test("what is exported again has to be used again, but for the package's own entries", () => {
  for (
    const again of ['export { made } from "./x.ts";\n', 'export type { made } from "./x.ts";\n']
  ) {
    assert.deepEqual(dead({ "a/x.ts": X, "a/y.ts": again }), ["a/y.ts: made"]);
    assert.deepEqual(dead({ "a/x.ts": X, "a/mod.ts": again }), []);
  }
  assert.deepEqual(dead({ "a/x.ts": X, "a/mod.ts": 'export * from "./x.ts";\n' }), []);
});

Deno.test("what tests alone import has to be used by its own file", () => {
  const use = 'import { made } from "./x.ts";\n';
  assert.deepEqual(dead({ "a/x.ts": X, "a/x_test.ts": use }), ["a/x.ts: made"]);
  const own = `${X}function y(): void {\n  made();\n}\n`;
  assert.deepEqual(dead({ "a/x.ts": own, "a/x_test.ts": use }), []);
  assert.deepEqual(dead({ "a/x.ts": own }), ["a/x.ts: made"]);
  assert.deepEqual(
    dead({ "a/testing.ts": X, "a/x_test.ts": use.replace("x.ts", "testing.ts") }),
    [],
  );
});

Deno.test("a type may stay that a used export names, but not one in a function's body", () => {
  const types = "export interface A {\n  b: B;\n}\n\nexport type B = string;\n\n";
  const use = { "a/y.ts": 'import { made } from "./x.ts";\n' };
  const text = (line: string) =>
    `${types}${line}\n  const c: C = 1;\n}\n\nexport type C = number;\n`;
  for (
    const line of [
      "export function made(a: A): void {",
      "export async function made(\n  a: A,\n): void {",
    ]
  ) assert.deepEqual(dead({ ...use, "a/x.ts": text(line) }), ["a/x.ts: C"]);
  assert.deepEqual(dead({ ...use, "a/x.ts": text("export function made(): void {") }), [
    "a/x.ts: A",
    "a/x.ts: B",
    "a/x.ts: C",
  ]);
});
