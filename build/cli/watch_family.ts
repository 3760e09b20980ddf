/**
 * Shows several builds while they go on: one line of status for each that runs, or lines with the
 * gateway's name before them.
 * @module
 */
import { plain } from "../../host/printable.ts";
import type { BuildEvent, FetchEvent } from "../progress/events.ts";
import { BuildDisplay } from "./build_display.ts";
import type { Context } from "./command.ts";

/** A running display; dispose of it when all builds have ended. */
export interface FamilyWatch extends Disposable {
  /** Takes an event of the build of the gateway `name`. */
  onEvent(event: BuildEvent | FetchEvent, name: string): void;
  /** That build has ended. */
  ended(name: string): void;
}

/** Milliseconds between two looks at the clock. */
const TICK = 500;

/** Begins to show the events of several builds. */
export function watchFamily(
  { json, live, flags, note, status }: Pick<Context, "json" | "live" | "flags" | "note" | "status">,
): FamilyWatch {
  if (json) {
    return {
      onEvent: (event, name) => note(JSON.stringify({ gateway: name, ...event })),
      ended: () => {},
      [Symbol.dispose]: () => {},
    };
  }
  const displays = new Map<string, BuildDisplay>();
  const now = () => performance.now() / 1000;
  const draw = () =>
    status(...[...displays].map(([name, display]) => `${name}: ${display.status(now())}`));
  const timer = live ? setInterval(draw, TICK) : undefined;
  return {
    onEvent(event, name) {
      const display = displays.get(name) ?? new BuildDisplay(live, flags.verbose === true);
      displays.set(name, display);
      const lines = display.lines(event, now());
      // A person sees each build's own line: those about its phases would push one another away.
      const shown = live && event.kind !== "notice" && event.kind !== "log" ? [] : lines;
      for (const line of shown) note(`${plain(name)}: ${line}`);
      if (live) draw();
    },
    ended(name) {
      displays.delete(name);
      if (live) draw();
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      status("");
    },
  };
}
