/**
 * The promise that who reaches the Internet by this gateway gets an answer: not with a private address,
 * which nobody there can send to.
 * @module
 */
import { isPrivate, parsePrefix, type Prefix } from "../../gateway/address.ts";
import { asTunnel, type Clients } from "../../gateway/clients.ts";
import { protocolNumber, TCP, UDP } from "../../gateway/openbsd/protocols.ts";
import { portNumber } from "../../gateway/openbsd/services.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { formatAddress } from "../pf/address.ts";
import type { Packet } from "../pf/evaluate/packet.ts";
import { flowIn } from "../trace/flows.ts";
import { ownAddressTowards } from "../trace/machine.ts";
import { trace, type TraceOptions } from "../trace/trace.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { everyRule, fieldOf, type Held, isRaw, tcp } from "./promise.ts";

/** Complains about networks that leave by this gateway, to the Internet, as they are. */
export function checkWaysOut(held: Held): void {
  const known = namedNetworks(held.gateway);
  const strangers = ([4, 6] as const).flatMap((family) => strangerTo(known, family) ?? [])
    .filter((one) => leadsOut(held, one));
  if (strangers.length === 0) return;
  for (const [index, clients] of held.gateway.clients.entries()) {
    ofClients(held, clients, index, strangers);
  }
  for (const [index, tunnel] of held.gateway.tunnels.entries()) {
    ofTunnel(held, tunnel, index, strangers);
  }
  ofNetworks(held, strangers);
}

/** Whether the gateway speaks to `stranger` from an address that counts there: else a router before it translates. */
function leadsOut({ kernel }: Held, stranger: Prefix): boolean {
  const own = ownAddressTowards(kernel.machine, stranger);
  return own !== undefined && !isPrivate(own);
}

/** The interface by which `packet` leaves with its private source; undefined where it does not. */
function leavesAsItIs(held: Held, packet: Packet, start: TraceOptions): string | undefined {
  const { end, packet: left } = trace(held.kernel, packet, start);
  return end.kind === "sent" && left.from.value === packet.from.value ? end.on : undefined;
}

const WHY = "to which no answer comes back from the Internet";

function ofClients(
  held: Held,
  clients: Clients,
  index: number,
  strangers: readonly Prefix[],
): void {
  const all = clients.networks.length === 0 ||
    clients.networks.some((one) => parsePrefix(one)?.length === 0);
  const on = all ? outOf(held, asTunnel(clients), strangers) : undefined;
  if (on === undefined) return;
  held.report(
    ["clients", index, clients.networks.length === 0 ? "name" : "networks"],
    "warning",
    `these clients reach everything, but leave with addresses of ${clients.pool}, ${WHY}; add to firewall.nat: {on: ${on}, from: ${clients.pool}}, or give them networks`,
    { rests: [["network"], ["firewall"], ["clients", index]] },
  );
}

/** Another end that sends everything here. */
function ofTunnel(held: Held, tunnel: Tunnel, index: number, strangers: readonly Prefix[]): void {
  if (!tunnel.local.some((text) => parsePrefix(text)?.length === 0)) return;
  const on = outOf(held, tunnel, strangers);
  if (on === undefined) return;
  const [from = ""] = tunnel.remote;
  held.report(
    ["tunnels", index, tunnel.selectors ? "selectors" : "local"],
    "warning",
    `what comes out of ${tunnel.name} for the Internet leaves with addresses of ${from}, ${WHY}; add to firewall.nat: {on: ${on}, from: ${from}}, or write the local networks`,
    { rests: [["network"], ["firewall"], ["forwarding"]] },
  );
}

/** The interface by which hosts behind `tunnel` leave as they are; undefined where they do not. */
function outOf(held: Held, tunnel: Tunnel, strangers: readonly Prefix[]): string | undefined {
  const network = parsePrefix(tunnel.remote[0] ?? "");
  const from = network && network.length > 0 ? hostIn(network) : undefined;
  const to = strangers.find(({ family }) => family === from?.family);
  if (!from || !to || !isPrivate(from)) return undefined;
  const packet = tcp(from, to, 443);
  const out = flowIn(held.kernel.machine.flows, packet)?.tunnel;
  if (out?.name !== tunnel.name) return undefined;
  return leavesAsItIs(held, packet, { on: "enc0", from: out });
}

/**
 * Networks of interfaces, and behind routers of ours; the first that a rule lets out is enough. A gateway
 * that translates nothing may be there for its tunnels alone, unless a rule names a service of the world.
 */
function ofNetworks(held: Held, strangers: readonly Prefix[]): void {
  const { routes } = held.kernel.machine;
  const said = new Set<string>();
  const translates = everyRule(held.kernel.flat.rules)
    .some((rule) => rule.natTo !== undefined && fieldOf(rule)?.[0] !== "tunnels");
  for (const { to: network, on } of routes.slice(0, MOST_NETWORKS)) {
    const from = network.length > 0 ? hostIn(network) : undefined;
    const to = strangers.find(({ family }) => family === from?.family);
    // What is between two machines reaches nobody else.
    if (!from || !to || !isPrivate(from) || network.length >= (from.family === 4 ? 30 : 126)) {
      continue;
    }
    for (const packet of packetsOf(held, from, to)) {
      const way = trace(held.kernel, packet, { on });
      if (way.end.kind !== "sent" || way.end.on === on) continue;
      if (way.packet.from.value !== from.value) continue;
      const rule = way.steps.find(({ decision }) => decision?.rule)?.decision?.rule;
      const path = fieldOf(rule) ?? ["firewall"];
      if (!translates && (rule?.to.port === undefined || rule.protocol === undefined)) continue;
      const text = `${formatAddress({ ...network })}/${network.length}`;
      if (said.has(JSON.stringify(path))) break;
      said.add(JSON.stringify(path));
      held.report(
        path,
        "warning",
        `hosts of ${text} reach the Internet, but leave ${way.end.on} with their own addresses, ${WHY}; ${
          isRaw(path) ? "translate them" : `add to firewall.nat: {on: ${way.end.on}, from: ${text}}`
        }`,
        { rests: [["network"], ["firewall"]] },
      );
      break;
    }
  }
}

/** More networks are not tried: a program wrote them. */
const MOST_NETWORKS = 500;

/** More rules are not tried. */
const MOST_RULES = 20;

/** What rules may let out: the web, and what each allow names. */
function* packetsOf({ gateway }: Held, from: Prefix, to: Prefix): Generator<Packet> {
  yield tcp(from, to, 443);
  for (const { proto, port } of gateway.firewall.allow.slice(0, MOST_RULES)) {
    const protocol = protocolNumber(proto[0] ?? "tcp") ?? TCP;
    const first = (port[0] ?? "").split(":")[0] ?? "";
    const toPort = portNumber(first) ?? 443;
    if (protocol === TCP || protocol === UDP) yield { ...tcp(from, to, toPort), protocol };
    else yield { from, to, protocol };
  }
}
