/**
 * Completions for fish(1).
 * @module
 */
import { choices, type Command } from "../command.ts";
import { quoted } from "./table.ts";

/** The values of a flag: chosen words, files, or none. */
function values(words: string[] | undefined, value: string | undefined): string {
  if (words) return ` -x -a ${quoted(words.join(" "))}`;
  return value === undefined ? "" : " -r -F";
}

/** The script that goes into `~/.config/fish/completions/gatewright.fish`. */
export function fishCompletions(commands: readonly Command[]): string {
  const one = (rest: string) => `complete -c gatewright ${rest}`;
  const names = commands.map(({ name }) => name).join(" ");
  return [
    one("-n __fish_use_subcommand -f -l help -d 'print help'"),
    one("-n __fish_use_subcommand -f -l version -d 'print the version'"),
    one("-n __fish_use_subcommand -f -a help -d 'print the help of a command'"),
    one(`-n '__fish_seen_subcommand_from help' -f -a ${quoted(names)}`),
    ...commands.flatMap(({ name, summary, flags, words = [] }) => {
      const here =
        `test (count (commandline -opc)) -ge 2; and test (commandline -opc)[2] = ${name}`;
      return [
        one(`-n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`),
        ...flags.map((flag) =>
          one(
            `-n ${quoted(here)} -l ${flag.name}${values(choices(flag), flag.value)} -d ${
              quoted(flag.summary)
            }`,
          )
        ),
        one(`-n ${quoted(here)} -l help -d 'print help'`),
        ...words.flatMap((each, place) =>
          each
            ? [one(
              `-n ${
                quoted(`${here}; and test (count (commandline -opc)) -eq ${place + 2}`)
              } -f -a ${quoted(each.join(" "))}`,
            )]
            : []
        ),
      ];
    }),
  ].join("\n");
}
