/**
 * Reads descriptions and checks them before a build: their shape, their meaning, and the promises
 * of their packet filter.
 * @module
 */
import { GatewrightError } from "../host/error.ts";
import { STANDARD_INPUT } from "../gateway/load/standard_input.ts";
import { areLarge } from "../gateway/load/large.ts";
import { type Loaded, parseGateway as parse } from "../gateway/load/load.ts";
import type { Outcome } from "../gateway/load/load_together.ts";
import { loadInWorker, loadTogetherApart } from "./load_in_worker.ts";
import { loadDirectly, loadTogetherDirectly, type Strictness } from "./load_directly.ts";
import { checkSite } from "./check_site.ts";

/** Options of reading. */
export interface ReadOptions extends Strictness {
  /** Aborts it; a large description is read on a thread of its own. */
  signal?: AbortSignal | undefined;
}

/**
 * Reads and checks the description in `file`, and those that it extends.
 *
 * @throws {DescriptionError} with everything that is wrong with it.
 * @throws {GatewrightError} if the file cannot be read.
 */
export async function loadGateway(file: string, options: ReadOptions = {}): Promise<Loaded> {
  const { signal, ...strictness } = options;
  signal?.throwIfAborted();
  return await areLarge([file])
    ? await loadInWorker(file, strictness, signal)
    : await loadDirectly(file, strictness);
}

/**
 * Checks the description `text`; `file` is its name in messages, and relative paths start from its
 * folder.
 *
 * @throws {DescriptionError} with everything that is wrong with it.
 */
export function parseGateway(text: string, file: string, options: Strictness = {}): Loaded {
  return parse(text, file, { ...options, check: checkSite });
}

/**
 * Reads and checks each of `files`. The usable ones are also compared: a name, address or MAC that
 * two gateways have, and two ends of a tunnel that disagree, are warnings.
 */
export async function loadTogether(
  files: readonly string[],
  options: Strictness = {},
  signal?: AbortSignal,
): Promise<Outcome[]> {
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) {
    throw new GatewrightError("standard input can be read once", {
      kind: "usage",
      where: STANDARD_INPUT,
      next: "name it once; a file named - is ./-",
    });
  }
  return await areLarge(files)
    ? await loadTogetherApart(files, options, signal)
    : await loadTogetherDirectly(files, options, signal);
}
