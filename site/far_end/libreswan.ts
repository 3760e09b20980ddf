/**
 * The far end as libreswan configuration: ipsec.conf(5) and ipsec.secrets(5).
 *
 * Source: those manual pages of libreswan 4.10, and `ipsec algparse` for the keywords of
 * transforms.
 * @module
 */
import { parseAddress } from "../../gateway/address.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { isBehindNat } from "../../gateway/outer_address.ts";
import type { Selector, Tunnel } from "../../gateway/tunnel.ts";
import { type Ends, endsOf, NO_PUBLIC_ADDRESS, seenPairs } from "./ends.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";
import { ownTraffic, ownTrafficNotes } from "./own_traffic.ts";
import { LIBRESWAN } from "./libreswan_words.ts";
import { onlyBy, type VendorPhase, vendorPhase, type VendorSet } from "./vendor_transforms.ts";

/** Files for /etc/ipsec.d, which Debian's and Fedora's ipsec.conf and ipsec.secrets include. */
export function libreswanFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  { key, gatewayAddress }: FarEndOptions = {},
): FarEnd {
  onlyBy(LIBRESWAN, gateway, tunnel, ["psk", "certificate"]);
  const ends = endsOf(gateway, tunnel, gatewayAddress);
  const phases = {
    phase1: vendorPhase(LIBRESWAN, gateway, tunnel, 1),
    phase2: vendorPhase(LIBRESWAN, gateway, tunnel, 2),
  };
  const psk = tunnel.auth.method === "psk";
  const path = `/etc/ipsec.d/${tunnel.name}`;
  return {
    files: [
      { path: `${path}.conf`, text: conf(gateway, tunnel, ends, phases), mode: 0o644 },
      ...(psk ? [{ path: `${path}.secrets`, text: secrets(ends, key), mode: 0o600 }] : []),
    ],
    commands: [
      ...(psk ? [] : [
        "ipsec import FAR-END.p12",
        `certutil -A -d sql:/var/lib/ipsec/nss -n ${tunnel.name}-ca -t CT,, -a -i CA.crt`,
      ]),
      "ipsec restart",
      ...(ends.gateway ? connections(tunnel) : []).map(({ name }) => `ipsec auto --up ${name}`),
    ],
    diagnostics: [
      "ipsec trafficstatus",
      "ipsec status",
      "ip xfrm state",
      "journalctl -u ipsec -n 100",
    ],
    notes: notes(tunnel, ends, phases),
  };
}

/** The rendered transforms of both phases. */
interface Phases {
  phase1: VendorPhase;
  phase2: VendorPhase;
}

function conf(gateway: Gateway, tunnel: Tunnel, ends: Ends, phases: Phases): string {
  const all = connections(tunnel);
  const [first] = all;
  const common = connection(tunnel, ends, phases);
  const auto = `auto=${begins(tunnel, ends)}`;
  const sections = all.length === 1 ? section(first!.name, [...common, ...first!.lines, auto]) : [
    // Without auto, which is set in the base section only; the other sections must not repeat it.
    ...section(conn(tunnel), common),
    ...all.flatMap(({ name, lines }) => section(name, [`also=${conn(tunnel)}`, ...lines, auto])),
  ];
  return [
    `# ${gateway.hostname}: the other end of tunnel ${tunnel.name}`,
    // Off by default since 4.9; a second section of this name is merged with the first.
    ...(tunnel.ike === 1 ? ["config setup", "\tikev1-policy=accept", ""] : []),
    ...sections,
    ...passed(tunnel, ends),
  ].join("\n");
}

/** Connections that keep the far end's own traffic out of the tunnel. */
function passed(tunnel: Tunnel, { own }: Ends): string[] {
  const pairs = ownTraffic(tunnel);
  return pairs.flatMap(({ from, to }, at) => {
    const six = from.includes(":");
    return section(`${conn(tunnel)}-own${pairs.length === 1 ? "" : `-${at + 1}`}`, [
      "type=passthrough",
      "authby=never",
      ...(six ? ["hostaddrfamily=ipv6"] : []),
      `left=${own !== undefined && own.includes(":") === six ? own : "%defaultroute"}`,
      `right=${six ? "::" : "0.0.0.0"}`,
      ...subnets([{ remote: from, local: to }]),
      "auto=ondemand",
    ]);
  });
}

