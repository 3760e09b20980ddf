/**
 * Completions for bash(1).
 * @module
 */
import { choices, type Command } from "../command.ts";
import { dashed, valuedFlags } from "./table.ts";

/** A branch of a case statement; empty if it has nothing to do. */
const line = (pattern: string, words: readonly string[]) =>
  `      ${pattern}) words='${words.join(" ")}' ;;`;

/** The script that `bash-completion` loads, or `eval` takes. */
export function bashCompletions(commands: readonly Command[]): string {
  const valued = valuedFlags(commands);
  const chosen = commands.flatMap(({ name, flags }) =>
    flags.map((flag) => ({ key: `${name}:--${flag.name}`, words: choices(flag) }))
  ).filter(({ words }) => words);
  const placed = commands.flatMap(({ name, words = [] }) =>
    words.map((each, place) => ({ key: `${name}:${place}`, words: each }))
  ).filter(({ words }) => words);
  return `_gatewright() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} words= at place=0
  local command=\${COMP_WORDS[1]}
  COMPREPLY=()
  # --flag=value is three words here.
  if [ "$word" = "=" ]; then word=
  elif [ "$before" = "=" ]; then before=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  if [ "$COMP_CWORD" = 1 ]; then
    words='${commands.map(({ name }) => name).join(" ")} help --help --version'
  elif [ "$command" = help ]; then
    words='${commands.map(({ name }) => name).join(" ")}'
  elif [ "\${word#-}" != "$word" ]; then
    case $command in
${commands.map((command) => line(command.name, dashed(command))).join("\n")}
    esac
  else
    case $command:$before in
${chosen.map(({ key, words }) => line(key, words!)).join("\n")}
      ${valued.join(" | ")}) return ;;
    esac
    for ((at = 2; at < COMP_CWORD && \${#words} == 0; at++)); do
      case $command:\${COMP_WORDS[at]} in
        ${valued.join(" | ")})
          [ "\${COMP_WORDS[at + 1]}" = "=" ] && ((at++))
          ((at++)) ;;
        *:-*) ;;
        *) ((place++)) ;;
      esac
    done
    [ -n "$words" ] || case $command:$place in
${placed.map(({ key, words }) => line(key, words!)).join("\n")}
    esac
  fi
  [ -z "$words" ] || mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _gatewright gatewright`;
}
