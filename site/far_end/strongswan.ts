/**
 * The far end as strongSwan configuration: swanctl.conf(5).
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { AUTH, ENC, GROUP, PRF } from "../../gateway/openbsd/transforms.ts";
import type { Phase, Tunnel } from "../../gateway/tunnel.ts";
import { type Ends, endsOf, NO_PUBLIC_ADDRESS, seenPairs } from "./ends.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";
import { ownTraffic, ownTrafficNotes } from "./own_traffic.ts";
import {
  lacksOf,
  type Vendor,
  type VendorPhase,
  vendorPhase,
  type VendorSet,
} from "./vendor_transforms.ts";

/** The file for a tunnel, which Debian's swanctl.conf includes. */
const path = (tunnel: Tunnel) => `/etc/swanctl/conf.d/${tunnel.name}.conf`;

/** Options of {@linkcode strongswanFarEnd}. */
export interface StrongswanOptions extends FarEndOptions {
  /** Render a phase even if strongSwan supports none of its proposals, to see strongSwan refuse it. */
  evenUnknown?: boolean;
}

/**
 * swanctl.conf for the other end of `tunnel`, and the commands to load it.
 *
 * @throws {GatewrightError} (description) if strongSwan supports none of the proposals of a phase.
 */
export function strongswanFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  { key, gatewayAddress, evenUnknown = false }: StrongswanOptions = {},
): FarEnd {
  const psk = tunnel.auth.method === "psk";
  const through = routedThrough(gateway, tunnel);
  const ends: Through = {
    ...endsOf(gateway, tunnel, gatewayAddress),
    ...(through ? { through } : {}),
  };
  const phases = {
    phase1: phaseOf(gateway, tunnel, 1, evenUnknown),
    phase2: phaseOf(gateway, tunnel, 2, evenUnknown),
  };
  const text = [
    `# ${gateway.hostname}: the other end of tunnel ${tunnel.name}`,
    ...block("connections", [
      ...block(section(tunnel), connection(tunnel, ends, phases)),
      ...passed(tunnel),
    ]),
    ...(psk ? block("secrets", block(`ike-${section(tunnel)}`, secret(ends, key))) : []),
    "",
  ].join("\n");
  return {
    files: [{ path: path(tunnel), text, mode: psk ? 0o600 : 0o644 }],
    commands: [
      ...(ends.through
        ? [
          `ip link add ${ends.through.card} type xfrm if_id ${ends.through.id}`,
          `ip link set ${ends.through.card} up`,
        ]
        : []),
      "swanctl --load-all",
      ...(ends.gateway ? children(tunnel) : [])
        .map(({ name }) => `swanctl --initiate --child ${name}`),
    ],
    diagnostics: ["swanctl --list-sas", "swanctl --log", "ip xfrm state", "ip xfrm policy"],
    notes: notes(tunnel, ends, phases),
  };
}

/** The two ends, and the route-based interface of the far end. */
interface Through extends Ends {
  through?: { id: number; card: string };
}

/**
 * The rendered transforms of both phases; no proposals if the description leaves them to the
 * daemons.
 */
interface Phases {
  phase1: VendorPhase;
  phase2: VendorPhase;
}

function phaseOf(
  gateway: Gateway,
  tunnel: Tunnel,
  phase: 1 | 2,
  evenUnknown: boolean,
): VendorPhase {
  const { sets } = tunnel[`phase${phase}`];
  if (sets.length === 0) return { sets: [], missing: [] };
  const none = sets.every((set) => lacksOf(STRONGSWAN, tunnel, phase, set).length > 0);
  return vendorPhase(evenUnknown && none ? EVERY_WORD : STRONGSWAN, gateway, tunnel, phase);
}

function connection(tunnel: Tunnel, ends: Through, { phase1, phase2 }: Phases): string[] {
  const { auth } = tunnel;
  const method = auth.method === "psk" ? "psk" : "pubkey";
  const keyFile = (whose: "far" | "gateway") => {
    if (auth.method === "keys") return [`pubkeys = ${tunnel.name}-${whose}.pem`];
    if (auth.method === "psk") return [];
    return whose === "far"
      ? [`certs = ${tunnel.name}-far.crt`]
      : [`cacerts = ${tunnel.name}-ca.crt`];
  };
  return [
    `version = ${tunnel.ike}`,
    ...(tunnel.ike === 1 && tunnel.exchange === "aggressive" ? ["aggressive = yes"] : []),
    ...(ends.own ? [`local_addrs = ${ends.own}`] : []),
    `remote_addrs = ${ends.gateway ?? "%any"}`,
    `proposals = ${proposals(phase1)}`,
    ...lifetime(tunnel, tunnel.phase1),
    "dpd_delay = 30s",
    ...block("local", [
      `auth = ${method}`,
      ...keyFile("far"),
      ...(ends.ownId ? [`id = ${quoted(ends.ownId)}`] : []),
    ]),
    ...block("remote", [
      `auth = ${method}`,
      ...keyFile("gateway"),
      ...(ends.gatewayId ? [`id = ${quoted(ends.gatewayId)}`] : []),
    ]),
    ...block(
      "children",
      children(tunnel).flatMap((one) => block(one.name, child(tunnel, one, ends, phase2))),
    ),
  ];
}

