/**
 * Whether the tunnels of a gateway come up again on its replacement.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { deadline } from "../../host/deadline.ts";
import { GatewrightError } from "../../host/error.ts";
import { runOver, type SshTarget } from "../../host/ssh.ts";
import { STATUS_SCRIPT } from "../../site/status/script.ts";
import { type GatewayStatus, readStatus } from "../../site/status/status.ts";
import { tunnelLine } from "../../site/status/status_text.ts";
import { watchStatus } from "./watch_status.ts";

/** Seconds between queries. */
const INTERVAL = 2;

/** Failed connections that are tolerated while the gateway is starting. */
const TRIES = 5;

/** The gateway's current state. @throws {GatewrightError} if it cannot be reached by ssh. */
export async function statusNow(
  gateway: Gateway,
  target: SshTarget,
  signal?: AbortSignal,
): Promise<GatewayStatus> {
  const { stdout } = await runOver(target, STATUS_SCRIPT, signal ? { signal } : {});
  return readStatus(gateway, stdout, target.dest);
}

/**
 * The tunnels that must come up again: those that were up, and that this end starts itself. A peer
 * that starts a tunnel may be idle, and of the two gateways of a pair the other may have all
 * tunnels.
 */
export function awaitedTunnels(gateway: Gateway, before: GatewayStatus | undefined): string[] {
  if (!before || gateway.failover) return [];
  const up = new Set(before.tunnels.filter(({ state }) => state === "up").map(({ name }) => name));
  return gateway.tunnels
    .filter(({ name, mode, peer }) => up.has(name) && mode !== "passive" && peer !== "any")
    .map(({ name }) => name);
}

/** Options of the wait. */
export interface FollowOptions {
  /** The described gateway. */
  gateway: Gateway;
  /** How to reach it by ssh. */
  target: SshTarget;
  /** Names of the tunnels that must be up, from {@linkcode awaitedTunnels}. */
  awaited: readonly string[];
  /** Time limit in milliseconds. */
  limit: number;
  /** Ends the wait. */
  signal?: AbortSignal;
  /** Called with each state. */
  onStatus?: (status: GatewayStatus) => void;
}

/**
 * Queries the state until all of `awaited` are up; if there are none, until the gateway has
 * answered once.
 *
 * @throws {GatewrightError} (timeout) with the tunnels that are down, or if ssh fails.
 */
export async function followTunnels(options: FollowOptions): Promise<GatewayStatus> {
  const { gateway, awaited, signal } = options;
  const seconds = Math.ceil(options.limit / 1000);
  const target = { ...options.target, attempts: seconds };
  using limit = deadline(options.limit, () => target.dest, signal);
  const over = new AbortController();
  const ends = AbortSignal.any([limit.signal, over.signal]);
  let last: GatewayStatus | undefined;
  let trouble: unknown;
  try {
    for (let tried = 0; tried < TRIES && !limit.signal.aborted; tried++) {
      try {
        const read = (text: string) => readStatus(gateway, text, target.dest);
        for await (const status of watchStatus(target, INTERVAL, read, ends)) {
          last = status;
          options.onStatus?.(status);
          if (notUp(status, awaited).length === 0) return status;
        }
      } catch (error) {
        if (!(error instanceof GatewrightError)) throw error;
        signal?.throwIfAborted();
        if (!limit.signal.aborted) trouble = error;
      }
    }
  } finally {
    over.abort();
  }
  throw last ? stillDown(last, awaited, target.dest) : unseen(trouble, seconds, target.dest);
}

function notUp({ tunnels }: GatewayStatus, awaited: readonly string[]) {
  return tunnels.filter(({ name, state }) => awaited.includes(name) && state !== "up");
}

function stillDown(status: GatewayStatus, awaited: readonly string[], where: string) {
  const down = notUp(status, awaited);
  const names = down.map(({ name }) => name).join(", ");
  return new GatewrightError(
    `${down.length === 1 ? `tunnel ${names} does` : `tunnels ${names} do`} not come up again`,
    {
      kind: "timeout",
      code: "too-late",
      where,
      why: down.map(tunnelLine).join("\n"),
    },
  );
}

function unseen(trouble: unknown, seconds: number, where: string) {
  const known = trouble instanceof GatewrightError ? trouble : undefined;
  return new GatewrightError("ssh does not reach the new gateway", {
    kind: "timeout",
    code: "too-late",
    where,
    why: known?.why ?? `it did not answer within ${seconds} s`,
    ...(known === undefined ? {} : { cause: known }),
  });
}
