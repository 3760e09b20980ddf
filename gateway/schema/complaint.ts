/**
 * Words faults of the schema as complaints.
 * @module
 */
import type { DescriptionDocument, Path } from "../document/document.ts";
import { nearest } from "../../host/nearest.ts";
import { addressHint } from "./address_hint.ts";
import type { Problem } from "../document/problem.ts";
import { topicOf } from "./fields/topics.ts";
import { type Fault, fieldOf, type SchemaNode } from "./fault.ts";
import { ruleOf } from "./pattern.ts";

/** JSON types by their names in YAML. */
const TYPES: ReadonlyMap<string, string> = new Map(Object.entries({
  array: "a list",
  boolean: "true or false",
  integer: "a whole number",
  number: "a number",
  object: "a mapping",
  string: "text",
}));

/** What is wrong at `fault`: what was found, what is allowed, and the nearest valid word. */
export function complaint(document: DescriptionDocument, fault: Fault): Problem {
  const { path, keyword, params, schema, value } = fault;
  const allowed = schema.description?.replace(/\.$/, "");
  const found = shown(document, fault);
  const about = (message: string, suggestion?: string) =>
    document.problem(path, "error", message, suggestion ? { suggestion } : {});
  switch (keyword) {
    case "additionalProperties":
      return unknownField(document, fault);
    case "required": {
      const name = String(params["missingProperty"]);
      const says = fieldOf(schema, name)?.description?.replace(/\.$/, "");
      return about(`the field ${name} is missing${says ? ` (${says})` : ""}`);
    }
    case "propertyNames": {
      const name = String(params["propertyName"]);
      return document.problem(
        [...path, name],
        "error",
        `found the name ${JSON.stringify(name)}; allowed: ${schema.propertyNames?.description}`,
        { key: true },
      );
    }
    case "enum":
    case "anyOf":
      return noAlternative(document, fault, found);
    case "type": {
      const types = [schema.type ?? []].flat();
      const quote = types.includes("string") ? quotes(document, fault, [schema]) : "";
      const says = types.map((type) => TYPES.get(type) ?? type).join(" or ");
      return about(
        `found ${found}; allowed: ${says}${allowed ? ` (${allowed})` : ""}${quote}${short(fault)}`,
      );
    }
    case "maxLength":
      return about(`found ${found}; allowed: at most ${params["limit"]} characters`);
    case "minimum":
    case "maximum":
      return about(`found ${found}; allowed: ${params["comparison"]} ${params["limit"]}`);
    case "minItems":
    case "maxItems": {
      const bound = keyword === "minItems" ? "at least" : "at most";
      const count = (value as unknown[]).length;
      return about(`found ${count} entries; allowed: ${bound} ${params["limit"]}`);
    }
    default: {
      const hint = addressHint(fault, document.data);
      if (hint.message !== undefined) return about(hint.message);
      const culprit = isSecret(path) ? undefined : culpritIn(schema.pattern, value);
      const why = culprit === undefined ? "" : `; ${JSON.stringify(culprit)} is not allowed in it`;
      return about(
        `found ${found}${why}; allowed: ${ruleOf(schema.pattern) ?? allowed ?? fault.words}`,
        hint.suggestion,
      );
    }
  }
}

/**
 * The one character that keeps a text from matching `pattern`, if the text would match without it.
 */
function culpritIn(pattern: string | undefined, value: unknown): string | undefined {
  if (pattern === undefined || typeof value !== "string" || value.length > 1000) return undefined;
  const fits = new RegExp(pattern, "u");
  return [...new Set(value)].find((one) => fits.test(value.replaceAll(one, "")));
}

function unknownField(document: DescriptionDocument, fault: Fault): Problem {
  const { path, params, schema, value } = fault;
  const name = String(params["additionalProperty"]);
  const names = Object.keys(schema.properties ?? {});
  const beside = names.filter((one) => Object.hasOwn(value as object, one));
  const suggestion = meantField(fault);
  if (
    (isSecret(path) || names.some((one) => SECRET_WAYS.includes(one))) && !suggestion &&
    !SECRET_WAYS.includes(name)
  ) {
    // An unknown field in a reference to a secret is probably the secret itself.
    const { path: around } = document.problem(path, "error", "");
    const message = `there is no such field (not shown here); known: ${names.join(", ")}`;
    return {
      ...document.problem([...path, name], "error", message, { key: true }),
      path: around,
    };
  }
  return document.problem(
    [...path, name],
    "error",
    names.length === 1 && beside.length === 1 && SECRET_WAYS.includes(name)
      ? `${name} and ${beside[0]} contradict each other; allowed: one of them`
      : `there is no field ${JSON.stringify(name)}${lead(name, suggestion)}; known: ${
        names.join(", ")
      }`,
    { key: true, ...(suggestion ? { suggestion } : {}) },
  );
}

/** Values that other systems write as a number only: `group: 14`, `vlan: 30`. */
function short({ path, value }: Fault): string {
  const name = path.at(-1);
  if (name !== "group" && name !== "vlan" || typeof value !== "number") return "";
  const text = topicOf(`${name}: ${value}`)?.text.replace(/\.$/, "");
  return text === undefined ? "" : `; ${text}`;
}

