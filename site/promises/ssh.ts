/**
 * The promise that the administrator gets in: some address reaches the gateway's sshd(8).
 * @module
 */
import { parsePrefix, type Prefix } from "../../gateway/address.ts";
import { asTunnel } from "../../gateway/clients.ts";
import { linksOf } from "../../gateway/network/links.ts";
import { noSource } from "../../gateway/network/no_host.ts";
import { wiresOf } from "../../gateway/network/wires.ts";
import { routeTo } from "../trace/machine.ts";
import { trace, type TraceOptions } from "../trace/trace.ts";
import { answerTo } from "../pf/evaluate/state.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { type Held, tcp } from "./promise.ts";

/** Complains where nobody can reach ssh. */
export function checkSsh(held: Held): void {
  const { gateway, kernel } = held;
  const addresses = ownAddresses(held);
  // Addresses that come at run time cannot be tried.
  if (addresses.length === 0 || (kernel.machine.changing?.size ?? 0) > 0) return;
  const known = namedNetworks(gateway);
  const wires = wiresOf(linksOf(gateway), gateway.network.routes);
  let unknown = false;
  for (const own of addresses) {
    const sources = [
      ...known.flatMap((network) => hostIn(network, addresses) ?? []),
      strangerTo(known, own.family),
    ];
    for (const from of sources) {
      if (!from || from.family !== own.family || noSource(from, wires, false)) continue;
      for (const start of startsFor(held, from)) {
        const packet = tcp(from, own, 22);
        const there = trace(kernel, packet, start);
        if (there.end.kind === "unknown") unknown = true;
        if (there.end.kind !== "delivered") continue;
        const back = trace(kernel, answerTo(there.packet), { states: there.states });
        if (["sent", "tunnel"].includes(back.end.kind)) return;
        if (back.end.kind === "unknown") unknown = true;
      }
    }
  }
  if (unknown) return;
  held.report(
    ["firewall"],
    "error",
    "nobody can reach ssh on the gateway: no rule lets tcp port 22 of any address in; add to allow: " +
      "{proto: tcp, port: 22, from: ADDRESS}",
    { rests: [["network"], ["firewall"], ["tunnels"]] },
  );
}

/** Where packets of `from` can come in: by the interface towards it, and out of each tunnel that has it. */
function startsFor(held: Held, from: Prefix): TraceOptions[] {
  const { machine } = held.kernel;
  const on = routeTo(machine.routes, from)?.on;
  const starts: TraceOptions[] = on === undefined ? [] : [{ on }];
  for (const tunnel of [...held.gateway.tunnels, ...held.gateway.clients.map(asTunnel)]) {
    const fits = tunnel.remote.some((text) => {
      const remote = parsePrefix(text);
      return remote?.family === from.family && hostIn(remote)?.value === from.value;
    });
    if (fits) starts.push({ on: "enc0", from: tunnel });
  }
  return starts;
}

function ownAddresses({ gateway }: Held): Prefix[] {
  return gateway.network.interfaces.flatMap((one) =>
    [one.address, one.address6, ...one.aliases].flatMap((text) => {
      const own = text.includes("/") ? parsePrefix(text) : undefined;
      return own ? [{ ...own, length: own.family === 4 ? 32 : 128 }] : [];
    })
  );
}
