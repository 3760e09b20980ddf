/**
 * `gatewright check`: are these specs right?
 * @module
 */
import { EXIT, GatewrightError } from "../../../spec/error.ts";
import { loadGateway } from "../../../spec/load.ts";
import { formatProblem, SpecError } from "../../../spec/problem.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const check: Command = {
  name: "check",
  summary: "check specs and say what is wrong, with line and column",
  usage: "FILE... [--strict] [--json]",
  example: "gatewright check examples/hq.yaml",
  flags: [{ name: "strict", summary: "warnings are errors" }, JSON_FLAG],
  async run({ words, flags, json, signal, print, note }) {
    if (words.length === 0) throw usageError("no file to check", check);
    const results = [];
    let status: number = EXIT.done;
    for (const file of words) {
      signal.throwIfAborted();
      try {
        const { warnings } = await loadGateway(file, { strict: flags.strict === true });
        results.push({ file, ok: true, problems: warnings });
        if (json) continue;
        for (const warning of warnings) note(formatProblem(warning));
        print(`${file}: ok`);
      } catch (error) {
        if (!(error instanceof GatewrightError)) throw error;
        status = EXIT.spec;
        const problems = error instanceof SpecError ? error.problems : [];
        results.push({ file, ok: false, ...error.toJSON(), problems });
        if (!json) note(error.format());
      }
    }
    if (json) print(JSON.stringify(results, null, 2));
    return status;
  },
};
