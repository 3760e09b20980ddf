/**
 * Holds the data of a spec against the schema and says what is wrong in words.
 * @module
 */
import { Ajv, type ErrorObject } from "ajv";
import type { Path, SpecDocument } from "./document.ts";
import { nearest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import { gatewaySchema } from "./schema.ts";

let compiled: ReturnType<Ajv["compile"]> | undefined;

/** Everything in which the document differs from the schema; empty if nothing. */
export function validate(document: SpecDocument): Problem[] {
  // Compiled when first needed: it costs more than all the rest of a check.
  compiled ??= new Ajv({ allErrors: true, verbose: true, strict: false, validateFormats: false })
    .compile(gatewaySchema);
  if (compiled(document.data)) return [];
  const seen = new Set<string>();
  return withoutBranches(compiled.errors ?? [])
    .map((error) => complaint(document, error))
    .filter((problem) => {
      const key = `${problem.line}:${problem.column}:${problem.message}`;
      return !seen.has(key) && seen.add(key);
    });
}

interface Branch {
  type?: string;
  enum?: unknown[];
  properties?: Record<string, unknown>;
  required?: string[];
}

/** Of a union, keeps the complaints of the branch that was meant, or one complaint for the whole. */
function withoutBranches(errors: ErrorObject[]): ErrorObject[] {
  let kept = errors;
  const unions = errors.filter((error) => error.keyword === "anyOf")
    .sort((a, b) => b.schemaPath.length - a.schemaPath.length);
  for (const union of unions) {
    const inside = (error: ErrorObject) =>
      error !== union && error.schemaPath.startsWith(`${union.schemaPath}/`) &&
      error.instancePath.startsWith(union.instancePath);
    const meant = meantBranch(union.data, union.schema as Branch[]);
    kept = kept.filter((error) =>
      !inside(error) ||
      (meant !== undefined && error.schemaPath.startsWith(`${union.schemaPath}/${meant}/`))
    );
    const deeper = kept.some((error) => inside(error));
    if (deeper) kept = kept.filter((error) => error !== union);
  }
  return kept;
}

function meantBranch(data: unknown, branches: Branch[]): number | undefined {
  const type = typeOf(data);
  const fitting = branches.map((branch, at) => ({ branch, at })).filter(({ branch }) =>
    branch.type === type
  );
  if (type === "object" && fitting.length > 1) {
    // The branch that knows most of the given fields.
    const known = ({ branch }: { branch: Branch }) =>
      Object.keys(data as object).filter((key) => branch.properties?.[key]).length;
    const best = Math.max(...fitting.map(known));
    return best > 0 ? fitting.find((one) => known(one) === best)?.at : undefined;
  }
  return fitting.length === 1 && (type === "object" || type === "array")
    ? fitting[0]!.at
    : undefined;
}

function typeOf(data: unknown): string {
  return data === null ? "null" : Array.isArray(data) ? "array" : typeof data;
}

function complaint(document: SpecDocument, error: ErrorObject): Problem {
  const path = toPath(error.instancePath, document.data);
  const params = error.params as Record<string, unknown>;
  const parent = error.parentSchema as {
    description?: string;
    enum?: unknown[];
    properties?: Record<string, unknown>;
  } | undefined;
  const says = parent?.description ? ` (${parent.description.replace(/\.$/, "")})` : "";
  // What stands where a secret's place should be named is probably the secret.
  const hidden = path.some((step) => typeof step === "string" && /psk|password|secret/i.test(step));
  const found = hidden ? "something else (not shown here)" : show(error.data);
  switch (error.keyword) {
    case "additionalProperties": {
      const name = String(params["additionalProperty"]);
      const names = Object.keys(parent?.properties ?? {});
      const suggestion = nearest(name, names);
      return document.problem(
        [...path, name],
        "error",
        `there is no field ${JSON.stringify(name)}; known: ${names.join(", ")}`,
        { key: true, ...(suggestion ? { suggestion } : {}) },
      );
    }
    case "required":
      return document.problem(path, "error", `the field ${params["missingProperty"]} is missing`);
    case "enum": {
      const list = (error.schema as unknown[]).map(String);
      const suggestion = typeof error.data === "string" ? nearest(error.data, list) : undefined;
      return document.problem(
        path,
        "error",
        `found ${found}; allowed: ${list.join(", ")}`,
        suggestion ? { suggestion } : {},
      );
    }
    case "type":
      return document.problem(
        path,
        "error",
        `found ${found}; allowed: ${[params["type"]].flat().join(" or ")}${says}`,
      );
    case "pattern":
      return document.problem(path, "error", `found ${found}; that is not allowed here${says}`);
    case "anyOf": {
      const list = ((error.schema ?? []) as Branch[]).flatMap((branch) => branch.enum ?? []).map(
        String,
      );
      const suggestion = typeof error.data === "string" ? nearest(error.data, list) : undefined;
      return document.problem(
        path,
        "error",
        `found ${found}; allowed: ${parent?.description ?? list.join(", ")}`,
        suggestion ? { suggestion } : {},
      );
    }
    default:
      return document.problem(
        path,
        "error",
        `found ${found}; it ${error.message ?? "is not allowed"}${says}`,
      );
  }
}

function toPath(pointer: string, data: unknown): Path {
  const path: (string | number)[] = [];
  let at = data;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    path.push(Array.isArray(at) ? Number(key) : key);
    at = (at as Record<string, unknown> | undefined)?.[key];
  }
  return path;
}

function show(data: unknown): string {
  if (data === null) return "nothing";
  const text = typeof data === "object"
    ? Array.isArray(data) ? "a list" : "a mapping"
    : JSON.stringify(data);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
