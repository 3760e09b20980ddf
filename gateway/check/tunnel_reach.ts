/**
 * Networks and addresses of tunnels that are on the wrong side.
 * @module
 */
import {
  contains,
  isPrivate,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
  sameAddress,
} from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { sameIdentity } from "../identity.ts";
import { isHost } from "../network/wires.ts";
import { addressesOf, ownNetworks, prefixesOf, withoutLength } from "../own_addresses.ts";
import { driverOf, type NetworkInterface } from "../interface.ts";
import { learnsRoutes } from "../openbsd/routing_daemons.ts";
import { isInner } from "./inner_networks.ts";
import { type Way, wayTo } from "../way_to.ts";
import type { Report } from "./report.ts";
import type { Parsed } from "./parsed_tunnel.ts";

const INTERFACES = ["address", "address6", "aliases", "options"].map((field) => [
  "network",
  "interfaces",
  "*",
  field,
]);

/** With more tunnels (a generated description), not all pairs of them are compared. */
const MOST_TUNNELS = 500;

/**
 * Reports remote networks that are local, impossible local ones, peers behind tunnels, and swapped
 * identities.
 */
export function checkReach(gateway: Gateway, parsed: readonly Parsed[], report: Report): void {
  const own = [gateway.hostname, ...gateway.network.interfaces.flatMap(addressesOf)]
    .map(withoutLength);
  for (const one of parsed) {
    checkRemote(gateway, one, report);
    checkFamily(gateway, one, report);
    checkNat(one, report);
    checkSpeaks(gateway, one, report);
    checkSwapped(own, one, report);
    checkNested(one, parsed, report);
  }
}

function checkRemote({ network }: Gateway, { remote }: Parsed, report: Report): void {
  const near = ownNetworks(network.interfaces);
  for (const far of remote) {
    for (const { interface: { name }, prefix: own } of near.overlapping(far)) {
      if (sameAddress(own, far) && isHost(far)) {
        report(far.path, "error", `this is the gateway's own address (${name})`, {
          rests: INTERFACES,
        });
      } else if (own.length === far.length && !isHost(far)) {
        report(
          far.path,
          "warning",
          `this is the network of ${name} itself, whose hosts are not behind the peer; write the network that is`,
          { rests: INTERFACES },
        );
      }
    }
  }
}

/** Without any address of a family the gateway forwards nothing of it. */
function checkFamily({ network, files }: Gateway, { local }: Parsed, report: Report): void {
  const lacking = local.find(({ family }) =>
    !network.interfaces.some((one) =>
      (family === 4 ? one.address : one.address6) === "autoconf" || one.options.length > 0 ||
      addressesOf(one).some((text) => parsePrefix(text)!.family === family)
    ) && !files.some(({ path }) => path.startsWith("/etc/hostname."))
  );
  if (!lacking) return;
  report(
    lacking.path,
    "warning",
    `no interface has an IPv${lacking.family} address, so no packets from there arrive; write network.interfaces[].${
      lacking.family === 4 ? "address" : "address6"
    }`,
    { rests: INTERFACES },
  );
}

function checkNat({ tunnel, path, remote }: Parsed, report: Report): void {
  const nat = tunnel.nat === undefined ? undefined : parsePrefix(tunnel.nat);
  const far = nat && remote.find((one) => one.length > 0 && overlaps(one, nat));
  if (!far) return;
  report(
    [...path, "nat"],
    "error",
    `${tunnel.nat} is in a remote network of this tunnel, so answers would not come back; use a network that is not used elsewhere`,
    { rests: [[...path, "remote"], [...path, "selectors"]] },
  );
}

/** Hosts on the Internet cannot reply to an address that is not routed there. */
function checkSpeaks(gateway: Gateway, { tunnel, path }: Parsed, report: Report): void {
  const { localAddress, peer } = tunnel;
  const [there, way] = [parseAddress(peer), wayTo(gateway, peer)];
  if (localAddress === undefined || !there || isPrivate(there)) return;
  const named = gateway.network.interfaces.find(({ name }) => name === localAddress);
  const texts = named ? addressesOf(named) : [localAddress];
  const own = texts.flatMap((text) => parsePrefix(text) ?? [])
    .filter(({ family }) => family === there.family);
  if (way && isTheWay(gateway, way, there.family) && !own.some(isPrivate)) {
    checkUplink(gateway, { tunnel, path }, way, report);
  }
  const onWay = (way?.addresses ?? []).flatMap((text) => parseAddress(text) ?? []);
  if (own.length === 0 || !own.every(isPrivate) || onWay.length === 0) return;
  if (onWay.some((one) => isPrivate(one) || own.some((each) => sameAddress(one, each)))) return;
  report(
    [...path, "localAddress"],
    "warning",
    `${localAddress} is private and not on ${
      way!.name
    }, by which packets go to ${peer}, so no answer comes back; write ${
      way!.addresses[0]
    }, or leave it out`,
    { rests: [[...path, "peer"], ...INTERFACES] },
  );
}

