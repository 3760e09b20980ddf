/**
 * Sums up an image on a thread of its own.
 * @module
 */
import { askWorker } from "../../host/ask_worker.ts";
import type { Source } from "./source.ts";
import type { SumAnswer, SumRequest } from "./sum_worker.ts";

/** As `sumPieces` of the raw image at `path`, open as `source`, on a thread of its own. */
export async function sumInWorker(
  path: string,
  source: Source,
  signal?: AbortSignal,
): Promise<{ pieces: string }> {
  const request: SumRequest = { path, extents: await source.extents?.() ?? [] };
  const worker = new URL("./sum_worker.ts", import.meta.url);
  const answer = await askWorker<SumAnswer>(worker, request, signal);
  if ("pieces" in answer) return answer;
  throw answer.error;
}
