/**
 * Reads descriptions on a thread of its own; started by load_in_worker.ts only.
 * @module
 */
import { DescriptionError, type Problem } from "../gateway/document/problem.ts";
import type { Loaded } from "../gateway/load/load.ts";
import type { Outcome } from "../gateway/load/load_together.ts";
import { detailsOf, type ErrorDetails, GatewrightError } from "../host/error.ts";
import { loadDirectly, loadTogetherDirectly } from "./load_directly.ts";

/** Request to the worker. */
export interface LoadRequest {
  /** The files. */
  files: readonly string[];
  /** Compare them; else there is one. */
  together: boolean;
  /** Treat warnings as errors. */
  strict: boolean;
}

/** An error as data: a DescriptionError as its problems, any other as its message and details. */
export type ErrorData = { problems: Problem[] } | { message: string; details?: ErrorDetails };

/** Result. */
export type LoadAnswer =
  | { loaded: Loaded }
  | { outcomes: (Omit<Outcome, "error"> & { error?: ErrorData })[] }
  | { error: ErrorData };

/** The part of a worker's global scope that is used here. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<LoadRequest>) => void;
  postMessage(answer: LoadAnswer): void;
};

scope.onmessage = async ({ data: { files, together, strict } }) => {
  try {
    if (!together) return scope.postMessage({ loaded: await loadDirectly(files[0]!, { strict }) });
    const outcomes = await loadTogetherDirectly(files, { strict });
    scope.postMessage({
      outcomes: outcomes.map(({ error, ...rest }) =>
        error ? { ...rest, error: asData(error) } : rest
      ),
    });
  } catch (error) {
    scope.postMessage({ error: asData(error) });
  }
};

function asData(error: unknown): ErrorData {
  if (error instanceof DescriptionError) return { problems: error.problems };
  if (!(error instanceof GatewrightError)) {
    return { message: error instanceof Error ? error.message : String(error) };
  }
  // The cause stays on this thread: not every value can be cloned.
  const { cause: _, ...details } = detailsOf(error);
  return { message: error.message, details };
}
