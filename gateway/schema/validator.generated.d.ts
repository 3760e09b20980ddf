/**
 * Types of the generated validator.
 * @module
 */

/** One rule that the data breaks, as ajv says it. */
export interface ValidatorError {
  /** JSON Pointer to the value. */
  instancePath: string;
  /** JSON Pointer to the rule, with `#` before it. */
  schemaPath: string;
  /** The rule's name. */
  keyword: string;
  /** The rule's numbers and names. */
  params: Record<string, unknown>;
  /** The rule in words. */
  message?: string;
}

/** Whether `data` is what the schema wants. */
export declare const validate: {
  (data: unknown): boolean;
  /** What was wrong at the last call. */
  errors?: ValidatorError[] | null;
};
