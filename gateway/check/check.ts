/**
 * Checks the meaning of a description: what the schema cannot express.
 * @module
 */
import { checkAccess } from "./access.ts";
import { checkClients } from "./clients.ts";
import { checkKeyFields } from "./key_files.ts";
import { checkDisk } from "./disk.ts";
import { checkDomain } from "./domain.ts";
import { checkFailover } from "./failover.ts";
import { checkFiles } from "./files.ts";
import { checkFirewall } from "./firewall.ts";
import { checkHub } from "./hub.ts";
import { checkNames } from "./names.ts";
import { checkNetwork } from "./network.ts";
import { checkRelease } from "./release.ts";
import { checkServices } from "./services.ts";
import { checkSshd } from "./sshd.ts";
import { checkTransforms } from "./transforms.ts";
import { checkTunnels } from "./tunnels.ts";
import type { DescriptionDocument } from "../document/document.ts";
import type { Gateway } from "../gateway.ts";
import type { Accepted, Problem } from "../document/problem.ts";
import type { Refused } from "../document/refused.ts";
import type { Report } from "./report.ts";
import type { GatewayDescription } from "../schema/schema.ts";

/** Collects faults of a description, except those that only follow from parts that were refused. */
export function reporter(
  document: DescriptionDocument,
  refused: Refused,
): { report: Report; problems: Problem[]; accepted: Accepted[] } {
  const problems: Problem[] = [];
  const accepted: Accepted[] = [];
  const report: Report = (path, severity, message, more = {}) => {
    if ([path, ...more.rests ?? []].some((one) => refused.touches(one))) return;
    const { key = false, suggestion, unreadable = false, character } = more;
    if (unreadable) refused.add(path);
    if (more.accepted) {
      const { severity: _, ...place } = document.problem(path, severity, message, { key });
      accepted.push({ ...place, ...more.accepted });
      return;
    }
    problems.push(document.problem(path, severity, message, {
      key,
      ...(suggestion === undefined ? {} : { suggestion }),
      ...(character === undefined ? {} : { character }),
    }));
  };
  return { report, problems, accepted };
}

/** All faults in the meaning of `gateway`; `description` is the data it was read from. */
export function checkMeaning(
  gateway: Gateway,
  description: GatewayDescription,
  report: Report,
): void {
  checkNames(gateway, report);
  checkRelease(gateway, description, report);
  checkDisk(gateway, report);
  checkNetwork(gateway, description, report);
  checkFailover(gateway, report);
  checkAccess(gateway, report);
  checkFirewall(gateway, description, report);
  checkTunnels(gateway, description, report);
  checkTransforms(gateway, description, report);
  checkKeyFields(gateway, description.tunnels ?? [], report);
  checkClients(gateway, report);
  checkHub(gateway, report);
  checkFiles(gateway, description, report);
  checkServices(gateway, report);
  checkSshd(gateway, report);
  checkDomain(gateway, report);
}
