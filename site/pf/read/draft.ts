/**
 * A type for objects under construction.
 * @module
 */

/** `T` with all fields optional and writable. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
