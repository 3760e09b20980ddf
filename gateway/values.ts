/**
 * Kinds of values that several parts of a gateway hold.
 * @module
 */

/**
 * A network in CIDR form (`10.0.0.0/24`, `2001:db8::/32`) with zero host bits; or an address in
 * CIDR form.
 */
export type Cidr = string;

/** Where a secret is kept: a file (absolute path), an environment variable, or a command's first line of output. */
export type SecretRef = { file: string } | { env: string } | { command: string[] };
