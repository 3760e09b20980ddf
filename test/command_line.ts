/**
 * The command line as its users meet it: words in; text and an exit code out.
 * @module
 */

const ROOT = new URL("../", import.meta.url).pathname;

/** What a command came to. */
export interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs `gatewright ARGS` in the project's folder, where nobody can answer. */
export async function runGatewright(
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Ran> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--quiet", "--frozen", "build/cli/main.ts", ...args],
    cwd: ROOT,
    stdin: "null",
    env: { GATEWRIGHT_DEBUG: "", ...env },
  }).output();
  const text = new TextDecoder();
  return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}

/** As `runGatewright`. */
export const gatewright = (...args: string[]): Promise<Ran> => runGatewright(args);
