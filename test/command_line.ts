/**
 * The command line as its users meet it: words in; text and an exit code out.
 * @module
 */
import type { Testing } from "../build/cli/command.ts";

const ROOT = new URL("../", import.meta.url).pathname;

/** What a command came to. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** What only tests give. */
export interface TestOnly extends Testing {
  /** Milliseconds of a time limit that is over as soon as the process gets SIGUSR1. */
  heldLimit?: number;
  /** A regular expression: the process stops itself as soon as its messages match, until SIGCONT. */
  stopAt?: string;
}

/** The program that Deno runs, and its first words: the command line, with what only tests give it. */
export function entry(testing?: TestOnly): string[] {
  return testing ? ["test/gatewright.ts", JSON.stringify(testing)] : ["build/cli/main.ts"];
}

/** Runs `gatewright ARGS` in the project's folder, where nobody can answer. */
export async function runGatewright(
  args: readonly string[],
  env: Record<string, string> = {},
  testing?: TestOnly,
): Promise<Ran> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "--frozen", ...entry(testing), ...args],
    cwd: ROOT,
    stdin: "null",
    env: { GATEWRIGHT_DEBUG: "", ...env },
  }).output();
  const text = new TextDecoder();
  return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}

/** As `runGatewright`. */
export const gatewright = (...args: string[]): Promise<Ran> => runGatewright(args);
