/**
 * Puts a new disk in the place of a gateway's old one: a new release, another layout.
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

/** What happens, for a display. */
export type ReplaceEvent =
  | { kind: "plan"; plan: ReplacePlan }
  | { kind: "build"; event: BuildEvent | FetchEvent }
  | { kind: "deploy"; event: DeployEvent }
  | { kind: "switch"; event: SwitchEvent }
  | { kind: "await"; tunnels: string[] }
  | { kind: "status"; status: GatewayStatus };

/** A replacement. */
export interface ReplaceOptions extends ReplaceWish {
  /** How the new disk is built. */
  build?: Pick<BuildOptions, "out" | "accelerator">;
  /** Asked once, before anything is built or written; default: agreed. */
  confirm?: (plan: ReplacePlan) => Promise<boolean>;
  /** Milliseconds that the old guest has to shut down. Default: 2 minutes. */
  shutdown?: number;
  /** Then switch it off, instead of leaving it at that. */
  powerOff?: boolean;
  /** Milliseconds until the new gateway has checked itself and asks for a login. Default: 15 minutes. */
  timeout?: number;
  /** Looks at the tunnels before and after. */
  ssh?: SshTarget;
  /** Milliseconds until tunnels that were up are up again. Default: 3 minutes. */
  waitTunnels?: number;
  /** Refuse a disk that fails the checks of `gatewright inspect`; default true. */
  verdict?: boolean;
  /** Ends it. Once the old guest was asked to shut down, this leads back to it. */
  signal?: AbortSignal;
  /** Told what goes on. */
  onEvent?: (event: ReplaceEvent) => void;
}

/** A replacement that held. */
export interface ReplaceResult {
  /** The domain. */
  name: string;
  /** The disk that it runs from. */
  disk: string;
  /** The disk that it had: untouched, and the way back. */
  before: string;
  /** File with its definition before, passwords of consoles included; mode 0600. */
  saved: string;
  /** Command lines for sh(1) that lead back, one after the other. */
  back: string[];
  /** The self-check of the new gateway. */
  checks: SelfCheck[];
  /** Seconds from the request to shut down to the login of the new gateway. */
  outage: number;
  /** Each tunnel before and after; absent where they were not read. `before` is absent where none ran. */
  tunnels?: { name: string; before?: TunnelState; after: TunnelState }[];
}

const MINUTE = 60_000;

/**
 * Builds a disk with the identity of the gateway's old one, writes it onto another device, and gives
 * that to the domain: all before the outage but the shutdown and the start. The new gateway has to
 * pass its self-check and, with `ssh`, to bring the tunnels up again that were up and that it
 * negotiates by itself. Where it does not, or `signal` aborts, the domain gets its old definition
 * back as it was, and the old disk, which nothing has written to, runs again.
 *
 * @throws {GatewrightError} where anything speaks against it, before a byte is written; `gone-back`
 * where the old disk runs again; `not-gone-back`, with what to type, where that failed.
 */
export async function replaceGateway(
  gateway: Gateway,
  options: ReplaceOptions,
): Promise<ReplaceResult> {
  const { signal, ssh, onEvent } = options;
  const plan = await planReplace(gateway, options, signal);
  onEvent?.({ kind: "plan", plan });
  // A state that cannot be read before cannot be compared afterwards.
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
    // The definition counts from the next start on: what runs does not mind.
    back: [
      virshCommand(connect, "define", saved),
      virshCommand(connect, "shutdown", name),
      // Typed together with the others: it cannot start before it is off.
      `until ${virshCommand(connect, "start", name)}; do sleep 2; done`,
    ],
    checks,
    outage,
    ...(after ? { tunnels: compared(before, after) } : {}),
  };
}

/** Builds where that is wanted, and writes the disk onto the new device. */
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
    verdict: options.verdict ?? true,
    ...(connect ? { connect } : {}),
    ...abort,
    onEvent: (event) => onEvent?.({ kind: "deploy", event }),
  });
}

/** The domain right before the outage: a build takes minutes, and others have hands too. */
async function unchanged(gateway: Gateway, { domain, definition }: ReplacePlan) {
  const now = await presentDomain(gateway, definition.connect);
  if (now.xml === domain.xml) return now;
  throw new GatewrightError(`the definition of ${domain.name} has changed meanwhile`, {
    where: definition.connect ?? "libvirt",
    why: "somebody has edited it while the new disk was made",
    next: "try again, with the image that was built",
  });
}

/** Keeps the old definition, where no build and no other replacement overwrites it. */
async function saveDefinition(stem: string, xml: string): Promise<string> {
  const time = new Date().toISOString().slice(0, 19).replaceAll(":", "");
  // `out/gw/` is the folder too, and not a place in it.
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
