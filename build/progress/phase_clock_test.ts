import assert from "node:assert/strict";
import type { BuildEvent } from "./events.ts";
import { PhaseClock } from "./phase_clock.ts";

Deno.test("a build's phases are reported as they begin, with what earlier builds let expect", () => {
  const told: BuildEvent[] = [];
  let now = 5000;
  const clock = new PhaseClock((event) => told.push(event), false, () => now);
  now = 7500;
  clock.enter("boot");
  clock.earlier = { sets: 10, configure: 4, inspect: 1 };
  now = 9000;
  clock.enter("sets");
  assert.deepEqual(told, [
    { kind: "phase", phase: "render", elapsed: 0 },
    { kind: "phase", phase: "boot", elapsed: 2.5 },
    { kind: "phase", phase: "sets", elapsed: 4, expected: { phase: 10, left: 15 } },
  ]);
  now = 9250;
  assert.deepEqual(clock.seconds(), { render: 2.5, boot: 1.5, sets: 0.25 });
  now = 9500;
  assert.deepEqual(clock.seconds(), { render: 2.5, boot: 1.5, sets: 0.5 });
});
