/**
 * Meaning of the `tunnels` part, but for its transforms.
 * @module
 */
import {
  isNetwork,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
  sameAddress,
} from "../address.ts";
import type { Gateway, Tunnel } from "../gateway.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { HOST } from "../host_name.ts";
import type { Report } from "./report.ts";

/** A network and its place in the list it stands in. */
interface Network extends Prefix {
  at: number;
}

/** A tunnel with what the checks read again and again. */
interface Parsed {
  tunnel: Tunnel;
  index: number;
  path: (string | number)[];
  local: Network[];
  remote: Network[];
}

/** Reports networks that collide, and ends that cannot meet; `description` is what was written. */
export function checkTunnels(
  gateway: Gateway,
  description: GatewayDescription,
  report: Report,
): void {
  const { tunnels } = gateway;
  const parsed = tunnels.map((tunnel, index): Parsed => ({
    tunnel,
    index,
    path: ["tunnels", index],
    local: networks(tunnel, index, "local", report),
    remote: networks(tunnel, index, "remote", report),
  }));
  const names = new Set<string>();
  for (const one of parsed) {
    const { tunnel, path } = one;
    const first = tunnels[0]!;
    if (tunnel.ike !== first.ike) {
      report(
        [...path, "ike"],
        "error",
        `isakmpd (IKEv1) and iked (IKEv2) cannot share udp port 500; tunnel ${first.name} uses IKEv${first.ike}`,
        { rests: [["tunnels", 0, "ike"]] },
      );
    }
    if (names.has(tunnel.name)) {
      report([...path, "name"], "error", `there are two tunnels named ${tunnel.name}`);
    }
    names.add(tunnel.name);
    if (tunnel.name === "esac") {
      report([...path, "name"], "error", "esac is a word of the shell; vpnctl could not name it");
    }
    checkEnds(gateway, one, report);
    checkNat(gateway, one, report);
    checkMode(one, description.tunnels?.[one.index], report);
    checkFamilies(one, report);
  }
  checkOverlaps(parsed, report);
}

function checkEnds(gateway: Gateway, { tunnel, path }: Parsed, report: Report): void {
  const { peer, localAddress } = tunnel;
  const address = parseAddress(peer);
  if (peer !== "any" && !address && (/^[0-9.]+$|:/.test(peer) || !HOST.test(peer))) {
    report([...path, "peer"], "error", `${peer} is no address and no host name`);
  } else if (peer !== "any" && !address) {
    report(
      [...path, "peer"],
      "warning",
      `${peer} is a name: without a name server, at a boot or in a build, the rules are refused`,
    );
  }
  const own = gateway.network.interfaces
    .flatMap((one) => [one.address, one.address6, ...one.aliases])
    .flatMap((text) => parsePrefix(text) ?? []);
  if (address && own.some((one) => sameAddress(one, address))) {
    report([...path, "peer"], "error", `${peer} is the gateway itself`);
  }
  if (localAddress === undefined) return;
  const local = parseAddress(localAddress);
  const where = [...path, "localAddress"];
  if (!local) {
    report(where, "error", `${localAddress} is no address`);
  } else if (address && address.family !== local.family) {
    report(where, "error", `${localAddress} and the peer ${peer} are of different families`, {
      rests: [[...path, "peer"]],
    });
  } else if (
    !own.some((one) => sameAddress(one, local)) &&
    gateway.network.interfaces.every((one) => one.options.length === 0)
  ) {
    report(where, "warning", `${localAddress} is no address of the gateway's interfaces`, {
      rests: ["address", "address6", "aliases", "options"].map((field) => [
        "network",
        "interfaces",
        "*",
        field,
      ]),
    });
  }
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
  if (gateway.firewall.skipTunnels) {
    report(
      where,
      "error",
      "pf translates on enc0, which skipTunnels leaves alone; set firewall: {skipTunnels: false}",
      { rests: [["firewall", "skipTunnels"]] },
    );
  }
}

function checkMode(
  { tunnel, path, local, remote }: Parsed,
  written: { exchange?: string; mode?: string } = {},
  report: Report,
): void {
  const ike = [...path, "ike"];
  if (tunnel.peer === "any" && tunnel.mode !== "passive") {
    report(
      [...path, "mode"],
      "error",
      "with peer any the gateway cannot start the negotiation; set mode: passive",
    );
  }
  if (tunnel.ike === 2 && written.exchange === "aggressive") {
    report([...path, "exchange"], "error", "IKEv2 has no aggressive mode", { rests: [ike] });
  }
  if (tunnel.ike === 2 && written.mode === "dynamic") {
    report(
      [...path, "mode"],
      "warning",
      "dynamic is a word of IKEv1; iked always looks for dead peers, so this is active",
      { rests: [ike] },
    );
  }
  const joins = [...local, ...remote].some((one) =>
    one.length !== (one.family === 4 ? 32 : 128) && one.length !== 0
  );
  if (tunnel.encapsulation === "transport" && joins) {
    report(
      [...path, "encapsulation"],
      "warning",
      "transport joins two hosts, but local or remote is a network; use tunnel",
      { rests: [[...path, "local"], [...path, "remote"]] },
    );
  }
}

function checkFamilies({ tunnel, path, local, remote }: Parsed, report: Report): void {
  const rests = [[...path, "local"]];
  const where = [...path, "remote"];
  for (const b of remote) {
    // A tunnel to everywhere (0.0.0.0/0) holds the local network too, and is meant to.
    if (b.length > 0 && local.some((a) => a.length > 0 && overlaps(a, b))) {
      report(
        [...where, b.at],
        "error",
        `tunnel ${tunnel.name}: local and remote networks overlap`,
        { rests },
      );
    }
  }
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
