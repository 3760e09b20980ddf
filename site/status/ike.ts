/**
 * Parses IKE SAs from ikectl(8); `ikectl show sa` exists from 6.7 on.
 *
 * Source: sbin/iked/ikev2.c (ikev2_info_sa, ikev2_info_flow) and util.c (print_addr), the same from
 * 6.7 to 7.7.
 * @module
 */
import { canonical } from "./kernel.ts";

/** An IKE SA. */
export interface IkeSa {
  /** Address of the other end. */
  peer: string;
  /** Identity of the other end: `FQDN/branch10.example.net`. */
  identity?: string;
  /** Address assigned to a client. */
  assigned?: string;
  /** `ESTABLISHED`, `SA_INIT`, ... */
  state: string;
  /** This gateway was the initiator. */
  initiator: boolean;
  /** Networks of its flows: `10.0.0.0/24 10.0.10.0/24`, the local one first. */
  flows: string[];
}

const SA =
  /^iked_sas: \S+ rspi \S+ ispi \S+ [^\s>]+->([^\s<]+)(?:<(.*)>\[(\S*)\])? ([A-Z_]+) ([ir])(?: natt)?(?: udpecap)? nexti /;
const FLOW = /^sa_flows: \S+ \S+ (in|out) (\S+) -> (\S+) /;

/**
 * Parses the output of `ikectl show sa`; lines that are neither an IKE SA nor a flow are skipped.
 */
export function readIke(lines: readonly string[]): IkeSa[] {
  const found: IkeSa[] = [];
  for (const line of lines.map((one) => one.trim())) {
    const sa = SA.exec(line);
    if (sa) {
      const [, peer = "", identity, assigned, state = "", role] = sa;
      found.push({
        peer: host(peer),
        ...(identity ? { identity } : {}),
        ...(assigned ? { assigned: host(assigned) } : {}),
        state,
        initiator: role === "i",
        flows: [],
      });
      continue;
    }
    const [, direction, from, to] = FLOW.exec(line) ?? [];
    if (direction === "out") found.at(-1)?.flows.push(`${canonical(from!)} ${canonical(to!)}`);
  }
  return found;
}

/** `192.0.2.1:500` and `[2001:db8::1]:500` without the port. */
function host(text: string): string {
  const [, six, four] = /^(?:\[(.*)\]|([\d.]+))(?::\d+)?$/.exec(text) ?? [];
  return canonical(six ?? four ?? text);
}
