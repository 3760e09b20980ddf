/**
 * A field of a description, as documented.
 * @module
 */

/** A field. */
export interface Field {
  /** `tunnels[].phase1.enc`; `[]` stands for each element of a list. */
  path: string;
  /** It is required. */
  required: boolean;
  /** Its type in words: `text`, `list of maps`. */
  type: string;
  /** Description. */
  description: string;
  /** Default, as YAML on one line; undefined: none, or it is in the description. */
  initial?: string;
  /** Allowed words, if there are only those. */
  words?: string[];
  /** First release of OpenBSD with it, and its name there: `7.4, sec(4)`; undefined: all. */
  since?: string;
  /**
   * Manual pages of the file it is written to, such as `pf.conf(5)`; undefined if it concerns the
   * host only.
   */
  man?: string;
  /** Example: YAML with the enclosing fields. */
  example: string;
  /** The last name of the path. */
  name: string;
  /** Number of enclosing fields. */
  depth: number;
}

/** The part of JSON Schema that fields are derived from. */
export interface FieldNode {
  /** `object`, or several types. */
  type?: string | string[];
  /** Description. */
  description?: string;
  /** Allowed words. */
  enum?: unknown[];
  /** Default. */
  default?: unknown;
  /** Fields of an object. */
  properties?: object;
  /** Required fields. */
  required?: string[];
  /** Schema of the elements of a list. */
  items?: FieldNode;
  /** Alternatives. */
  anyOf?: FieldNode[];
  /** Schema of fields with any name; `false`: there are none. */
  additionalProperties?: FieldNode | boolean;
  /** Minimum. */
  minimum?: number;
}
