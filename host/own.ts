/**
 * Reads objects whose keys others chose: those of JSON and YAML.
 * @module
 */

/**
 * The own property `name` of `fields`; undefined without one. `fields[name]` would also find
 * inherited properties: the password of a user named `constructor` would be a function.
 *
 * @example
 * ```ts
 * own({ paul: 1 }, "paul"); // 1
 * own({ paul: 1 }, "constructor"); // undefined
 * ```
 */
export function own(fields: unknown, name: string | number): unknown {
  if (typeof fields !== "object" || fields === null || !Object.hasOwn(fields, name)) {
    return undefined;
  }
  return (fields as Record<string | number, unknown>)[name];
}
