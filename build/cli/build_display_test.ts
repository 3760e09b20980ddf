import assert from "node:assert/strict";
import { BuildDisplay, clock } from "./build_display.ts";

const fetched = (received: number, state: "downloading" | "verified" | "cached") => ({
  kind: "fetch" as const,
  progress: { file: "base79.tgz", received, total: 400_000_000, state },
  totals: {
    done: state === "downloading" ? 0 : 1,
    files: 1,
    received: state === "cached" ? 0 : received,
    cached: state === "cached" ? received : 0,
    total: 400_000_000,
    rate: 5_100_000,
  },
});

Deno.test("downloads show percent, rate and totals", () => {
  const display = new BuildDisplay(true);
  assert.deepEqual(display.lines(fetched(100_000_000, "downloading"), 1), []);
  assert.equal(
    display.status(1),
    "fetching base79.tgz 25 % of 381.4 MiB  4.8 MiB/s  0 of 1 files, 95.3 MiB of 381.4 MiB",
  );
});

Deno.test("without a terminal a download says something now and then", () => {
  const display = new BuildDisplay(false);
  const said = [];
  for (let now = 0; now < 60; now++) {
    said.push(...display.lines(fetched(now * 1_000_000, "downloading"), now));
  }
  assert.equal(said.length, 3);
  assert.match(said[0]!, /^fetching base79\.tgz 3 % of 381.4 MiB {2}4\.8 MiB\/s/);
  assert.deepEqual(display.lines(fetched(400_000_000, "verified"), 60), [
    "fetched base79.tgz, 381.4 MiB",
  ]);
});

Deno.test("what came from the cache takes one line", () => {
  const display = new BuildDisplay(false);
  assert.deepEqual(display.lines(fetched(400_000_000, "cached"), 0), []);
  assert.deepEqual(display.lines({ kind: "phase", phase: "render", elapsed: 0 }, 0), [
    "release: 1 files verified, 381.4 MiB in the cache",
    "  0:00  rendering",
  ]);
});

Deno.test("a phase shows percent and what is left, as far as earlier builds tell", () => {
  const display = new BuildDisplay(true);
  display.lines({ kind: "phase", phase: "boot", elapsed: 5 }, 100);
  assert.equal(display.status(102), "0:07  booting the installer");
  const expected = { phase: 40, left: 60 };
  display.lines({ kind: "phase", phase: "sets", elapsed: 40, expected }, 200);
  assert.equal(display.status(200), " 40 %  0:40  about 1:00 left  installing the sets");
  display.lines({ kind: "set", name: "base79.tgz", percent: 12 }, 210);
  assert.equal(
    display.status(220),
    " 60 %  1:00  about 0:40 left  installing the sets: base79.tgz 12 %",
  );
  const lines = new BuildDisplay(false).lines(
    { kind: "phase", phase: "sets", elapsed: 40, expected },
    0,
  );
  assert.deepEqual(lines, ["  0:40  installing the sets (40 %, about 1:00 left)"]);
});

Deno.test("the console is shown where it is asked for, without what a terminal obeys", () => {
  const log = { kind: "log" as const, line: "a\x1b[2Jb" };
  assert.deepEqual(new BuildDisplay(false).lines(log, 0), []);
  assert.deepEqual(new BuildDisplay(false, true).lines(log, 0), ["a\\u001b[2Jb"]);
});

Deno.test("sets are named once", () => {
  const display = new BuildDisplay(false);
  const set = { kind: "set" as const, name: "base79.tgz", percent: 100 };
  assert.deepEqual(display.lines(set, 0), ["        base79.tgz"]);
  assert.deepEqual(display.lines(set, 1), []);
});

Deno.test("times are short", () => {
  assert.deepEqual([0, 65, 3605, -3].map(clock), ["0:00", "1:05", "1:00:05", "0:00"]);
});
