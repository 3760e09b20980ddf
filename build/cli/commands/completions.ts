/**
 * `gatewright completions`: what shells need to complete a command line.
 * @module
 */
import { EXIT } from "../../../spec/error.ts";
import type { Command } from "../command.ts";
import { allCommands } from "../commands.ts";
import { unknownWord, usageError } from "../usage.ts";

const dashed = ({ flags }: Command) => flags.map(({ name }) => `--${name}`).concat("--help");
const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

function bash(commands: Command[]): string {
  return `_gatewright() {
  local word=\${COMP_WORDS[COMP_CWORD]} words=
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    words='${commands.map(({ name }) => name).join(" ")} --help'
  elif [ "\${word#-}" != "$word" ]; then
    case \${COMP_WORDS[1]} in
${
    commands.map((command) => `    ${command.name}) words='${dashed(command).join(" ")}' ;;`).join(
      "\n",
    )
  }
    esac
  fi
  [ -z "$words" ] || mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _gatewright gatewright`;
}

function zsh(commands: Command[]): string {
  return `#compdef gatewright
_gatewright() {
  if (( CURRENT == 2 )); then
    local -a names=(
${commands.map(({ name, summary }) => `      ${quote(`${name}:${summary}`)}`).join("\n")}
    )
    _describe command names
  elif [[ $PREFIX == -* ]]; then
    case $words[2] in
${
    commands.map((command) => `      ${command.name}) compadd -- ${dashed(command).join(" ")} ;;`)
      .join("\n")
  }
    esac
  else
    _files
  fi
}
compdef _gatewright gatewright`;
}

function fish(commands: Command[]): string {
  return commands.flatMap(({ name, summary, flags }) => [
    `complete -c gatewright -n __fish_use_subcommand -f -a ${name} -d ${quote(summary)}`,
    ...flags.map((flag) =>
      `complete -c gatewright -n '__fish_seen_subcommand_from ${name}' -l ${flag.name}` +
      `${flag.value ? " -r" : ""} -d ${quote(flag.summary)}`
    ),
  ]).join("\n");
}

const SHELLS: Record<string, (commands: Command[]) => string> = { bash, zsh, fish };

/** The command. */
export const completions: Command = {
  name: "completions",
  summary: "print completions for bash, zsh or fish",
  usage: "bash|zsh|fish",
  example: "gatewright completions bash > ~/.local/share/bash-completion/completions/gatewright",
  flags: [],
  async run({ words, print }) {
    const [shell, ...more] = words;
    if (shell === undefined || more.length > 0) throw usageError("name one shell", completions);
    if (!Object.hasOwn(SHELLS, shell)) {
      throw unknownWord("shell", shell, Object.keys(SHELLS), completions);
    }
    print(SHELLS[shell]!(await allCommands()));
    return EXIT.done;
  },
};
