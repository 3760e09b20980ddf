/**
 * The promise that the administrator gets in: some address reaches the gateway's sshd(8).
 * @module
 */
import { parsePrefix, type Prefix } from "../../gateway/address.ts";
import { asTunnel } from "../../gateway/clients.ts";
import { linksOf } from "../../gateway/network/links.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { noSource } from "../../gateway/network/no_host.ts";
import { wiresOf } from "../../gateway/network/wires.ts";
import { routeTo } from "../trace/machine.ts";
import { trace, type TraceOptions } from "../trace/trace.ts";
import { answerTo } from "../pf/evaluate/state.ts";
import { TCP } from "../../gateway/openbsd/protocols.ts";
import { portMatches } from "../pf/evaluate/match_rule.ts";
import type { FlatRule } from "../pf/model/flat.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { blame, type Held, tcp } from "./promise.ts";

/** Complains where nobody can reach ssh, or only by tunnels that the rules were not meant for. */
export function checkSsh(held: Held): void {
  const { gateway, kernel } = held;
  const addresses = ownAddresses(held);
  // Addresses that come at run time cannot be tried.
  if (addresses.length === 0 || (kernel.machine.changing?.size ?? 0) > 0) {
    const byTunnel = gateway.firewall.skipTunnels && tunnelsOf(held).length > 0;
    const mayHaveOne = (kernel.machine.changing?.size ?? 0) > 0;
    if (mayHaveOne && !byTunnel && !kernel.flat.rules.some(mayLetIn)) nobodyReaches(held);
    return;
  }
  const known = namedNetworks(gateway);
  const own = new Set(addresses.map(keyOf));
  const wires = wiresOf(linksOf(gateway), gateway.network.routes);
  const sources = [
    ...known.flatMap((network) => hostIn(network, (host) => own.has(keyOf(host))) ?? []),
    ...([4, 6] as const).flatMap((family) => strangerTo(known, family) ?? []),
  ].filter((from) => noSource(from, wires, false) === undefined);
  let unknown = false;
  const reached = (from: readonly Prefix[], starts: (from: Prefix) => TraceOptions[]) =>
    addresses.some((own) =>
      from.some((from) =>
        from.family === own.family && starts(from).some((start) => {
          const way = answered(held, from, own, start);
          if (way === "unknown") unknown = true;
          return way === "yes";
        })
      )
    );
  if (reached(sources, (from) => inClear(held, from))) return;
  const byHost = Map.groupBy(sources, keyOf);
  const tunnel = tunnelsOf(held).find((one) =>
    reached(
      [...new Set(hostsBehind(one).map(keyOf))].flatMap((key) => byHost.get(key) ?? []),
      () => [{ on: "enc0", from: one }],
    )
  );
  if (unknown) return;
  if (tunnel) {
    if (gateway.firewall.skipTunnels) onlyByTunnel(held, tunnel);
    return;
  }
  nobodyReaches(held);
}

function nobodyReaches(held: Held): void {
  held.report(
    ["firewall"],
    "error",
    "nobody can reach ssh on the gateway: no rule passes tcp port 22 from any address; add to allow: " +
      "{proto: tcp, port: 22, from: ADDRESS}",
    { rests: [["network"], ["firewall"], ["tunnels"]] },
  );
}

/** Whether a rule may pass ssh to some address of the gateway; an anchor may hold one that does, and another rule tag it. */
function mayLetIn({ action, direction, protocol, to }: FlatRule): boolean {
  if (action === "anchor") return true;
  return action === "pass" && direction !== "out" &&
    (protocol === undefined || protocol === TCP) && portMatches(to.port, 22);
}

/** Whether ssh from `from` to `own` is answered. */
function answered(
  { kernel }: Held,
  from: Prefix,
  own: Prefix,
  start: TraceOptions,
): "yes" | "no" | "unknown" {
  const there = trace(kernel, tcp(from, own, 22), start);
  if (there.end.kind !== "delivered") return there.end.kind === "unknown" ? "unknown" : "no";
  const back = trace(kernel, answerTo(there.packet), { states: there.states });
  if (["sent", "tunnel"].includes(back.end.kind)) return "yes";
  return back.end.kind === "unknown" ? "unknown" : "no";
}

/** Raw rules keep everybody out, but those behind a tunnel, whom no rule sees. */
function onlyByTunnel(held: Held, { name }: Tunnel): void {
  const known = namedNetworks(held.gateway);
  const from = strangerTo(known, 4) ?? strangerTo(known, 6);
  const own = ownAddresses(held).find(({ family }) => family === from?.family);
  const [start] = from ? inClear(held, from) : [];
  const way = from && own && start ? trace(held.kernel, tcp(from, own, 22), start) : undefined;
  const blamed = way && blame(way, ["firewall"]);
  if (blamed?.severity !== "warning") return;
  held.report(
    blamed.path,
    blamed.severity,
    `ssh is blocked, but not to what is behind ${name}, which is not filtered (skipTunnels): ssh works only while ${name} is up, and not while it is down; set skipTunnels: false, or add to allow: {proto: tcp, port: 22, from: ADDRESS}`,
    { rests: [["network"], ["firewall"], ["tunnels"]] },
  );
}

/** The tunnels, and the clients as tunnels to their pool. */
function tunnelsOf({ gateway }: Held): Tunnel[] {
  return [...gateway.tunnels, ...gateway.clients.map(asTunnel)];
}

/** Packets of `from` come in by the interface towards it. */
function inClear({ kernel }: Held, from: Prefix): TraceOptions[] {
  const on = routeTo(kernel.machine.routes, from)?.on;
  return on === undefined ? [] : [{ on }];
}

/** The hosts that stand for the remote networks of a tunnel: their packets come out of it. */
function hostsBehind({ remote }: Tunnel): Prefix[] {
  return remote.flatMap((text) => {
    const network = parsePrefix(text);
    return network ? hostIn(network) ?? [] : [];
  });
}

function keyOf({ family, value }: Prefix): string {
  return `${family} ${value}`;
}

function ownAddresses({ gateway }: Held): Prefix[] {
  return gateway.network.interfaces.flatMap((one) =>
    [one.address, one.address6, ...one.aliases].flatMap((text) => {
      const own = text.includes("/") ? parsePrefix(text) : undefined;
      return own ? [{ ...own, length: own.family === 4 ? 32 : 128 }] : [];
    })
  );
}
