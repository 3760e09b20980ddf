/**
 * Sums up one image on a thread of its own; started by {@linkcode sumInWorker} only.
 * @module
 */
import type { Extent } from "../../host/extents.ts";
import { sumPieces } from "./image_sum.ts";
import { openSource } from "./source.ts";

/** Request to the worker. */
export interface SumRequest {
  /** Path of the raw image. */
  path: string;
  /** Its extents, looked up before. */
  extents: readonly Extent[];
}

/** Result: the sum over the pieces, in hexadecimal. */
export type SumAnswer = { pieces: string } | { error: unknown };

/** The part of a worker's global scope that is used here. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<SumRequest>) => void;
  postMessage(answer: SumAnswer): void;
};

scope.onmessage = async ({ data: { path, extents } }) => {
  try {
    using source = await openSource(path, { extents });
    const { sum } = await sumPieces(source);
    scope.postMessage(sum);
  } catch (error) {
    scope.postMessage({ error });
  }
};