/** A section ends at the first line without indentation. */
function section(name: string, lines: readonly string[]): string[] {
  return [`conn ${name}`, ...lines.map((line) => `\t${line}`), ""];
}

/** The name of a connection starts with a letter. */
function conn({ name }: Tunnel): string {
  return /^[A-Za-z]/.test(name) ? name : `tunnel-${name}`;
}

function connection(tunnel: Tunnel, ends: Ends, { phase1, phase2 }: Phases): string[] {
  const { ike, protocol, auth } = tunnel;
  const pfs = phase2.sets.some(({ group }) => group !== undefined);
  const offered = phase2.sets.map((set) => proposal(set, false, pfs, protocol === "esp"));
  return [
    `ikev2=${ike === 2 ? "yes" : "no"}`,
    ...(ike === 1 && tunnel.exchange === "aggressive" ? ["aggressive=yes"] : []),
    ...(ends.gateway?.includes(":") ? ["hostaddrfamily=ipv6"] : []),
    `left=${ends.own ?? "%defaultroute"}`,
    ...(ends.ownId ? [`leftid=${identity(ends.ownId)}`] : []),
    `right=${ends.gateway ?? "%any"}`,
    ...(ends.gatewayId ? [`rightid=${identity(ends.gatewayId)}`] : []),
    ...(auth.method === "psk"
      ? ["authby=secret"]
      : [`leftcert=${tunnel.name}-far`, "leftsendcert=always"]),
    ...(tunnel.encapsulation === "transport" ? ["type=transport"] : []),
    `ike=${phase1.sets.map((set) => proposal(set, true, true)).join(",")}`,
    ...(protocol === "ah" ? ["phase2=ah"] : []),
    `${protocol}=${[...new Set(offered)].join(",")}`,
    `pfs=${pfs ? "yes" : "no"}`,
    ...lifetimes(tunnel),
    ...(ike === 2 && tunnel.ipcomp ? ["compress=yes"] : []),
    ...(ends.gateway
      ? [
        "dpddelay=30",
        "dpdtimeout=120",
        `dpdaction=${tunnel.mode === "passive" ? "restart" : "hold"}`,
      ]
      : ["dpddelay=30", "dpdtimeout=120", "dpdaction=clear"]),
    ...ports(tunnel),
    ...(tunnel.iface === undefined ? [] : ["ipsec-interface=yes"]),
  ];
}

/** Maximum lifetime in libreswan, in seconds: 24 h. */
const LONGEST = 86400;

/**
 * isakmpd(8) requires its own lifetime. iked(8) rekeys after half to all of its lifetime;
 * libreswan's is longer, so that iked rekeys first: packets are lost if both rekey at once.
 */
function lifetimes({ ike, phase1, phase2 }: Tunnel): string[] {
  const longer = (seconds: number) => Math.min(LONGEST, Math.ceil(seconds * (ike === 1 ? 1 : 1.3)));
  const [first, second] = [phase1, phase2].map(({ lifetime }) =>
    lifetime === undefined ? undefined : longer(lifetime)
  );
  const shortest = Math.min(first ?? LONGEST, second ?? LONGEST);
  return [
    ...(first === undefined ? [] : [`ikelifetime=${first}s`]),
    ...(second === undefined ? [] : [`salifetime=${second}s`]),
    // Margin and fuzz together must be less than the lifetime; the defaults are 9 min and 100 %.
    ...(shortest < LONGEST
      ? [`rekeymargin=${Math.max(1, Math.min(540, Math.floor(shortest / 20)))}s`, "rekeyfuzz=0%"]
      : []),
  ];
}

function proposal(set: VendorSet, ike: boolean, pfs: boolean, encrypts = true): string {
  // The second word after an AEAD in IKE is the prf; with an integrity algorithm libreswan has no
  // prf.
  const second = set.auth ?? (ike ? set.prf : undefined);
  const words = [...(encrypts ? [set.enc] : []), ...(second ? [second] : [])].join("-");
  return pfs ? `${words};${set.group ?? "none"}` : words;
}

/** The values of leftprotoport and rightprotoport. */
function ports({ proto, localPort, remotePort }: Tunnel): string[] {
  if (proto === undefined) return [];
  const word = (port: string | undefined) => port === undefined ? proto : `${proto}/${port}`;
  return [`leftprotoport=${word(remotePort)}`, `rightprotoport=${word(localPort)}`];
}

/**
 * The far end starts the tunnel on the first packet, and no packet leaves in clear before; if the
 * gateway is passive, the far end starts it at boot. Both need the gateway's address.
 */
