/**
 * Checks `encapsulation: transport`, which protects traffic between two hosts.
 * @module
 */
import { contains, parseAddress, sameAddress } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { isHost } from "../network/wires.ts";
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
