/**
 * Promise: hosts that reach the Internet through this gateway get replies. They must not use a
 * private address there, which is not routed.
 * @module
 */
import { isPrivate, parsePrefix, type Prefix } from "../../gateway/address.ts";
import { asTunnel, type Clients } from "../../gateway/clients.ts";
import { protocolNumber, TCP, UDP } from "../../gateway/openbsd/protocols.ts";
import { portNumber } from "../../gateway/openbsd/services.ts";
import { sharedTowards } from "../../gateway/shared_address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { formatAddress } from "../pf/address.ts";
import type { Packet } from "../pf/evaluate/packet.ts";
import { flowIn } from "../trace/flows.ts";
import { ownAddressTowards } from "../trace/machine.ts";
import { trace, type TraceOptions } from "../trace/trace.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import {
  everyRule,
  fieldOf,
  isRaw,
  mayHaveMoreRoutes,
  type PromiseContext,
  tcp,
} from "./promise.ts";

/** Reports networks whose packets leave for the Internet untranslated. */
export function checkWaysOut(context: PromiseContext): void {
  const known = namedNetworks(context.gateway);
  const strangers = ([4, 6] as const).flatMap((family) => strangerTo(known, family) ?? [])
    .filter((one) => leadsOut(context, one));
  if (strangers.length === 0) return;
  for (const [index, clients] of context.gateway.clients.entries()) {
    ofClients(context, clients, index, strangers);
  }
  for (const [index, tunnel] of context.gateway.tunnels.entries()) {
    ofTunnel(context, tunnel, index, strangers);
  }
  ofNetworks(context, strangers);
}

/**
 * Whether the gateway reaches `stranger` from a public address; otherwise a router upstream
 * translates.
 */
function leadsOut({ kernel }: PromiseContext, stranger: Prefix): boolean {
  const own = ownAddressTowards(kernel.machine, stranger);
  return own !== undefined && !isPrivate(own);
}

/**
 * The interface that `packet` leaves through with its private source address; undefined if it does
 * not.
 */
function leavesAsItIs(
  context: PromiseContext,
  packet: Packet,
  start: TraceOptions,
): string | undefined {
  const { end, packet: left } = trace(context.kernel, packet, start);
  return end.kind === "sent" && left.from.value === packet.from.value ? end.on : undefined;
}

const WHY = "to which no answer comes back from the Internet";

function ofClients(
  context: PromiseContext,
  clients: Clients,
  index: number,
  strangers: readonly Prefix[],
): void {
  const all = clients.networks.length === 0 ||
    clients.networks.some((one) => parsePrefix(one)?.length === 0);
  const on = all ? outOf(context, asTunnel(clients), strangers) : undefined;
  if (on === undefined) return;
  context.report(
    ["clients", index, clients.networks.length === 0 ? "name" : "networks"],
    "warning",
    `these clients reach everything, but leave with addresses of ${clients.pool}, ${WHY}; add to firewall.nat: {on: ${on}, from: ${clients.pool}}, or give them networks`,
    { rests: [["network"], ["firewall"], ["clients", index]] },
  );
}

/** Checks a tunnel whose other end sends all its traffic here. */
function ofTunnel(
  context: PromiseContext,
  tunnel: Tunnel,
  index: number,
  strangers: readonly Prefix[],
): void {
  if (!tunnel.local.some((text) => parsePrefix(text)?.length === 0)) return;
  const on = outOf(context, tunnel, strangers);
  if (on === undefined) return;
  const [from = ""] = tunnel.remote;
  context.report(
    ["tunnels", index, tunnel.selectors ? "selectors" : "local"],
    "warning",
    `what comes out of ${tunnel.name} for the Internet leaves with addresses of ${from}, ${WHY}; add to firewall.nat: {on: ${on}, from: ${from}}, or write the local networks`,
    { rests: [["network"], ["firewall"], ["forwarding"]] },
  );
}

