import assert from "node:assert/strict";
import { askWorker } from "./ask_worker.ts";

/** A worker with `text` as its program. */
function worker(text: string): URL {
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}

Deno.test("a worker answers what it is asked", async () => {
  const twice = worker("self.onmessage = ({ data }) => self.postMessage({ twice: 2 * data });");
  assert.deepEqual(await askWorker(twice, 21, new AbortController().signal), { twice: 42 });
});

Deno.test("what nobody catches in a worker is thrown here", async () => {
  const broken = worker('self.onmessage = () => { throw new TypeError("a mistake in it"); };');
  await assert.rejects(askWorker(broken, 1), /a mistake in it/);
});

Deno.test("an interrupt ends the waiting for a worker, and the worker", async () => {
  const reason = new Error("interrupted");
  const busy = worker("self.onmessage = () => { for (;;); };");
  const stop = new AbortController();
  const asked = askWorker(busy, 1, stop.signal);
  stop.abort(reason);
  await assert.rejects(asked, reason);
  await assert.rejects(askWorker(busy, 1, stop.signal), reason);
});
