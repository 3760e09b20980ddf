/**
 * What Debian's iked(8) says of a configuration.
 * @module
 */
import { run } from "../host/run.ts";
import { AS_ROOT } from "./as_root.ts";

/** Whether iked can be asked: it wants to be root, in whatever namespace. */
export const canAskIked: boolean = AS_ROOT !== undefined;

/** What iked says of the file `path`; empty if it takes it. */
export async function askIked(path: string): Promise<string> {
  const [program, ...words] = [...AS_ROOT ?? [], "iked", "-n", "-f", path];
  const { stderr } = await run(program!, words, {
    env: { PATH: `${Deno.env.get("PATH")}:/usr/sbin:/sbin` },
    okStatus: [0, 1],
  });
  return stderr.includes("configuration OK") ? "" : stderr || "iked said nothing";
}

/** The policies that iked reads in the file `path`, in its own words; a psk is in hexadecimal. */
export async function policiesOfIked(path: string): Promise<string> {
  const [program, ...words] = [...AS_ROOT ?? [], "iked", "-nv", "-f", path];
  const { stdout, stderr } = await run(program!, words, {
    env: { PATH: `${Deno.env.get("PATH")}:/usr/sbin:/sbin` },
  });
  return stdout + stderr;
}
