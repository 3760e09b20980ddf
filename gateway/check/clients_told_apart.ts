/**
 * Clients that iked(8) cannot distinguish from other clients, or from a tunnel's peer.
 * @module
 */
import { asTunnel, type Clients } from "../clients.ts";
import type { Gateway } from "../gateway.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { type Ikev2Tunnel, ikev2Tunnels } from "../tunnel.ts";
import { Policies } from "./ikev2_policies.ts";
import type { Report } from "./report.ts";
import { lacks } from "./transforms.ts";

/** Policies for any peer, except those of some clients. */
export interface PoliciesBeside {
  /** Of tunnels for any peer with any identity. */
  tunnels: Policies<Ikev2Tunnel>;
  /** Of tunnels for any peer, whatever their identities. */
  any: Policies<Ikev2Tunnel>;
  /** Of earlier clients. */
  earlier: Policies<Ikev2Tunnel>;
}

/** The policies of tunnels; {@linkcode checkToldApart} adds those of clients. */
export function policiesBeside(gateway: Gateway): PoliciesBeside {
  const none = () => new Policies<Ikev2Tunnel>(gateway);
  const beside = { tunnels: none(), any: none(), earlier: none() };
  for (const one of ikev2Tunnels(gateway.tunnels)) {
    if (one.peer !== "any") continue;
    const { dstid, srcid = gateway.hostname, ...rest } = one;
    if (!dstid) beside.tunnels.add(one);
    beside.any.add({ ...rest, srcid });
  }
  return beside;
}

/** Reports clients that iked cannot distinguish from those in `beside`, and adds them there. */
export function checkToldApart(
  gateway: Gateway,
  clients: Clients,
  index: number,
  beside: PoliciesBeside,
  report: Report,
): void {
  checkTwins(gateway, clients, index, beside, report);
  checkBesideAny(gateway, clients, index, beside.any, report);
  beside.earlier.add(shown(gateway, clients));
}

/** `clients` as a tunnel, with the identity that is written into iked.conf. */
function shown({ hostname }: Gateway, clients: Clients): Ikev2Tunnel {
  return { srcid: hostname, ...asTunnel(clients) };
}

/**
 * With certificates or EAP, the policy of the clients comes after those of tunnels for any peer,
 * and matches their peers too, unless these ask for another identity of the gateway, call another
 * address, or propose other transforms.
 */
function checkBesideAny(
  gateway: Gateway,
  clients: Clients,
  index: number,
  any: Policies<Ikev2Tunnel>,
  report: Report,
): void {
  if (clients.psk) return;
  const own = shown(gateway, clients);
  const tunnel = any.twinOf(own);
  if (!tunnel) return noteAsking(own, index, any, report);
  const usesSrcid = knows(gateway.release.number, "ikedChoosesBySrcid");
  report(
    ["clients", index, clients.srcid === undefined ? "name" : "srcid"],
    "error",
    `iked cannot tell peers of tunnel ${tunnel.name} (peer: any) from these clients: ` +
      (usesSrcid
        ? `both have srcid ${own.srcid}; give one of the two a srcid of its own, which its peers must request`
        : `${lacks(gateway, "ikedChoosesBySrcid")}; or give that peer an address or a network`) +
      ", or the tunnel a phase1 that clients do not have (group: modp3072)",
    {
      rests: ["peer", "srcid", "phase1", "localAddress"].map((name) => ["tunnels", "*", name]),
    },
  );
}

/** Only the request of the tunnel's peer distinguishes them, and not all daemons make one. */
function noteAsking(
  own: Ikev2Tunnel,
  index: number,
  any: Policies<Ikev2Tunnel>,
  report: Report,
): void {
  const { srcid: _, ...nameless } = own;
  const tunnel = any.twinOf(nameless);
  if (!tunnel) return;
  report(
    ["clients", index],
    "note",
    `the peer of tunnel ${tunnel.name} must request ${tunnel.srcid} (IDr of RFC 7296, as iked and strongSwan do), or iked treats it as one of these clients`,
    { rests: [["tunnels", "*", "srcid"]] },
  );
}

/** Of two policies for any peer with any identity, iked uses the last for both. */
function checkTwins(
  gateway: Gateway,
  clients: Clients,
  index: number,
  { tunnels, earlier }: PoliciesBeside,
  report: Report,
): void {
  const own = shown(gateway, clients);
  const twin = earlier.twinOf(own) ?? (clients.psk ? tunnels.twinOf(own) : undefined);
  if (!twin) return;
  const usesSrcid = knows(gateway.release.number, "ikedChoosesBySrcid");
  report(
    ["clients", index, clients.srcid === undefined ? "name" : "srcid"],
    "error",
    `iked cannot tell these clients apart from ${twin.name}: both are for any peer; ${
      usesSrcid
        ? "give each a srcid of its own, which its clients connect to"
        : lacks(gateway, "ikedChoosesBySrcid")
    }`,
    { rests: [["tunnels", "*", "dstid"], ["tunnels", "*", "srcid"], ["clients", "*", "srcid"]] },
  );
}