/** Whether `way` is certain: of several addresses from DHCP, any may bring the default route. */
function isTheWay({ network }: Gateway, way: Way, family: 4 | 6): boolean {
  const field = family === 4 ? "address" : "address6";
  return !way.dynamic || network.interfaces.filter((one) => one[field] === "autoconf").length === 1;
}

/** From the address of one uplink to a peer that another one leads to. */
function checkUplink(
  gateway: Gateway,
  { tunnel, path }: Pick<Parsed, "tunnel" | "path">,
  way: Way,
  report: Report,
): void {
  const { network, firewall } = gateway;
  const { localAddress = "", peer } = tunnel;
  const own = network.interfaces.find((one) =>
    one.name === localAddress || addressesOf(one).map(withoutLength).includes(localAddress)
  );
  if (!own || own.name === way.name || own.carp?.carpdev === way.name) return;
  const routers = [
    ...network.routes.map(({ via }) => via),
    ...firewall.allow.flatMap(({ routeTo, replyTo }) => [routeTo ?? [], replyTo ?? []].flat()),
  ].flatMap((text) => parseAddress(text) ?? []);
  const near = addressesOf(own).map((text) => parsePrefix(text)!);
  const router = routers.find((router) => near.some((one) => overlaps(one, router)));
  // Beyond it is another way out, unless a provider routes its network to the hosts there.
  if (!router && !isUplink(gateway, own)) return;
  // A rule may lead there.
  if (firewall.rules.some((line) => /\broute-to\b/.test(line))) return;
  report(
    [...path, "localAddress"],
    "warning",
    `${localAddress} is on ${own.name}, and packets to ${peer} leave by ${way.name}, where the provider may drop them; add network.routes: [{to: ${peer}/${
      peer.includes(":") ? 128 : 32
    }, via: ADDRESS of the router beyond ${own.name}}]`,
    { rests: [[...path, "peer"], ["network", "routes"], ["firewall"], ...INTERFACES] },
  );
}

/** Whether an interface with a public network has no hosts of ours, and no raw line adds a route. */
function isUplink(gateway: Gateway, one: NetworkInterface): boolean {
  const networks = prefixesOf(one).filter((prefix) => !isHost(prefix) && !isPrivate(prefix));
  if (networks.length === 0 || driverOf(one.name) === "lo" || isInner(gateway, one)) return false;
  return !learnsRoutes(gateway.rcConf) &&
    gateway.network.interfaces.every(({ options }) => options.length === 0);
}

/** Reports identities that are swapped; `own` are those of this gateway. */
function checkSwapped(own: readonly string[], { tunnel, path }: Parsed, report: Report): void {
  const { srcid, dstid, peer } = tunnel;
  if (srcid !== undefined && sameIdentity(srcid, peer)) {
    report(
      [...path, "srcid"],
      "warning",
      "this is the peer's address; srcid is the identity of this gateway",
      {
        rests: [[...path, "peer"]],
      },
    );
  }
  if (dstid === undefined || dstid === srcid || !own.some((one) => sameIdentity(one, dstid))) {
    return;
  }
  report(
    [...path, "dstid"],
    "warning",
    "this is the gateway's own identity; dstid is the peer's",
    {
      rests: [["hostname"], ...INTERFACES],
    },
  );
}

/** Packets of the daemons bypass the flows, so that a peer cannot be behind a tunnel. */
function checkNested({ tunnel, path }: Parsed, all: readonly Parsed[], report: Report): void {
  const peer = parseAddress(tunnel.peer);
  if (!peer || !isPrivate(peer) || all.length > MOST_TUNNELS) return;
  const around = (one: Prefix) => one.length >= 8 && contains(one, peer);
  const other = all.find((one) =>
    one.tunnel !== tunnel && one.tunnel.iface === undefined && one.remote.some(around)
  );
  if (!other) return;
  report(
    [...path, "peer"],
    "warning",
    `${tunnel.peer} is behind tunnel ${other.tunnel.name}, and the daemon's own packets never go through a tunnel; write an address that is reachable without one`,
    { rests: [["tunnels", "*", "remote"], ["tunnels", "*", "selectors"]] },
  );
}
