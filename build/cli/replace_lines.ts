/**
 * Formats the plan, progress and result of a replacement.
 * @module
 */
import { plain } from "../../host/printable.ts";
import { tunnelLine } from "../../site/status/status_text.ts";
import type { SwitchStep } from "../guest/switch_domain.ts";
import type { ReplacePlan, ReplaceWish } from "../plan_replace.ts";
import type { ReplaceEvent, ReplaceResult } from "../replace.ts";
import type { Context } from "./command.ts";
import { bootLine, deployLines } from "./deploy_lines.ts";
import { type Watch, watchBuild } from "./watch_build.ts";

/** The plan as text. */
export function planLines(plan: ReplacePlan, { image, xml }: ReplaceWish): string[] {
  const { domain, oldDisk, from, target, definition, differs } = plan;
  const { name, disk, diff } = definition;
  const diffLines = (text: string) => text.split("\n").filter(Boolean).map((line) => `  ${line}`);
  return [
    `${name}: ${domain.state}, its disk is ${oldDisk}, which stays as it is`,
    `${disk}: ${target.content ? `holds ${target.content}` : target.kind}; the new disk`,
    image === undefined
      ? `identity: read from ${from}${domain.state === "running" ? ", while it runs" : ""}`
      : `image: ${image}, ${plan.kept ? "with keys of an old disk" : "which makes new keys"}`,
    `${name}: definition ${xml ?? "as it is now"}, but for:`,
    ...diffLines(diff),
    ...(differs === "" ? [] : [
      "note: the description has it otherwise; --xml FILE defines what gatewright domain prints:",
      ...diffLines(differs),
    ]),
  ].map(plain);
}

/** Steps of a switch as lines. */
const STEPS: ReadonlyMap<SwitchStep, (plan: ReplacePlan) => string> = new Map<
  SwitchStep,
  (plan: ReplacePlan) => string
>([
  ["shut-down", ({ definition: { name } }) => `${name}: asked to shut down`],
  ["power-off", ({ definition: { name } }) => `${name}: does not shut down; switching it off`],
  ["define", ({ definition: { name, disk } }) => `${name}: gets the disk ${disk}`],
  ["start", ({ definition: { name } }) => `${name}: starting`],
  ["back", ({ oldDisk }) => `going back to ${oldDisk}`],
  [
    "wait-off",
    ({ definition: { name } }) => `${name}: asked to shut down; waiting until it is off`,
  ],
  ["start-old", ({ definition: { name }, oldDisk }) => `${name}: starting from ${oldDisk}`],
]);

/** Displays the progress of a replacement. */
export class ReplaceDisplay implements Disposable {
  #plan: ReplacePlan | undefined;
  #build: Watch | undefined;
  #seen = "";
  readonly #deploy: ReturnType<typeof deployLines>;

  constructor(private readonly context: Context, private readonly wish: ReplaceWish) {
    this.#deploy = deployLines(context);
  }

  /** Takes an event. */
  readonly onEvent = (event: ReplaceEvent): void => {
    const { json, note } = this.context;
    if (event.kind === "build") {
      this.#build ??= watchBuild(this.context);
      return this.#build.onEvent(event.event);
    }
    // The build has ended, and its status line is removed.
    this.#build?.[Symbol.dispose]();
    this.#build = undefined;
    if (event.kind === "plan") this.#plan = event.plan;
    if (json) {
      if (event.kind === "switch" && event.event.kind === "step") note(JSON.stringify(event.event));
      return;
    }
    if (event.kind === "deploy") return this.#deploy(event.event);
    for (const line of this.#lines(event)) note(plain(line));
  };

  #lines(event: Exclude<ReplaceEvent, { kind: "build" | "deploy" }>): string[] {
    if (event.kind === "plan") return planLines(event.plan, this.wish);
    if (event.kind === "await") {
      return event.tunnels.length === 0
        ? ["tunnels: none that this end initiates was up; waiting for none"]
        : [`tunnels: waiting for ${event.tunnels.join(", ")}`];
    }
    if (event.kind === "status") {
      const lines = event.status.tunnels.map(tunnelLine);
      const text = lines.join("\n");
      if (text === this.#seen) return [];
      this.#seen = text;
      return lines.map((line) => `tunnel ${line}`);
    }
    const { event: one } = event;
    if (one.kind === "step") {
      const line = STEPS.get(one.step)?.(this.#plan!);
      return line === undefined ? [] : [line];
    }
    if (one.event.kind === "log") {
      // Steps of the first boot may take minutes.
      const step = one.event.line.startsWith("gatewright: step ");
      return step || this.context.flags.verbose ? [one.event.line] : [];
    }
    const line = bootLine(one.event);
    return line === undefined ? [] : [line];
  }

  [Symbol.dispose](): void {
    this.#build?.[Symbol.dispose]();
  }
}

/** The result of a successful replacement. */
export function replaced(result: ReplaceResult): string[] {
  const { name, disk, before, back, checks, outage, tunnels } = result;
  const pending = checks.filter((check) => check.result === "pending");
  return [
    `${name}: runs from ${disk}; self-check passed${
      pending.length === 0 ? "" : `, pending: ${pending.map((check) => check.name).join(", ")}`
    }${outage === 0 ? "" : `; outage ${outage} s`}`,
    ...(tunnels ?? []).map(({ name, before, after }) =>
      `tunnel ${name}: ${after}${before === undefined ? "" : `, was ${before}`}`
    ),
    ...(tunnels === undefined ? ["tunnels: not checked (gatewright status checks them)"] : []),
    `${before}: untouched; to go back to it:`,
    ...back.map((line) => `  ${line}`),
  ];
}
