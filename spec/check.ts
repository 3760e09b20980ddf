/**
 * Checks the meaning of a spec: what the schema cannot say.
 * @module
 */
import { checkAccess } from "./check_access.ts";
import { checkDisk } from "./check_disk.ts";
import { checkDomain } from "./check_domain.ts";
import { checkFiles } from "./check_files.ts";
import { checkFirewall } from "./check_firewall.ts";
import { checkNames } from "./check_names.ts";
import { checkNetwork } from "./check_network.ts";
import { checkRelease } from "./check_release.ts";
import { checkTransforms } from "./check_transforms.ts";
import { checkTunnels } from "./check_tunnels.ts";
import type { SpecDocument } from "./document.ts";
import type { Gateway } from "./gateway.ts";
import type { Problem } from "./problem.ts";
import type { Refused } from "./refused.ts";
import type { Report } from "./report.ts";
import type { GatewaySpec } from "./schema.ts";

/** Collects what speaks against a spec, except what only follows from parts that were refused. */
export function reporter(
  document: SpecDocument,
  refused: Refused,
): { report: Report; problems: Problem[] } {
  const problems: Problem[] = [];
  const report: Report = (path, severity, message, more = {}) => {
    if ([path, ...more.rests ?? []].some((one) => refused.touches(one))) return;
    const { key = false, suggestion, unreadable = false } = more;
    if (unreadable) refused.add(path);
    problems.push(document.problem(path, severity, message, {
      key,
      ...(suggestion === undefined ? {} : { suggestion }),
    }));
  };
  return { report, problems };
}

/** Everything about the meaning of `gateway` that speaks against it; `spec` is what was written. */
export function checkMeaning(gateway: Gateway, spec: GatewaySpec, report: Report): void {
  checkNames(gateway, report);
  checkRelease(gateway, report);
  checkDisk(gateway, report);
  checkNetwork(gateway, report);
  checkAccess(gateway, report);
  checkFirewall(gateway, report);
  checkTunnels(gateway, report);
  checkTransforms(gateway, report);
  checkFiles(gateway, spec, report);
  checkDomain(gateway, report);
}
