/**
 * Checks the meaning of a spec: what the schema cannot say.
 * @module
 */
import { checkNetwork } from "./check_network.ts";
import { checkSystem } from "./check_system.ts";
import { checkTunnels } from "./check_tunnels.ts";
import type { SpecDocument } from "./document.ts";
import type { Gateway } from "./gateway.ts";
import type { Problem } from "./problem.ts";
import type { Report } from "./report.ts";

/** Everything that speaks against building `gateway`. */
export function checkMeaning(gateway: Gateway, document: SpecDocument): Problem[] {
  const problems: Problem[] = [];
  const report: Report = (path, severity, message) =>
    problems.push(document.problem(path, severity, message));
  checkNetwork(gateway, report);
  checkTunnels(gateway, report);
  checkSystem(gateway, report);
  return problems;
}
