/**
 * One field of a description, as people read about it.
 * @module
 */

/** A field. */
export interface Field {
  /** `tunnels[].phase1.enc`; `[]` stands for each of a list. */
  path: string;
  /** Must be there. */
  required: boolean;
  /** What it is made of, in words: `text`, `list of maps`. */
  type: string;
  /** What it is for. */
  description: string;
  /** What holds where it is not written, as YAML on one line; undefined: nothing, or the description says. */
  initial?: string;
  /** Words to choose from, where it has only those. */
  words?: string[];
  /** The first release of OpenBSD that has it, and what it is there: `7.4, sec(4)`; undefined: all. */
  since?: string;
  /** Manual pages of what it ends in, such as `pf.conf(5)`; undefined where it ends on the host alone. */
  man?: string;
  /** YAML that has it, with the fields around it. */
  example: string;
  /** The last name of the path. */
  name: string;
  /** How many fields it is inside of. */
  depth: number;
}

/** The part of JSON Schema that fields are read from. */
export interface FieldNode {
  /** `object`, or several. */
  type?: string | string[];
  /** For people. */
  description?: string;
  /** Words to choose from. */
  enum?: unknown[];
  /** What holds where nothing is written. */
  default?: unknown;
  /** Fields of an object. */
  properties?: object;
  /** Those that must be there. */
  required?: string[];
  /** What a list is made of. */
  items?: FieldNode;
  /** Alternatives. */
  anyOf?: FieldNode[];
  /** What an object of any names is made of; `false`: there are no others. */
  additionalProperties?: FieldNode | boolean;
  /** The least number. */
  minimum?: number;
}
