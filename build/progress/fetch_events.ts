/**
 * Combines the progress of single downloads into events with totals.
 * @module
 */
import type { FetchEvent } from "./events.ts";
import { FetchMeter } from "../release/fetch_meter.ts";
import type { FetchProgress } from "../release/fetch_release.ts";

/** Milliseconds between two progress events. */
const FETCH_PAUSE = 200;

/** Fetch events with totals, at a limited rate. */
export function fetchEvents(
  onEvent: (event: FetchEvent) => void,
): (progress: FetchProgress) => void {
  const meter = new FetchMeter();
  let reported = -Infinity;
  return (progress) => {
    const now = performance.now();
    const totals = meter.add(progress, now / 1000);
    if (progress.state === "downloading" && now - reported < FETCH_PAUSE) return;
    reported = now;
    onEvent({ kind: "fetch", progress, totals });
  };
}
