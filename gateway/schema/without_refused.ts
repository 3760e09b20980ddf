/**
 * A description without everything that the schema refuses, so that the rest can be checked.
 * @module
 */
import { meantField } from "./complaint.ts";
import type { Path } from "../document/document.ts";
import { Refused } from "../document/refused.ts";
import type { GatewayDescription } from "./schema.ts";
import { own } from "../../host/own.ts";
import { type Fault, fieldOf, schemaFaults, type SchemaNode } from "./fault.ts";

/** The part of a description that can be checked. */
export interface RestOfDescription {
  /** Matches the schema; `""`, `0` or `[]` replaces an unknown value. */
  data: GatewayDescription;
  /** Places where something was removed. */
  refused: Refused;
}

type Container = Record<string | number, unknown>;

/**
 * Removes everything that `faults` refer to from a copy of `data`; undefined if too little is left.
 */
export function withoutRefused(data: unknown, faults: Fault[]): RestOfDescription | undefined {
  const root: Container = { data: JSON.parse(JSON.stringify(data)) };
  const refused = new Refused();
  const blanks = new Set<string>();
  for (const fault of faults) {
    for (const path of doubtful(fault)) refused.add(path);
  }
  let left = faults;
  // Each round removes what the previous one made invalid, such as a union whose only field is
  // gone.
  for (let round = 0; left.length > 0; round++) {
    if (round > 20) return undefined;
    for (const fault of left) takeOut(root, fault, blanks);
    left = schemaFaults(root["data"]).filter((fault) => !blanks.has(key(placeOf(fault))));
  }
  return { data: root["data"] as GatewayDescription, refused };
}

/** The places that `fault` makes unknown. */
function doubtful(fault: Fault): Path[] {
  if (fault.keyword !== "additionalProperties") return [placeOf(fault)];
  const meant = meantField(fault);
  // An unknown field may have been meant as any missing one.
  return Object.keys(fault.schema.properties ?? {})
    .filter((name) => !Object.hasOwn(fault.value as object, name))
    .filter((name) => meant === undefined || meant === name)
    .map((name) => [...fault.path, name]);
}

function placeOf({ path, params }: Fault): Path {
  const name = params["missingProperty"] ?? params["additionalProperty"] ?? params["propertyName"];
  return name === undefined ? path : [...path, String(name)];
}

function takeOut(root: Container, fault: Fault, blanks: Set<string>): void {
  const place = ["data", ...placeOf(fault)];
  const last = place.pop()!;
  let parent: unknown = root;
  for (const step of place) parent = own(parent, step);
  if (typeof parent !== "object" || parent === null) return; // An earlier fault removed it.
  const missing = fault.keyword === "required";
  if (!missing && !Array.isArray(parent) && place.length > 0) {
    delete (parent as Container)[last];
    return;
  }
  const schema = missing ? fieldOf(fault.schema, String(last)) : fault.schema;
  const value = blank(schema ?? {});
  (parent as Container)[last] = value;
  // The next round fills in the fields of an empty object.
  if (typeof value !== "object" || Array.isArray(value)) blanks.add(key(placeOf(fault)));
}

function key(path: Path): string {
  return JSON.stringify(path);
}

function blank(schema: SchemaNode): unknown {
  if (schema.anyOf) return blank(schema.anyOf[0]!);
  switch ([schema.type].flat()[0]) {
    case "object":
      return {};
    case "array":
      return [];
    case "integer":
      return 0;
    default:
      return "";
  }
}
