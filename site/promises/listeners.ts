/**
 * Promise: some host reaches each daemon that is configured to listen on an address of the gateway.
 * @module
 */
import { isLoopback, parseAddress, parsePrefix, type Prefix } from "../../gateway/address.ts";
import { asTunnel } from "../../gateway/clients.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { TCP, UDP } from "../../gateway/openbsd/protocols.ts";
import { portNumber } from "../../gateway/openbsd/services.ts";
import { ownPrefixes } from "../../gateway/own_addresses.ts";
import { formatAddress } from "../pf/address.ts";
import { routeTo } from "../trace/machine.ts";
import { trace } from "../trace/trace.ts";
import { hostIn, namedNetworks, strangerTo } from "./probe.ts";
import { mayHaveMoreRoutes, type PromiseContext, tcp } from "./promise.ts";

/** Daemons, and the lines of their files that set a listening address and, optionally, a port. */
const LISTENERS = [
  {
    daemon: "unbound",
    file: "/var/unbound/etc/unbound.conf",
    lines: /^[ \t]*interface:[ \t]*([\d.]+|[\da-f:]+)(?:@(\d+))?[ \t]*$/gim,
    protocol: UDP,
    port: 53,
  },
  {
    daemon: "ntpd",
    file: "/etc/ntpd.conf",
    lines: /^[ \t]*listen[ \t]+on[ \t]+"?([\d.]+|[\da-f:]+)"?()/gim,
    protocol: UDP,
    port: 123,
  },
  {
    daemon: "httpd",
    file: "/etc/httpd.conf",
    lines:
      /^[^#\n]*\blisten[ \t]+on[ \t]+"?([\d.]+|[\da-f:]+)"?[ \t]+(?:tls[ \t]+)?port[ \t]+(\w+)/gim,
    protocol: TCP,
    port: 80,
  },
] as const;

/** Reports each daemon that no host can reach where it listens. */
export function checkListeners(context: PromiseContext): void {
  const { gateway } = context;
  for (const { daemon, file, lines, protocol, port } of LISTENERS) {
    const index = gateway.files.findIndex(({ path }) => path === file);
    const content = gateway.files[index]?.content;
    if (content?.kind !== "text" || !isStarted(gateway, daemon)) continue;
    const ends = [...content.text.matchAll(lines)].flatMap(([, text = "", number]) => {
      const address = parseAddress(text);
      const own = address && ownPrefixes(gateway).some(({ value }) => value === address.value);
      if (!address || !own || isLoopback(address)) return [];
      return [{ address, port: portNumber(number ?? "") ?? port }];
    });
    // One of several may be for the gateway itself.
    const [end] = ends;
    if (!end || ends.some((one) => isReached(context, one.address, one.port, protocol))) continue;
    const word = protocol === UDP ? "udp" : "tcp";
    const written = gateway.files[index]!.append ? "append" : "content";
    context.report(
      ["files", index, written],
      "warning",
      `${daemon} listens on ${
        formatAddress(end.address)
      }, and no rule passes ${word} port ${end.port} to it from any address; add to firewall.allow: {proto: ${word}, port: ${end.port}, from: ADDRESS}`,
      { rests: [["firewall"], ["network"], ["tunnels"]] },
    );
  }
}

/** Whether the daemon is started; ntpd(8) is by default. */
function isStarted({ rcConf }: Gateway, daemon: string): boolean {
  const flags = rcConf.get(`${daemon}_flags`);
  return flags === undefined ? daemon === "ntpd" : flags.trim() !== "NO";
}

/** Limit of senders that are tried. */
const MOST_SENDERS = 500;

/** Whether any host reaches `own`; true if unknown. */
function isReached(context: PromiseContext, own: Prefix, port: number, protocol: number): boolean {
  const { gateway, kernel } = context;
  if (mayHaveMoreRoutes(gateway) || (kernel.machine.changing?.size ?? 0) > 0) return true;
  const networks = [
    ...namedNetworks(gateway),
    ...[...kernel.flat.tables.values()].flatMap(({ entries }) =>
      entries.map(({ prefix }) => prefix)
    ),
  ];
  const senders = [
    strangerTo(networks, own.family) ?? [],
    ...networks.map((network) =>
      hostIn(network, [{ ...own, length: own.family === 4 ? 32 : 128 }]) ?? []
    ),
  ].flat().filter(({ family }) => family === own.family).slice(0, MOST_SENDERS);
  const tried = senders.flatMap((from) => {
    const on = routeTo(kernel.machine.routes, from)?.on;
    return on === undefined ? [] : [{ from, start: { on } }];
  });
  const behind = [...gateway.tunnels, ...gateway.clients.map(asTunnel)].slice(0, MOST_SENDERS)
    .flatMap((one) => {
      const network = one.remote.flatMap((text) => parsePrefix(text) ?? [])
        .find(({ family }) => family === own.family);
      const from = network && hostIn(network);
      return from ? [{ from, start: { on: "enc0", from: one } }] : [];
    });
  return [...tried, ...behind].some(({ from, start }) => {
    const { end } = trace(kernel, { ...tcp(from, own, port), protocol }, start);
    return end.kind === "delivered" || end.kind === "unknown";
  });
}
