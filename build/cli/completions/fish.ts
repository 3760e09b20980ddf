/**
 * Completions for fish(1).
 * @module
 */
import { choices, type ListedCommand } from "../command.ts";
import { shellWord } from "../../../host/shell_word.ts";
import { valuedFlags } from "./table.ts";

/** The completions of a flag's value: alternatives, files, or none. */
function values(words: string[] | undefined, value: string | undefined): string {
  if (words) return ` -x -a ${shellWord(words.join(" "))}`;
  return value === undefined ? "" : " -r -F";
}

/** The script for `~/.config/fish/completions/gatewright.fish`. */
export function fishCompletions(commands: readonly ListedCommand[]): string {
  const one = (rest: string) => `complete -c gatewright ${rest}`;
  const names = commands.map(({ name }) => name).join(" ");
  return [
    `# Whether the word to complete belongs to a command, and stands at a place after its name.
function __gatewright_at -a command place
  set -l words (commandline -opc)
  test (count $words) -ge 2; and test $words[2] = $command; or return 1
  test -n "$place"; or return 0
  set -l at 0
  set -l value no
  for word in $words[3..-1]
    if test $value = yes
      set value no
      continue
    end
    switch $command:$word
      case ${valuedFlags(commands).map(shellWord).join(" ")}
        set value yes
      case '*:-*'
      case '*'
        set at (math $at + 1)
    end
  end
  test $value = no; and test $at = $place
end`,
    one("-n __fish_use_subcommand -f -l help -d 'print help'"),
    one("-n __fish_use_subcommand -f -l version -d 'print the version'"),
    one("-n __fish_use_subcommand -f -a help -d 'print the help of a command'"),
    one(`-n '__gatewright_at help' -f -a ${shellWord(names)}`),
    ...commands.flatMap(({ name, summary, flags, words = [] }) => [
      one(`-n __fish_use_subcommand -f -a ${name} -d ${shellWord(summary)}`),
      ...flags.map((flag) =>
        one(
          `-n '__gatewright_at ${name}' -l ${flag.name}${values(choices(flag), flag.value)} -d ${
            shellWord(flag.summary)
          }`,
        )
      ),
      one(`-n '__gatewright_at ${name}' -l help -d 'print help'`),
      ...words.flatMap((each, place) =>
        each
          ? [one(`-n '__gatewright_at ${name} ${place}' -f -a ${shellWord(each.join(" "))}`)]
          : []
      ),
    ]),
  ].join("\n");
}
