/**
 * Secrets as a type: printed, logged, put into an error or written as JSON, a secret is `[secret]`.
 * @module
 */

/** Shown in place of every secret. */
const SHOWN = "[secret]";

/**
 * A text that must not be shown by accident. Only {@linkcode reveal} returns it; a test lists the
 * files that may call that.
 *
 * @example
 * ```ts
 * const psk = new Secret("correct-horse-battery-staple");
 * console.log(`psk ${psk}`, JSON.stringify({ psk })); // psk [secret] {"psk":"[secret]"}
 * ```
 */
export class Secret {
  readonly #value: string;

  /** Wraps `value`. */
  constructor(value: string) {
    this.#value = value;
  }

  /** The text of `secret`, for {@linkcode reveal}. */
  static reveal(secret: Secret): string {
    return secret.#value;
  }

  /** `[secret]`. */
  toString(): string {
    return SHOWN;
  }

  /** `[secret]`. */
  toJSON(): string {
    return SHOWN;
  }

  /** `[secret]`. */
  [Symbol.for("Deno.customInspect")](): string {
    return SHOWN;
  }

  /** `[secret]`. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return SHOWN;
  }
}

/** A text; a secret if any part of it is one. */
export type Text = string | Secret;

/** The text itself. The caller must not show it. */
export function reveal(text: Text): string {
  return typeof text === "string" ? text : Secret.reveal(text);
}

/** A template literal; a secret if one of its values is. */
export function secretly(parts: TemplateStringsArray, ...values: Text[]): Text {
  const text = parts.reduce((before, part, at) => before + reveal(values[at - 1] ?? "") + part);
  return values.some((one) => one instanceof Secret) ? new Secret(text) : text;
}

/** `texts` joined, empty ones left out; a secret if one of them is. */
export function joined(texts: readonly Text[], separator = ""): Text {
  const text = texts.map(reveal).filter(Boolean).join(separator);
  return texts.some((one) => one instanceof Secret) ? new Secret(text) : text;
}

/** Each of `texts` with a newline after it; a secret if one of them is. */
export function secretLines(texts: readonly Text[]): Text {
  const text = texts.map((one) => `${reveal(one)}\n`).join("");
  return texts.some((one) => one instanceof Secret) ? new Secret(text) : text;
}

/** Whether there is no secret, or an empty one. */
export function isEmpty(secret: Secret | undefined): secret is undefined {
  return secret === undefined || reveal(secret) === "";
}

/** The text of an optional secret. */
export function revealed(secret: Secret | undefined): string | undefined {
  return secret && reveal(secret);
}
