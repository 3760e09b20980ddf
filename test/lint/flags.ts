/**
 * The house rule about flags: a library's errors have codes, and the command line says what to type.
 * @module
 */

const CLI = new URL("../../build/cli/", import.meta.url);

/** The flags of all commands, as their tables have them. */
function flagsOfCommands(): string[] {
  const folders = [CLI, new URL("commands/", CLI)];
  const sources = folders.flatMap((folder) =>
    [...Deno.readDirSync(folder)].filter(({ name }) => name.endsWith(".ts"))
      .map(({ name }) => Deno.readTextFileSync(new URL(name, folder)))
  );
  const names = sources.flatMap((text) =>
    [...text.matchAll(/\bname: "([a-z][a-z-]*)",\s*(?:value|summary|formerly):/g)].map(([, name]) =>
      name!
    )
  );
  return [...new Set(names)];
}

/** Without dashes; a test holds them against the commands. */
export const FLAGS: readonly string[] = flagsOfCommands();

/** A flag of ours in a sentence; words that are arguments of other programs begin with their flag. */
const OUR_FLAG = new RegExp(`[^\\w-]--(${FLAGS.join("|")})(?![\\w-])`);

/** The beginning of a flag whose name is filled in: `--${name}`. */
const FILLED_IN = /(^|[^\w-])--$/;

/** No text outside the command line names a flag of it. */
export function flags(context: Deno.lint.RuleContext, path: string): Deno.lint.LintVisitor {
  // The runbook is a page of commands for people to type.
  if (/^(build\/cli|site\/runbook)\//.test(path)) return {};
  const check = (node: Deno.lint.Node, text: string) => {
    const found = OUR_FLAG.exec(text) ?? (node.type === "TemplateElement" && FILLED_IN.exec(text));
    if (!found) return;
    context.report({
      node,
      message: `${found[0].trim()}: only the command line speaks of its flags`,
      hint: "Give the error a code; build/cli/advice.ts says what to type.",
    });
  };
  return {
    Literal(node) {
      if (typeof node.value === "string") check(node, node.value);
    },
    TemplateElement(node) {
      check(node, node.cooked ?? "");
    },
  };
}
