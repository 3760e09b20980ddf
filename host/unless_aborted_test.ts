import assert from "node:assert/strict";
import { unlessAborted } from "./unless_aborted.ts";

Deno.test("work comes to its end, well or not, with a signal and without one", async () => {
  const { signal } = new AbortController();
  for (const one of [undefined, signal]) {
    assert.equal(await unlessAborted(Promise.resolve(7), one), 7);
    await assert.rejects(unlessAborted(Promise.reject(new Error("it failed")), one), /it failed/);
  }
});

Deno.test("an interrupt ends the waiting, before it and while it lasts", async () => {
  const reason = new Error("interrupted");
  const never = new Promise<never>(() => {});
  await assert.rejects(unlessAborted(never, AbortSignal.abort(reason)), reason);
  const stop = new AbortController();
  const late = Promise.withResolvers<never>();
  const waiting = unlessAborted(late.promise, stop.signal);
  stop.abort(reason);
  await assert.rejects(waiting, reason);
  // Nobody hears of it any more: it must not end the process either.
  late.reject(new Error("too late"));
});
