/**
 * Checks that need the site, for a description without errors so far.
 * @module
 */
import type { Report } from "../gateway/check/report.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { checkFarEnds } from "./far_end/check_far_ends.ts";
import { checkPromises } from "./promises/check_promises.ts";

/** Checks the promises of the packet filter, and the far ends. */
export function checkSite(gateway: Gateway, report: Report): void {
  checkPromises(gateway, report);
  checkFarEnds(gateway, report);
}
