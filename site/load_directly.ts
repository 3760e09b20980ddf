/**
 * Reads descriptions and runs all checks, on this thread.
 * @module
 */
import { type Loaded, loadGateway } from "../gateway/load/load.ts";
import { loadTogether, type Outcome } from "../gateway/load/load_together.ts";
import { checkSite } from "./check_site.ts";

/** Options of reading. */
export interface Strictness {
  /** Treat warnings as errors. */
  strict?: boolean;
}

/** One description; see `loadGateway` in load_gateway.ts. */
export function loadDirectly(file: string, { strict = false }: Strictness = {}): Promise<Loaded> {
  return loadGateway(file, { strict, check: checkSite });
}

/** Several that belong together; see `loadTogether` in load_gateway.ts. */
export function loadTogetherDirectly(
  files: readonly string[],
  { strict = false }: Strictness = {},
  signal?: AbortSignal,
): Promise<Outcome[]> {
  return loadTogether(files, { strict, check: checkSite }, signal);
}
