/**
 * Faults found by the validator, separate from their wording: each has a place in the data, the
 * broken rule, and the part of the schema with that rule.
 * @module
 */
import schemaFile from "./gateway.schema.json" with { type: "json" };
import { own } from "../../host/own.ts";
import type { Path } from "../document/document.ts";
// @ts-types="./validator.generated.d.ts"
import { validate as validator } from "./validator.generated.js";

/** The part of JSON Schema that complaints use. */
export interface SchemaNode {
  /** Allowed JSON types. */
  type?: string | string[];
  /** Description of the value. */
  description?: string;
  /** Pattern of a text (ECMA 262, flag `u`). */
  pattern?: string;
  /** Minimum and maximum of a number. */
  minimum?: number;
  maximum?: number;
  /** All allowed values. */
  enum?: unknown[];
  /** The alternatives of a union. */
  anyOf?: SchemaNode[];
  /** The fields of an object, each a {@linkcode SchemaNode}; read with {@linkcode fieldOf}. */
  properties?: object;
  /** Schema of the names of an object's fields. */
  propertyNames?: SchemaNode;
}

/** One rule of the schema that the data breaks. */
export interface Fault {
  /** Path of the value, or of the object with a missing or extra field. */
  path: Path;
  /** The broken rule: `type`, `enum`, `pattern`, `required`, ... */
  keyword: string;
  /** Its parameters, from ajv. */
  params: Record<string, unknown>;
  /** ajv's message. */
  words: string;
  /** The schema that contains the rule. */
  schema: SchemaNode;
  /** The value at `path`. */
  value: unknown;
}

/** The schema of the field `name` of an object. */
export function fieldOf(schema: SchemaNode, name: string): SchemaNode | undefined {
  return own(schema.properties, name) as SchemaNode | undefined;
}

interface PlacedFault extends Fault {
  /** `#/properties/disk/anyOf/0/type`. */
  schemaPath: string;
  /** `/tunnels/0/peer`. */
  pointer: string;
}

/** All faults of `data`; of a union, only those of the alternative that was probably meant. */
export function schemaFaults(data: unknown): Fault[] {
  if (validator(data)) return [];
  const schemas = new Map<string, SchemaNode>();
  const faults = (validator.errors ?? []).map((error): PlacedFault => {
    const path: (string | number)[] = [];
    let value = data;
    for (const step of steps(error.instancePath)) {
      path.push(Array.isArray(value) ? Number(step) : step);
      value = own(value, step);
    }
    const { keyword, params, schemaPath, message = "is not allowed" } = error;
    const around = schemaPath.slice(0, schemaPath.lastIndexOf("/"));
    const schema = schemas.get(around) ?? nodeAt(around);
    schemas.set(around, schema);
    const pointer = error.instancePath;
    return { path, keyword, params, words: message, schema, value, schemaPath, pointer };
  });
  // A name that is not allowed is reported by the enclosing rule.
  return withoutBranches(faults.filter((one) => !one.schemaPath.includes("/propertyNames/")));
}

function steps(pointer: string): string[] {
  return pointer.split("/").slice(1).map((step) =>
    step.replaceAll("~1", "/").replaceAll("~0", "~")
  );
}

function nodeAt(schemaPath: string): SchemaNode {
  let node: unknown = schemaFile;
  for (const step of steps(schemaPath)) {
    node = own(node, decodeURIComponent(step));
  }
  return (node ?? {}) as SchemaNode;
}

/** For a union, keeps the faults of the branch that was meant, or one fault for the whole. */
function withoutBranches(faults: PlacedFault[]): PlacedFault[] {
  const kept = new Set(faults);
  // Innermost first: what remains of a union decides about the enclosing ones.
  const unions = [...insideUnions(faults)]
    .sort(([a], [b]) => b.schemaPath.length - a.schemaPath.length);
  for (const [union, inside] of unions) {
    const meant = meantBranch(union.value, union.schema.anyOf ?? []);
    const branch = `${union.schemaPath}/${meant}/`;
    let left = false;
    for (const fault of inside) {
      if (meant === undefined || !fault.schemaPath.startsWith(branch)) kept.delete(fault);
      else left ||= kept.has(fault);
    }
    if (left) kept.delete(union);
  }
  return [...kept];
}

/**
 * The faults inside each union, found by the enclosing places of each fault: comparing all pairs
 * takes minutes.
 */
function insideUnions(faults: PlacedFault[]): Map<PlacedFault, PlacedFault[]> {
  const inside = new Map<PlacedFault, PlacedFault[]>();
  const byPlace = new Map<string, PlacedFault[]>();
  for (const union of faults.filter(({ keyword }) => keyword === "anyOf")) {
    inside.set(union, []);
    const others = byPlace.get(union.pointer);
    if (others) others.push(union);
    else byPlace.set(union.pointer, [union]);
  }
  for (const fault of faults) {
    for (let place = fault.pointer;; place = place.slice(0, place.lastIndexOf("/"))) {
      for (const union of byPlace.get(place) ?? []) {
        if (fault.schemaPath.startsWith(`${union.schemaPath}/`)) inside.get(union)!.push(fault);
      }
      if (place === "") break;
    }
  }
  return inside;
}

function meantBranch(data: unknown, branches: SchemaNode[]): number | undefined {
  const type = typeOf(data);
  const fitting = branches.map((branch, at) => ({ branch, at })).filter(({ branch }) =>
    branch.type === type
  );
  if (type === "object" && fitting.length > 1) {
    // The branch that has most of the given fields.
    const known = ({ branch }: { branch: SchemaNode }) =>
      Object.keys(data as object).filter((key) => fieldOf(branch, key)).length;
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
