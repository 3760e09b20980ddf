/**
 * The examples in doc comments, as programs that a test runs.
 * @module
 */

const ROOT = new URL("../", import.meta.url);

/** One example. */
export interface Example {
  /** The file it is in. */
  file: string;
  /** Its text. */
  code: string;
  /** It is of a build, which an end-to-end test runs. */
  builds: boolean;
}

/** Every `@example` of a source file. */
export function examplesIn(file: string, source: string): Example[] {
  return [...source.matchAll(/^ *\* @example.*\n *\* ```ts(.*)\n([^]*?)^ *\* ```$/gm)].map((
    [, mark = "", body = ""],
  ) => ({ file, code: body.replaceAll(/^ *\* ?/gm, ""), builds: mark.includes("no-run") }));
}

/** The value of `expression` is to be `says`, up to a colon and the reason. */
const SAID = /^(?!const |import |throw |\}| {2})(.+); \/\/ (.+)$/gm;

/**
 * A module that does what the example does and exports what it prints and what its expressions are,
 * each beside what the comment behind it says.
 */
function program({ file, code }: Example): string {
  const own = new URL(file, ROOT).href;
  const names = code.includes("@gatewright/gatewright")
    ? ""
    : `const { ${wanted(code, file).join(", ")} } = await import(${JSON.stringify(own)});\n`;
  return `export const found = [];
const __shown = (value) => typeof value === "string" ? value : String(value);
const console = { log: (...values) => __last = values.map(__shown).join(" ") };
let __last;
${names}${
    code.replaceAll("@gatewright/gatewright", new URL("mod.ts", ROOT).href)
      .replaceAll(
        SAID,
        (_, expression, says) =>
          `__last = undefined; { const value = (${expression}); ` +
          `found.push([__last ?? value, ${JSON.stringify(says)}]); }`,
      )
  }`;
}

/** The exports of the example's own file that it uses. */
function wanted(code: string, file: string): string[] {
  const source = Deno.readTextFileSync(new URL(file, ROOT));
  const exported = [...source.matchAll(/^export (?:async )?(?:function\*?|class|const) (\w+)/gm)];
  return exported.map(([, name]) => name!).filter((name) => new RegExp(`\\b${name}\\b`).test(code));
}

/**
 * Runs the example, whose module is written into `folder`.
 *
 * @param paths absolute paths in place of those that the example names
 */
export async function runExample(
  example: Example,
  folder: string,
  paths: ReadonlyMap<string, string>,
): Promise<[found: unknown, says: string][]> {
  const path = `${folder}/example-${crypto.randomUUID()}.js`;
  const code = [...paths].reduce(
    (text, [name, real]) => text.replaceAll(JSON.stringify(name), JSON.stringify(real)),
    example.code,
  );
  await Deno.writeTextFile(path, program({ ...example, code }));
  return (await import(`file://${path}`)).found;
}
