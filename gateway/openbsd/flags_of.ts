/**
 * Command line options of a program, as getopt(3) parses them.
 * @module
 */

/**
 * The options in `args` by letter, with values for those in `valued`. The last of a letter counts.
 */
export function flagsOf(args: readonly string[], valued: string): Map<string, string> {
  return new Map(optionsOf(args, valued));
}

/** The options in `args` in order, with their values. */
export function optionsOf(
  args: readonly string[],
  valued: string,
): [letter: string, value: string][] {
  const flags: [string, string][] = [];
  for (let at = 0; at < args.length && /^-./.test(args[at]!); at++) {
    const letters = args[at]!.slice(1);
    for (let index = 0; index < letters.length; index++) {
      const letter = letters[index]!;
      if (!valued.includes(letter)) {
        flags.push([letter, ""]);
        continue;
      }
      flags.push([letter, letters.slice(index + 1) || args[++at] || ""]);
      break;
    }
  }
  return flags;
}
