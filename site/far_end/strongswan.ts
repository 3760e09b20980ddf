/**
 * The far end as strongSwan runs it: swanctl.conf(5).
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { shownIdentity } from "../../gateway/identity.ts";
import { isAead } from "../../gateway/openbsd/transforms.ts";
import { isPrivate, outerAddress } from "../../gateway/outer_address.ts";
import type { Phase, TransformSet, Tunnel } from "../../gateway/tunnel.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";

/** The file that holds a tunnel: what Debian's swanctl.conf includes. */
const path = (tunnel: Tunnel) => `/etc/swanctl/conf.d/${tunnel.name}.conf`;

/** swanctl.conf for the other end of `tunnel`, and how it is loaded. */
export function strongswanFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  { key, gatewayAddress }: FarEndOptions = {},
): FarEnd {
  const psk = tunnel.auth.method === "psk";
  const ends = endsOf(gateway, tunnel, gatewayAddress);
  const text = [
    `# ${gateway.hostname}: the other end of tunnel ${tunnel.name}`,
    ...block("connections", block(section(tunnel), connection(tunnel, ends))),
    ...(psk ? block("secrets", block(`ike-${section(tunnel)}`, secret(ends, key))) : []),
    "",
  ].join("\n");
  return {
    files: [{ path: path(tunnel), text, mode: psk ? 0o600 : 0o644 }],
    commands: [
      "swanctl --load-all",
      ...(ends.gateway ? children(tunnel) : [])
        .map(({ name }) => `swanctl --initiate --child ${name}`),
    ],
    notes: notes(tunnel, ends),
  };
}

/** The addresses and identities of both ends, as the far end sees them. */
interface Ends {
  /** Its own address, where the gateway knows it. */
  own?: string;
  /** The gateway's address, where the far end can know it. */
  gateway?: string;
  ownId?: string;
  gatewayId?: string;
}

function endsOf(gateway: Gateway, tunnel: Tunnel, gatewayAddress: string | undefined): Ends {
  const own = /^[0-9.]+$|:/.test(tunnel.peer) ? tunnel.peer : undefined;
  const outer = outerAddress(gateway, tunnel);
  // Behind NAT the far end sees another address, which no description knows.
  const hidden = outer === undefined || isPrivate(outer) && !(own && isPrivate(own));
  const shown = shownIdentity(gateway, tunnel) ?? outer;
  const ownId = tunnel.dstid ?? own;
  return {
    ...(own === undefined ? {} : { own }),
    ...(gatewayAddress ? { gateway: gatewayAddress } : hidden ? {} : { gateway: outer }),
    ...(ownId === undefined ? {} : { ownId }),
    ...(shown === undefined ? {} : { gatewayId: shown }),
  };
}

function connection(tunnel: Tunnel, ends: Ends): string[] {
  const { phase1, auth } = tunnel;
  const method = auth.method === "psk" ? "psk" : "pubkey";
  const keyFile = (whose: string) =>
    method === "psk" ? [] : [`pubkeys = ${tunnel.name}-${whose}.pem`];
  return [
    `version = ${tunnel.ike}`,
    ...(tunnel.ike === 1 && tunnel.exchange === "aggressive" ? ["aggressive = yes"] : []),
    ...(ends.own ? [`local_addrs = ${ends.own}`] : []),
    `remote_addrs = ${ends.gateway ?? "%any"}`,
    `proposals = ${proposals(phase1, true)}`,
    ...lifetime(tunnel, phase1),
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
      children(tunnel).flatMap((one) => block(one.name, child(tunnel, one, ends))),
    ),
  ];
}

/**
 * isakmpd(8) compares the lifetime of phase 1, so what strongSwan adds to it is left out. In IKEv2 the
 * gateway makes new keys first: packets are lost where both ends do so at once.
 */
function lifetime({ ike }: Tunnel, { lifetime }: Phase): string[] {
  if (lifetime === undefined) return [];
  if (ike === 1) return [`rekey_time = ${lifetime}s`, "over_time = 0s"];
  return [`rekey_time = ${Math.ceil(lifetime * 1.2)}s`];
}

