/**
 * The state of a gateway in the text format of Prometheus (version 0.0.4).
 * @module
 */
import { STATES } from "./ipsec_status.ts";
import type { GatewayStatus } from "./status.ts";

/** A label's value, quoted. */
function quoted(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
  return `"${escaped}"`;
}

function labels(pairs: readonly (readonly [string, string])[]): string {
  return pairs.length === 0
    ? ""
    : `{${pairs.map(([name, value]) => `${name}=${quoted(value)}`).join(",")}}`;
}

/** One metric: its description, and its values. */
type Metric = [
  name: string,
  help: string,
  values: (readonly [(readonly [string, string])[], number])[],
];

/** The names are the same as in `vpnctl metrics`. */
export function prometheusText(status: GatewayStatus): string {
  const { hostname, tunnels, clients, strange, system } = status;
  const host = ["gateway", hostname] as const;
  const one = (value: number | undefined): Metric[2] =>
    value === undefined ? [] : [[[host], value]];
  const metrics: Metric[] = [
    [
      "gatewright_tunnel_up",
      "1 if the tunnel has all flows, and SAs in both directions.",
      tunnels.map(({ name, state }) => [[host, ["tunnel", name]], Number(state === "up")]),
    ],
    [
      "gatewright_tunnel_state",
      "1 for the state that the tunnel is in.",
      tunnels.flatMap(({ name, state }) =>
        STATES.map((each) =>
          [
            [host, ["tunnel", name], ["state", each]] as (readonly [string, string])[],
            Number(each === state),
          ] as const
        )
      ),
    ],
    [
      "gatewright_tunnel_weak_sas",
      "SAs with weaker algorithms than described.",
      tunnels.map(({ name, weak }) => [
        [host, ["tunnel", name]],
        new Set(weak.filter(({ insteadOf }) => insteadOf.length > 0).map(({ spi }) => spi)).size,
      ]),
    ],
    ["gatewright_clients", "Clients that are connected.", one(clients)],
    ["gatewright_unknown_sas", "SAs that are not in the description.", one(strange.sas.length)],
    [
      "gatewright_unknown_flows",
      "Flows that are not in the description.",
      one(strange.flows.length),
    ],
    [
      "gatewright_pf_enabled",
      "1 if the packet filter is on.",
      one(
        system.pf === undefined ? undefined : Number(system.pf),
      ),
    ],
    ["gatewright_pf_states", "States of the packet filter.", one(system.states)],
    [
      "gatewright_carp_master",
      "1 if this gateway has the shared address.",
      (system.interfaces ?? []).filter(({ carp }) => carp !== undefined)
        .map(({ name, carp }) => [[host, ["interface", name]], Number(carp === "MASTER")]),
    ],
    ["gatewright_ok", "1 if all is as described.", one(Number(status.ok))],
  ];
  return metrics.filter(([, , values]) => values.length > 0).map(([name, help, values]) =>
    [
      `# HELP ${name} ${help}\n`,
      `# TYPE ${name} gauge\n`,
      ...values.map(([pairs, value]) => `${name}${labels(pairs)} ${value}\n`),
    ].join("")
  ).join("");
}
