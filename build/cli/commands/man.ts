/**
 * `gatewright man`: the manual page, made from the same table as the help.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import type { Command } from "../command.ts";
import { allCommands } from "../commands.ts";
import { manPage } from "../man_page.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const man: Command = {
  name: "man",
  summary: "print the manual page, gatewright.1, in mdoc(7)",
  usage: "",
  example: "gatewright man | man -l -",
  flags: [],
  async run({ words, print }) {
    if (words.length > 0) throw usageError(`unexpected word ${words[0]}`, man);
    print(manPage(await allCommands()));
    return EXIT.done;
  },
};
