/**
 * Hashing beside other work.
 * @module
 */
import { askWorker } from "./ask_worker.ts";
import type { FileHash } from "./hash_file.ts";
import type { HashAnswer } from "./hash_worker.ts";

/** As `hashFile`, on a thread of its own, so that an image is hashed while it is inspected. */
export async function hashInWorker(path: string, signal?: AbortSignal): Promise<FileHash> {
  const worker = new URL("./hash_worker.ts", import.meta.url);
  const answer = await askWorker<HashAnswer>(worker, path, signal);
  if ("hash" in answer) return answer.hash;
  throw answer.error;
}
