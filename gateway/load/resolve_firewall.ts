/**
 * The `firewall` part with its defaults filled in and its short forms expanded.
 * @module
 */
import { parsePrefix } from "../address.ts";
import type { AllowRule, Firewall, NatRule, RedirectRule, Tunnel } from "../gateway.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { many } from "./short_forms.ts";

type Description = NonNullable<GatewayDescription["firewall"]>;
type AllowDescription = NonNullable<Description["allow"]>[number];

/** The packet filter of `description`, for a gateway with these tunnels. */
export function resolveFirewall(
  description: GatewayDescription["firewall"] = {},
  tunnels: readonly Tunnel[],
): Firewall {
  return {
    skipTunnels: description.skipTunnels ?? true,
    blockPolicy: description.blockPolicy ?? "drop",
    urpf: description.urpf ?? false,
    peers: description.peers === undefined
      ? peersOf(tunnels)
      : description.peers === "any"
      ? "any"
      : description.peers.map(plainWord),
    tables: new Map(
      Object.entries(description.tables ?? {}).map(([name, list]) => [name, list.map(plainWord)]),
    ),
    allow: (description.allow ?? []).map(resolveAllow),
    nat: (description.nat ?? []).map((one): NatRule => ({
      on: one.on,
      from: addresses(one.from, "any"),
      to: addresses(one.to, "any"),
      as: addresses(one.as),
      log: one.log ?? false,
    })),
    redirect: (description.redirect ?? []).map((one): RedirectRule => ({
      on: one.on,
      proto: many(one.proto),
      port: many(one.port).map(String),
      from: addresses(one.from, "any"),
      address: addresses(one.address, "self"),
      to: many(one.to),
      log: one.log ?? false,
      ...(one.toPort === undefined ? {} : { toPort: String(one.toPort) }),
    })),
    rules: description.rules ?? [],
    ...(description.maxMss === undefined ? {} : { maxMss: description.maxMss }),
  };
}

function resolveAllow(one: AllowDescription): AllowRule {
  const [connections, seconds] = (one.maxRate ?? "").split("/").map(Number) as [number, number];
  return {
    proto: many(one.proto),
    port: many(one.port).map(String),
    from: addresses(one.from, "any"),
    to: addresses(one.to, "self"),
    log: one.log ?? false,
    ...(one.on ? { on: one.on } : {}),
    ...(one.tunnel ? { tunnel: one.tunnel } : {}),
    ...(one.tag ? { tag: one.tag } : {}),
    ...(one.tagged ? { tagged: one.tagged } : {}),
    ...(one.maxConnections === undefined ? {} : { maxConnections: one.maxConnections }),
    ...(one.maxRate === undefined ? {} : { maxRate: { connections, seconds } }),
    ...(one.overload ? { overload: one.overload.replace(/[<>]/g, "") } : {}),
    ...(one.routeTo ? { routeTo: one.routeTo } : {}),
    ...(one.replyTo ? { replyTo: one.replyTo } : {}),
  };
}

/** The words of an address list; empty if its only word is `all`. */
function addresses(value: string | string[] | undefined, all?: string): string[] {
  const list = many(value).map(plainWord);
  return list.length === 1 && list[0] === all ? [] : list;
}

/** `!10.0.0.0/8` and `! 10.0.0.0/8` are equivalent. */
function plainWord(text: string): string {
  return text.replace(/^! ?/, "! ");
}

function peersOf(tunnels: readonly Tunnel[]): "any" | string[] {
  const peers = [...new Set(tunnels.map((tunnel) => tunnel.peer))];
  // pf would have to resolve the name before the network is up.
  return peers.some((peer) => parsePrefix(peer) === undefined) ? "any" : peers;
}
