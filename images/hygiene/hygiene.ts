/**
 * Checks whether a golden image may be copied. Each check has a name and a reason.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { few } from "../../host/few.ts";
import { passwords } from "./accounts.ts";
import { bootBlocks, cleanFileSystems, serialConsole, smpKernel } from "./boot.ts";
import { ikeKeys, neverBooted, soiiKey, sshHostKeys } from "./booted.ts";
import type { Expectations, HygieneCheck } from "./check.ts";
import { installerFiles, installurl } from "./leftovers.ts";
import { privateModes } from "./modes.ts";
import { privateKeys } from "./private_keys.ts";
import { secretPlaces } from "./secrets.ts";
import type { Inspection } from "../inspect/inspect.ts";

export type { Expectations, GuardedSecret } from "./check.ts";

/** All checks, in the order they run. */
const HYGIENE_CHECKS: readonly HygieneCheck[] = [
  cleanFileSystems,
  bootBlocks,
  smpKernel,
  serialConsole,
  neverBooted,
  sshHostKeys,
  ikeKeys,
  soiiKey,
  privateKeys,
  passwords,
  privateModes,
  installerFiles,
  installurl,
  secretPlaces,
];

/** Limit of problems in an error. */
const LINES = 10;

/** The result of one check. */
export interface HygieneResult {
  /** Name of the check. */
  check: string;
  /** Why it matters. */
  reason: string;
  /** Faults; empty if the image passed. */
  problems: string[];
  /** What could not be checked. */
  notes: string[];
  /** Why the check was not made; absent if it was. */
  skipped?: string;
}

/**
 * Runs the checks on an image.
 *
 * @param options.skip names of checks that are left out
 * @param options.signal ends the checks, between two pieces of a file
 * @throws {GatewrightError} `usage` for an unknown name in `skip`; `verification` for a damaged
 * disk
 */
export async function checkHygiene(
  image: Inspection,
  expected: Expectations,
  options: { skip?: readonly string[]; signal?: AbortSignal } = {},
): Promise<HygieneResult[]> {
  const skip = options.skip ?? [];
  const names = HYGIENE_CHECKS.map(({ name }) => name);
  const unknown = skip.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new GatewrightError(`there is no check named ${unknown}`, {
      kind: "usage",
      next: `one of: ${names.join(", ")}`,
    });
  }
  const results: HygieneResult[] = [];
  for (const { name, reason, run } of HYGIENE_CHECKS) {
    if (skip.includes(name)) continue;
    options.signal?.throwIfAborted();
    const { problems, notes = [], skipped } = await run(image, expected, options.signal);
    results.push({
      check: name,
      reason,
      problems,
      notes,
      ...(skipped === undefined ? {} : { skipped }),
    });
  }
  return results;
}

/**
 * The error of an image that did not pass; `undefined` if it did.
 *
 * @param path the image
 */
export function hygieneError(
  path: string,
  results: readonly HygieneResult[],
): GatewrightError | undefined {
  const bad = results.filter(({ problems }) => problems.length > 0);
  if (bad.length === 0) return undefined;
  return new GatewrightError("the image is not fit to be used", {
    kind: "verification",
    code: "image-refused",
    where: path,
    why: few(
      bad.flatMap(({ check, problems, reason }) =>
        problems.map((problem) => `${check}: ${problem} (${reason})`)
      ),
      LINES,
    ).join("\n"),
    next: "build the image again from a description that avoids this",
  });
}
