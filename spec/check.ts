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
import type { Report } from "./report.ts";
import type { Salvaged } from "./salvage.ts";

/**
 * Everything that speaks against building `gateway`, which was resolved from `spec`, except what
 * only follows from the parts of the document that were refused already.
 */
export function checkMeaning(
  gateway: Gateway,
  document: SpecDocument,
  { data, refused }: Salvaged,
): Problem[] {
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
  checkNames(gateway, report);
  checkRelease(gateway, report);
  checkDisk(gateway, report);
  checkNetwork(gateway, report);
  checkAccess(gateway, report);
  checkFirewall(gateway, report);
  checkTunnels(gateway, report);
  checkTransforms(gateway, report);
  checkFiles(gateway, data, report);
  checkDomain(gateway, report);
  return problems;
}
