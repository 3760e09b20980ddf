/**
 * Which file exports and imports which names, read from the text as `deno fmt` leaves it, and the
 * exports that nothing needs.
 * @module
 */
import { dirname, join } from "node:path";

/** A name that a file exports. */
interface Export {
  name: string;
  /** It is a type, or comes from another file. */
  kind: "value" | "type" | "again";
  /** What somebody who uses it sees: of a function without its body. */
  signature: string;
}

/** What a file takes from another one, to use it or to export it again. */
interface Use {
  file: string;
  /** One name; `*` for all of them, `?` for those that the code speaks of. */
  name: string;
}

/** What a file exports and uses. */
export interface Names {
  exports: Export[];
  uses: Use[];
  /** Its text without comments. */
  code: string;
}

/** Files that are tests, or only for them. */
const TESTING = /^test\/|_test\.ts$|_bench\.ts$|\btesting\.ts$/;

const DECLARATION =
  /^export (?:abstract )?(?:async )?(function\*?|const|let|class|interface|type|enum) ([\w$]+)/gm;
const FROM =
  /^(?:import|export)(?: type)? (?:[\w$]+, )?(\{[^}]*\}|\*(?: as [\w$]+)?) from "(\.[^"]+)"/gm;
const LATER = /\bimport\("(\.[^"]+)"\)/g;

/** The text of a declaration that begins at `at`; of a function up to its body. */
function signatureAt(code: string, at: number, word: string): string {
  const rest = code.slice(at);
  const end = word.startsWith("function")
    ? /^(?:export|\)|\}).*(?<!\()\{$/m.exec(rest)
    : word === "class" || word === "interface"
    ? /^(?:export.*)?\}$/m.exec(rest)
    : /;\n(?=\n)|^[})\]]/m.exec(rest);
  return end ? rest.slice(0, end.index + end[0].length) : rest;
}

/** `{ a, type b as c }`: each name as it is there and as it is here. */
function listed(braces: string): { there: string; here: string }[] {
  const words = braces.replace(/[{}]/g, "").split(",").map((one) => one.trim()).filter(Boolean);
  return words.map((one) => {
    const [there, here] = one.replace(/^type /, "").split(" as ");
    return { there: there!, here: here ?? there! };
  });
}

/** The names of one file. */
export function namesOf(file: string, text: string): Names {
  const code = text.replaceAll(/\/\*\*[^]*?\*\/|^\s*\/\/.*$/gm, "");
  const exports: Export[] = [];
  const uses: Use[] = [];
  const use = (from: string, name: string) => uses.push({ file: join(dirname(file), from), name });
  for (const { 1: word, 2: name, index } of code.matchAll(DECLARATION)) {
    const kind = word === "interface" || word === "type" ? "type" : "value";
    exports.push({ name: name!, kind, signature: signatureAt(code, index, word!) });
  }
  for (const [statement, what, from] of code.matchAll(FROM)) {
    const names = what!.startsWith("{") ? listed(what!) : [];
    if (names.length === 0) use(from!, what === "*" ? "*" : "?");
    for (const { there, here } of names) {
      use(from!, there);
      if (!statement.startsWith("export")) continue;
      exports.push({ name: here, kind: "again", signature: "" });
    }
  }
  for (const [, from] of code.matchAll(LATER)) use(from!, "?");
  return { exports, uses, code };
}

/**
 * Exports of `files` that no other file uses, or that only tests use and nothing in their own file
 * does, as `FILE: NAME`. A type may stay that the signature of a used export names.
 *
 * @param entries files whose exports are for others
 */
export function deadExports(
  files: ReadonlyMap<string, Names>,
  entries: readonly string[],
): string[] {
  const users = new Map<string, string[]>();
  for (const [user, { uses, code }] of files) {
    for (const { file, name } of uses) {
      const all = files.get(file)?.exports.map((one) => one.name) ?? [];
      const spoken = () => all.filter((one) => mentions(code, one) > 0);
      for (const one of name === "*" ? all : name === "?" ? spoken() : [name]) {
        const key = `${file}: ${one}`;
        users.set(key, [...users.get(key) ?? [], user]);
      }
    }
  }
  return [...files].flatMap(([file, { exports, code }]) => {
    if (entries.includes(file)) return [];
    const alive = exports.filter(({ name, kind }) => {
      const by = users.get(`${file}: ${name}`) ?? [];
      if (by.length === 0) return false;
      return kind !== "value" || TESTING.test(file) || !by.every((one) => TESTING.test(one)) ||
        mentions(code, name) > 1;
    });
    // Types that these name, and types that those name.
    for (const { signature } of alive) {
      for (const one of exports) {
        if (one.kind !== "type" || alive.includes(one)) continue;
        if (mentions(signature, one.name) > 0) alive.push(one);
      }
    }
    return exports.filter((one) => !alive.includes(one)).map(({ name }) => `${file}: ${name}`);
  });
}

/** How often `text` has `name` as a word. */
const mentions = (text: string, name: string) => text.split(new RegExp(`\\b${name}\\b`)).length - 1;