function begins({ mode }: Tunnel, { gateway }: Ends): string {
  return gateway === undefined ? "add" : mode === "passive" ? "start" : "ondemand";
}

/** Name and networks of a connection. */
function connections(tunnel: Tunnel): { name: string; lines: string[] }[] {
  const { ike, encapsulation, iface } = tunnel;
  const name = conn(tunnel);
  if (encapsulation === "transport") return [{ name, lines: [] }];
  if (iface !== undefined) {
    return [{ name, lines: subnets([{ local: "0.0.0.0/0", remote: "0.0.0.0/0" }]) }];
  }
  const pairs = seenPairs(tunnel);
  if (ike === 2 || pairs.length === 1) return [{ name, lines: subnets(pairs) }];
  return pairs.map((pair, at) => ({ name: `${name}-${at + 1}`, lines: subnets([pair]) }));
}

function subnets(pairs: readonly Selector[]): string[] {
  const list = (networks: readonly string[]) =>
    [...new Set(networks)].map((one) =>
      one.includes("/") ? one : `${one}/${one.includes(":") ? 128 : 32}`
    ).join(",");
  return [
    `leftsubnet=${list(pairs.map(({ remote }) => remote))}`,
    `rightsubnet=${list(pairs.map(({ local }) => local))}`,
  ];
}

/** Without `@` a name is resolved with DNS; `@@` marks user@name. */
function identity(id: string): string {
  if (parseAddress(id)) return id;
  if (id.startsWith("/")) return `"${id.slice(1).replaceAll("/", ", ")}"`;
  if (id.startsWith("@")) return `"@@${id}"`;
  return `"${id.includes("@") ? "" : "@"}${id}"`;
}

/** An entry for the identities; `%any` stands for an unknown one. */
function secrets({ ownId, gatewayId, gateway }: Ends, key = "PUT THE PRE-SHARED KEY HERE"): string {
  const index = (id: string | undefined) =>
    id === undefined ? "%any" : identity(id).replace(/^"([^" ,=]*)"$/, "$1");
  const other = gatewayId ?? gateway;
  return `${index(ownId)} ${index(other)} : PSK ${secretWord(key)}\n`;
}

/** Quoted text is literal; a key with a quote or non-ASCII characters is written in hexadecimal. */
function secretWord(key: string): string {
  if (/^[ !#-~]+$/.test(key)) return `"${key}"`;
  const bytes = [...new TextEncoder().encode(key)];
  return `0x${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

function notes(tunnel: Tunnel, ends: Ends, { phase1, phase2 }: Phases): string[] {
  const { ike, auth, iface, encapsulation } = tunnel;
  const several = ike === 2 && iface === undefined && encapsulation === "tunnel" &&
    seenPairs(tunnel).length > 1;
  const long = [tunnel.phase1, tunnel.phase2].some(({ lifetime = 0 }) => lifetime > LONGEST);
  return [
    ...phase1.missing,
    ...phase2.missing,
    ...(ends.gateway ? [] : [
      `${NO_PUBLIC_ADDRESS} Put the address that you see into right if the far end is to initiate.`,
    ]),
    ...(ends.own !== undefined && !isBehindNat(ends.own)
      ? [
        `${ends.own} is assumed to be an address of the host: if it is behind NAT, put its own address into left.`,
      ]
      : []),
    ...(several
      ? [
        "Several networks at one end of an IKEv2 tunnel need libreswan 5 or later: 4 supports one at each end.",
      ]
      : []),
    ...ownTrafficNotes(
      tunnel,
      "type=passthrough keeps its own traffic out of the tunnel. Its other networks in there need such a connection too",
    ),
    ...(long ? ["libreswan keeps keys for at most 24 h; it rekeys before the gateway does."] : []),
    ...(iface === undefined ? [] : [
      "Routes to the networks behind the gateway lead into ipsec1: ip route add NETWORK dev ipsec1.",
    ]),
    ...(auth.method === "psk" ? [] : [
      `FAR-END.p12 has the far end's certificate and private key, by the name ${tunnel.name}-far; CA.crt is ` +
      "the authority's certificate.",
    ]),
    ...(encapsulation === "transport" ? [] : [
      "NAT there must not translate these packets: iptables -t nat -I POSTROUTING -m policy " +
      "--dir out --pol ipsec -j ACCEPT.",
    ]),
  ];
}
