/**
 * `gatewright explain`: documents the fields of a description.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { nearest } from "../../../host/nearest.ts";
import type { Field } from "../../../gateway/schema/fields/field.ts";
import { allFields, comparable } from "../../../gateway/schema/fields/fields.ts";
import { fieldsMeant, searchFields } from "../../../gateway/schema/fields/search.ts";
import { shortText } from "../../../gateway/schema/fields/short_text.ts";
import { TOPIC_WORDS } from "../../../gateway/schema/fields/topics.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

const WIDTH = 78;

/** `text` in lines of at most {@linkcode WIDTH} columns, each indented by `indent`. */
function wrapped(text: string, indent: string): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < WIDTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else lines.push(indent + word);
  }
  return lines;
}

/** The documentation of a field. */
function article(field: Field, fields: readonly Field[]): string[] {
  const { path, description, required, type, words, initial, since, man, example } = field;
  const rows: [string, string | undefined][] = [
    ["type", words ? `${type === "one word" ? "" : `${type}: `}${words.join(" ")}` : type],
    ["default", required ? "none; required" : initial],
    ["since", since === undefined ? undefined : `OpenBSD ${since}`],
    ["man", man],
  ];
  const below = fields.filter((one) =>
    one.depth === field.depth + 1 && comparable(one.path).startsWith(`${comparable(path)}.`)
  );
  return [
    path,
    ...wrapped(description, "    "),
    "",
    ...rows.flatMap(([name, text]) =>
      text === undefined
        ? []
        : wrapped(text, " ".repeat(12)).map((line, at) =>
          at === 0 ? `    ${name.padEnd(8)}${line.trimStart()}` : line
        )
    ),
    "",
    ...example.split("\n").map((line) => `    ${line}`),
    ...(below.length > 0 ? ["", ...tree(below, field.depth + 1, 4)] : []),
  ];
}

/** A list of fields, one line each. */
function tree(fields: readonly Field[], least = 0, margin = 0): string[] {
  const names = fields.map(({ name, depth, path, type }) => {
    const list = type.includes("list (map)") && path ? `${name}[]` : name;
    return " ".repeat(margin) + "  ".repeat(depth - least) + list;
  });
  const width = Math.max(...names.map(({ length }) => length)) + 2;
  return fields.map(({ description }, at) => {
    const short = shortText(description);
    const room = Math.max(20, WIDTH + 20 - width);
    return names[at]!.padEnd(width) +
      (short.length > room ? `${short.slice(0, room - 3)}...` : short);
  });
}

function list(fields: readonly Field[]): string[] {
  const width = Math.max(...fields.map(({ path }) => path.length)) + 2;
  return fields.map(({ path, description }) => {
    const short = shortText(description);
    return `${path.padEnd(width)}${short}`;
  });
}

/** Prints the fields related to a word. */
function search(word: string, fields: readonly Field[], context: Context): number {
  const { json, print, note } = context;
  const { text, fields: found } = searchFields(fields, word);
  if (json) print(JSON.stringify({ text, fields: found }, null, 2));
  else {
    if (text !== undefined) { for (const line of wrapped(text, "")) print(line); }
    if (found.length > 0) { for (const line of list(found)) print(line); }
    else note(`no field is related to ${word}; gatewright explain lists them all`);
  }
  return found.length > 0 ? EXIT.done : EXIT.failed;
}

/** The command. */
export const explain: Command = {
  name: "explain",
  usage: "[FIELD.PATH] [--search WORD] [--json]",
  example: "gatewright explain tunnels.phase1.group",
  flags: [
    { name: "search", value: "WORD", summary: "fields related to a word, such as nat" },
    JSON_FLAG,
  ],
  run(context) {
    const { words, flags, json, print, note } = context;
    const fields = allFields();
    const asked = words.join(" ");
    if (typeof flags.search === "string") {
      if (asked !== "") throw usageError(`unexpected word ${words[0]}`, explain);
      return Promise.resolve(search(flags.search, fields, context));
    }
    if (asked === "") {
      if (json) print(JSON.stringify(fields, null, 2));
      else for (const line of tree(fields)) print(line);
      return Promise.resolve(EXIT.done);
    }
    const meant = fieldsMeant(fields, asked);
    const known = searchFields(fields, asked);
    // A name of several fields, or a word with a topic of its own.
    const sure = meant.length === 1 && (known.text === undefined || asked === meant[0]!.path);
    if (sure) {
      if (json) print(JSON.stringify(meant[0], null, 2));
      else for (const line of article(meant[0]!, fields)) print(line);
      return Promise.resolve(EXIT.done);
    }
    if (known.text !== undefined || meant.length > 0) {
      const found = [...new Set([...known.text === undefined ? [] : known.fields, ...meant])];
      if (json) print(JSON.stringify({ text: known.text, fields: found }, null, 2));
      else {
        note(
          meant.length > 1 ? `several fields are named ${asked}:` : `no field is named ${asked}`,
        );
        if (known.text !== undefined) { for (const line of wrapped(known.text, "")) print(line); }
        for (const line of list(found)) print(line);
      }
      return Promise.resolve(EXIT.done);
    }
    throw unknown(asked, fields);
  },
};

function unknown(asked: string, fields: readonly Field[]) {
  const last = comparable(asked).split(".").at(-1)!;
  const near = nearest(comparable(asked), fields.map(({ path }) => comparable(path)));
  const names = [...new Set(fields.map(({ name }) => name)), ...TOPIC_WORDS];
  const meant = near ?? nearest(last, names);
  return usageError(
    `there is no field ${asked}${meant ? `; did you mean ${meant}?` : ""}`,
    explain,
  );
}
