/**
 * `gatewright schema`: prints the JSON Schema of descriptions, for editors.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { schemaText } from "../../../gateway/schema/schema.ts";
import type { Command } from "../command.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const schema: Command = {
  name: "schema",
  usage: "",
  example: "gatewright schema > gateway.schema.json",
  flags: [],
  run({ words, print }) {
    if (words.length > 0) throw usageError(`unexpected word ${words[0]}`, schema);
    print(schemaText().trimEnd());
    return Promise.resolve(EXIT.done);
  },
};
