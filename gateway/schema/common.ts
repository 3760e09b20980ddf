/**
 * Parts that several schemas share.
 * @module
 */
import Type, { type TSchema } from "typebox";
import { LINE } from "./pattern.ts";

/** Options of an object without further fields. */
export const CLOSED = { additionalProperties: false } as const;

/** One of `words`. */
export function words<const T extends string>(
  list: readonly T[],
  description: string,
  initial?: T,
): Type.TUnsafe<T> {
  return Type.Unsafe<T>({
    type: "string",
    enum: [...list],
    description,
    ...(initial === undefined ? {} : { default: initial }),
  });
}

/** A string with a pattern. */
export function text(
  pattern: string,
  description: string,
  more: Record<string, unknown> = {},
): Type.TUnsafe<string> {
  return Type.Unsafe<string>({ type: "string", pattern, description, ...more });
}

/** `item`, or a list of it. */
export function oneOrMany<T extends TSchema>(
  item: T,
  description: string,
): Type.TUnion<[T, Type.TArray<T>]> {
  return Type.Union([item, Type.Array(item)], { description, default: [] });
}

/** Schema of a reference to a secret. */
export const secretRef = Type.Union([
  Type.Object(
    { file: text(LINE, "A file; relative to the description's folder.", { minLength: 1 }) },
    CLOSED,
  ),
  Type.Object({ env: text("^[A-Za-z_][A-Za-z0-9_]*$", "An environment variable.") }, CLOSED),
  Type.Object({
    command: Type.Array(text(LINE, "A word."), {
      minItems: 1,
      description: "A program and its arguments; the one line of its output is the secret.",
    }),
  }, CLOSED),
], {
  description:
    "Where a secret is kept: {file: ...}, {env: NAME} or {command: [...]}. Secrets are never written in the description.",
});

/** Schema of a reference to a pre-shared key. */
export const pskRef = {
  ...secretRef,
  description:
    "Where the pre-shared key is kept, the same at both ends: {file: ...}, {env: NAME} or {command: [...]}. Secrets are never written in the description.",
};

/** How an account authenticates on the console. */
export const password = Type.Union([
  words(["none"], "Login by password is off."),
  Type.Object({
    hash: text(
      "^\\$2[aby]\\$[0-9]{2}\\$[./A-Za-z0-9]{53}$",
      "A bcrypt hash as encrypt(1) prints it.",
    ),
  }, CLOSED),
  ...secretRef.anyOf,
], {
  description:
    'none, {hash: "$2b$..."}, or where the password is kept: {file}, {env} or {command}.',
  default: "none",
});
