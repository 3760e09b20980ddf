/**
 * A type for what is being built.
 * @module
 */

/** `T` while its fields are still being filled in. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };
