/**
 * Formats the progress of a deployment and of a first boot.
 * @module
 */
import { plain } from "../../host/printable.ts";
import type { DeployGatewayEvent } from "../deliver/deploy_gateway.ts";
import type { WriteProgress } from "../../images/deploy/write_image.ts";
import type { BootEvent } from "../guest/boot_console.ts";
import type { Context } from "./command.ts";
import { ProgressRate } from "./progress_rate.ts";

/** The steps of writing, as a user knows them. */
const STEPS: Record<WriteProgress["step"], string> = {
  search: "search the target for data",
  zero: "clear the target",
  write: "write",
  verify: "read back",
  head: "write the boot sector",
};

/** Events as lines: at each tenth of a step, or as a status line on a terminal. */
export function deployLines(
  { note, live, status }: Pick<Context, "note" | "live" | "status">,
): (event: DeployGatewayEvent) => void {
  const rate = new ProgressRate();
  return (event) => {
    if (event.kind === "check") note(`check: ${event.what}`);
    if (event.kind === "notice") note(`note: ${event.text}`);
    if (event.kind === "grow") note("grow: the last file system up to the end of the target");
    if (event.kind === "identity") note("identity: a DUID, seeds and ids of its own");
    if (event.kind === "target") {
      const { path, kind, content } = event.target;
      note(`target: ${path} (${kind}${content ? `, holds ${plain(content)}` : ""})`);
    }
    if (event.kind === "plan") {
      const { name, change, diff } = event.plan;
      note(`domain: ${name} (${change})`);
      for (const line of diff.split("\n").filter(Boolean)) note(plain(line));
    }
    if (event.kind === "boot") {
      const line = bootLine(event.event);
      if (line !== undefined) note(line);
    }
    if (event.kind !== "progress") return;
    const { percent } = event.progress;
    const step = STEPS[event.progress.step];
    const now = performance.now();
    if (live) return status(percent >= 100 ? "" : rate.text(step, percent, now));
    const line = rate.line(step, percent, now);
    if (line !== undefined) note(line);
  };
}

/** The first boot: its self-check, and when it is up. */
export function bootLine(action: BootEvent): string | undefined {
  if (action.kind === "ready") return "boot: login:";
  if (action.kind !== "check") return undefined;
  const { name, result, why } = action.check;
  return plain(`boot: ${name}: ${result}${why ? `: ${why}` : ""}`);
}
