/**
 * Hashes one file on a thread of its own; started by {@linkcode hashInWorker} only.
 * @module
 */
import { type FileHash, hashFile } from "./hash_file.ts";

/** The result. */
export type HashAnswer = { hash: FileHash } | { error: unknown };

/** The part of a worker's global scope that is used here. */
const scope = self as unknown as {
  onmessage: (event: MessageEvent<string>) => void;
  postMessage(answer: HashAnswer): void;
};

scope.onmessage = async ({ data: path }) => {
  try {
    scope.postMessage({ hash: await hashFile(path) });
  } catch (error) {
    scope.postMessage({ error });
  }
};
