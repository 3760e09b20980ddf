/**
 * `gatewright replace`: replaces a gateway's disk by a new one.
 * @module
 */
import { formatProblem } from "../../../gateway/document/problem.ts";
import type { Gateway } from "../../../gateway/gateway.ts";
import { EXIT, GatewrightError } from "../../../host/error.ts";
import { plain } from "../../../host/printable.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { planReplace, type ReplacePlan, type ReplaceWish } from "../../plan_replace.ts";
import { replaceGateway, type ReplaceOptions } from "../../replace.ts";
import { ACCEL_FLAG, accelFlag, TIMEOUT_FLAG, timeoutFlag } from "../build_flags.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { planLines, replaced, ReplaceDisplay } from "../replace_lines.ts";
import { SSH_CONFIG_FLAG, SSH_FLAG, sshTarget } from "../ssh_flags.ts";
import { usageError } from "../usage.ts";

function question({ domain, oldDisk, definition }: ReplacePlan): string {
  const { name, disk } = definition;
  const then = domain.state === "running"
    ? `shut down ${name}, which runs from ${oldDisk}, and start it from ${disk}`
    : `start ${name}, which is shut off, from ${disk}`;
  return `Write a new disk to ${disk}, ${then}? [y/N]`;
}

/** Flags for the old and the new disk. */
function wishOf({ flags }: Context): ReplaceWish {
  const text = (name: "from" | "xml" | "connect" | "image") =>
    typeof flags[name] === "string" ? { [name]: flags[name] } : {};
  if (typeof flags.on !== "string") throw usageError("--on DEVICE is not given", replace);
  if (flags.image !== undefined) {
    for (const name of ["from", "accel"]) {
      if (flags[name] !== undefined) {
        throw usageError(`--image cannot be combined with --${name}`, replace);
      }
    }
  }
  return {
    on: flags.on,
    force: flags.force === true,
    ...text("from"),
    ...text("xml"),
    ...text("connect"),
    ...text("image"),
  };
}

/** Flags for the way it is done. */
function optionsOf(context: Context): Omit<ReplaceOptions, keyof ReplaceWish> {
  const { flags } = context;
  if (flags["wait-tunnels"] !== undefined && flags.ssh === undefined) {
    throw usageError("--wait-tunnels needs --ssh", replace);
  }
  const time = (name: "timeout" | "shutdown" | "wait-tunnels") =>
    timeoutFlag(flags[name], replace, name);
  const [timeout, shutdown, waitTunnels] = [
    time("timeout"),
    time("shutdown"),
    time("wait-tunnels"),
  ];
  return {
    build: {
      accelerator: accelFlag(flags.accel, replace),
      ...(typeof flags.out === "string" ? { out: flags.out } : {}),
    },
    powerOff: flags["power-off"] === true,
    ...(timeout === undefined ? {} : { timeout }),
    ...(shutdown === undefined ? {} : { shutdown }),
    ...(waitTunnels === undefined ? {} : { waitTunnels }),
    ...(typeof flags.ssh === "string" ? { ssh: sshTarget(context, flags.ssh) } : {}),
    signal: context.signal,
  };
}

async function dryRun(gateway: Gateway, wish: ReplaceWish, { json, print, signal }: Context) {
  const plan = await planReplace(gateway, wish, signal);
  const { domain, oldDisk, from, definition, differs } = plan;
  if (json) {
    const { name, disk, diff } = definition;
    print(
      JSON.stringify({ name, state: domain.state, disk, before: oldDisk, from, diff, differs }),
    );
  } else for (const line of planLines(plan, wish)) print(line);
  return EXIT.done;
}

/** The command. */
export const replace: Command = {
  name: "replace",
  usage: "FILE --on DEVICE [--from DISK] [--image IMAGE|DIR] [--out DIR] [--accel auto|kvm|tcg] " +
    "[--xml FILE] [--connect URI] [--shutdown TIME] [--power-off] [--timeout TIME] " +
    "[--ssh DEST] [--ssh-config FILE] [--wait-tunnels TIME] [--force] [--yes] [--dry-run] " +
    "[--verbose] [--json]",
  example: "gatewright replace examples/hq.yaml --on /dev/vg0/hq-new --ssh paul@10.0.0.50",
  flags: [
    { name: "on", value: "DEVICE", summary: "where the new disk is written; the old one stays" },
    { name: "from", value: "DISK", summary: "disk whose identity it takes; default the domain's" },
    { name: "image", value: "IMAGE|DIR", summary: "take this image instead of building one" },
    {
      name: "out",
      value: "DIR",
      summary: "folder of the build; the old definition is saved beside it; default out/NAME",
    },
    ACCEL_FLAG,
    {
      name: "xml",
      value: "FILE",
      summary: "define this domain instead of keeping the present definition",
    },
    { name: "connect", value: "URI", summary: "libvirt that has the domain, on this host" },
    {
      name: "shutdown",
      value: "TIME",
      summary: "how long the old guest may take to shut down; default 2m",
    },
    { name: "power-off", summary: "switch it off if it has not shut down by then" },
    {
      ...TIMEOUT_FLAG,
      summary: "go back if the new gateway has not passed its self-check after 15m (default)",
    },
    { ...SSH_FLAG, summary: "compare the tunnels before and after, over ssh to the gateway" },
    SSH_CONFIG_FLAG,
    {
      name: "wait-tunnels",
      value: "TIME",
      summary: "go back if active tunnels that were up are not up again after 3m (default)",
    },
    { name: "force", summary: "overwrite a device that is not blank" },
    { name: "yes", summary: "do not ask" },
    { name: "dry-run", summary: "only check, and print what would be done" },
    { name: "verbose", summary: "show the consoles" },
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, json, signal, print, note, ask } = context;
    const [file, ...more] = words;
    if (file === undefined) throw usageError("no file given", replace);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, replace);
    const wish = wishOf(context);
    const options = optionsOf(context);
    const { gateway, warnings } = await loadGateway(file, { signal });
    for (const warning of warnings) note(formatProblem(warning));
    if (flags["dry-run"]) return await dryRun(gateway, wish, context);
    using display = new ReplaceDisplay(context, wish);
    const result = await replaceGateway(gateway, {
      ...wish,
      ...options,
      onEvent: display.onEvent,
      confirm: (plan) => Promise.resolve(agreed(plan, flags.yes === true, json ? undefined : ask)),
    });
    if (json) print(JSON.stringify(result));
    else {
      for (const line of replaced(result)) print(plain(line));
      const { disk } = gateway.domain;
      if (disk !== result.disk) {
        note(`next: write disk: ${result.disk} under domain in ${file}; it has ${disk}`);
      }
    }
    return EXIT.done;
  },
};

function agreed(plan: ReplacePlan, yes: boolean, ask: Context["ask"]): boolean {
  if (yes) return true;
  if (ask) return ask(question(plan));
  throw new GatewrightError("nobody is there to confirm the replacement", {
    kind: "usage",
    code: "needs-consent",
    where: plan.definition.disk,
    next: "see what would change with --dry-run",
  });
}
