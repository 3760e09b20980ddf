import assert from "node:assert/strict";
import fc from "fast-check";
import { JSON_FLAG, type ListedCommand } from "./command.ts";
import { allCommands } from "./commands.ts";
import { manPage, synopsis } from "./man_page.ts";

Deno.test("a usage line becomes macros, each part on its own line", () => {
  assert.deepEqual(synopsis("FILE... [--out DIR] [ls|cat PATH | tree [PATH]] --accel auto|kvm"), [
    ".Ar FILE Ns ...",
    ".Oo Fl \\-out Ar DIR Oc",
    ".Oo Cm ls | Cm cat Ar PATH | Cm tree Oo Ar PATH Oc Oc",
    ".Fl \\-accel",
    ".Cm auto | Cm kvm",
  ]);
  assert.deepEqual(synopsis("[--out FILE.html] [FIELD.PATH] [1|gatewright.yaml]"), [
    ".Oo Fl \\-out Ar FILE.html Oc",
    ".Oo Ar FIELD.PATH Oc",
    ".Oo Cm 1 | Cm gatewright.yaml Oc",
  ]);
  assert.deepEqual(synopsis(""), []);
});

Deno.test("the manual page names every command with its flags, values and example", async () => {
  const page = manPage(await allCommands());
  for (const { name, flags, example } of await allCommands()) {
    const start = page.indexOf(`.Ss gatewright ${name}\n`);
    assert.ok(start > 0, name);
    const section = page.slice(start, page.indexOf(".Dl ", start));
    for (const flag of flags) {
      const line = section.split("\n").find((each) =>
        each.split(" ")[2] === `\\-${flag.name.replaceAll("-", "\\-")}`
      );
      assert.ok(line, `${name} --${flag.name}`);
      for (const word of flag.value?.split("|") ?? []) {
        assert.ok(line.includes(word.replaceAll("-", "\\-")), `${line} lacks ${word}`);
      }
    }
    assert.ok(page.includes(`.Dl ${example.replaceAll("-", "\\-")}`), example);
  }
});

Deno.test("no text of the table becomes a macro of the page", () => {
  fc.assert(fc.property(fc.stringMatching(/^[ -~]{1,40}$/), (text) => {
    const command: ListedCommand = {
      name: "x",
      summary: text,
      usage: "",
      example: "gatewright x",
      flags: [{ name: "f", summary: text }, JSON_FLAG],
      run: () => Promise.resolve(0),
    };
    const harmless = manPage([{
      ...command,
      summary: "a",
      flags: [{ name: "f", summary: "a" }, JSON_FLAG],
    }]);
    const macros = (page: string) => page.split("\n").filter((line) => /^[.']/.test(line));
    assert.deepEqual(macros(manPage([command])), macros(harmless));
  }));
});

Deno.test("usage lines, flags and help agree in every command", async () => {
  for (const { name, usage, flags, example, words = [] } of await allCommands()) {
    const inUsage = [...usage.matchAll(/--([a-z0-9-]+)/g)].map(([, flag]) => flag!);
    assert.deepEqual(inUsage.toSorted(), flags.map((flag) => flag.name).toSorted(), name);
    for (const flag of flags) {
      if (flag.value) {
        assert.ok(usage.includes(`--${flag.name} ${flag.value}`), `${name}: ${usage}`);
      }
    }
    for (const word of words.flatMap((each) => each ?? [])) assert.ok(usage.includes(word), usage);
    assert.match(example, new RegExp(`^gatewright ${name}( |$)`));
  }
});
