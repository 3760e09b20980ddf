import assert from "node:assert/strict";
import { allCommands } from "../../build/cli/commands.ts";
import { manPage } from "../../build/cli/man_page.ts";
import { gatewright } from "../command_line.ts";
import { manPage5 } from "../../build/cli/man_page_5.ts";
import { allFields } from "../../gateway/schema/fields/fields.ts";

/** What mandoc complains of in `page`, and what it shows. */
async function shown(page: string, suffix: string): Promise<{ lint: string; text: string }> {
  const file = await Deno.makeTempFile({ suffix });
  try {
    await Deno.writeTextFile(file, `${page}\n`);
    const mandoc = async (...args: string[]) => {
      const { stdout } = await new Deno.Command("mandoc", { args: [...args, file] }).output();
      return new TextDecoder().decode(stdout);
    };
    const lint = await mandoc("-T", "lint", "-W", "warning");
    // deno-lint-ignore no-control-regex -- mandoc prints bold letters twice
    const text = (await mandoc("-T", "ascii")).replace(/.\x08/g, "");
    return { lint, text };
  } finally {
    await Deno.remove(file);
  }
}

Deno.test("mandoc has no complaint about the manual page, and shows it as text", async () => {
  const commands = await allCommands();
  const { lint, text } = await shown(manPage(commands), ".1");
  assert.equal(lint, "");
  for (const { name, flags } of commands) {
    assert.match(text, new RegExp(`^ {3}gatewright ${name}$`, "m"));
    for (const flag of flags) assert.match(text, new RegExp(`^ {5}--${flag.name}\\b`, "m"));
  }
});

Deno.test("mandoc has no complaint about gatewright.yaml(5), and shows every field with its example", async () => {
  const fields = allFields();
  const whole = await Deno.readTextFile(new URL("../../examples/hq.yaml", import.meta.url));
  const { lint, text } = await shown(manPage5(fields, whole), ".5");
  assert.equal(lint, "");
  for (const { path, example } of fields) {
    assert(text.split("\n").some((line) => `${line} `.startsWith(`     ${path} `)), path);
    const lines = example.split("\n").map((line) => `${" ".repeat(19)}${line}\n`).join("");
    assert(text.includes(lines), `the example of ${path}:\n${example}`);
  }
  assert(text.includes("remote: 10.0.10.0/24"));
});

Deno.test("a page is had by its name as well as by its section", async () => {
  for (
    const [name, page] of [["gatewright.yaml", "5"], ["gatewright.yaml(5)", "5"], [
      "gatewright",
      "1",
    ]]
  ) {
    const { code, stdout } = await gatewright("man", name!);
    assert.equal(code, 0);
    assert.equal(stdout, (await gatewright("man", page!)).stdout);
  }
});
