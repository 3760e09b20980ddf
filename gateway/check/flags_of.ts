/**
 * Options on the command line of a program, as getopt(3) reads them.
 * @module
 */

/** The options in `args` by letter, with their values: those in `valued` have one. */
export function flagsOf(args: readonly string[], valued: string): Map<string, string> {
  const flags = new Map<string, string>();
  for (let at = 0; at < args.length && /^-./.test(args[at]!); at++) {
    const letters = args[at]!.slice(1);
    for (let index = 0; index < letters.length; index++) {
      const letter = letters[index]!;
      if (!valued.includes(letter)) {
        flags.set(letter, "");
        continue;
      }
      flags.set(letter, letters.slice(index + 1) || args[++at] || "");
      break;
    }
  }
  return flags;
}
