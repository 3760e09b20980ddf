/**
 * Displays the progress of a build: as JSON lines, as lines for logs, or as a status on a terminal.
 * @module
 */
import type { BuildEvent, FetchEvent } from "../progress/events.ts";
import { BuildDisplay } from "./build_display.ts";
import type { Context } from "./command.ts";

/** A progress display; dispose of it when the build has ended. */
export interface Watch extends Disposable {
  /** Called with the events of the build. */
  onEvent(event: BuildEvent | FetchEvent): void;
}

/** Milliseconds between updates. */
const TICK = 500;

/** Starts to display the events of a build. */
export function watchBuild(
  { json, live, flags, note, status }: Pick<Context, "json" | "live" | "flags" | "note" | "status">,
): Watch {
  if (json) {
    return { onEvent: (event) => note(JSON.stringify(event)), [Symbol.dispose]: () => {} };
  }
  const display = new BuildDisplay(live, flags.verbose === true);
  const now = () => performance.now() / 1000;
  const draw = () => status(display.status(now()));
  const timer = live ? setInterval(draw, TICK) : undefined;
  return {
    onEvent(event) {
      for (const line of display.lines(event, now())) note(line);
      if (live) draw();
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      status("");
    },
  };
}
