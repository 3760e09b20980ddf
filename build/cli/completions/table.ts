/**
 * What all shells' completions are made of.
 * @module
 */
import type { Command } from "../command.ts";

/** The flags of a command as they are typed. */
export function dashed({ flags }: Command): string[] {
  return flags.map(({ name }) => `--${name}`).concat("--help");
}

/** The flags with a value, as `build:--out`. */
export function valuedFlags(commands: readonly Command[]): string[] {
  return commands.flatMap(({ name, flags }) =>
    flags.filter(({ value }) => value).map((flag) => `${name}:--${flag.name}`)
  );
}
