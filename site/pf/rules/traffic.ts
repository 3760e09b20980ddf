/**
 * The traffic between its networks that a tunnel carries.
 * @module
 */
import type { Tunnel } from "../../../gateway/gateway.ts";
import { protocolNumber, protocolWord, TCP, UDP } from "../../../gateway/openbsd/protocols.ts";
import { portNumber } from "../../../gateway/openbsd/services.ts";
import type { End, Host } from "../model/host.ts";
import type { RuleBody } from "../model/rule.ts";
import { port } from "./build.ts";

type Ends = Pick<RuleBody, "protocols" | "from" | "to">;

/** Packets into `tunnel`. */
export function outward(tunnel: Tunnel, local: readonly Host[], remote: readonly Host[]): Ends {
  return {
    ...protocolOf(tunnel),
    from: end(local, tunnel.localPort),
    to: end(remote, tunnel.remotePort),
  };
}

/** Packets out of `tunnel`. */
export function inward(tunnel: Tunnel, remote: readonly Host[], local: readonly Host[]): Ends {
  return {
    ...protocolOf(tunnel),
    from: end(remote, tunnel.remotePort),
    to: end(local, tunnel.localPort),
  };
}

/** Whether the tunnel carries so little that the gateway's own traffic is not included. */
export function isNarrow({ proto, localPort, remotePort }: Tunnel): boolean {
  const number = proto === undefined ? undefined : protocolNumber(proto);
  if (number === undefined) return false;
  return number !== TCP && number !== UDP || localPort !== undefined || remotePort !== undefined;
}

function protocolOf({ proto }: Tunnel): Pick<RuleBody, "protocols"> {
  const number = proto === undefined ? undefined : protocolNumber(proto);
  return number === undefined ? {} : { protocols: [protocolWord(number)] };
}

function end(hosts: readonly Host[], text: string | undefined): End {
  const number = text === undefined ? undefined : portNumber(text);
  return { hosts, ...(number === undefined ? {} : { ports: [port(number)] }) };
}
