/**
 * Every field of a description, in the order of the schema.
 * @module
 */
import { stringify } from "yaml";
import { CUT_OVERS } from "../../openbsd/cut_overs.ts";
import { gatewaySchema } from "../schema.ts";
import { EXAMPLES, MAN, NEVER, SECRET_EXAMPLE, SINCE } from "./annotations.ts";
import type { Field, FieldNode } from "./field.ts";

/** Placeholder for a missing example. */
export const MISSING = "EXAMPLE";

/** All fields, enclosing ones first. */
export function allFields(): Field[] {
  return [...fieldsIn(gatewaySchema as FieldNode, "", 0)];
}

/** Normalises `tunnels[0].psk`, `tunnels.0.psk` and `tunnels.psk` to `tunnels[].psk`. */
export function comparable(path: string): string {
  return path.trim().replaceAll(/\[[^\]]*\]|\.\d+(?=\.|$)/g, "").replace(/^\.+|\.+$/g, "");
}

function* fieldsIn(node: FieldNode, around: string, depth: number): Generator<Field> {
  for (const [name, child] of propertiesOf(node)) {
    const path = around ? `${around}.${name}` : name;
    if (NEVER.has(path)) continue;
    yield fieldOf(node, child, path, name, depth);
    if (isSecret(child)) continue;
    yield* fieldsIn(child, isList(child) ? `${path}[]` : path, depth + 1);
  }
}

function fieldOf(around: FieldNode, node: FieldNode, path: string, name: string, depth: number) {
  const words = wordsOf(node);
  const man = manOf(path);
  const since = sinceOf(path);
  const { default: initial } = node;
  const field: Field = {
    path,
    name,
    depth,
    required: requiredIn(around).includes(name),
    type: typeOf(node),
    description: node.description ?? "",
    ...(initial === undefined || isEmpty(initial) ? {} : { initial: flow(initial) }),
    ...(words.length > 0 ? { words } : {}),
    ...(man ? { man } : {}),
    ...(since ? { since } : {}),
    example: nested(path, exampleOf(node, path)),
  };
  return field;
}

const isEmpty = (value: unknown) =>
  value === "" || typeof value === "object" && value !== null && Object.keys(value).length === 0;

/** Fields of `node` itself, of its list elements, and of its alternatives; each name once. */
function propertiesOf(node: FieldNode): Map<string, FieldNode> {
  const found = new Map<string, FieldNode>(
    Object.entries((node.properties ?? {}) as { [name: string]: FieldNode }),
  );
  const inside = [...node.anyOf ?? [], ...node.items ? [node.items] : []];
  for (const one of inside) {
    for (const [name, child] of propertiesOf(one)) if (!found.has(name)) found.set(name, child);
  }
  return found;
}

/** Names of required fields of `node`, or of its list elements. */
function requiredIn({ required = [], anyOf = [], items }: FieldNode): string[] {
  return [...required, ...anyOf.flatMap(requiredIn), ...items ? requiredIn(items) : []];
}

/** Whether the fields below `node` are always those of list elements, never of a map. */
function isList(node: FieldNode): boolean {
  const own = [node, ...node.anyOf ?? []].some((one) => Object.keys(one.properties ?? {}).length);
  return !own && [node, ...node.anyOf ?? []].some(({ items }) => items && propertiesOf(items).size);
}

/** Whether it is a reference to a secret. */
function isSecret(node: FieldNode): boolean {
  const names = (node.anyOf ?? []).map(({ properties }) => Object.keys(properties ?? {}).join());
  return ["file", "env", "command"].every((name) => names.includes(name));
}

function wordsOf(node: FieldNode): string[] {
  if (node.enum) return node.enum.map(String);
  const inside = [...node.anyOf ?? [], ...node.items ? [node.items] : []];
  return [...new Set(inside.filter((one) => one.enum).flatMap((one) => one.enum!.map(String)))];
}

