/**
 * `gatewright check`: are these descriptions right?
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { loadTogether } from "../../../site/load_gateway.ts";
import { formatProblem } from "../../../gateway/document/problem.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const check: Command = {
  name: "check",
  summary: "check descriptions and say what is wrong, with line and column",
  usage: "FILE... [--strict] [--json]",
  example: "gatewright check examples/hq.yaml",
  flags: [{ name: "strict", summary: "warnings are errors" }, JSON_FLAG],
  async run({ words, flags, json, signal, print, note }) {
    if (words.length === 0) throw usageError("no file to check", check);
    const outcomes = await loadTogether(words, { strict: flags.strict === true }, signal);
    const refused = outcomes.filter(({ error }) => error).length;
    if (json) {
      const results = outcomes.map(({ file, problems, error }) =>
        error ? { file, ok: false, ...error.toJSON(), problems } : { file, ok: true, problems }
      );
      print(JSON.stringify(results, null, 2));
    } else {
      for (const { file, problems, error } of outcomes) {
        if (error) note(error.format());
        else {
          for (const warning of problems) note(formatProblem(warning));
          print(`${file}: ok`);
        }
      }
      if (refused > 0 && outcomes.length > 1) note(`${refused} of ${outcomes.length} refused`);
    }
    return refused > 0 ? EXIT.description : EXIT.done;
  },
};
