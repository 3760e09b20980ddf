/**
 * Reads large descriptions on a thread of its own, so that an interrupt takes effect at once.
 * @module
 */
import { DescriptionError } from "../gateway/document/problem.ts";
import type { Loaded } from "../gateway/load/load.ts";
import type { Outcome } from "../gateway/load/load_together.ts";
import { askWorker } from "../host/ask_worker.ts";
import { GatewrightError } from "../host/error.ts";
import type { Strictness } from "./load_directly.ts";
import type { ErrorData, LoadAnswer, LoadRequest } from "./load_worker.ts";

/** As `loadDirectly`. */
export async function loadInWorker(
  file: string,
  { strict = false }: Strictness,
  signal?: AbortSignal,
): Promise<Loaded> {
  const answer = await ask({ files: [file], together: false, strict }, signal);
  if ("loaded" in answer) return answer.loaded;
  throw new Error("the thread answered another question");
}

/** As `loadTogetherDirectly`. */
export async function loadTogetherApart(
  files: readonly string[],
  { strict = false }: Strictness,
  signal?: AbortSignal,
): Promise<Outcome[]> {
  const answer = await ask({ files, together: true, strict }, signal);
  if (!("outcomes" in answer)) throw new Error("the thread answered another question");
  return answer.outcomes.map(({ error, ...rest }) =>
    error ? { ...rest, error: asError(error) } : rest
  );
}

async function ask(request: LoadRequest, signal?: AbortSignal): Promise<LoadAnswer> {
  const worker = new URL("./load_worker.ts", import.meta.url);
  const answer = await askWorker<LoadAnswer>(worker, request, signal);
  if ("error" in answer) throw asError(answer.error);
  return answer;
}

function asError(error: ErrorData): GatewrightError {
  if ("problems" in error) return new DescriptionError(error.problems);
  if (error.details) return new GatewrightError(error.message, error.details);
  throw new Error(error.message);
}
