/**
 * Data for the completions of all shells.
 * @module
 */
import type { Command } from "../command.ts";

/** The flags of a command as typed. */
export function dashed({ flags }: Command): string[] {
  return flags.map(({ name }) => `--${name}`).concat("--help");
}

/** The flags that take a value, as `build:--out`. */
export function valuedFlags(commands: readonly Command[]): string[] {
  return commands.flatMap(({ name, flags }) =>
    flags.filter(({ value }) => value).map((flag) => `${name}:--${flag.name}`)
  );
}
