import assert from "node:assert/strict";
import houseRules from "./house_rules.ts";

const HEAD = "/**\n * A file.\n * @module\n */\n";

/** The rules that `code` breaks as the file `path`. */
function broken(path: string, code: string, head = HEAD): string[] {
  const found = Deno.lint.runPlugin(houseRules, path, `${head}${code}\n`);
  for (const { hint } of found) assert.ok(hint, "each message says what to do instead");
  return [...new Set(found.map(({ id }) => id.replace("house/", "")))];
}

Deno.test("house/output: only the terminal's file prints and asks, only main.ts exits", () => {
  for (
    const code of [
      "console.log(1);",
      "console.error(1);",
      "await Deno.stdout.write(bytes);",
      "prompt('sure?');",
    ]
  ) {
    assert.deepEqual(broken("images/x.ts", code), ["output"], code);
    assert.deepEqual(broken("build/pipeline.ts", code), ["output"], code);
    assert.deepEqual(broken("build/cli/commands/x.ts", code), ["output"], code);
    assert.deepEqual(broken("build/cli/terminal.ts", code), [], code);
    assert.deepEqual(broken("test/x.ts", code), [], code);
    assert.deepEqual(broken("images/x_test.ts", code), [], code);
  }
  assert.deepEqual(broken("build/cli/commands/x.ts", "Deno.exit(1);"), ["output"]);
  assert.deepEqual(broken("gateway/x.ts", "Deno.exitCode = 1;"), ["output"]);
  assert.deepEqual(broken("build/cli/main.ts", "Deno.exit(1);"), []);
  assert.deepEqual(broken("build/cli/x.ts", "if (Deno.stdout.isTerminal()) a();"), []);
  assert.deepEqual(
    broken("build/installer/install.ts", "console.feed(bytes);"),
    [],
    "the serial console",
  );
});

Deno.test("house/direction: host -> gateway -> site, autoinstall -> images -> build", () => {
  const rooms = ["host", "gateway", "site", "autoinstall", "images", "build", "test"];
  const allowed: Record<string, string[]> = {
    host: ["host"],
    gateway: ["host", "gateway"],
    site: ["host", "gateway", "site"],
    autoinstall: ["host", "gateway", "autoinstall"],
    images: ["host", "gateway", "site", "autoinstall", "images"],
    build: rooms,
  };
  for (const [room, may] of Object.entries(allowed)) {
    for (const other of rooms) {
      for (
        const code of [
          `import { a } from "../${other}/a.ts";`,
          `import type { a } from "../${other}/a.ts";`,
          `export * from "../${other}/a.ts";`,
          `/** a */\nexport { a } from "../${other}/a.ts";`,
          `await import("../${other}/a.ts");`,
        ]
      ) {
        const expected = may.includes(other) ? [] : ["direction"];
        assert.deepEqual(broken(`${room}/b.ts`, code), expected, `${room}: ${code}`);
      }
    }
  }
  assert.deepEqual(broken("images/disk/b.ts", 'import "../../build/a.ts";'), ["direction"]);
  assert.deepEqual(broken("images/disk/b.ts", 'import "../tree.ts"; import "yaml";'), []);
  assert.deepEqual(broken("images/b_test.ts", 'import "../test/gateway.ts";'), []);
});

Deno.test("house/pure: renderers have no files, programs, clock or dice", () => {
  for (
    const code of [
      'Deno.readTextFileSync("a");',
      'import { readFileSync } from "node:fs";',
      "const now = Date.now();",
      "const now = new Date();",
      "const one = Math.random();",
      "const one = crypto.randomUUID();",
      "await fetch(url);",
    ]
  ) {
    assert.deepEqual(broken("site/x.ts", code), ["pure"], code);
    assert.deepEqual(broken("autoinstall/x.ts", code), ["pure"], code);
    assert.deepEqual(broken("build/x.ts", code), [], code);
  }
  assert.deepEqual(broken("site/x.ts", 'import "node:zlib"; new Date(0);'), []);
});

Deno.test("house/sleep: no promise that only waits", () => {
  for (
    const code of [
      "await new Promise((resolve) => setTimeout(resolve, 100));",
      "await new Promise((done) => { setTimeout(() => done(), 100); });",
      'import { setTimeout } from "node:timers/promises";',
    ]
  ) {
    assert.deepEqual(broken("build/x.ts", code), ["sleep"], code);
    assert.deepEqual(broken("build/x_test.ts", code), [], code);
  }
  assert.deepEqual(broken("build/x.ts", "setTimeout(() => controller.abort(late), 100);"), []);
  assert.deepEqual(
    broken("build/x.ts", "new Promise((_, reject) => setTimeout(() => reject(late), 100));"),
    [],
    "a time limit is no sleep",
  );
});

