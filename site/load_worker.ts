/**
 * Reads descriptions on a thread of its own; started by load_in_worker.ts only.
 * @module
 */
import { DescriptionError, type Problem } from "../gateway/document/problem.ts";
import type { Loaded } from "../gateway/load/load.ts";
import type { Outcome } from "../gateway/load/load_together.ts";
import { detailsOf, type ErrorDetails, GatewrightError } from "../host/error.ts";
import { loadDirectly, loadTogetherDirectly } from "./load_directly.ts";

/** What is to be read. */
export interface LoadRequest {
  /** The descriptions. */
  files: readonly string[];
  /** Hold them against each other; else there is one. */
  together: boolean;
  /** Warnings are errors. */
  strict: boolean;
}

/** An error as data: of a description its problems, of others the message and its details. */
export type ErrorData = { problems: Problem[] } | { message: string; details?: ErrorDetails };

/** What came of it. */
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
  // What led to it stays on this thread: not every value can leave it.
  const { cause: _, ...details } = detailsOf(error);
  return { message: error.message, details };
}
