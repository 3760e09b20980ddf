/**
 * Displays the progress of several builds: a status line for each, or lines prefixed with the
 * gateway's name.
 * @module
 */
import { plain } from "../../host/printable.ts";
import type { BuildEvent, FetchEvent } from "../progress/events.ts";
import { BuildDisplay } from "./build_display.ts";
import type { Context } from "./command.ts";

/** A progress display; dispose of it when all builds have ended. */
export interface FamilyWatch extends Disposable {
  /** Called with an event of the build of the gateway `name`. */
  onEvent(event: BuildEvent | FetchEvent, name: string): void;
  /** Called when that build has ended. */
  ended(name: string): void;
}

/** Milliseconds between updates. */
const TICK = 500;

/** Starts to display the events of several builds. */
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
      // The status has a line for each build: permanent lines about phases would only scroll it.
      const shown = live && event.kind !== "notice" && event.kind !== "log" ? [] : lines;
      const whose = event.kind === "notice" && event.host ? "" : `${plain(name)}: `;
      for (const line of shown) note(whose + line);
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
