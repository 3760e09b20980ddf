/**
 * Which file imports which, found out by `deno info`, and the cycles in it.
 * @module
 */
import { commandFile, COMMANDS } from "../../build/cli/commands.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** What all of the source is reached from: the libraries, the program, and the commands that it loads by name. */
export function entries(): string[] {
  const commands = Array.from(
    COMMANDS.keys(),
    (name) => `import ${JSON.stringify(`file://${ROOT}build/cli/${commandFile(name)}`)};`,
  );
  return [
    "mod.ts",
    "build/cli/main.ts",
    `data:application/typescript,${encodeURIComponent(commands.join(""))}`,
  ];
}

/** Files that each file imports, types included. */
export type Imports = Map<string, string[]>;

interface Info {
  modules: {
    specifier: string;
    dependencies?: {
      isDynamic?: boolean;
      code?: { specifier?: string };
      type?: { specifier?: string };
    }[];
  }[];
}

/**
 * The imports of all that `entry` reaches; paths from the root of the project. What is loaded later
 * (`await import()`) is only among them with `dynamic`.
 */
export async function importsOf(entry: string, { dynamic = false } = {}): Promise<Imports> {
  const { success, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["info", "--json", entry],
    cwd: ROOT,
    stdin: "null",
    stderr: "inherit",
  }).output();
  if (!success) throw new Error(`deno info ${entry} failed`);
  const { modules }: Info = JSON.parse(new TextDecoder().decode(stdout));
  const name = (url: string | undefined) =>
    url?.startsWith(`file://${ROOT}`) ? url.slice(`file://${ROOT}`.length) : undefined;
  const imports: Imports = new Map();
  for (const { specifier, dependencies = [] } of modules) {
    const file = name(specifier);
    if (!file) continue;
    const targets = dependencies.filter(({ isDynamic }) => dynamic || !isDynamic)
      .flatMap(({ code, type }) => [name(code?.specifier), name(type?.specifier)])
      .filter((target) => target !== undefined);
    imports.set(file, [...new Set(targets)]);
  }
  return imports;
}

/** One cycle in `imports`, as the way around it; `undefined` if there is none. */
export function cycle(imports: Imports): string[] | undefined {
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (done.has(file)) return undefined;
    const at = way.indexOf(file);
    if (at >= 0) return [...way.slice(at), file];
    way.push(file);
    for (const target of imports.get(file) ?? []) {
      const found = visit(target);
      if (found) return found;
    }
    way.pop();
    done.add(file);
    return undefined;
  };
  for (const file of imports.keys()) {
    const found = visit(file);
    if (found) return found;
  }
  return undefined;
}
