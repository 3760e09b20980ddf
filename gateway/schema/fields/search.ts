/**
 * Searches fields by a word.
 * @module
 */
import type { Field } from "./field.ts";
import { comparable } from "./fields.ts";
import { allTopics, topicOf } from "./topics.ts";

/** Search result. */
export interface Found {
  /** How to do it, if the word is not the name of a field. */
  text?: string;
  /** The fields, best match first. */
  fields: Field[];
}

/** The field at `path`; undefined without one. */
function fieldAt(fields: readonly Field[], path: string): Field | undefined {
  const wanted = comparable(path);
  return fields.find((one) => comparable(one.path) === wanted);
}

/**
 * The field for a `path` with a user's own word in it: a name in a map, or a reference to a secret.
 */
function fieldAround(fields: readonly Field[], path: string): Field | undefined {
  const [, around = "", last = ""] = /^(.+?)\.([^.]+|\[.*)$/.exec(path.trim()) ?? [];
  const field = fieldAt(fields, around);
  if (!field) return undefined;
  const kept = /\{file: /.test(field.type) && /^(file|env|command|hash)$/.test(comparable(last));
  return kept || field.type.startsWith("map of names") ? field : undefined;
}

/**
 * The fields that `path` may mean: the field itself, the enclosing one, or all whose path ends with
 * it.
 */
export function fieldsMeant(fields: readonly Field[], path: string): Field[] {
  const exact = fieldAt(fields, path) ?? fieldAround(fields, path);
  if (exact) return [exact];
  const wanted = `.${comparable(path).toLowerCase()}`;
  return wanted === "."
    ? []
    : fields.filter((one) => `.${comparable(one.path).toLowerCase()}`.endsWith(wanted));
}

/** Whether a word in `text`, or a part of a name such as `lifetimeBytes`, begins with `start`. */
function hasWord(text: string, start: string): boolean {
  const parts = text.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, " ").toLowerCase();
  for (let at = parts.indexOf(start); at >= 0; at = parts.indexOf(start, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(parts[at - 1]!)) return true;
  }
  return false;
}

/** Fields related to `word`: by topic, name, description or allowed words. */
export function searchFields(fields: readonly Field[], word: string): Found {
  const topic = topicOf(word);
  const found = new Set((topic?.fields ?? []).flatMap((path) => fieldAt(fields, path) ?? []));
  const text = word.trim().toLowerCase();
  if (text !== "") {
    const ranked: ((field: Field) => boolean)[] = [
      ({ name }) => name.toLowerCase() === text,
      ({ name }) => hasWord(name, text),
      ({ words }) => words?.includes(text) ?? false,
      ({ words }) => words?.some((one) => hasWord(one, text)) ?? false,
      ({ description }) => hasWord(description, text),
    ];
    for (const matches of ranked) for (const one of fields) if (matches(one)) found.add(one);
    for (const other of allTopics()) {
      if (text.length < 3 || !other.words.some((one) => hasWord(one, text))) continue;
      for (const path of other.fields) {
        const field = fieldAt(fields, path);
        if (field) found.add(field);
      }
    }
  }
  return { ...(topic ? { text: topic.text } : {}), fields: [...found] };
}
