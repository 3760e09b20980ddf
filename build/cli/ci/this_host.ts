/**
 * Finds what only this host has in descriptions that CI is to build.
 * @module
 */
import type { Problem } from "../../../gateway/document/problem.ts";
import type { Path } from "../../../gateway/document/document.ts";
import type { Gateway } from "../../../gateway/gateway.ts";
import { readDocument } from "../../../gateway/load/load.ts";
import { STANDARD_INPUT } from "../../../gateway/load/standard_input.ts";
import { placeInCi } from "./plan.ts";

/** Mirrors on this host, and keys of releases outside the repository; each once. */
export async function problemsInCi(
  gateways: readonly { file: string; gateway: Gateway }[],
): Promise<Problem[]> {
  const problems = new Map<string, Problem>();
  for (const { file, gateway: { release } } of gateways) {
    const found: [Path, string][] = [];
    if (/^file:/i.test(release.mirror ?? "")) {
      found.push([["release", "mirror"], "CI has no mirror on this host: use https or http"]);
    }
    const fault = release.key === undefined ? undefined : placeInCi(release.key).fault;
    if (fault !== undefined) {
      found.push([["release", "key"], `CI cannot use ${release.key}: ${fault}`]);
    }
    // Standard input has been read; a workflow cannot name it either.
    if (found.length === 0 || file === STANDARD_INPUT) continue;
    const document = await readDocument(file);
    for (const [path, message] of found) {
      const problem = document.problem(path, "error", message);
      problems.set(JSON.stringify(problem), problem);
    }
  }
  return [...problems.values()];
}
