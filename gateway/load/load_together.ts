/**
 * Reads several related descriptions, and compares them.
 * @module
 */
import { checkTogether } from "../check/together.ts";
import { GatewrightError } from "../../host/error.ts";
import type { Gateway } from "../gateway.ts";
import { type Checked, checkFile, inOrder, type LoadOptions } from "./load.ts";
import { type Accepted, DescriptionError, type Problem } from "../document/problem.ts";

/** The result for one file. */
export interface Outcome {
  /** File, as the user named it. */
  file: string;
  /** Present if the file can be used. */
  gateway?: Gateway;
  /** Errors and warnings, in the order of the file. */
  problems: Problem[];
  /** Weak choices that the description accepts; absent if there is no description. */
  accepted?: Accepted[];
  /** Present if the file cannot be used. */
  error?: GatewrightError;
}

/**
 * Reads and checks each of `files`. The usable ones are also compared: a name, address or MAC that
 * two gateways have, and two ends of a tunnel that disagree, are warnings.
 */
export async function loadTogether(
  files: readonly string[],
  options: LoadOptions = {},
  signal?: AbortSignal,
): Promise<Outcome[]> {
  const checked: (Checked | GatewrightError)[] = [];
  for (const file of files) {
    signal?.throwIfAborted();
    try {
      checked.push(await checkFile(file, options));
    } catch (error) {
      if (!(error instanceof GatewrightError)) throw error;
      checked.push(error);
    }
  }
  const usable = checked.flatMap((one) => {
    if (one instanceof GatewrightError || !one.gateway) return [];
    const { gateway, document, problems } = one;
    const refused = problems.some((problem) => problem.severity === "error");
    return refused ? [] : [{ gateway, document }];
  });
  const between = await checkTogether(usable);
  return checked.map((one, at): Outcome => {
    const file = files[at]!;
    if (one instanceof GatewrightError) return { file, problems: [], error: one };
    const mine = between.filter(({ description }) => description.document === one.document)
      .map(({ problem }) => problem);
    const problems = inOrder([...one.problems, ...mine], options);
    const refused = !one.gateway || problems.some((problem) => problem.severity === "error");
    const { accepted } = one;
    return refused
      ? { file, problems, accepted, error: new DescriptionError(problems) }
      : { file, problems, accepted, gateway: one.gateway! };
  });
}
