/**
 * The state of a gateway, compared with its description.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { type IpsecStatus, ipsecStatus } from "./ipsec_status.ts";
import { daemonOf } from "../../gateway/daemon.ts";
import { readIke } from "./ike.ts";
import { canonical, readKernel } from "./kernel.ts";
import { readSystem, type SystemState } from "./system.ts";
import { readTranscript } from "./transcript.ts";

/** The state of a gateway. */
export interface GatewayStatus extends IpsecStatus {
  /** Its host name in the description. */
  hostname: string;
  /**
   * Everything is as described: every tunnel is up, nothing is unknown, nothing is weaker than
   * configured.
   */
  ok: boolean;
  /** Differences from the description, one sentence each. */
  faults: string[];
  /** What it reports about the system. */
  system: SystemState;
  /** The revision of the description. */
  revision?: string;
}

/**
 * Parses the output of the script of script.ts, or of `ipsecctl -s all` alone.
 *
 * @param where name of the text in errors
 * @param revision that of the description
 * @throws {GatewrightError} if it is neither.
 */
export function readStatus(
  gateway: Gateway,
  text: string,
  where: string,
  revision?: string,
): GatewayStatus {
  const transcript = readTranscript(text, where);
  const ike = transcript.get("ike");
  const ipsec = ipsecStatus(
    gateway,
    readKernel(transcript.get("ipsec")?.lines ?? []),
    ike?.status === 0 ? readIke(ike.lines) : undefined,
  );
  const system = readSystem(transcript);
  const faults = [...tunnelFaults(ipsec), ...systemFaults(gateway, system)];
  return {
    hostname: gateway.hostname,
    ok: faults.length === 0,
    faults,
    ...ipsec,
    system,
    ...(revision === undefined ? {} : { revision }),
  };
}

function tunnelFaults({ tunnels, strange }: IpsecStatus): string[] {
  return [
    ...tunnels.flatMap(({ name, state, missing, weak, note }) => [
      ...(state === "up" ? [] : [
        `tunnel ${name} is ${state}${
          state === "partial" && missing.length > 0 ? `: no flow from ${missing.join(", ")}` : ""
        }${note === undefined ? "" : `: ${note}`}`,
      ]),
      ...[
        ...new Set(
          weak.filter(({ insteadOf }) => insteadOf.length > 0).map(({ word, insteadOf }) =>
            `tunnel ${name} agreed on ${word} instead of ${insteadOf.join(" or ")}`
          ),
        ),
      ],
    ]),
    ...strange.sas.map(({ proto, from, to, spi }) =>
      `the description has no SA ${proto} from ${from} to ${to} spi ${spi}`
    ),
    ...strange.flows.map(({ proto, direction, from, to }) =>
      `the description has no flow ${proto} ${direction} from ${from} to ${to}`
    ),
    ...strange.ike.map(({ peer, identity }) =>
      `the description has no IKE SA with ${peer}${identity === undefined ? "" : ` (${identity})`}`
    ),
  ];
}

function systemFaults(gateway: Gateway, system: SystemState): string[] {
  const { network, failover } = gateway;
  const { interfaces, pf, daemons } = system;
  const wanted = daemonOf(gateway);
  const faults = [
    ...(pf === false ? ["the packet filter is off"] : []),
    ...[
      ...(wanted === undefined ? [] : [wanted === 1 ? "isakmpd" : "iked"]),
      ...(failover ? ["sasyncd"] : []),
    ].filter((name) => daemons?.includes(name) === false).map((name) => `${name} does not run`),
  ];
  if (interfaces === undefined) return faults;
  const found = new Map(interfaces.map((one) => [one.name, one]));
  for (const { name, address, address6, carp } of network.interfaces) {
    const state = found.get(name);
    if (!state) {
      faults.push(`there is no interface ${name}`);
      continue;
    }
    const has = new Set(state.addresses.map(canonical));
    for (const one of [address, address6].filter((text) => /[.:]/.test(text))) {
      const bare = canonical(one.split("/")[0]!);
      if (!has.has(bare)) faults.push(`interface ${name} has no address ${bare}`);
    }
    if (!state.up) faults.push(`interface ${name} is down`);
    else if (state.status === "no carrier") faults.push(`interface ${name} has no carrier`);
    if (carp && state.carp === "INIT") {
      faults.push(`interface ${name} is neither master nor backup`);
    }
    // Without a second gateway there is no other master.
    if (carp && state.carp === "BACKUP" && !failover) faults.push(`interface ${name} is backup`);
  }
  return faults;
}
