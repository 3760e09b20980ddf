/**
 * Secrets: the spec only says where they are; they are read when something is rendered.
 * @module
 */

/** Where a secret is kept: a file (absolute path), an environment variable, or a command's first line of output. */
export type SecretRef = { file: string } | { env: string } | { command: string[] };

/** Everything secret a gateway needs, read and checked, for the renderers. Never log it. */
export interface Secrets {
  /** Pre-shared keys by tunnel name. */
  psks: Record<string, string>;
  /** Password hashes (`$2b$...`) by login name; `root` among them. Absent: login by password is off. */
  passwords: Record<string, string>;
  /** Contents of secret files by their path on the gateway. */
  files: Record<string, string>;
}
