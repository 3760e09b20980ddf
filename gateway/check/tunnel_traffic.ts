/**
 * Checks the protocol, ports and interface of a tunnel.
 * @module
 */
import type { Gateway, Tunnel } from "../gateway.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { nearest } from "../../host/nearest.ts";
import { learnsRoutes } from "../openbsd/routing_daemons.ts";
import { PROTOCOL_NAMES, protocolNumber, TCP, UDP } from "../openbsd/protocols.ts";
import { portNumber } from "../openbsd/services.ts";
import type { Report } from "./report.ts";
import { lacks } from "./transforms.ts";
import type { Parsed } from "./parsed_tunnel.ts";

/** Reports protocols and ports that do not go together, and unusable interfaces. */
export function checkTraffic(gateway: Gateway, { tunnel, path }: Parsed, report: Report): void {
  const { proto } = tunnel;
  const number = proto === undefined ? undefined : protocolNumber(proto);
  if (proto !== undefined && !number) {
    report([...path, "proto"], "error", `${proto} is not a protocol (protocols(5))`, {
      suggestion: nearest(proto, PROTOCOL_NAMES),
    });
  }
  for (const field of ["localPort", "remotePort"] as const) {
    const port = tunnel[field];
    if (port === undefined) continue;
    const where = [...path, field];
    if (number !== TCP && number !== UDP) {
      report(where, "error", "ports need proto: tcp or udp", { rests: [[...path, "proto"]] });
    } else if (!portNumber(port)) {
      report(where, "error", `${port} is not a port or a service (services(5)); write its number`);
    }
  }
  if (tunnel.iface !== undefined) checkIface(gateway, tunnel, tunnel.iface, path, report);
}

function checkIface(
  gateway: Gateway,
  tunnel: Tunnel,
  iface: string,
  path: (string | number)[],
  report: Report,
): void {
  const where = [...path, "iface"];
  if (knows(gateway.release.number, "sec") === false) {
    report(where, "error", lacks(gateway, "sec"), { rests: [["release"]] });
  }
  const names = gateway.network.interfaces.map((one) => one.name);
  if (!names.includes(iface)) {
    report(
      where,
      "error",
      `there is no interface ${iface}; add {name: ${iface}, address: ADDRESS/LENGTH, peer: ADDRESS, sec: {}} to network.interfaces`,
      { suggestion: nearest(iface, names), rests: [["network", "interfaces", "*", "name"]] },
    );
  }
  const own = gateway.network.interfaces.find((one) => one.name === iface);
  const routed = gateway.network.routes.some(({ via }) => via === own?.peer) ||
    [gateway.network.gateway, gateway.network.gateway6].includes(own?.peer ?? iface);
  if (own && own.options.length === 0 && !routed && !learnsRoutes(gateway.rcConf)) {
    report(
      where,
      "warning",
      own.peer === undefined
        ? `${iface} has no peer for routes to use; write peer: ADDRESS beside its address, and network.routes: [{to: NETWORK, via: ADDRESS}]`
        : `no route leads into ${iface}: add network.routes: [{to: NETWORK, via: ${own.peer}}]`,
      { rests: [["network", "routes"], ["network", "interfaces", "*", "peer"]] },
    );
  }
  const others = gateway.tunnels.filter((one) => one.iface === iface);
  if (others[0] !== tunnel) {
    report(where, "error", `tunnel ${others[0]!.name} already uses ${iface}`);
  }
  const unfit = [
    ...(["proto", "selectors", "nat"] as const).filter((field) => tunnel[field] !== undefined),
    ...(tunnel.encapsulation === "transport" ? ["encapsulation"] : []),
    ...(tunnel.protocol === "ah" ? ["protocol"] : []),
  ];
  for (const field of unfit) {
    report(
      [...path, field],
      "error",
      `${iface} takes all that routes lead into it; remove ${field}`,
      {
        rests: [where],
      },
    );
  }
}
