/**
 * What a gateway's self-check means for who started it.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { SelfCheck } from "./boot_console.ts";

/**
 * Throws where one of `checks` failed.
 *
 * @param where the image or the domain
 * @param next what to do about it
 * @throws {GatewrightError} (verification) with every check that failed and why
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
