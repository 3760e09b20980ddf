/**
 * Replaces a gateway's disk by a new one: for a new release, or another layout.
 * @module
 */
import { dirname, resolve } from "node:path";
import type { Gateway } from "../gateway/gateway.ts";
import { GatewrightError } from "../host/error.ts";
import { hostError } from "../host/host_error.ts";
import type { SshTarget } from "../host/ssh.ts";
import { type DeployEvent, deployImage } from "../images/deploy/deploy.ts";
import type { GatewayStatus } from "../site/status/status.ts";
import type { TunnelState } from "../site/status/ipsec_status.ts";
import { build, type BuildOptions } from "./build.ts";
import type { SelfCheck } from "./guest/boot_console.ts";
import { awaitedTunnels, followTunnels, statusNow } from "./guest/follow_tunnels.ts";
import { switchDomain, type SwitchEvent, virshCommand } from "./guest/switch_domain.ts";
import { planReplace, presentDomain, type ReplacePlan, type ReplaceWish } from "./plan_replace.ts";
import type { BuildEvent, FetchEvent } from "./progress/events.ts";

/** Events, for a display. */
export type ReplaceEvent =
  | { kind: "plan"; plan: ReplacePlan }
  | { kind: "build"; event: BuildEvent | FetchEvent }
  | { kind: "deploy"; event: DeployEvent }
  | { kind: "switch"; event: SwitchEvent }
  | { kind: "await"; tunnels: string[] }
  | { kind: "status"; status: GatewayStatus };

/** Options of a replacement. */
export interface ReplaceOptions extends ReplaceWish {
  /** Options of the build of the new disk. */
  build?: Pick<BuildOptions, "out" | "accelerator">;
  /** Asks for consent once, before anything is built or written; default: consent. */
  confirm?: (plan: ReplacePlan) => Promise<boolean>;
  /** Time limit for the old guest's shutdown in milliseconds. Default: 2 minutes. */
  shutdown?: number;
  /** Power it off at the limit, instead of giving up. */
  powerOff?: boolean;
  /**
   * Milliseconds until the new gateway has checked itself and shows its login prompt. Default: 15
   * minutes.
   */
  timeout?: number;
  /** How to reach the gateway by ssh, to compare its tunnels before and after. */
  ssh?: SshTarget;
  /** Milliseconds until all tunnels are up again. Default: 3 minutes. */
  waitTunnels?: number;
  /** Refuse a disk that fails the checks of `gatewright inspect`. Default: true. */
  check?: boolean;
  /** Aborts it. Once the old guest was asked to shut down, this switches back to it. */
  signal?: AbortSignal;
  /** Called with the progress. */
  onEvent?: (event: ReplaceEvent) => void;
}

/** Result of a successful replacement. */
export interface ReplaceResult {
  /** Name of the domain. */
  name: string;
  /** Path of its new disk. */
  disk: string;
  /** Path of its old disk: unchanged, for going back. */
  before: string;
  /** File with its old definition, with passwords of consoles; mode 0600. */
  saved: string;
  /** sh(1) commands for going back, in order. */
  back: string[];
  /** The self-check of the new gateway. */
  checks: SelfCheck[];
  /** Outage in seconds, from the request to shut down to the login prompt of the new gateway. */
  outage: number;
  /**
   * Each tunnel before and after; absent if they were not queried. `before` is absent if no gateway
   * was running.
   */
  tunnels?: { name: string; before?: TunnelState; after: TunnelState }[];
}

const MINUTE = 60_000;

/**
 * Builds a disk with the identity of the gateway's old one, writes it to another device, and
 * switches the domain to that. Only the shutdown and the start are part of the outage. The new
 * gateway must pass its self-check and, with `ssh`, bring up the tunnels that were up and that it
 * starts itself. Otherwise, or if `signal` aborts, the domain gets its old definition back, and
 * runs from the old disk, which was not written to.
 *
 * @throws {GatewrightError} for any obstacle, before a byte is written; `gone-back` if the old disk
 * runs again; `not-gone-back`, with what to type, if that failed.
 */