/** What one child SA carries. */
interface Child {
  name: string;
  own: string[];
  gateway: string[];
}

/** IKEv2 negotiates lists; a quick mode of IKEv1 has one network at each end. */
function children(tunnel: Tunnel): Child[] {
  const seen = tunnel.nat ? [tunnel.nat] : tunnel.local;
  if (tunnel.ike === 2) return [{ name: section(tunnel), own: tunnel.remote, gateway: seen }];
  const pairs = tunnel.remote.flatMap((own) =>
    seen.filter((one) => one.includes(":") === own.includes(":")).map((one) => [own, one] as const)
  );
  return pairs.map(([own, one], index) => ({
    name: pairs.length === 1 ? section(tunnel) : `${section(tunnel)}-${index + 1}`,
    own: [own],
    gateway: [one],
  }));
}

function child(tunnel: Tunnel, { own, gateway }: Child, ends: Ends): string[] {
  const { phase2, protocol, encapsulation, mode } = tunnel;
  const offered = protocol === "ah" ? "ah_proposals" : "esp_proposals";
  return [
    ...(encapsulation === "transport" ? ["mode = transport"] : []),
    // Transport mode protects the two ends themselves.
    ...(encapsulation === "transport" ? [] : [
      `local_ts = ${own.join(", ")}`,
      `remote_ts = ${gateway.join(", ")}`,
    ]),
    `${offered} = ${proposals(phase2, false, protocol === "esp")}`,
    ...(phase2.lifetime === undefined ? [] : [
      `rekey_time = ${tunnel.ike === 1 ? phase2.lifetime : Math.ceil(phase2.lifetime * 1.2)}s`,
    ]),
    ...(ends.gateway ? begins(mode === "passive") : []),
  ];
}

/**
 * A packet makes the far end begin where nobody has yet, and none leaves in clear before. Where the
 * gateway waits, the far end also begins again by itself after a loss. (`start` alone would let the
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
    // 0x and 0s announce other forms.
    `secret = ${/^0[xs]/i.test(key) ? `0s${base64(key)}` : quoted(key)}`,
  ];
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

function notes(tunnel: Tunnel, ends: Ends): string[] {
  return [
    ...(ends.gateway ? [] : [
      "The gateway's address is not known to its description, or is behind NAT: put the address that " +
      "you see into remote_addrs where the far end is to begin.",
    ]),
    ...(tunnel.auth.method === "psk" ? [] : [
      `Put the gateway's public key into /etc/swanctl/pubkey/${tunnel.name}-gateway.pem, the far end's ` +
      `own into ${tunnel.name}-far.pem beside it, and its private key into /etc/swanctl/private.`,
    ]),
  ];
}

/** The name of the connection: a dot in it would begin a section within a section. */
const section = ({ name }: Tunnel) => name.replaceAll(".", "_");

/** A section with its lines indented. */
function block(name: string, lines: string[]): string[] {
  return [`${name} {`, ...lines.map((line) => `  ${line}`), "}"];
}

/** A value between quotes, as strongswan.conf(5) reads it. */
function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** Words of strongSwan for ours that are not the same without `hmac-` and `-`. */
const WORDS = new Map([
  ["hmac-ripemd160", "ripemd160"],
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

/** A list of proposals; `default` where the description leaves it to the daemons. */
function proposals({ sets }: Phase, ike: boolean, encrypts = true): string {
  if (sets.length === 0) return "default";
  return sets.map((set) => proposal(set, ike, encrypts)).join(", ");
}

function proposal(
  { enc, auth, prf, group }: TransformSet,
  ike: boolean,
  encrypts: boolean,
): string {
  const aead = isAead(enc);
  // iked pairs an AEAD with this one where none is named.
  const prfWord = ike && (prf ?? (aead ? "hmac-sha2-256" : undefined));
  return [
    ...(encrypts ? [word(enc)] : []),
    ...(auth && !aead ? [word(auth)] : []),
    ...(prfWord ? [`prf${word(prfWord)}`] : []),
    ...(group === "none" ? [] : [word(group)]),
  ].join("-");
}
