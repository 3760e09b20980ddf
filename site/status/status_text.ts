/**
 * The state of a gateway as text.
 * @module
 */
import type { GatewayStatus } from "./status.ts";
import type { ConnectedClient, TunnelStatus } from "./ipsec_status.ts";

/** `3 days ago`, from seconds. */
function agoText(seconds: number): string {
  const units: [number, string][] = [[86400, "day"], [3600, "hour"], [60, "minute"], [1, "second"]];
  const [size, name] = units.find(([size]) => seconds >= size) ?? [1, "second"];
  const count = Math.max(0, Math.floor(seconds / size));
  return `${count} ${name}${count === 1 ? "" : "s"} ago`;
}

/** One tunnel on one line. */
export function tunnelLine(
  { name, state, peer, sas, missing, weak, note, ike }: TunnelStatus,
): string {
  const odd = [
    ...new Set(
      weak.map(({ word, insteadOf }) =>
        insteadOf.length > 0
          ? `${word} instead of ${insteadOf.join(" or ")}`
          : `${word}, as described`
      ),
    ),
  ];
  return [
    `${name} ${state}`,
    `peer ${peer}, ${sas.out} SAs out, ${sas.in} in`,
    ...(ike ? [ikeText(ike)] : []),
    ...(missing.length > 0 && state === "partial" ? [`no flow from ${missing.join(", ")}`] : []),
    ...(note === undefined ? [] : [note]),
    ...(odd.length > 0 ? [`weak: ${odd.join("; ")}`] : []),
  ].join("; ");
}

/** iked(8)'s names for the state of an IKE SA; `ESTABLISHED` is the last of a negotiation. */
function ikeText({ state, identity }: NonNullable<TunnelStatus["ike"]>): string {
  const who = identity === undefined ? "" : ` with ${identity}`;
  return state === "ESTABLISHED" ? `IKE SA established${who}` : `IKE SA in state ${state}${who}`;
}

/** One client on one line. */
export function clientLine({ clients, address, peer, identity }: ConnectedClient): string {
  const who = identity === undefined ? "" : `${identity} `;
  return `${clients} ${who}has ${address}${peer === undefined ? "" : `; peer ${peer}`}`;
}

/**
 * Everything, one line each: the tunnels, then differences from the description, then the system.
 */
export function statusLines(status: GatewayStatus): string[] {
  const { hostname, tunnels, clients, connected, system, faults } = status;
  const { uname, now, firstBoot, built, pushed, pf, states, interfaces = [] } = system;
  const age = (at: number | undefined) =>
    now === undefined || at === undefined ? undefined : agoText(now - at);
  const carps = interfaces.filter(({ carp }) => carp !== undefined);
  const facts = [
    uname,
    built && age(built.at) && `built ${age(built.at)}, revision ${built.revision}`,
    age(firstBoot) && `first booted ${age(firstBoot)}`,
    pushed && age(pushed.at) && `pushed ${age(pushed.at)}, revision ${pushed.revision}`,
    pf === undefined
      ? undefined
      : `pf ${pf ? "on" : "off"}${states === undefined ? "" : `, ${states} states`}`,
    ...carps.map(({ name, carp }) => `${name} ${carp!.toLowerCase()}`),
  ].filter((one): one is string => typeof one === "string" && one !== "");
  return [
    ...tunnels.map(tunnelLine),
    ...(clients > 0 ? [`${clients} ${clients === 1 ? "client is" : "clients are"} connected`] : []),
    ...connected.map((one) => `  ${clientLine(one)}`),
    `${hostname}: ${status.ok ? "as described" : "not as described"}${
      facts.length > 0 ? ` (${facts.join("; ")})` : ""
    }`,
    ...faults.map((fault) => `  ${fault}`),
    ...revisionLines(status),
  ];
}

/** A description that changed since is not a fault of the gateway. */
function revisionLines({ revision, system: { built, pushed } }: GatewayStatus): string[] {
  const has = (pushed ?? built)?.revision;
  return revision === undefined || has === undefined || revision === has
    ? []
    : [`  the description is of revision ${revision} now; gatewright diff shows what differs`];
}
