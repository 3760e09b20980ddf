/**
 * Checks `encapsulation: transport`, which protects traffic between two hosts.
 * @module
 */
import { contains, parseAddress, sameAddress } from "../address.ts";
import type { Path } from "../document/document.ts";
import type { Gateway, Tunnel } from "../gateway.ts";
import { isHost } from "../network/wires.ts";
import { protocolNumber } from "../openbsd/protocols.ts";
import { allAddressesKnown, ownPrefixes } from "../own_addresses.ts";
import type { Parsed } from "./parsed_tunnel.ts";
import type { Report } from "./report.ts";

/** Reports networks in transport mode that are not the two hosts that negotiate. */
export function checkTransport(
  gateway: Gateway,
  { tunnel, path, local, remote }: Parsed,
  report: Report,
): void {
  const rests = [[...path, "encapsulation"]];
  if (tunnel.nat !== undefined) {
    report(
      [...path, "nat"],
      "error",
      "in transport mode the address that nat changes is the one that packets travel with; remove nat, or encapsulation",
      { rests },
    );
  }
  checkCarried(gateway, tunnel, path, report);
  if ([...local, ...remote].some((one) => !isHost(one) && one.length !== 0)) {
    report(
      [...path, "encapsulation"],
      "warning",
      "transport joins two hosts, but local or remote is a network; use tunnel",
      { rests: [[...path, "local"], [...path, "remote"]] },
    );
    return;
  }
  const own = ownPrefixes(gateway);
  const foreign = local.find((one) => isHost(one) && !own.some((each) => sameAddress(each, one)));
  if (foreign && allAddressesKnown(gateway)) {
    report(
      foreign.path,
      "warning",
      "in transport mode this is an address of the gateway itself, and none of its interfaces has it; write one of theirs, or use tunnel",
      { rests: [...rests, ["network", "interfaces"]] },
    );
  }
  const peer = parseAddress(tunnel.peer);
  const other = peer && remote.find((one) => isHost(one) && !contains(one, peer));
  if (!other) return;
  report(
    other.path,
    "warning",
    `transport joins the gateway with its peer ${tunnel.peer}, and not with a host behind it; write remote: ${tunnel.peer}, or remove encapsulation`,
    { rests: [...rests, [...path, "peer"]] },
  );
}

/** What the packets of an interface are, between its two ends. */
const CARRIERS = [["gre", [47]], ["gif", [4, 41, 97]], ["etherip", [97]]] as const;

/** An interface between the same two hosts whose packets the tunnel leaves out, so that they go in clear text. */
function checkCarried(
  { network, tunnels }: Gateway,
  { proto, peer }: Tunnel,
  path: Path,
  report: Report,
): void {
  const there = parseAddress(peer);
  if (proto === undefined) return;
  for (const one of network.interfaces) {
    const [kind, numbers] = CARRIERS.find(([name]) => one[name] !== undefined) ?? [];
    const end = kind && parseAddress(one[kind]?.remote ?? "");
    if (!kind || !end || !there || !sameAddress(end, there)) continue;
    const carried = tunnels.some((other) =>
      other.peer === peer &&
      (other.proto === undefined || numbers!.some((each) => each === protocolNumber(other.proto!)))
    );
    if (carried) continue;
    const inner = kind === "gif" && !one.address.includes("/") ? "ipv6" : "ipencap";
    const meant = kind === "gif" ? inner : kind;
    report(
      [...path, "proto"],
      "warning",
      `${one.name} sends ${meant} to ${peer}, which this tunnel does not carry, so it leaves in clear text; write proto: ${meant}`,
      { rests: [["network", "interfaces"]] },
    );
  }
}
