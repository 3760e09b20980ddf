/**
 * Reads descriptions and holds them against everything that is known before a build: their shape, their
 * meaning, and what their packet filter promises.
 * @module
 */
import { type Loaded, loadGateway as load, parseGateway as parse } from "../gateway/load/load.ts";
import { loadTogether as together, type Outcome } from "../gateway/load/load_together.ts";
import { checkPromises } from "./promises/check_promises.ts";

/** How strict the reading is. */
export interface ReadOptions {
  /** Warnings are errors. */
  strict?: boolean;
}

/**
 * Reads and checks the description in `file`, and those that it extends.
 *
 * @throws {DescriptionError} with everything that is wrong with it.
 * @throws {GatewrightError} if the file cannot be read.
 */
export function loadGateway(file: string, options: ReadOptions = {}): Promise<Loaded> {
  return load(file, { ...options, judge: checkPromises });
}

/**
 * Checks the description `text`; `file` is the name for messages and the place relative paths start from.
 *
 * @throws {DescriptionError} with everything that is wrong with it.
 */
export function parseGateway(text: string, file: string, options: ReadOptions = {}): Loaded {
  return parse(text, file, { ...options, judge: checkPromises });
}

/**
 * Reads and checks each of `files`. Those that can be used are also compared: two gateways of one
 * name, address or MAC, and two ends of a tunnel that would not agree, are warnings.
 */
export function loadTogether(
  files: readonly string[],
  options: ReadOptions = {},
  signal?: AbortSignal,
): Promise<Outcome[]> {
  return together(files, { ...options, judge: checkPromises }, signal);
}
