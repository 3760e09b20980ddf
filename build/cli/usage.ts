/**
 * Help, and errors of usage.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { nearest } from "../../host/nearest.ts";
import type { Command, ListedCommand } from "./command.ts";

/** Limit of a usage line in an error, so that the error above it is seen. */
const LONGEST_USAGE = 200;

/** An invalid command line; exit code 2. */
export function usageError(message: string, command?: Command): GatewrightError {
  return new GatewrightError(message, {
    kind: "usage",
    next: command
      ? `${usageOf(command)}see gatewright ${command.name} --help`
      : "see gatewright --help",
  });
}

/** The usage of `command`, if it is short enough for an error. */
function usageOf({ name, usage }: Command): string {
  const typed = `gatewright ${name} ${usage}`.trim();
  return typed.length > LONGEST_USAGE ? "" : `${typed}; `;
}

/** The error for an unknown `given`, with the nearest of `words`. */
export function unknownWord(
  what: string,
  given: string,
  words: string[],
  command?: Command,
): GatewrightError {
  const meant = nearest(given, words);
  return usageError(`unknown ${what} ${given}${meant ? `; did you mean ${meant}?` : ""}`, command);
}

/** A longer word in the left column gets a line of its own. */
const WIDEST = 30;

function columns(rows: [string, string][]): string {
  const width = 2 + Math.max(...rows.map(([left]) => left.length).filter((one) => one <= WIDEST));
  return rows.map(([left, right]) =>
    left.length <= WIDEST
      ? `  ${left.padEnd(width)}${right}`
      : `  ${left}\n  ${" ".repeat(width)}${right}`
  ).join("\n");
}

/** `gatewright --help`. */
export function generalHelp(
  commands: Iterable<readonly [name: string, entry: { summary: string }]>,
): string {
  return `gatewright: an OpenBSD IPsec gateway as a KVM guest, from one YAML file

usage: gatewright COMMAND [ARGUMENT...]

${columns(Array.from(commands, ([name, { summary }]) => [name, summary]))}

gatewright COMMAND --help describes a command and shows an example; gatewright --version; gatewright man.
exit codes: 0 done, 1 failed, 2 usage, 3 description, 4 verification, 5 timeout, 130 interrupted`;
}

/** `gatewright COMMAND --help`. */
export function commandHelp({ name, summary, usage, example, flags }: ListedCommand): string {
  const rows = flags.map((flag): [string, string] => [
    `--${flag.name}${flag.value ? ` ${flag.value}` : ""}`,
    flag.summary,
  ]);
  rows.push(["--help", "print this"]);
  return `${summary}

usage: ${`gatewright ${name} ${usage}`.trim()}

${columns(rows)}

example: ${example}`;
}
