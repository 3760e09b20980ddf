/**
 * Completions as the shells themselves make them.
 * @module
 */
import assert from "node:assert/strict";
import { allCommands } from "../../build/cli/commands.ts";
import { bashCompletions } from "../../build/cli/completions/bash.ts";
import { fishCompletions } from "../../build/cli/completions/fish.ts";
import { zshCompletions } from "../../build/cli/completions/zsh.ts";

/** A folder with a file to complete and the script. */
async function withScript(script: string, work: (folder: string) => Promise<void>) {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-completions-" });
  try {
    await Deno.writeTextFile(`${folder}/script`, `${script}\n`);
    await Deno.writeTextFile(`${folder}/headquarters.yaml`, "");
    await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function shell(program: string, args: string[], cwd: string): Promise<string[]> {
  const { stdout, stderr } = await new Deno.Command(program, {
    args,
    cwd,
    env: { HOME: cwd, XDG_CONFIG_HOME: cwd, XDG_DATA_HOME: cwd, TERM: "dumb", LC_ALL: "C.UTF-8" },
    stdin: "null",
    // A shell that waits for ever, however loaded the host is.
    signal: AbortSignal.timeout(900_000),
  }).output();
  const text = new TextDecoder();
  assert.equal(text.decode(stderr), "");
  return text.decode(stdout).split("\n").filter(Boolean);
}

/** What is typed, and words that must be offered; `undefined`: no word of ours, so files. */
const CASES: [line: string, offered: string[] | undefined][] = [
  ["gatewright insp", ["inspect"]],
  ["gatewright help comp", ["completions"]],
  ["gatewright deploy --no-veri", ["--no-verify"]],
  ["gatewright build --accel ", ["auto", "kvm", "tcg"]],
  ["gatewright build --accel=k", ["kvm"]],
  ["gatewright cache --older-than 3 pr", ["prune"]],
  ["gatewright inspect x.raw tr", ["tree"]],
  ["gatewright completions z", ["zsh"]],
  ["gatewright check head", undefined],
  ["gatewright build --out head", undefined],
];

Deno.test("bash completes commands, flags, words and files", async () => {
  await withScript(bashCompletions(await allCommands()), async (folder) => {
    for (const [line, offered] of CASES) {
      // Words as readline cuts them; `=` is one.
      const words = line.replace("=", " = ").split(" ").map((word) => `'${word}'`).join(" ");
      const got = await shell(
        "bash",
        [
          "--norc",
          "-c",
          `. ./script; COMP_WORDS=(${words}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _gatewright
        printf '%s\\n' "\${COMPREPLY[@]}"; complete -p gatewright`,
        ],
        folder,
      );
      // Where nothing is offered, `-o default` has bash offer files.
      assert.equal(got.pop(), "complete -o default -F _gatewright gatewright");
      assert.deepEqual(got, offered ?? [], line);
    }
  });
});

Deno.test("fish completes commands, flags, words and files", async () => {
  await withScript(fishCompletions(await allCommands()), async (folder) => {
    for (const [line, offered] of CASES) {
      const got = await shell("fish", [
        "--no-config",
        "-c",
        `source script; complete -C ${JSON.stringify(line)}`,
      ], folder);
      const words = got.map((each) => each.split("\t")[0]!.replace(/^--accel=/, ""));
      assert.deepEqual(words.sort(), offered ?? ["headquarters.yaml"], line);
    }
  });
});

Deno.test("zsh completes commands, flags, words and files", async () => {
  await withScript(zshCompletions(await allCommands()), async (folder) => {
    await Deno.writeTextFile(`${folder}/drive`, ZPTY);
    const got = (await shell("zsh", ["-f", "drive", ...CASES.map(([line]) => line)], folder))
      .join("\n").split("CASE:").slice(1);
    assert.equal(got.length, CASES.length);
    for (const [at, [line, offered]] of CASES.entries()) {
      for (const word of offered ?? ["headquarters.yaml"]) {
        assert.match(got[at]!, new RegExp(`(^|[ =])${word}( |$)`, "m"), `${line}: ${got[at]}`);
      }
    }
  });
});

/** Types lines into one interactive zsh, presses Tab after each and shows what then stands there. */
const ZPTY = String.raw`
zmodload zsh/zpty
zpty z zsh -f -i
expect() { local got; zpty -r -m z got "*$1*" || exit 1; print -r -- "$got" }
zpty -w z 'unsetopt zle_bracketed_paste; PROMPT=; autoload -Uz compinit && compinit -u -D; source ./script'
zpty -w z "LISTMAX=1000; bindkey '^I' complete-word; setopt no_auto_menu; print -r rea''dy"
expect ready >/dev/null
shown() { zle list-choices 2>/dev/null; zle -R; print -r -- "BUFFER:$BUFFER:END"; BUFFER= }
zpty -w z "$(functions shown); zle -N shown; bindkey '^X' shown; print -r al''so"
expect also >/dev/null
for line; do
  zpty -w -n z "$line"$'\t\x18'
  print CASE:
  expect :END | tr -d '\r' | sed $'s/\x1b\\[[0-9;?]*[a-zA-Z]//g; s/BUFFER:/ /; s/:END/ /'
done
zpty -d z
`;
