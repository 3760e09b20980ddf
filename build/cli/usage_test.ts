import assert from "node:assert/strict";
import { allCommands, COMMANDS } from "./commands.ts";
import { commandHelp, generalHelp } from "./usage.ts";

Deno.test("the help has every command and flag, at the beginning of a line, and no blanks at ends", async () => {
  const general = generalHelp(COMMANDS);
  for (const command of await allCommands()) {
    assert.match(general, new RegExp(`^  ${command.name} +${command.summary[0]}`, "m"));
    const help = commandHelp(command);
    assert.doesNotMatch(help, / $/m, command.name);
    for (const { name } of command.flags) assert.match(help, new RegExp(`^  --${name}\\b`, "m"));
  }
});

Deno.test("a flag with many values has a line of its own, and leaves the others their room", async () => {
  const help = commandHelp(await COMMANDS.get("far-end")!.load());
  assert.match(help, /^ {2}--as openbsd\|\S+\n {10,40}kind of the other side/m);
  assert.match(help, /^ {2}--json {2,30}print/m);
});
