/**
 * Checks the networks that tunnels join.
 * @module
 */
import { reportHostBits } from "./host_bits.ts";
import { ownPrefixes } from "../own_addresses.ts";
import {
  contains,
  isNetwork,
  networkKey,
  overlaps,
  parsePrefix,
  type Prefix,
  probableNetwork,
} from "../address.ts";
import type { Path } from "../document/document.ts";
import type { Gateway } from "../gateway.ts";
import { noHostIn, oneHost, staysOnLink } from "../network/no_host.ts";
import { knows } from "../openbsd/cut_overs.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import type { Tunnel } from "../tunnel.ts";
import type { Network, Parsed } from "./parsed_tunnel.ts";
import type { Report } from "./report.ts";
import { overlapsOf } from "./tunnel_overlaps.ts";

/** Parses the networks of all tunnels, and reports invalid ones. */
export function parseNetworks(
  tunnels: readonly Tunnel[],
  description: GatewayDescription,
  report: Report,
): Parsed[] {
  return tunnels.map((tunnel, index): Parsed => {
    const path = ["tunnels", index];
    const written = description.tunnels?.[index] ?? {};
    checkFields(tunnel, written, path, report);
    const read = (text: string, where: Path) => network(text, where, report);
    if (tunnel.selectors) {
      const sides = tunnel.selectors.map((pair, at) => ({
        near: read(pair.local, [...path, "selectors", at, "local"]),
        far: read(pair.remote, [...path, "selectors", at, "remote"]),
      }));
      return {
        tunnel,
        index,
        path,
        local: sides.flatMap(({ near }) => near ?? []),
        remote: sides.flatMap(({ far }) => far ?? []),
        pairs: sides.flatMap(({ near, far }) => near && far ? [{ near, far }] : []),
      };
    }
    const list = (side: "local" | "remote") =>
      tunnel[side].flatMap((text, at) => read(text, [...path, side, at]) ?? []);
    const [local, remote] = [list("local"), list("remote")];
    const pairs = local.flatMap((near) =>
      remote.filter((far) => far.family === near.family).map((far) => ({ near, far }))
    );
    return { tunnel, index, path, local, remote, pairs };
  });
}

/** Reports networks that are on both sides, or on neither. */
function checkFields(
  tunnel: Tunnel,
  written: Partial<Record<"local" | "remote" | "selectors", unknown>>,
  path: (string | number)[],
  report: Report,
): void {
  for (const side of ["local", "remote"] as const) {
    const where = [...path, side];
    if (tunnel.iface !== undefined) {
      if (written[side] === undefined) continue;
      report(
        where,
        "error",
        `routes lead into ${tunnel.iface}, so it needs no networks; remove ${side}, and write network.routes`,
        { key: true, rests: [[...path, "iface"]] },
      );
    } else if (tunnel.selectors && written[side] !== undefined) {
      report(where, "error", `selectors stand in place of ${side}; remove one of the two`, {
        key: true,
        rests: [[...path, "selectors"]],
      });
    } else if (tunnel[side].length === 0) {
      report(where, "error", "at least one network is needed", {
        rests: [[...path, "selectors"], [...path, "iface"]],
      });
    }
  }
}

function network(text: string, path: Path, report: Report): Network | undefined {
  const prefix = parsePrefix(text);
  if (!prefix) report(path, "error", `${text} is not an address or network`);
  else if (!isNetwork(prefix)) reportHostBits(text, prefix, path, report);
  else checkHosts(text, prefix, path, report);
  return prefix && { ...prefix, path };
}

/** A tunnel to a network without hosts carries nothing. */
function checkHosts(text: string, prefix: Prefix, path: Path, report: Report): void {
  const [never, hardly] = [noHostIn(prefix), staysOnLink(prefix)];
  if (never !== undefined) {
    report(path, "error", `${text} ${never}; write the network that the hosts are in`);
  } else if (hardly !== undefined) {
    report(path, "warning", `${text} ${hardly}; a tunnel carries what is forwarded`);
  } else if (probableNetwork(text) !== undefined) {
    report(path, "warning", oneHost(text));
  }
}

