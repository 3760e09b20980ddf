/**
 * The command line: `gatewright COMMAND ...`.
 * @module
 */
// @ts-types="./parse_args.d.ts"
import { parseArgs } from "@std/cli/parse-args";
import { EXIT, GatewrightError } from "../../host/error.ts";
import { own } from "../../host/own.ts";
import { hearSignals } from "../../host/hear_signals.ts";
import { advised } from "./advice.ts";
import type { Command, Context, Testing } from "./command.ts";
import { COMMANDS } from "./commands.ts";
import { ownScreen, Terminal } from "./terminal.ts";
import { commandHelp, generalHelp, unknownWord, usageError } from "./usage.ts";
import { version } from "./version.ts";

const terminal = new Terminal(ownScreen());
const print = (line: string) => terminal.print(line);
const note = (line: string) => terminal.note(line);

/**
 * `args` with a value `-` joined to its flag, for the flags in `valued`; after `--` nothing is a
 * flag.
 */
function joinDashes(args: string[], valued: string[]): string[] {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  const takes = (at: number) =>
    at >= 0 && at < end - 1 && args[at]!.startsWith("--") && args[at + 1] === "-" &&
    valued.includes(args[at]!.slice(2));
  return args.flatMap((arg, at) => takes(at - 1) ? [] : takes(at) ? [`${arg}=-`] : [arg]);
}

function parse(command: Command, args: string[]): Pick<Context, "words" | "flags"> | "help" {
  const names = command.flags.map(({ name }) => name).concat("help");
  const valued = command.flags.filter(({ value }) => value).map(({ name }) => name);
  const flagWords = names.map((name) => `--${name}`);
  // The library takes the value - for an argument: --from - is rewritten to --from=-.
  const joined = joinDashes(args, valued);
  const { _, ...given } = parseArgs(joined, {
    boolean: names.filter((name) => !valued.includes(name)),
    string: [...valued, "_"],
    alias: {
      help: "h",
      ...Object.fromEntries(
        command.flags.flatMap(({ name, formerly }) => formerly ? [[name, formerly]] : []),
      ),
    },
    unknown: (arg) => {
      if (/^-./.test(arg)) {
        throw unknownWord("flag", arg.replace(/=.*/, ""), flagWords, command);
      }
    },
  });
  if (given.help) return "help";
  // Without a prototype: a flag that was not given is absent, whatever its name.
  const flags: Context["flags"] & Record<string, unknown> = Object.create(null);
  for (const name of names) {
    const value = own(given, name);
    if (value === true) flags[name] = true;
    if (typeof value !== "string") continue;
    if (value === "") throw usageError(`--${name} needs a value`, command);
    flags[name] = value;
  }
  return { words: _.map(String), flags };
}

async function start(
  args: string[],
  testing: Testing,
  signal: AbortSignal,
  began: (command: Command) => void,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    note(generalHelp(COMMANDS));
    return EXIT.usage;
  }
  // `help COMMAND` is `COMMAND --help`.
  if (name === "help" && rest[0] !== undefined && !rest[0].startsWith("-")) {
    return await start([rest[0], "--help"], testing, signal, began);
  }
  if (name === "--help" || name === "-h" || name === "help") {
    print(generalHelp(COMMANDS));
    return EXIT.done;
  }
  if (name === "--version") {
    print(`gatewright ${await version()}`);
    return EXIT.done;
  }
  const entry = COMMANDS.get(name);
  if (!entry) {
    throw name.startsWith("-")
      ? unknownWord("flag", name, ["--help", "--version"])
      : unknownWord("command", name, [...COMMANDS.keys(), "help"]);
  }
  const command = await entry.load();
  began(command);
  const parsed = parse(command, rest);
  if (parsed === "help") {
    print(commandHelp(command));
    return EXIT.done;
  }
  try {
    return await command.run({
      ...parsed,
      json: parsed.flags.json === true,
      signal,
      print,
      printExact: (lines) => terminal.printExact(lines),
      note,
      content: (bytes) => terminal.content(bytes),
      ask: terminal.ask,
      answer: terminal.answer,
      attach: terminal.attach,
      live: terminal.live,
      status: (...lines) => terminal.status(...lines),
      testing,
    });
  } finally {
    terminal.status("");
  }
}

function report(error: unknown, json: boolean, command?: Command): number {
  // The reader has closed the pipe, as head(1) does: not an error.
  if (error instanceof Deno.errors.BrokenPipe || (error as { code?: unknown })?.code === "EPIPE") {
    return EXIT.failed;
  }
  if (Deno.env.get("GATEWRIGHT_DEBUG") && error instanceof Error) note(error.stack ?? "");
  if (error instanceof GatewrightError) {
    const shown = advised(error, command);
    note(json ? JSON.stringify(shown) : `gatewright: ${shown.format()}`);
    return error.exitCode;
  }
  const message = (error instanceof Error ? error.message : String(error)).split("\n")[0];
  note(
    json
      ? JSON.stringify({ error: message, exitCode: EXIT.failed })
      : `gatewright: unexpected: ${message} (GATEWRIGHT_DEBUG=1 shows where)`,
  );
  return EXIT.failed;
}

/** Runs one command line and returns its exit code. */
export async function main(args: string[], testing: Testing = {}): Promise<number> {
  const controller = new AbortController();
  const interrupt = () =>
    controller.abort(new GatewrightError("interrupted", { kind: "interrupted" }));
  using _signals = hearSignals(interrupt);
  let running: Command | undefined;
  try {
    return await start(args, testing, controller.signal, (command) => running = command);
  } catch (error) {
    const status = report(error, args.includes("--json"), running);
    return controller.signal.aborted ? EXIT.interrupted : status;
  }
}

if (import.meta.main) Deno.exit(await main(Deno.args));
