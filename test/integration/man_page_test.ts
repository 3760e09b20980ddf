import assert from "node:assert/strict";
import { allCommands } from "../../build/cli/commands.ts";
import { manPage } from "../../build/cli/man_page.ts";

Deno.test("mandoc has no complaint about the manual page, and shows it as text", async () => {
  const file = await Deno.makeTempFile({ suffix: ".1" });
  try {
    const commands = await allCommands();
    await Deno.writeTextFile(file, `${manPage(commands)}\n`);
    const mandoc = async (...args: string[]) => {
      const { stdout } = await new Deno.Command("mandoc", { args: [...args, file] }).output();
      return new TextDecoder().decode(stdout);
    };
    assert.equal(await mandoc("-T", "lint", "-W", "warning"), "");
    // deno-lint-ignore no-control-regex -- mandoc prints bold letters twice
    const text = (await mandoc("-T", "ascii")).replace(/.\x08/g, "");
    for (const { name, flags } of commands) {
      assert.match(text, new RegExp(`^ {3}gatewright ${name}$`, "m"));
      for (const flag of flags) assert.match(text, new RegExp(`^ {5}--${flag.name}\\b`, "m"));
    }
  } finally {
    await Deno.remove(file);
  }
});