/** Reports networks of one tunnel that cannot be joined, and conflicts between tunnels. */
export function checkTunnelNetworks(gateway: Gateway, parsed: Parsed[], report: Report): void {
  const own = ownPrefixes(gateway);
  const routed = gateway.network.routes.flatMap(({ to }) => parsePrefix(to) ?? []);
  for (const one of parsed) {
    checkNat(gateway, one, report);
    checkSides(own, routed, one, report);
    checkFamilies(one, report);
    checkTwice(one, report);
    checkNumber(gateway, one, report);
  }
  checkOverlaps(parsed, report);
}

function checkNat(gateway: Gateway, { tunnel, path, local }: Parsed, report: Report): void {
  if (tunnel.nat === undefined) return;
  const where = [...path, "nat"];
  const nat = parsePrefix(tunnel.nat);
  if (!nat) {
    report(where, "error", `${tunnel.nat} is not an address or network`);
  } else if (!isNetwork(nat)) {
    reportHostBits(tunnel.nat, nat, where, report);
  } else if (local.some((one) => one.family !== nat.family)) {
    report(where, "error", `${tunnel.nat} and local are of different families`, {
      rests: [[...path, "local"]],
    });
  } else checkHosts(tunnel.nat, nat, where, report);
  const full = nat?.family === 6 ? 128 : 32;
  const other = local.find((one) => nat && one.family === nat.family && one.length !== nat.length);
  if (nat && other && nat.length < full) {
    report(
      where,
      "warning",
      `${tunnel.nat} and ${
        tunnel.local.find((text) => parsePrefix(text)?.value === other.value)
      } differ in size, so only this side can open connections; make them the same size, or write an address as nat`,
      { rests: [[...path, "local"]] },
    );
  }
  if (gateway.firewall.skipTunnels) {
    report(
      where,
      "error",
      "pf translates on enc0, which skipTunnels leaves alone; set firewall: {skipTunnels: false}",
      { rests: [["firewall", "skipTunnels"]] },
    );
  }
}

/**
 * A remote network that contains a local one is fine: local traffic stays local by flows of its
 * own. A remote network inside a local one is fine if the local one summarises more than the
 * gateway's own networks and static routes, as on a hub.
 */
function checkSides(
  own: readonly Prefix[],
  routed: readonly Prefix[],
  { tunnel, path, pairs }: Parsed,
  report: Report,
): void {
  const sumsUp = (a: Prefix, b: Prefix) =>
    a.length < b.length && !own.some((one) => overlaps(one, b)) &&
    (own.some((one) => a.length < one.length && contains(a, one)) ||
      routed.some((one) => overlaps(a, one)));
  const said = new Set<Network>();
  for (const { near, far } of pairs) {
    if (far.length === 0 || near.length === 0 || said.has(far)) continue;
    if (!contains(near, far) || sumsUp(near, far)) continue;
    said.add(far);
    report(
      far.path,
      "error",
      `tunnel ${tunnel.name}: local and remote networks overlap; a remote network may contain a local one, not lie in it`,
      { rests: [[...path, "local"], near.path] },
    );
  }
}

function checkFamilies({ tunnel, path, local, remote, pairs }: Parsed, report: Report): void {
  const rests = [[...path, "local"]];
  const where = [...path, tunnel.selectors ? "selectors" : "remote"];
  const families = (list: Prefix[]) => new Set(list.map((one) => one.family));
  const [here, there] = [families(local), families(remote)];
  if (here.size === 0 || there.size === 0) return;
  const lonely = tunnel.selectors
    ? pairs.some(({ near, far }) => near.family !== far.family)
    : [...here].some((one) => !there.has(one)) || [...there].some((one) => !here.has(one));
  if (lonely) {
    report(where, "error", `tunnel ${tunnel.name}: IPv4 on one side and IPv6 on the other`, {
      rests,
    });
  } else if (tunnel.ike === 1 && here.size > 1 && !tunnel.selectors) {
    report(where, "error", "ipsec.conf(5) has no rule for both families; write two tunnels", {
      rests: [...rests, [...path, "ike"]],
    });
  } else if (tunnel.ike === 2 && here.size > 1) {
    report(
      where,
      "warning",
      `tunnel ${tunnel.name}: only some daemons carry IPv4 and IPv6 in one tunnel; two tunnels, each with its own dstid, work with all`,
      { rests },
    );
  }
}

