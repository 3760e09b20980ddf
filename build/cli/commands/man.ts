/**
 * `gatewright man`: prints the manual pages, made from the same tables as the help and the schema.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import type { Command } from "../command.ts";
import { allCommands } from "../commands.ts";
import { manPage } from "../man_page.ts";
import { usageError } from "../usage.ts";

/** Arguments that select a page. */
const PAGES = new Map([
  ...["1", "gatewright", "gatewright.1", "gatewright(1)"].map((name) => [name, "1"] as const),
  ...["5", "gatewright.yaml", "gatewright.yaml.5", "gatewright.yaml(5)"].map((name) =>
    [name, "5"] as const
  ),
]);

/** The command. */
export const man: Command = {
  name: "man",
  usage: "[1|5|gatewright|gatewright.yaml]",
  words: [["1", "5"]],
  example: "gatewright man 5 | man -l -",
  flags: [],
  async run({ words, print }) {
    const [page = "1", ...more] = words;
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, man);
    const section = PAGES.get(page.toLowerCase());
    if (section === "1") print(manPage(await allCommands()));
    else if (section === "5") {
      const [{ allFields }, { manPage5 }] = await Promise.all([
        import("../../../gateway/schema/fields/fields.ts"),
        import("../man_page_5.ts"),
      ]);
      const example = new URL("../../../examples/hq.yaml", import.meta.url);
      print(manPage5(allFields(), await Deno.readTextFile(example)));
    } else throw usageError(`there is no manual page ${page}; give 1 or 5`, man);
    return EXIT.done;
  },
};
