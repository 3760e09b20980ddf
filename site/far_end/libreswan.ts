/**
 * The far end as libreswan runs it: ipsec.conf(5) and ipsec.secrets(5).
 *
 * Source: those manual pages of libreswan 4.10, and `ipsec algparse` for the words of transforms.
 * @module
 */
import { parseAddress } from "../../gateway/address.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { isBehindNat } from "../../gateway/outer_address.ts";
import type { Selector, Tunnel } from "../../gateway/tunnel.ts";
import { type Ends, endsOf, seenPairs } from "./ends.ts";
import type { FarEnd, FarEndOptions } from "./far_end.ts";
import { LIBRESWAN } from "./libreswan_words.ts";
import { onlyBy, type SpokenPhase, spokenPhase, type SpokenSet } from "./spoken.ts";

/** Files for /etc/ipsec.d, which Debian's and Fedora's ipsec.conf and ipsec.secrets include. */
export function libreswanFarEnd(
  gateway: Gateway,
  tunnel: Tunnel,
  { key, gatewayAddress }: FarEndOptions = {},
): FarEnd {
  onlyBy(LIBRESWAN, gateway, tunnel, ["psk", "certificate"]);
  const ends = endsOf(gateway, tunnel, gatewayAddress);
  const phases = {
    phase1: spokenPhase(LIBRESWAN, gateway, tunnel, 1),
    phase2: spokenPhase(LIBRESWAN, gateway, tunnel, 2),
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
    looks: [
      "ipsec trafficstatus",
      "ipsec status",
      "ip xfrm state",
      "journalctl -u ipsec -n 100",
    ],
    notes: notes(tunnel, ends, phases),
  };
}

/** What the transforms of both phases became. */
interface Phases {
  phase1: SpokenPhase;
  phase2: SpokenPhase;
}

function conf(gateway: Gateway, tunnel: Tunnel, ends: Ends, phases: Phases): string {
  const all = connections(tunnel);
  const [first] = all;
  const common = connection(tunnel, ends, phases);
  const auto = `auto=${begins(tunnel, ends)}`;
  const sections = all.length === 1 ? section(first!.name, [...common, ...first!.lines, auto]) : [
    // Without auto, which stays alone then; the other sections may not say it a second time.
    ...section(conn(tunnel), common),
    ...all.flatMap(({ name, lines }) => section(name, [`also=${conn(tunnel)}`, ...lines, auto])),
  ];
  return [
    `# ${gateway.hostname}: the other end of tunnel ${tunnel.name}`,
    // It is off since 4.9; a second section of this name is read with the first.
    ...(tunnel.ike === 1 ? ["config setup", "\tikev1-policy=accept", ""] : []),
    ...sections,
  ].join("\n");
}

/** A section ends at the first line that is not indented. */
function section(name: string, lines: readonly string[]): string[] {
  return [`conn ${name}`, ...lines.map((line) => `\t${line}`), ""];
}

/** The name of a connection begins with a letter. */
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

/** Seconds that libreswan takes at most, 24 h. */
const LONGEST = 86400;

/**
 * isakmpd(8) wants its own lifetime; iked(8) makes new keys when half to all of it has passed, before
 * libreswan, which begins by a margin before the end of a longer one: packets are lost where both do so at once.
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
    // Both together must stay below the lifetime; 9 m and up to twice that is its own.
    ...(shortest < LONGEST
      ? [`rekeymargin=${Math.max(1, Math.min(540, Math.floor(shortest / 20)))}s`, "rekeyfuzz=0%"]
      : []),
  ];
}

function proposal(set: SpokenSet, ike: boolean, pfs: boolean, encrypts = true): string {
  // The second word of an AEAD in IKE is its prf; libreswan has no prf beside an integrity algorithm.
  const second = set.auth ?? (ike ? set.prf : undefined);
  const words = [...(encrypts ? [set.enc] : []), ...(second ? [second] : [])].join("-");
  return pfs ? `${words};${set.group ?? "none"}` : words;
}

/** The values of leftprotoport and rightprotoport; ports of one end are none of the other. */
function ports({ proto, localPort, remotePort }: Tunnel): string[] {
  if (proto === undefined) return [];
  const word = (port: string | undefined) => port === undefined ? proto : `${proto}/${port}`;
  return [`leftprotoport=${word(remotePort)}`, `rightprotoport=${word(localPort)}`];
}

/**
 * A packet makes the far end begin, and none leaves in clear before; where the gateway waits, it begins by
 * itself. Both need the gateway's address.
 */
function begins({ mode }: Tunnel, { gateway }: Ends): string {
  return gateway === undefined ? "add" : mode === "passive" ? "start" : "ondemand";
}

/** A connection's name, and the networks that it joins. */
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

/** Without the sign a name is looked up in DNS; `@@` announces user@name. */
function identity(id: string): string {
  if (parseAddress(id)) return id;
  if (id.startsWith("/")) return `"${id.slice(1).replaceAll("/", ", ")}"`;
  if (id.startsWith("@")) return `"@@${id}"`;
  return `"${id.includes("@") ? "" : "@"}${id}"`;
}

/** An entry for the identities; the daemon takes an index of `%any` where one is not known. */
function secrets({ ownId, gatewayId, gateway }: Ends, key = "PUT THE PRE-SHARED KEY HERE"): string {
  const index = (id: string | undefined) =>
    id === undefined ? "%any" : identity(id).replace(/^"([^" ,=]*)"$/, "$1");
  const other = gatewayId ?? gateway;
  return `${index(ownId)} ${index(other)} : PSK ${secretWord(key)}\n`;
}

/** Between quotes all is taken as it is; what has a quote or is not ASCII goes as hexadecimal digits. */
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
      "The gateway's address is not known to its description, or is behind NAT: put the address that " +
      "you see into right if the far end is to initiate.",
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