export async function replaceGateway(
  gateway: Gateway,
  options: ReplaceOptions,
): Promise<ReplaceResult> {
  const { signal, ssh, onEvent } = options;
  const plan = await planReplace(gateway, options, signal);
  onEvent?.({ kind: "plan", plan });
  // Without the state before, there is nothing to compare with afterwards.
  if (ssh && plan.domain.state === "running") await statusNow(gateway, ssh, signal);
  if (options.confirm && !await options.confirm(plan)) {
    throw new GatewrightError("nothing was changed", { kind: "interrupted", where: options.on });
  }
  await newDisk(gateway, options, plan);
  const old = await unchanged(gateway, plan);
  const before = ssh && old.state === "running" ? await statusNow(gateway, ssh, signal) : undefined;
  const awaited = awaitedTunnels(gateway, before);
  const saved = await saveDefinition(
    options.build?.out ?? `out/${gateway.name}`,
    plan.domain.xml,
  );
  let after: GatewayStatus | undefined;
  const check = async () => {
    onEvent?.({ kind: "await", tunnels: awaited });
    after = await followTunnels({
      gateway,
      target: ssh!,
      awaited,
      limit: options.waitTunnels ?? 3 * MINUTE,
      ...(signal ? { signal } : {}),
      onStatus: (status) => onEvent?.({ kind: "status", status }),
    });
  };
  const { checks, outage } = await switchDomain({
    old,
    oldDisk: plan.oldDisk,
    plan: plan.definition,
    saved,
    shutdown: options.shutdown ?? 2 * MINUTE,
    powerOff: options.powerOff ?? false,
    ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    ...(ssh ? { check } : {}),
    ...(signal ? { signal } : {}),
    onEvent: (event) => onEvent?.({ kind: "switch", event }),
  });
  const { name, disk, connect } = plan.definition;
  return {
    name,
    disk,
    before: plan.oldDisk,
    saved,
    // The definition applies from the next start on; a running guest is not affected.
    back: [
      virshCommand(connect, "define", saved),
      virshCommand(connect, "shutdown", name),
      // Listed with the others: the domain cannot start before it is off.
      `until ${virshCommand(connect, "start", name)}; do sleep 2; done`,
    ],
    checks,
    outage,
    ...(after ? { tunnels: compared(before, after) } : {}),
  };
}

/** Builds the disk if requested, and writes it to the target. */
async function newDisk(
  gateway: Gateway,
  options: ReplaceOptions,
  plan: ReplacePlan,
): Promise<void> {
  const { on, connect, signal, onEvent } = options;
  const abort = signal ? { signal } : {};
  const image = options.image ?? (await build(gateway, {
    ...options.build,
    identityFrom: plan.from,
    ...abort,
    onEvent: (event) => onEvent?.({ kind: "build", event }),
  })).out;
  await deployImage({
    image,
    target: on,
    yes: true,
    force: options.force ?? false,
    check: options.check ?? true,
    ...(connect ? { connect } : {}),
    ...abort,
    onEvent: (event) => onEvent?.({ kind: "deploy", event }),
  });
}

/**
 * Checks the domain right before the outage: a build takes minutes, and it may have been changed.
 */
async function unchanged(gateway: Gateway, { domain, definition }: ReplacePlan) {
  const now = await presentDomain(gateway, definition.connect);
  if (now.xml === domain.xml) return now;
  throw new GatewrightError(`the definition of ${domain.name} has changed meanwhile`, {
    where: definition.connect ?? "libvirt",
    why: "somebody has edited it while the new disk was made",
    next: "try again, with the image that was built",
  });
}

/** Saves the old definition where neither a build nor another replacement overwrites it. */
async function saveDefinition(stem: string, xml: string): Promise<string> {
  const time = new Date().toISOString().slice(0, 19).replaceAll(":", "");
  // `out/gw/` means the folder too, not a file in it.
  const path = `${resolve(stem)}.before-${time}Z.xml`;
  try {
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeTextFile(path, xml, { createNew: true, mode: 0o600 });
    return path;
  } catch (cause) {
    const next = "make room or give another folder; nothing was changed yet";
    throw hostError(cause, "the old definition cannot be kept", path, next, "output-folder");
  }
}

function compared(
  before: GatewayStatus | undefined,
  after: GatewayStatus,
): NonNullable<ReplaceResult["tunnels"]> {
  const was = new Map(before?.tunnels.map(({ name, state }) => [name, state]));
  return after.tunnels.map(({ name, state }) => {
    const earlier = was.get(name);
    return { name, ...(earlier === undefined ? {} : { before: earlier }), after: state };
  });
}
