/**
 * Passwords that are tried first in attacks.
 * @module
 */

const COMMON = ["password", "changeme", "openbsd", "puffy", "admin", "123456"] as const;

/** Above this cost each guess takes long, for Gatewright too. */
const MOST_COST = 11;

/**
 * Whether `password`, in clear or as a bcrypt hash, is empty, one of a few words, or one of
 * `names`. A hash with a high cost is not checked.
 */
export async function wellKnown(password: string, names: readonly string[]): Promise<boolean> {
  const words = ["", ...names, ...COMMON];
  const [, cost] = /^\$2[aby]\$(\d\d)\$.{53}$/.exec(password) ?? [];
  if (cost === undefined) return words.includes(password.toLowerCase());
  if (Number(cost) > MOST_COST) return false;
  const { default: bcrypt } = await import("bcryptjs");
  for (const word of words) if (await bcrypt.compare(word, password)) return true;
  return false;
}
