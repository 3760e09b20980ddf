/**
 * Reading objects whose names others chose: the fields of JSON and YAML.
 * @module
 */

/**
 * What `fields` itself has under `name`; undefined where it has nothing. `fields[name]` would also find
 * what every object inherits: a user named `constructor` would have a function for a password.
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
