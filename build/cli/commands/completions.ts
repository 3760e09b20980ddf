/**
 * `gatewright completions`: writes completions for shells.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import type { Command, ListedCommand } from "../command.ts";
import { allCommands } from "../commands.ts";
import { bashCompletions } from "../completions/bash.ts";
import { fishCompletions } from "../completions/fish.ts";
import { zshCompletions } from "../completions/zsh.ts";
import { unknownWord, usageError } from "../usage.ts";

const SHELLS = new Map<string, (commands: readonly ListedCommand[]) => string>([
  ["bash", bashCompletions],
  ["zsh", zshCompletions],
  ["fish", fishCompletions],
]);

/** The command. */
export const completions: Command = {
  name: "completions",
  usage: "bash|zsh|fish",
  words: [[...SHELLS.keys()]],
  example: "gatewright completions bash > ~/.local/share/bash-completion/completions/gatewright",
  flags: [],
  async run({ words, print }) {
    const [shell, ...more] = words;
    if (shell === undefined || more.length > 0) throw usageError("name one shell", completions);
    const completionsOf = SHELLS.get(shell);
    if (!completionsOf) throw unknownWord("shell", shell, [...SHELLS.keys()], completions);
    print(completionsOf(await allCommands()));
    return EXIT.done;
  },
};
