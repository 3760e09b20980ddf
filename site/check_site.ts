/**
 * What the site checks in a description that has no errors so far.
 * @module
 */
import type { Report } from "../gateway/check/report.ts";
import type { Gateway } from "../gateway/gateway.ts";
import { checkFarEnds } from "./far_end/check_far_ends.ts";
import { checkPromises } from "./promises/check_promises.ts";

/** The promises of the packet filter, and what stands at the other ends. */
export function checkSite(gateway: Gateway, report: Report): void {
  checkPromises(gateway, report);
  checkFarEnds(gateway, report);
}
