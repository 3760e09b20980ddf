/**
 * The state of a gateway for people.
 * @module
 */
import type { GatewayStatus } from "./status.ts";
import type { TunnelStatus } from "./judge.ts";

/** `3 days ago` of so many seconds. */
export function agoText(seconds: number): string {
  const units: [number, string][] = [[86400, "day"], [3600, "hour"], [60, "minute"], [1, "second"]];
  const [size, name] = units.find(([size]) => seconds >= size) ?? [1, "second"];
  const count = Math.max(0, Math.floor(seconds / size));
  return `${count} ${name}${count === 1 ? "" : "s"} ago`;
}

/** One tunnel on one line. */
export function tunnelLine({ name, state, peer, sas, missing, weak, note }: TunnelStatus): string {
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
    ...(missing.length > 0 && state === "partial" ? [`no flow from ${missing.join(", ")}`] : []),
    ...(note === undefined ? [] : [note]),
    ...(odd.length > 0 ? [`weak: ${odd.join("; ")}`] : []),
  ].join("; ");
}

/** All of it, a line each: the tunnels, then what is not as described, then the system. */
export function statusLines(status: GatewayStatus): string[] {
  const { hostname, tunnels, clients, system, faults } = status;
  const { uname, now, firstBoot, pushed, pf, states, interfaces = [] } = system;
  const age = (at: number | undefined) =>
    now === undefined || at === undefined ? undefined : agoText(now - at);
  const carps = interfaces.filter(({ carp }) => carp !== undefined);
  const facts = [
    uname,
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
    `${hostname}: ${status.ok ? "as described" : "not as described"}${
      facts.length > 0 ? ` (${facts.join("; ")})` : ""
    }`,
    ...faults.map((fault) => `  ${fault}`),
  ];
}
