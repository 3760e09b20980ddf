/**
 * Completions for zsh(1).
 * @module
 */
import { choices, type ListedCommand } from "../command.ts";
import { shellWord } from "../../../host/shell_word.ts";

/** Escapes text for a spec of `_arguments`, where brackets and colons are special. */
const plain = (text: string) => text.replace(/[\\[\]:]/g, "\\$&");

/** The specs of `_arguments`: one for each flag and each argument. */
function specs({ flags, words = [] }: ListedCommand): string[] {
  const flagSpecs = flags.map((flag) => {
    const { name, summary, value } = flag;
    if (value === undefined) return `--${name}[${plain(summary)}]`;
    const named = choices(flag);
    const values = named ? `(${named.join(" ")})` : "_files";
    return `--${name}=[${plain(summary)}]:${plain(value)}:${values}`;
  });
  const placed = words.map((each, at) =>
    `${at + 1}:word:${each ? `(${each.join(" ")})` : "_files"}`
  );
  return [...flagSpecs, "--help[print help]", ...placed, "*:file:_files"];
}

/** The script that is put into `fpath` as `_gatewright`, or sourced. */
export function zshCompletions(commands: readonly ListedCommand[]): string {
  const cases = commands.map((command) =>
    `    ${command.name}) _arguments ${specs(command).map(shellWord).join(" ")} ;;`
  );
  return `#compdef gatewright
_gatewright() {
  local -a names=(
${commands.map(({ name, summary }) => `    ${shellWord(`${name}:${plain(summary)}`)}`).join("\n")}
    'help:print the help of a command'
  )
  if (( CURRENT == 2 )); then
    if [[ $PREFIX == -* ]]; then
      compadd -- --help --version
    else
      _describe command names
    fi
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${cases.join("\n")}
    help) _describe command names ;;
  esac
}
if [[ $funcstack[1] == _gatewright ]]; then
  _gatewright "$@"
else
  compdef _gatewright gatewright
fi`;
}