/**
 * isakmpd(8) compares the lifetime of phase 1, so strongSwan's over_time is set to 0. In IKEv2 the
 * gateway rekeys first: packets are lost if both ends rekey at once.
 */
function lifetime({ ike }: Tunnel, { lifetime }: Phase): string[] {
  if (lifetime === undefined) return [];
  if (ike === 1) return [`rekey_time = ${lifetime}s`, "over_time = 0s"];
  return [`rekey_time = ${Math.ceil(lifetime * 1.2)}s`];
}

const EVERYTHING = ["0.0.0.0/0", "::/0"];

/** Number and name of the far end's route-based interface (ip-link(8), xfrm). */
function routedThrough(gateway: Gateway, tunnel: Tunnel): { id: number; card: string } | undefined {
  if (tunnel.iface === undefined) return undefined;
  const id = gateway.tunnels.findIndex(({ name }) => name === tunnel.name) + 1;
  return { id, card: `ipsec${id}` };
}

/** Traffic selectors of one child SA. */
interface Child {
  name: string;
  own: string[];
  gateway: string[];
}

/** IKEv2 negotiates lists; a quick mode of IKEv1 has one network at each end. */
function children(tunnel: Tunnel): Child[] {
  const { proto, localPort, remotePort, iface } = tunnel;
  // The interface's routes decide what goes through.
  if (iface !== undefined) {
    return [{ name: section(tunnel), own: EVERYTHING, gateway: EVERYTHING }];
  }
  const pairs = seenPairs(tunnel).map(({ local, remote }) =>
    [remote + only(proto, remotePort), local + only(proto, localPort)] as const
  );
  if (tunnel.ike === 2) {
    const [own, seen] = [0, 1].map((side) => [...new Set(pairs.map((pair) => pair[side]!))]);
    return [{ name: section(tunnel), own: own!, gateway: seen! }];
  }
  return pairs.map(([own, one], index) => ({
    name: pairs.length === 1 ? section(tunnel) : `${section(tunnel)}-${index + 1}`,
    own: [own],
    gateway: [one],
  }));
}

/** Protocol and port after a network, or after `dynamic`, in a traffic selector. */
function only(proto: string | undefined, port: string | undefined): string {
  if (proto === undefined && port === undefined) return "";
  return `[${proto ?? ""}${port === undefined ? "" : `/${port}`}]`;
}

function child(
  tunnel: Tunnel,
  { own, gateway }: Child,
  ends: Through,
  supported: VendorPhase,
): string[] {
  const id = ends.through?.id;
  const { phase2, protocol, encapsulation, mode } = tunnel;
  const offered = protocol === "ah" ? "ah_proposals" : "esp_proposals";
  return [
    ...(encapsulation === "transport" ? ["mode = transport"] : []),
    // Transport mode protects only the two ends.
    ...(encapsulation === "transport"
      ? [
        `local_ts = dynamic${only(tunnel.proto, tunnel.remotePort)}`,
        `remote_ts = dynamic${only(tunnel.proto, tunnel.localPort)}`,
      ]
      : [`local_ts = ${own.join(", ")}`, `remote_ts = ${gateway.join(", ")}`]),
    ...(id === undefined ? [] : [`if_id_in = ${id}`, `if_id_out = ${id}`]),
    ...(tunnel.ike === 2 && tunnel.ipcomp ? ["ipcomp = yes"] : []),
    `${offered} = ${proposals(supported, protocol === "esp")}`,
    ...(phase2.lifetime === undefined ? [] : [
      `rekey_time = ${tunnel.ike === 1 ? phase2.lifetime : Math.ceil(phase2.lifetime * 1.2)}s`,
    ]),
    ...(ends.gateway ? begins(mode === "passive") : []),
  ];
}

/**
 * Policies for the far end's own traffic, in a connection of their own: its address is that of no
 * peer.
 */
function passed(tunnel: Tunnel): string[] {
  const pairs = ownTraffic(tunnel);
  if (pairs.length === 0) return [];
  const name = `${section(tunnel)}-own`;
  const children = pairs.flatMap(({ from, to }, at) =>
    block(pairs.length === 1 ? name : `${name}-${at + 1}`, [
      `local_ts = ${from}`,
      `remote_ts = ${to}`,
      "mode = pass",
      "start_action = trap",
    ])
  );
  return block(name, ["remote_addrs = 127.0.0.1", ...block("children", children)]);
}

