/**
 * The networks that tunnels join.
 * @module
 */
import { contains, isNetwork, overlaps, parsePrefix, type Prefix } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import type { Tunnel } from "../tunnel.ts";
import type { Report } from "./report.ts";

/** A network and its place in the list it stands in. */
interface Network extends Prefix {
  at: number;
}

/** A tunnel with what the checks read again and again. */
export interface Parsed {
  /** The tunnel. */
  tunnel: Tunnel;
  /** Its place in the list. */
  index: number;
  /** The same as a path. */
  path: (string | number)[];
  /** Networks on this side that can be read. */
  local: Network[];
  /** Networks on the other side that can be read. */
  remote: Network[];
}

/** Reads the networks of all tunnels, and reports those that are none. */
export function parseNetworks(tunnels: readonly Tunnel[], report: Report): Parsed[] {
  return tunnels.map((tunnel, index): Parsed => ({
    tunnel,
    index,
    path: ["tunnels", index],
    local: networks(tunnel, index, "local", report),
    remote: networks(tunnel, index, "remote", report),
  }));
}

/** Reports networks of one tunnel that cannot be joined, and of several that collide. */
export function checkTunnelNetworks(gateway: Gateway, parsed: Parsed[], report: Report): void {
  for (const one of parsed) {
    checkNat(gateway, one, report);
    checkSides(gateway, one, report);
    checkFamilies(one, report);
  }
  checkOverlaps(parsed, report);
}

function checkNat(gateway: Gateway, { tunnel, path, local }: Parsed, report: Report): void {
  if (tunnel.nat === undefined) return;
  const where = [...path, "nat"];
  const nat = parsePrefix(tunnel.nat);
  if (!nat) {
    report(where, "error", `${tunnel.nat} is no address or network`);
  } else if (!isNetwork(nat)) {
    report(where, "error", `${tunnel.nat} has bits set behind its prefix`);
  } else if (local.some((one) => one.family !== nat.family)) {
    report(where, "error", `${tunnel.nat} and local are of different families`, {
      rests: [[...path, "local"]],
    });
  }
  const full = nat?.family === 6 ? 128 : 32;
  const other = local.find((one) => nat && one.family === nat.family && one.length !== nat.length);
  if (nat && other && nat.length < full) {
    report(
      where,
      "warning",
      `${tunnel.nat} and ${
        tunnel.local[other.at]
      } are not of one size, so that only this side can begin to speak; make them of one size, or nat an address`,
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
 * A remote network around a local one is right: what is local stays so by flows of its own. A remote
 * network in a local one is right where the local one sums up more than the gateway's own networks,
 * as a hub's does.
 */
function checkSides(
  gateway: Gateway,
  { tunnel, path, local, remote }: Parsed,
  report: Report,
): void {
  const own = gateway.network.interfaces
    .flatMap((one) => [one.address, one.address6, ...one.aliases])
    .flatMap((text) => parsePrefix(text) ?? []);
  const sumsUp = (a: Prefix, b: Prefix) =>
    a.length < b.length && own.some((one) => a.length < one.length && contains(a, one)) &&
    !own.some((one) => overlaps(one, b));
  for (const b of remote) {
    if (b.length === 0) continue;
    if (!local.some((a) => a.length > 0 && contains(a, b) && !sumsUp(a, b))) continue;
    report(
      [...path, "remote", b.at],
      "error",
      `tunnel ${tunnel.name}: local and remote networks overlap; a remote network may be around a local one, not in it`,
      { rests: [[...path, "local"]] },
    );
  }
}

function checkFamilies({ tunnel, path, local, remote }: Parsed, report: Report): void {
  const rests = [[...path, "local"]];
  const where = [...path, "remote"];
  const families = (list: Prefix[]) => new Set(list.map((one) => one.family));
  const [here, there] = [families(local), families(remote)];
  if (here.size === 0 || there.size === 0) return;
  const lonely = [...here].some((one) => !there.has(one)) ||
    [...there].some((one) => !here.has(one));
  if (lonely) {
    report(where, "error", `tunnel ${tunnel.name}: IPv4 on one side and IPv6 on the other`, {
      rests,
    });
  } else if (tunnel.ike === 1 && here.size > 1) {
    report(where, "error", "ipsec.conf(5) has no rule for both families; write two tunnels", {
      rests: [...rests, [...path, "ike"]],
    });
  } else if (here.size > 1) {
    report(
      where,
      "warning",
      `tunnel ${tunnel.name}: IPv4 and IPv6 through one tunnel work between some daemons only; a tunnel for each, with a dstid of its own, works with all`,
      { rests },
    );
  }
}

/** Two networks are one in the other or apart, so a sorted list meets every overlap on a stack. */
function checkOverlaps(parsed: Parsed[], report: Report): void {
  const all = parsed.flatMap((owner) => owner.remote.map((network) => ({ owner, network })));
  all.sort(({ network: a }, { network: b }) =>
    a.family - b.family || Number(a.value - b.value > 0n) - Number(a.value - b.value < 0n) ||
    a.length - b.length
  );
  const around: typeof all = [];
  const said = new Set<string>();
  for (const one of all) {
    while (around.length > 0 && !overlaps(around.at(-1)!.network, one.network)) around.pop();
    for (const other of around) {
      const [early, late] = other.owner.index < one.owner.index ? [other, one] : [one, other];
      const key = `${early.owner.index} ${late.owner.index}`;
      if (early.owner === late.owner || said.has(key)) continue;
      if (!cross([early.network], [late.network])) continue;
      if (!cross(early.owner.local, late.owner.local)) continue;
      said.add(key);
      const [a, b] = [early.owner.tunnel, late.owner.tunnel];
      const same = a.peer === b.peer && String(a.local) === String(b.local) &&
        String(a.remote) === String(b.remote);
      if (a.ike === 2 && a.peer === "any" && b.peer === "any") {
        report(
          [...late.owner.path, "remote", late.network.at],
          "warning",
          `the networks overlap those of tunnel ${a.name}: only one of both can be up at a time`,
        );
        continue;
      }
      report(
        [...late.owner.path, "remote", late.network.at],
        "error",
        same
          ? `same peer and networks as tunnel ${a.name}`
          : `the networks overlap those of tunnel ${a.name}`,
      );
    }
    around.push(one);
  }
}

/** Whether the two lists share an address, but for networks that hold everything. */
function cross(some: Prefix[], others: Prefix[]): boolean {
  return some.some((a) =>
    others.some((b) => (a.length === 0) === (b.length === 0) && overlaps(a, b))
  );
}

function networks(
  tunnel: Tunnel,
  index: number,
  side: "local" | "remote",
  report: Report,
): Network[] {
  const path = ["tunnels", index, side];
  if (tunnel[side].length === 0) report(path, "error", "at least one network is needed");
  return tunnel[side].flatMap((text, at) => {
    const prefix = parsePrefix(text);
    if (!prefix) report([...path, at], "error", `${text} is no address or network`);
    else if (!isNetwork(prefix)) {
      report([...path, at], "error", `${text} has bits set behind its prefix`);
    }
    return prefix ? [{ ...prefix, at }] : [];
  });
}
