/**
 * Differences between two states of a gateway, for monitoring.
 * @module
 */
import type { GatewayStatus } from "./status.ts";
import { clientLine, tunnelLine } from "./status_text.ts";

/** A fault that the line of its tunnel already shows. */
const OF_TUNNEL = /^tunnel \S+ is /;

/** A line for each change, with the time of the later state. */
export function changeLines(before: GatewayStatus, after: GatewayStatus): string[] {
  const time = new Date((after.system.now ?? 0) * 1000).toISOString().slice(0, 19);
  const states = new Map(before.tunnels.map(({ name, state }) => [name, state]));
  const faults = ({ faults }: GatewayStatus) => faults.filter((one) => !OF_TUNNEL.test(one));
  const clients = ({ connected }: GatewayStatus) => connected.map(clientLine);
  return [
    ...after.tunnels.filter(({ name, state }) => states.get(name) !== state).map(tunnelLine),
    ...carpLines(before, after),
    ...missingIn(clients(before), clients(after)).map((one) => `connected: ${one}`),
    ...missingIn(clients(after), clients(before)).map((one) => `gone: ${one}`),
    ...missingIn(faults(before), faults(after)),
    ...missingIn(faults(after), faults(before)).map((one) => `no longer: ${one}`),
  ].map((line) => `${time}Z ${line}`);
}

/** Those of `wanted` that are not in `list`. */
function missingIn(list: readonly string[], wanted: readonly string[]): string[] {
  const known = new Set(list);
  return wanted.filter((one) => !known.has(one));
}

function carpLines(before: GatewayStatus, after: GatewayStatus): string[] {
  const carps = ({ system }: GatewayStatus) =>
    new Map((system.interfaces ?? []).map(({ name, carp }) => [name, carp?.toLowerCase()]));
  const old = carps(before);
  return [...carps(after)].flatMap(([name, carp]) => {
    const was = old.get(name);
    return carp === undefined || was === undefined || was === carp
      ? []
      : [`${name} is ${carp} (was ${was})`];
  });
}