/**
 * The far end starts the tunnel on the first packet, and no packet leaves in clear before. If the
 * gateway is passive, the far end also restarts it after a failure. (`start` alone would let the
 * first packets after a boot leave in clear.) Both need the gateway's address.
 */
function begins(gatewayWaits: boolean): string[] {
  return [
    "start_action = trap",
    ...(gatewayWaits ? ["close_action = start", "dpd_action = restart"] : ["dpd_action = trap"]),
  ];
}

function secret({ ownId, gatewayId }: Ends, key = "PUT THE PRE-SHARED KEY HERE"): string[] {
  return [
    ...(ownId ? [`id-far = ${quoted(ownId)}`] : []),
    ...(gatewayId ? [`id-gateway = ${quoted(gatewayId)}`] : []),
    // 0x and 0s are prefixes of other encodings.
    `secret = ${/^0[xs]/i.test(key) ? `0s${base64(key)}` : quoted(key)}`,
  ];
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function notes(tunnel: Tunnel, ends: Through, { phase1, phase2 }: Phases): string[] {
  return [
    ...phase1.missing,
    ...phase2.missing,
    ...(ends.gateway ? [] : [
      `${NO_PUBLIC_ADDRESS} Put the address that you see into remote_addrs if the far end is to initiate.`,
    ]),
    ...ownTrafficNotes(
      tunnel,
      `mode = pass keeps its own traffic out of the tunnel. Its other networks in there need such a child too, and if ip route show table 220 lists the whole network, set charon.install_routes = no`,
    ),
    ...(ends.through
      ? [
        `Routes to the networks behind the gateway lead into ${ends.through.card}: ` +
        `ip route add NETWORK dev ${ends.through.card}.`,
      ]
      : []),
    ...(tunnel.auth.method === "certificate"
      ? [
        `Put the authority's certificate into /etc/swanctl/x509ca/${tunnel.name}-ca.crt, the far end's into ` +
        `/etc/swanctl/x509/${tunnel.name}-far.crt, and its private key into /etc/swanctl/private.`,
      ]
      : []),
    ...(tunnel.auth.method !== "keys" ? [] : [
      `Put the gateway's public key into /etc/swanctl/pubkey/${tunnel.name}-gateway.pem, the far end's ` +
      `own into ${tunnel.name}-far.pem beside it, and its private key into /etc/swanctl/private.`,
    ]),
  ];
}

/** The name of the connection: a dot in it would start a nested section. */
const section = ({ name }: Tunnel) => name.replaceAll(".", "_");

/** A section with indented lines. */
function block(name: string, lines: string[]): string[] {
  return [`${name} {`, ...lines.map((line) => `  ${line}`), "}"];
}

/** A quoted value, as strongswan.conf(5) parses it. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** strongSwan's keywords that differ from ours by more than `hmac-` and `-`. */
const WORDS = new Map([
  ["chacha20-poly1305", "chacha20poly1305"],
  ["brainpool224", "ecp224bp"],
  ["brainpool256", "ecp256bp"],
  ["brainpool384", "ecp384bp"],
  ["brainpool512", "ecp512bp"],
]);

function word(transform: string): string {
  const gcm = /^aes-(\d+)-gcm(-12)?$/.exec(transform);
  if (gcm) return `aes${gcm[1]}gcm${gcm[2] ? 12 : 16}`;
  return WORDS.get(transform) ??
    transform.replace(/^hmac-/, "").replace(/^sha2-/, "sha").replaceAll("-", "");
}

/** Transforms without a keyword in strongSwan (proposal_keywords_static.txt). */
const UNKNOWN = new Set(["sntrup761x25519", "hmac-ripemd160"]);

function vendor(name: string, lacks: ReadonlySet<string>): Vendor {
  const words = (transforms: readonly string[]) =>
    new Map(
      transforms.filter((one) => !lacks.has(one)).map((one): [string, string] => [one, word(one)]),
    );
  const all = { enc: words(ENC), auth: words(AUTH), prf: words(PRF), group: words(GROUP) };
  return { name, words: () => all };
}

/** strongSwan; a build without some plugins supports less. */
export const STRONGSWAN = vendor("strongSwan", UNKNOWN);

/** Transforms that strongSwan lacks, in the form of its keywords. */
const EVERY_WORD = vendor("a strongSwan with every word", new Set());

/** A list of proposals; `default` if the description leaves them to the daemons. */
function proposals({ sets }: VendorPhase, encrypts = true): string {
  if (sets.length === 0) return "default";
  return sets.map((set) => proposal(set, encrypts)).join(", ");
}

function proposal({ enc, auth, prf, group, set }: VendorSet, encrypts: boolean): string {
  return [
    ...(encrypts ? [enc] : []),
    ...(auth ? [auth] : []),
    // The default prf is that of the integrity algorithm.
    ...(prf && (set.prf || !auth) ? [`prf${prf}`] : []),
    ...(group ? [group] : []),
  ].join("-");
}
