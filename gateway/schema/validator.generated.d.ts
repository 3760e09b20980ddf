/**
 * Types of the generated validator.
 * @module
 */

/** One broken rule, as ajv reports it. */
export interface ValidatorError {
  /** JSON Pointer to the value. */
  instancePath: string;
  /** JSON Pointer to the rule, with `#` before it. */
  schemaPath: string;
  /** The rule's name. */
  keyword: string;
  /** The rule's parameters. */
  params: Record<string, unknown>;
  /** ajv's message. */
  message?: string;
}

/** Whether `data` matches the schema. */
export declare const validate: {
  (data: unknown): boolean;
  /** The faults of the last call. */
  errors?: ValidatorError[] | null;
};