function typeOf(node: FieldNode): string {
  if (isSecret(node)) {
    const others = node.anyOf!.filter(({ properties }) => !properties).map(typeOf);
    const hash = propertiesOf(node).has("hash") ? ["{hash: ...}"] : [];
    return [...new Set(others), ...hash, "{file: ...}, {env: NAME} or {command: [...]}"].join(", ");
  }
  if (node.enum) return "one word";
  if (node.anyOf) return [...new Set(node.anyOf.map(typeOf))].join(", or ");
  const [type] = [node.type ?? "object"].flat();
  if (type === "array") return node.items ? `list (${typeOf(node.items)})` : "list";
  if (type === "object") {
    const { additionalProperties: any } = node;
    return typeof any === "object" ? `map of names to ${typeOf(any)}` : "map";
  }
  return new Map([["boolean", "true or false"], ["integer", "number"], ["string", "text"]])
    .get(type ?? "") ?? String(type);
}

/** The value for the field itself or the nearest enclosing one. */
function manOf(path: string): string {
  for (let at = path; at !== ""; at = at.replace(/(\[\]|(^|\.)[^.[\]]+)$/, "")) {
    const man = MAN.get(at);
    if (man !== undefined) return man;
  }
  return "";
}

function sinceOf(path: string): string | undefined {
  const words = [...SINCE].flatMap(([key, name]) => {
    const [field, word] = key.split("=");
    const { since } = CUT_OVERS[name];
    const release = `${Math.floor(since / 10)}.${since % 10}`;
    if (word !== undefined) return path === field ? [`${release} for ${word}`] : [];
    // A field inside another is not older than that.
    return path === field || /^[.[]/.test(path.replace(field!, "")) && path.startsWith(field!)
      ? [release]
      : [];
  });
  return words.length > 0 ? words.join(", ") : undefined;
}

/** The value after `such as`, else the default, a word, or the minimum. */
function exampleOf(node: FieldNode, path: string): unknown {
  const known = EXAMPLES.get(path);
  if (known !== undefined) return known;
  if (isSecret(node)) return SECRET_EXAMPLE;
  const { type, items, properties, required = [], description = "" } = node;
  if (node.enum) return node.default ?? node.enum[0];
  const [, shown] = /such as ([\w.:/@-]*\w)/.exec(description) ?? [];
  if (shown !== undefined && type === "string") return shown;
  // The default would show nothing.
  if (type === "boolean") return node.default !== true;
  if (node.default !== undefined && !isEmpty(node.default)) return node.default;
  if (type === "integer") return node.minimum ?? 1;
  if (type === "array" && items) return [exampleOf(items, `${path}[]`)];
  const fields = Object.entries((properties ?? {}) as { [name: string]: FieldNode });
  if (fields.length > 0) {
    const wanted = fields.filter(([name]) => required.includes(name));
    const chosen = wanted.length > 0 ? wanted : fields.slice(0, 1);
    return Object.fromEntries(
      chosen.map(([name, child]) => [name, exampleOf(child, `${path}.${name}`)]),
    );
  }
  return node.anyOf ? exampleOf(node.anyOf[0]!, path) : shown;
}

/** The value with its enclosing fields, as YAML with one line for each. */
function nested(path: string, value: unknown): string {
  const steps = path.split(".");
  const lines = steps.map((step, at) => {
    // In a list the first field has the dash, and the following ones are indented.
    const dashes = steps.slice(0, at).filter((one) => one.endsWith("[]")).length;
    const indent = "  ".repeat(at + dashes);
    const first = at > 0 && steps[at - 1]!.endsWith("[]");
    const name = step.replace(/\[\]$/, "");
    const shown = at === steps.length - 1 ? ` ${flow(value)}` : "";
    return `${first ? `${indent.slice(2)}- ` : indent}${name}:${shown}`;
  });
  return lines.join("\n");
}

/** YAML on one line. */
function flow(value: unknown): string {
  // Missing in annotations.ts; a test checks for it.
  if (value === undefined) return MISSING;
  return stringify(value, {
    collectionStyle: "flow",
    lineWidth: 0,
    flowCollectionPadding: false,
    defaultStringType: "PLAIN",
    aliasDuplicateObjects: false,
    blockQuote: false,
  }).trimEnd();
}
