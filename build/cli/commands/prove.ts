/**
 * `gatewright prove`: checks that tunnels come up and carry packets.
 * @module
 */
import type { Gateway } from "../../../gateway/gateway.ts";
import { loadTogether } from "../../../gateway/load/load_together.ts";
import { formatProblem } from "../../../gateway/document/problem.ts";
import { EXIT } from "../../../host/error.ts";
import { unknownName } from "../../../host/unknown_name.ts";
import type { LabEvent } from "../../lab/guest_output.ts";
import { type Proof, proveTunnels } from "../../lab/prove.ts";
import { proofReport } from "../../lab/report.ts";
import { clock } from "../build_display.ts";
import { ACCEL_FLAG, accelFlag, TIMEOUT_FLAG, timeoutFlag } from "../build_flags.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

/** Arguments that are descriptions; the others name tunnels. */
const isFile = (word: string) => word.includes("/") || /\.ya?ml$/.test(word);

/** The gateways of `files`; undefined if one is refused, which has been reported. */
async function load(
  files: string[],
  { json, signal, note, print }: Context,
): Promise<Gateway[] | undefined> {
  const outcomes = await loadTogether(files, {}, signal);
  const refused = outcomes.filter(({ error }) => error);
  if (refused.length > 0 && json) {
    print(
      JSON.stringify(refused.map(({ file, error }) => ({ file, ...error!.toJSON() })), null, 2),
    );
  } else {
    for (const { error } of refused) note(error!.format());
  }
  if (refused.length > 0) return undefined;
  if (!json) {
    for (const { problems } of outcomes) problems.forEach((one) => note(formatProblem(one)));
  }
  return outcomes.flatMap(({ gateway }) => gateway ?? []);
}

/**
 * Displays the progress of the laboratory: a status line on a terminal, else a line for each case.
 */
function watch({ json, live, note, status }: Context) {
  const started = performance.now();
  const running = new Map<string, string>();
  let done = 0;
  const draw = () => {
    const cases = [...running].map(([name, step]) => `${name}: ${step}`).join(", ");
    const time = clock((performance.now() - started) / 1000);
    status(`${time}  ${done} cases done; ${cases || "the guest boots"}`);
  };
  const timer = live && !json ? setInterval(draw, 500) : undefined;
  return {
    onNotice: (text: string) => json ? undefined : note(text),
    onEvent(event: LabEvent) {
      if (event.kind === "ready" && !json) note("the laboratory runs");
      if (event.kind === "begin") running.set(event.case, "begins");
      if (event.kind === "step") {
        running.set(event.case, event.step.name);
        if (event.step.outcome === "fail" && !json) {
          note(`${event.case}: ${event.step.name} failed`);
        }
      }
      if (event.kind === "end") {
        running.delete(event.case);
        done++;
        if (!json) note(`${event.case}: done`);
      }
    },
    [Symbol.dispose]() {
      clearInterval(timer);
      status("");
    },
  };
}

function show(proof: Proof, { json, flags, print, note }: Context): void {
  if (json) {
    const plain = (_key: string, value: unknown) =>
      value instanceof Map ? Object.fromEntries(value) : value;
    return print(JSON.stringify(proof, plain, 2));
  }
  for (const warning of proof.warnings) note(`warning: ${warning}`);
  for (const line of proofReport(proof)) print(line);
  for (const { name, logs } of proof.tunnels.flatMap(({ cases }) => cases)) {
    if (!flags.verbose) continue;
    for (const [log, text] of logs) note(`--- ${name}: ${log}\n${text.trimEnd()}`);
  }
  if (!proof.proved && !flags.verbose) {
    note("gatewright prove --verbose shows what the daemons wrote");
  }
}

/** The command. */
export const prove: Command = {
  name: "prove",
  usage: "FILE... [TUNNEL...] [--accel auto|kvm|tcg] [--timeout TIME] [--verbose] [--json]",
  example: "gatewright prove examples/router.yaml",
  flags: [
    ACCEL_FLAG,
    TIMEOUT_FLAG,
    { name: "verbose", summary: "show what the daemons wrote" },
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, signal } = context;
    const files = words.filter(isFile);
    const tunnels = words.filter((word) => !isFile(word));
    if (files.length === 0) throw usageError("no description to prove", prove);
    const accelerator = accelFlag(flags.accel, prove);
    const timeout = timeoutFlag(flags.timeout, prove);
    const gateways = await load(files, context);
    if (!gateways) return EXIT.description;
    const known = gateways.flatMap((one) =>
      [...one.tunnels, ...one.clients].map(({ name }) => name)
    );
    const unknown = tunnels.find((name) => !known.includes(name));
    if (unknown !== undefined) {
      throw unknownName(unknown, {
        says: "there is no tunnel",
        names: known,
        ...(files.length === 1 ? { where: files[0] } : {}),
        none: "gatewright explain tunnels",
      });
    }
    using watching = watch(context);
    const proof = await proveTunnels(gateways, {
      tunnels,
      signal,
      accelerator,
      ...(timeout === undefined ? {} : { timeout }),
      logs: flags.verbose === true,
      onNotice: watching.onNotice,
      onEvent: watching.onEvent,
    });
    show(proof, context);
    return proof.proved ? EXIT.done : EXIT.verification;
  },
};
