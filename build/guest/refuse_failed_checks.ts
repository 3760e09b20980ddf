/**
 * Decides on the self-check of a gateway.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { SelfCheck } from "./boot_console.ts";

/**
 * Throws if one of `checks` failed.
 *
 * @param where the image or the domain
 * @param next what to do about it
 * @throws {GatewrightError} (verification) with every failed check and its reason
 */
export function refuseFailedChecks(checks: SelfCheck[], where: string, next: string): void {
  const failed = checks.filter(({ result }) => result === "failed");
  if (failed.length === 0) return;
  throw new GatewrightError("the gateway's self-check failed", {
    kind: "verification",
    where,
    why: failed.map(({ name, why }) => `${name}: ${why ?? "FAILED"}`).join("\n"),
    next,
  });
}
