/**
 * Refuses options of a build that a rehearsal cannot use.
 * @module
 */
import { GatewrightError } from "../host/error.ts";

/** Options that need a real release, each with the message for a rehearsal. */
const OF_RELEASES = {
  mirror: "a rehearsal uses no mirror",
  key: "a rehearsal uses no signify key",
  verify: "a rehearsal has no boot test",
  base: "a rehearsal uses no base",
} as const;

type Option = keyof typeof OF_RELEASES;

/** @throws {GatewrightError} (usage) if the rehearsal of `file` is given one of them. */
export function refuseInRehearsal(
  file: string,
  options: { readonly [Name in Option]?: unknown },
): void {
  const name = (Object.keys(OF_RELEASES) as Option[]).find((one) => options[one]);
  if (name === undefined) return;
  throw new GatewrightError(OF_RELEASES[name], {
    kind: "usage",
    where: file,
    why: name === "verify" ? "its disk does not boot OpenBSD" : "it makes its own release",
    next: "leave this option out, or name a real release in the description",
  });
}
