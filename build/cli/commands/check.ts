/**
 * `gatewright check`: checks descriptions.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import type { Accepted } from "../../../gateway/document/problem.ts";
import type { Outcome } from "../../../gateway/load/load_together.ts";
import { loadTogether } from "../../../site/load_gateway.ts";
import { complaintsOf } from "../complaints/complaints.ts";
import { githubLines } from "../complaints/github.ts";
import { junitLines } from "../complaints/junit.ts";
import { sarifLog } from "../complaints/sarif.ts";
import { textLines } from "../complaints/text.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";
import { version } from "../version.ts";

/** ` (3 weak choices accepted until 2027-06-30)`; empty without any. */
function acceptedText(accepted: readonly Accepted[]): string {
  const [first] = accepted.map(({ until }) => until).sort();
  if (first === undefined) return "";
  const many = accepted.length === 1 ? "1 weak choice" : `${accepted.length} weak choices`;
  return ` (${many} accepted until ${first})`;
}

/** The command. */
export const check: Command = {
  name: "check",
  usage: "FILE... [--format text|github|sarif|junit] [--strict] [--json]",
  example: "gatewright check examples/hq.yaml",
  flags: [
    {
      name: "format",
      value: "text|github|sarif|junit",
      summary: "for people, as GitHub's workflow commands, SARIF 2.1.0 or JUnit XML",
    },
    { name: "strict", summary: "warnings are errors" },
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, json, signal, print } = context;
    if (words.length === 0) throw usageError("no file to check", check);
    const write = writer(flags.format);
    if (json && flags.format !== undefined) {
      throw usageError("--json is a format of its own; leave --format out", check);
    }
    const outcomes = await loadTogether(words, { strict: flags.strict === true }, signal);
    const code = outcomes.some(({ error }) => error) ? EXIT.description : EXIT.done;
    if (json) {
      const results = outcomes.map(({ file, problems, accepted: all = [], error }) => {
        const accepted = all.length > 0 ? { accepted: all } : {};
        return error
          ? { file, ok: false, ...error.toJSON(), problems, ...accepted }
          : { file, ok: true, problems, ...accepted };
      });
      print(JSON.stringify(results, null, 2));
    } else await write(outcomes, code, context);
    return code;
  },
};

type Write = (
  outcomes: readonly Outcome[],
  exitCode: number,
  to: Pick<Context, "print" | "note">,
) => void | Promise<void>;

const WRITERS = new Map<string | undefined, Write>([
  [undefined, writeText],
  ["text", writeText],
  ["github", (outcomes, _, { print, note }) => {
    for (const line of githubLines(complaintsOf(outcomes))) print(line);
    sumUp(outcomes, { print, note });
  }],
  ["sarif", async (outcomes, exitCode, { print }) => {
    const log = sarifLog(complaintsOf(outcomes), { version: await version(), exitCode });
    print(JSON.stringify(log, null, 2));
  }],
  ["junit", (outcomes, _, { print }) => junitLines(outcomes).forEach((line) => print(line))],
]);

function writer(format: string | true | undefined): Write {
  const found = format === true ? undefined : WRITERS.get(format);
  if (found) return found;
  throw usageError(`--format ${format} is not known; give text, github, sarif or junit`, check);
}

function writeText(outcomes: readonly Outcome[], _: number, to: Pick<Context, "print" | "note">) {
  for (const line of textLines(complaintsOf(outcomes))) to.note(line);
  sumUp(outcomes, to);
}

function sumUp(outcomes: readonly Outcome[], { print, note }: Pick<Context, "print" | "note">) {
  for (const { file, accepted = [], error } of outcomes) {
    if (!error) print(`${file}: ok${acceptedText(accepted)}`);
  }
  const refused = outcomes.filter(({ error }) => error).length;
  if (refused > 0 && outcomes.length > 1) note(`${refused} of ${outcomes.length} refused`);
}
