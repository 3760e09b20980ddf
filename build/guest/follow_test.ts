import assert from "node:assert/strict";
import { follow } from "./follow.ts";

/** Waits for a guest that says nothing, by a clock that the test sets. */
function silentGuest() {
  const { setInterval } = globalThis;
  const { now } = performance;
  let time = 0;
  let tick = () => {};
  globalThis.setInterval = ((work: () => void) => {
    tick = work;
    return setInterval(() => {}, 3_600_000);
  }) as typeof globalThis.setInterval;
  performance.now = () => time;
  const told: [silent: number, elapsed: number][] = [];
  const stop = new AbortController();
  const over = follow(
    {
      // deno-lint-ignore require-yield
      async *output() {
        await over.catch(() => {});
      },
      diskTrouble: new Promise(() => {}),
    },
    {
      feed: () => false,
      checkTime: (silent, elapsed) => {
        told.push([silent, elapsed]);
        return undefined;
      },
    },
    stop.signal,
  );
  return {
    told,
    tickAt(seconds: number) {
      time = seconds * 1000;
      tick();
    },
    async [Symbol.asyncDispose]() {
      stop.abort(new Error("enough"));
      await assert.rejects(over, /enough/);
      globalThis.setInterval = setInterval;
      performance.now = now;
    },
  };
}

Deno.test("a guest is silent for as long as it was listened to", async () => {
  await using guest = silentGuest();
  for (const seconds of [1, 2, 4]) guest.tickAt(seconds);
  assert.deepEqual(guest.told, [[1, 1], [2, 2], [4, 4]]);
  // This process was stopped for a minute.
  for (const seconds of [66, 67]) guest.tickAt(seconds);
  assert.deepEqual(guest.told.slice(3), [[6, 66], [7, 67]]);
});