Deno.test("house/programs: only host/ starts programs", () => {
  for (
    const code of [
      'new Deno.Command("ls");',
      'import { $ } from "zx";',
      'import "node:child_process";',
      'await import("zx");',
    ]
  ) {
    assert.deepEqual(broken("build/x.ts", code), ["programs"], code);
    assert.deepEqual(broken("host/x.ts", code), [], code);
    assert.deepEqual(broken("build/x_test.ts", code), [], code);
  }
});

Deno.test("house/temporary: what a killed process leaves is found by the next one", () => {
  for (const code of ["await Deno.makeTempDir();", "Deno.makeTempFileSync({ dir });"]) {
    assert.deepEqual(broken("build/x.ts", code), ["temporary"], code);
    assert.deepEqual(broken("build/x_test.ts", code), [], code);
  }
});

Deno.test("house/function-length: no function over 70 lines", () => {
  const lines = (count: number) => `function f() {${"\n".repeat(count - 1)}}`;
  assert.deepEqual(broken("build/x.ts", lines(70)), []);
  assert.deepEqual(broken("build/x.ts", lines(71)), ["function-length"]);
  assert.deepEqual(broken("build/x.ts", `class A { m${lines(71).slice(10)} }`), [
    "function-length",
  ]);
  assert.deepEqual(broken("build/x_test.ts", lines(71)), []);
});

Deno.test("house/lookup: no lookup by name in plain objects", () => {
  for (
    const code of [
      "let a: Record<string, number> = {};",
      "const a: Readonly<Record<string, () => void>> = {};",
      "if (name in ids) b();",
      "for (const key in ids) b(key);",
      "const a = (value as Record<string, unknown>)[name];",
      "const a = (value as Record<string, unknown> | undefined)?.[name];",
      "const a = (value as { [name: string]: unknown })[name];",
    ]
  ) {
    assert.deepEqual(broken("build/x.ts", code), ["lookup"], code);
    assert.deepEqual(broken("build/x_test.ts", code), [], code);
  }
  for (
    const code of [
      'let a: Record<"one" | "two", number>;',
      "let a: Record<string, unknown>;",
      "const a = { b: 1 } as const satisfies Record<string, number>;",
      'if ("error" in data) b();',
      "class A { #b = 1; is(x: object) { return #b in x; } }",
      'const a = (value as Record<string, unknown>)["name"];',
      "const a = list[index];",
    ]
  ) assert.deepEqual(broken("build/x.ts", code), [], code);
});

Deno.test("house/length: no file over 400 lines, tests included", () => {
  assert.deepEqual(broken("build/x.ts", "\n".repeat(390) + "a;"), []);
  assert.deepEqual(broken("build/x.ts", "\n".repeat(400) + "a;"), ["length"]);
  assert.deepEqual(broken("build/x_test.ts", "\n".repeat(400) + "a;"), ["length"]);
});

Deno.test("house/module-doc and house/exported-doc: files and exports say what they are for", () => {
  assert.deepEqual(broken("build/x.ts", "a;", ""), ["module-doc"]);
  assert.deepEqual(broken("build/x.ts", "a;", "/** No more than a comment. */\n"), ["module-doc"]);
  assert.deepEqual(broken("build/x.ts", "a;", `#!/usr/bin/env deno\n${HEAD}`), []);
  assert.deepEqual(broken("build/x_test.ts", "a;", ""), []);
  for (const what of ["function f() {}", "const a = 1;", "interface A {}", "class A {}"]) {
    assert.deepEqual(broken("build/x.ts", `export ${what}`), ["exported-doc"], what);
    assert.deepEqual(broken("build/x.ts", `// no doc\nexport ${what}`), ["exported-doc"], what);
    assert.deepEqual(broken("build/x.ts", `/** A doc. */\nexport ${what}`), [], what);
    assert.deepEqual(broken("build/x_test.ts", `export ${what}`), [], what);
  }
});

Deno.test("house/flags: errors of a library have codes, and no flags of the command line", () => {
  for (
    const code of [
      'const a = "add --force";',
      "const a = `x ${1}, or leave --grow out`;",
      "const a = `a rehearsal takes no --${1}`;",
    ]
  ) {
    assert.deepEqual(broken("images/x.ts", code), ["flags"], code);
    assert.deepEqual(broken("build/steps/x.ts", code), ["flags"], code);
    assert.deepEqual(broken("build/cli/x.ts", code), [], code);
  }
  for (const code of ['run("virsh", ["--all", "--name"]);', 'const a = "swanctl --load-all";']) {
    assert.deepEqual(broken("images/x.ts", code), [], code);
  }
});
