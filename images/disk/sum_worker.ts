/**
 * Sums up one image on a thread of its own; started by {@linkcode sumInWorker} only.
 * @module
 */
import type { Extent } from "../../host/extents.ts";
import { sumPieces } from "./image_sum.ts";
import { openSource } from "./source.ts";

/** What is to be summed up. */
export interface SumRequest {
  /** Of the raw image. */
  path: string;
  /** Its extents, which were looked up before. */
  extents: readonly Extent[];
}

/** What came of it: the sum over the pieces, in hexadecimal. */
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