/** The field that a word of another system, such as dpd, corresponds to. */
function lead(name: string, suggestion: string | undefined): string {
  return suggestion === undefined && topicOf(name) ? ` (see gatewright explain ${name})` : "";
}

function noAlternative(document: DescriptionDocument, fault: Fault, found: string): Problem {
  const { path, keyword, schema, value } = fault;
  const list = wordsOf(schema);
  const says = schema.description?.replace(/\.$/, "") ?? list.join(", ");
  const field = misspeltField(fault);
  if (field) {
    return document.problem(
      [...path, field.given],
      "error",
      `there is no field ${JSON.stringify(field.given)}; allowed: ${says}`,
      { key: true, suggestion: field.meant },
    );
  }
  const hint = addressHint(fault, document.data);
  if (hint.message !== undefined) return document.problem(path, "error", hint.message);
  const suggestion = typeof value === "string"
    ? hint.suggestion ?? nearest(value, list)
    : undefined;
  const name = path.at(-1);
  if (
    typeof name === "string" && refersToSecret(schema) && typeof value !== "object" &&
    schema.anyOf?.length === SECRET_WAYS.length
  ) {
    const file = `secrets/NAME${name === "psk" ? ".psk" : ""}`;
    return document.problem(
      path,
      "error",
      `found ${found}; write ${name}: {file: ${file}}, the file that holds it`,
    );
  }
  return document.problem(
    path,
    "error",
    `found ${found}; allowed: ${keyword === "enum" ? list.join(", ") : says}${
      quotes(document, fault, (schema.anyOf ?? []).filter(({ type }) => type === "string"))
    }${numberInQuotes(fault)}${short(fault)}`,
    suggestion ? { suggestion } : {},
  );
}

/**
 * Suggests quotes around a value that YAML takes as a number, boolean or null, if the text would be
 * valid.
 */
function quotes(document: DescriptionDocument, fault: Fault, texts: SchemaNode[]): string {
  const { path, value } = fault;
  if (!["number", "boolean"].includes(typeof value) && value !== null) return "";
  const text = document.written(path) || (value === null ? "" : String(value));
  if (text === "") return "";
  const fits = texts.some(({ enum: words, pattern }) => {
    if (words) return words.includes(text);
    // `true` is meant as a switch; quotes would only make it a text.
    if (typeof value === "boolean") return false;
    return pattern === undefined || new RegExp(pattern, "u").test(text);
  });
  if (!fits) return "";
  return isSecret(path) ? "; put it in quotes" : `; write ${JSON.stringify(text)}`;
}

/** Suggests a number without quotes, if a number would be valid. */
function numberInQuotes({ schema, value }: Fault): string {
  if (typeof value !== "string" || !/^(0|[1-9][0-9]{0,14})$/.test(value)) return "";
  const number = Number(value);
  const fits = (schema.anyOf ?? []).some(({ type, minimum = -Infinity, maximum = Infinity }) =>
    type === "integer" && number >= minimum && number <= maximum
  );
  return fits ? "; leave its quotes out" : "";
}

/** The one field of a mapping that matches no alternative, if it resembles a field of one. */
function misspeltField({ schema, value }: Fault): { given: string; meant: string } | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const [given, ...others] = Object.keys(value);
  if (given === undefined || others.length > 0) return undefined;
  const names = (schema.anyOf ?? []).flatMap((branch) => Object.keys(branch.properties ?? {}));
  const meant = nearest(given, names);
  return meant === undefined ? undefined : { given, meant };
}

const SECRET_WAYS = ["file", "env", "command"];

/** The field that an unknown one probably means. */
export function meantField({ params, schema, value }: Fault): string | undefined {
  const absent = Object.keys(schema.properties ?? {}).filter((name) =>
    !Object.hasOwn(value as object, name)
  );
  return nearest(String(params["additionalProperty"]), absent);
}

function wordsOf(schema: SchemaNode): string[] {
  return [schema, ...schema.anyOf ?? []].flatMap((branch) => branch.enum ?? []).map(String);
}

function isSecret(path: Path): boolean {
  return path.some((step) => typeof step === "string" && /psk|password|secret/i.test(step));
}

/** Whether a value names the place of a secret: {file: ...}, {env: NAME} or {command: [...]}. */
function refersToSecret({ anyOf = [] }: SchemaNode): boolean {
  return SECRET_WAYS.every((way) =>
    anyOf.some(({ properties }) => properties && Object.hasOwn(properties, way))
  );
}

/** What a value is, in YAML's words. */
function kindOf(value: unknown): string {
  return TYPES.get(Array.isArray(value) ? "array" : typeof value) ?? "a value";
}

function shown(document: DescriptionDocument, { path, value, schema }: Fault): string {
  if (value === null || value === undefined) return "nothing";
  // A value in place of a reference to a secret is probably the secret itself.
  if (
    isSecret(path) || refersToSecret(schema) && typeof value !== "boolean" ||
    (typeof value === "string" && /PRIVATE KEY/.test(value))
  ) {
    return `${kindOf(value)}, which is not shown here, because it may be a secret`;
  }
  if (typeof value === "object") return Array.isArray(value) ? "a list" : "a mapping";
  // A number as written: YAML reads 0644 as 644.
  const text = typeof value === "string"
    ? JSON.stringify(value)
    : document.written(path) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
