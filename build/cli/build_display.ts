/**
 * Displays a build: events become permanent lines, and a status line that is rewritten.
 * @module
 */
import { sizeText } from "../../host/size_text.ts";
import { position } from "../progress/progress.ts";
import type { BuildEvent, BuildPhase, FetchEvent } from "../progress/events.ts";
import { plain } from "../../host/printable.ts";

/** Names of the phases in messages. */
const PHASES: Record<BuildPhase, string> = {
  render: "rendering",
  boot: "booting the installer",
  answers: "delivering the answers",
  questions: "answering questions",
  sets: "installing the sets",
  configure: "configuring, install.site",
  inspect: "inspecting and hashing the disk",
  verify: "booting the disk",
};

/** Seconds between lines about the same download, without a terminal. */
const QUIET_SECONDS = 15;

/** A duration: `1:05`, `1:00:05`. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (parts[0] === 0) parts.shift();
  return parts.map((part, i) => i === 0 ? String(part) : String(part).padStart(2, "0")).join(":");
}

/** Converts events to text; without clock or I/O: times are seconds from any start. */
export class BuildDisplay {
  #phase: Extract<BuildEvent, { kind: "phase" }> | undefined;
  /** Start of the current phase. */
  #since = 0;
  #set = "";
  #log = "";
  #fetch: FetchEvent | undefined;
  #said = 0;
  #sets = new Set<string>();

  /** @param live {@linkcode status} is displayed: lines that it makes redundant are left out */
  constructor(private readonly live: boolean, private readonly verbose = false) {}

  /** The permanent lines of an event. */
  lines(event: BuildEvent | FetchEvent, now: number): string[] {
    switch (event.kind) {
      case "notice":
        return [plain(event.text)];
      case "log":
        this.#log = plain(event.line);
        return this.verbose ? [this.#log] : [];
      case "fetch":
        return this.#fetched(event, now);
      case "set":
        return this.#installed(event);
      case "phase":
        return this.#entered(event, now);
    }
  }

  /** The status line. */
  status(now: number): string {
    const phase = this.#phase;
    if (!phase) return this.#fetch ? fetchStatus(this.#fetch) : "";
    const since = now - this.#since;
    const elapsed = phase.elapsed + since;
    const where = phase.expected ? position(phase.expected, since, elapsed) : undefined;
    const what = phase.phase === "sets" && this.#set
      ? this.#set
      : phase.phase === "verify" && this.#log
      ? this.#log
      : "";
    return [
      where ? `${String(where.percent).padStart(3)} %` : "",
      clock(elapsed),
      where ? `about ${clock(where.left)} left` : "",
      PHASES[phase.phase] + (what ? `: ${what}` : ""),
    ].filter(Boolean).join("  ");
  }

  #entered(event: Extract<BuildEvent, { kind: "phase" }>, now: number): string[] {
    const first = this.#phase === undefined;
    [this.#phase, this.#since, this.#set, this.#log] = [event, now, "", ""];
    const { elapsed, expected, phase } = event;
    const where = expected ? position(expected, 0, elapsed) : undefined;
    const lines = [
      `${clock(elapsed).padStart(6)}  ${PHASES[phase]}` +
      (where && !this.live ? ` (${where.percent} %, about ${clock(where.left)} left)` : ""),
    ];
    if (first && this.#fetch) {
      const { done, received, cached } = this.#fetch.totals;
      const parts = [
        received > 0 ? `${sizeText(received)} downloaded` : "",
        cached > 0 ? `${sizeText(cached)} in the cache` : "",
      ];
      lines.unshift(`release: ${done} files verified, ${parts.filter(Boolean).join(", ")}`);
    }
    return lines;
  }

  #installed({ name, percent }: Extract<BuildEvent, { kind: "set" }>): string[] {
    this.#set = `${plain(name)} ${percent} %`;
    if (this.live || percent < 100 || this.#sets.has(name)) return [];
    this.#sets.add(name);
    return [`        ${plain(name)}`];
  }

  #fetched(event: FetchEvent, now: number): string[] {
    const first = this.#fetch === undefined;
    this.#fetch = event;
    const { file, state, received } = event.progress;
    if (first) this.#said = now;
    if (state === "verified") return [`fetched ${plain(file)}, ${sizeText(received)}`];
    if (this.live || state === "cached" || now - this.#said < QUIET_SECONDS) return [];
    this.#said = now;
    return [fetchStatus(event)];
  }
}

/** `base79.tgz 45 % of 312 MB  5.1 MB/s  all 140 MB of 400 MB`. */
function fetchStatus({ progress, totals }: FetchEvent): string {
  const { file, received, total } = progress;
  const part = total
    ? `${Math.floor(100 * received / total)} % of ${sizeText(total)}`
    : sizeText(received);
  const all = totals.received + totals.cached;
  return [
    `fetching ${plain(file)} ${part}`,
    `${sizeText(totals.rate)}/s`,
    `${totals.done} of ${totals.files} files, ${sizeText(all)}` +
    (totals.total ? ` of ${sizeText(totals.total)}` : ""),
  ].join("  ");
}