/** A daemon skips a duplicate network; a network inside another one gets its own flow. */
function checkTwice({ tunnel, local, remote, pairs }: Parsed, report: Report): void {
  const lists = tunnel.selectors
    ? [pairs.map(({ near, far }) => ({ key: `${networkKey(near)} ${networkKey(far)}`, at: far }))]
    : [local, remote].map((list) => list.map((one) => ({ key: networkKey(one), at: one })));
  for (const list of lists) {
    const seen = new Set<string>();
    for (const { key, at } of list) {
      if (seen.has(key)) {
        const what = tunnel.selectors ? "this pair" : "this network";
        report(
          at.path,
          "warning",
          `tunnel ${tunnel.name}: ${what} is listed twice; remove it, or write the one that is meant`,
        );
      }
      seen.add(key);
    }
  }
}

/**
 * RFC 7296 counts the traffic selectors of a side in one byte, and iked(8) does not check for more.
 */
const MOST_NETWORKS = 255;

/** iked(8) of 6.6 has room for that many pairs in a policy, and exits if there are more. */
const MOST_PAIRS = 64;

function checkNumber(
  { release }: Gateway,
  { tunnel, path, local, remote, pairs }: Parsed,
  report: Report,
): void {
  if (tunnel.ike !== 2) return;
  const where = [...path, tunnel.selectors ? "selectors" : "remote"];
  const rests = [["release"], [...path, "local"]];
  for (const list of [local, remote]) {
    const number = new Set(list.map((one) => networkKey(one))).size;
    if (number <= MOST_NETWORKS) continue;
    report(
      where,
      "error",
      `tunnel ${tunnel.name}: IKEv2 carries at most ${MOST_NETWORKS} networks on each side, and there are ${number}; combine them, or write several tunnels`,
      { rests },
    );
    return;
  }
  if (knows(release.number, "ikedManyFlows") === false && pairs.length > MOST_PAIRS) {
    report(
      where,
      "error",
      `tunnel ${tunnel.name}: iked of OpenBSD ${release.version} takes at most ${MOST_PAIRS} pairs of networks in a tunnel, and there are ${pairs.length}; use release 6.7 or later`,
      { rests },
    );
  }
}

/** Reports pairs of tunnels that would match the same packets. */
function checkOverlaps(parsed: Parsed[], report: Report): void {
  for (const overlap of overlapsOf(parsed)) {
    const { early, late, path } = overlap;
    const [wide, narrow] = isNarrower(late, early) ? [early, late] : [late, early];
    if (!isNarrower(narrow, wide)) {
      reportOverlap(early.tunnel, late.tunnel, path, report);
      continue;
    }
    report(
      path,
      "note",
      `the networks of ${narrow.tunnel.name} are the narrower ones and take their packets; while it is down, they go into ${wide.tunnel.name}`,
      { rests: [[...early.path, "remote"]] },
    );
  }
}

/** Limit of pairs of networks that are compared; a description with more is generated. */
const MOST_COMPARED = 10_000;

/**
 * Whether all networks behind `narrow` that overlap with those behind `wide` are parts of them,
 * from the same local network: of two flows from one network the kernel prefers the one to the
 * narrower network (radix.c).
 */
function isNarrower(narrow: Parsed, wide: Parsed): boolean {
  if (narrow.pairs.length * wide.pairs.length > MOST_COMPARED) return false;
  return narrow.pairs.every(({ near, far }) =>
    wide.pairs.every((other) => {
      if (!overlaps(near, other.near) || !overlaps(far, other.far)) return true;
      return networkKey(near) === networkKey(other.near) && far.length > other.far.length;
    })
  );
}

function reportOverlap(a: Tunnel, b: Tunnel, path: Path, report: Report): void {
  if (a.ike === 2 && a.peer === "any" && b.peer === "any") {
    report(
      path,
      "warning",
      `the networks overlap those of tunnel ${a.name}: only one of the two can be up at a time`,
    );
    return;
  }
  const same = a.peer === b.peer && String(a.local) === String(b.local) &&
    String(a.remote) === String(b.remote);
  report(
    path,
    "error",
    same
      ? `same peer and networks as tunnel ${a.name}`
      : `the networks overlap those of tunnel ${a.name}`,
  );
}
