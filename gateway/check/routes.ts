/**
 * Checks `network.routes`.
 * @module
 */
import { reportHostBits } from "./host_bits.ts";
import {
  addressOnly,
  isLinkLocal,
  isNetwork,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
  probableNetwork,
  sameAddress,
} from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { noHostIn, noRouter, oneHost } from "../network/no_host.ts";
import { nearest } from "../../host/nearest.ts";
import { selectorsOf } from "../tunnel.ts";
import { interfaceOfRouter, parseRouter, routedByHand } from "../router.ts";
import type { Report } from "./report.ts";
import { scopeFault } from "./router_scope.ts";
import { SUBNETS } from "./subnets.ts";

/** Reports static routes that route(8) would refuse, or whose router cannot be reached. */
export function checkRoutes(gateway: Gateway, own: readonly Prefix[], report: Report): void {
  const { network } = gateway;
  const seen = new Set<string>();
  for (const [index, { to, via }] of network.routes.entries()) {
    const path = ["network", "routes", index];
    const target = parsePrefix(to);
    if (!target) report([...path, "to"], "error", `${to} is not a network, such as 10.50.0.0/16`);
    else if (!isNetwork(target)) {
      reportHostBits(to, target, [...path, "to"], report);
    } else if (target.length === 0) {
      const field = target.family === 4 ? "gateway" : "gateway6";
      report([...path, "to"], "error", `the default route is network.${field}; write it there`);
    }
    // A route for multicast names the interface it leaves through (netstart(8)).
    const nowhere = target && target.length > 0 ? noHostIn(target) : undefined;
    if (nowhere !== undefined) report([...path, "to"], "error", `${to} ${nowhere}`);
    else if (probableNetwork(to) !== undefined) {
      report([...path, "to"], "warning", oneHost(to));
    }
    const near = target && own.find((one) => one.length === target.length && overlaps(one, target));
    if (near) {
      report(
        [...path, "to"],
        "warning",
        `${to} is a network of the gateway's own interfaces, which the kernel prefers, so this route is not used; remove it`,
        { rests: [["network", "interfaces"]] },
      );
    }
    if (seen.has(to)) report([...path, "to"], "error", `${to} has a route already`);
    seen.add(to);
    checkRouter(gateway, { index, to, via }, own, report);
  }
}

/** Reports a router of `network.routes[index]` that cannot be reached. */
function checkRouter(
  gateway: Gateway,
  { index, to, via }: { index: number; to: string; via: string },
  own: readonly Prefix[],
  report: Report,
): void {
  const { network } = gateway;
  const names = network.interfaces.map((one) => one.name);
  const where = ["network", "routes", index, "via"];
  const target = parsePrefix(to);
  const router = parseRouter(via);
  const hop = parseAddress(router.address);
  const fault = hop && scopeFault(network, router, hop);
  if (!hop) {
    report(where, "error", `${via} is not an address`);
  } else if (target && target.family !== hop.family) {
    report(where, "error", `${to} and ${via} are of different address families`);
  } else if (noRouter(hop, own) !== undefined) {
    report(where, "error", `${via} ${noRouter(hop, own)}; write the router's address`);
  } else if (own.some((one) => sameAddress(one, hop))) {
    // Allowed, so that the gateway's own packets into a tunnel have that source address.
    if (target && intoTunnel(gateway, target, hop)) return;
    report(where, "error", `${via} is the gateway itself`, {
      rests: [["tunnels", "*", "remote"], ["tunnels", "*", "local"]],
    });
  } else if (router.interface !== undefined && !names.includes(router.interface)) {
    report(where, "error", `there is no interface ${router.interface}`, {
      suggestion: nearest(router.interface, names),
      rests: [["network", "interfaces", "*", "name"]],
    });
  } else if (fault) {
    report(where, fault.severity, fault.message, {
      suggestion: fault.suggestion,
      rests: SUBNETS,
    });
  } else if (isLinkLocal(hop) && router.interface === undefined) {
    const suggestion = `${router.address}%${names[0] ?? "vio0"}`;
    report(where, "error", `${via} is on every link; append its interface after a %`, {
      suggestion,
    });
  } else if (!interfaceOfRouter(network, via) && !routedByHand(network, router.address)) {
    report(where, "error", `${via} is not in a subnet of the gateway's interfaces`, {
      rests: ["address", "address6", "aliases", "peer"].map((field) => [
        "network",
        "interfaces",
        "*",
        field,
      ]),
    });
  }
}

/** Whether a tunnel carries packets from `own` to `target`, so that the route only sets their source. */
function intoTunnel({ tunnels }: Gateway, target: Prefix, own: Prefix): boolean {
  return tunnels.some((tunnel) =>
    selectorsOf(tunnel).some(({ local, remote }) => {
      const [near, far] = [parsePrefix(local), parsePrefix(remote)];
      return near !== undefined && far !== undefined && overlaps(near, addressOnly(own)) &&
        overlaps(far, target);
    })
  );
}