/**
 * The interface that hosts behind `tunnel` leave through untranslated; undefined if they do not.
 */
function outOf(
  context: PromiseContext,
  tunnel: Tunnel,
  strangers: readonly Prefix[],
): string | undefined {
  const network = parsePrefix(tunnel.remote[0] ?? "");
  const from = network && network.length > 0 ? hostIn(network) : undefined;
  const to = strangers.find(({ family }) => family === from?.family);
  if (!from || !to || !isPrivate(from)) return undefined;
  const packet = tcp(from, to, 443);
  const out = flowIn(context.kernel.machine.flows, packet)?.tunnel;
  if (out?.name !== tunnel.name) return undefined;
  return leavesAsItIs(context, packet, { on: "enc0", from: out });
}

/**
 * Checks networks of interfaces and behind routers; stops at the first packet that is let out. A
 * gateway without any translation may be for tunnels only, unless a field lets the network out, or
 * a raw rule passes a particular service.
 */
function ofNetworks(context: PromiseContext, strangers: readonly Prefix[]): void {
  const { routes } = context.kernel.machine;
  const said = new Set<string>();
  const translates = everyRule(context.kernel.flat.rules)
    .some((rule) => rule.natTo !== undefined && fieldOf(rule)?.[0] !== "tunnels");
  // Everything may then be what the others announce.
  const learns = mayHaveMoreRoutes(context.gateway);
  for (const { to: network, on } of routes.slice(0, MOST_NETWORKS)) {
    const from = network.length > 0 ? hostIn(network) : undefined;
    const to = strangers.find(({ family }) => family === from?.family);
    // A point-to-point network is not expected to reach the Internet.
    if (!from || !to || !isPrivate(from) || network.length >= (from.family === 4 ? 30 : 126)) {
      continue;
    }
    for (const packet of packetsOf(context, from, to)) {
      const way = trace(context.kernel, packet, { on });
      if (way.end.kind !== "sent" || way.end.on === on) continue;
      if (way.packet.from.value !== from.value) continue;
      const rule = way.steps.find(({ decision }) => decision?.rule)?.decision?.rule;
      const path = fieldOf(rule) ?? ["firewall"];
      const isService = rule?.to.port !== undefined && rule.protocol !== undefined;
      if (!translates && !isService && (path[1] !== "allow" || learns)) continue;
      const text = `${formatAddress({ ...network })}/${network.length}`;
      if (said.has(JSON.stringify(path))) break;
      said.add(JSON.stringify(path));
      // Of a pair, the other gateway must know the address too when it takes over.
      const shared = sharedTowards(context.gateway, formatAddress(to));
      context.report(
        path,
        "warning",
        `hosts of ${text} reach the Internet, but leave ${way.end.on} with their own addresses, ${WHY}; ${
          isRaw(path)
            ? "translate them"
            : `add to firewall.nat: {on: ${way.end.on}, from: ${text}${
              shared === undefined ? "" : `, as: ${shared}`
            }}${translates ? "" : ", or write to: with the networks that are meant"}`
        }`,
        { rests: [["network"], ["firewall"]] },
      );
      break;
    }
  }
}

/** Limit of networks that are tried; a description with more is generated. */
const MOST_NETWORKS = 500;

/** Limit of rules that are tried. */
const MOST_RULES = 20;

/** Packets that rules may let out: https, and the services of `firewall.allow`. */
function* packetsOf({ gateway }: PromiseContext, from: Prefix, to: Prefix): Generator<Packet> {
  yield tcp(from, to, 443);
  for (const { proto, port } of gateway.firewall.allow.slice(0, MOST_RULES)) {
    const protocol = protocolNumber(proto[0] ?? "tcp") ?? TCP;
    const first = (port[0] ?? "").split(":")[0] ?? "";
    const toPort = portNumber(first) ?? 443;
    if (protocol === TCP || protocol === UDP) yield { ...tcp(from, to, toPort), protocol };
    else yield { from, to, protocol };
  }
}
