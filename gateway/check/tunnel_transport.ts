/**
 * Meaning of `encapsulation: transport`, which protects what two hosts say to each other.
 * @module
 */
import { contains, parseAddress, type Prefix, sameAddress } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { ownPrefixes } from "../own_addresses.ts";
import type { Parsed } from "./parsed_tunnel.ts";
import type { Report } from "./report.ts";

const isHost = ({ family, length }: Prefix) => length === (family === 4 ? 32 : 128);

/** Reports ends in transport mode that are not the two hosts that negotiate. */
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
  // Raw lines and the network may give others.
  const isKnown = gateway.network.interfaces.every((one) =>
    one.options.length === 0 && one.address !== "autoconf" && one.address6 !== "autoconf"
  );
  const foreign = local.find((one) => isHost(one) && !own.some((each) => sameAddress(each, one)));
  if (foreign && isKnown) {
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
