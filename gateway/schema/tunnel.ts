/**
 * The `tunnels` part of the schema.
 * @module
 */
import Type from "typebox";
import { DEFAULTS, TRANSFORM } from "./defaults.ts";
import { CLOSED, oneOrMany, pskRef, secretRef, text, words } from "./common.ts";
import { FAR_END_NAMES } from "../far_end_kinds.ts";
import { NAME, NETWORK, PLAIN } from "./pattern.ts";
import { AUTH, ENC, GROUP, PRF } from "../openbsd/transforms.ts";

function transforms(phase: 1 | 2, ofLifetime: Record<string, unknown>) {
  const set = Type.Object({
    auth: Type.Optional(words(AUTH, "Integrity algorithm; leave it out with GCM.", TRANSFORM.auth)),
    enc: Type.Optional(words(ENC, "Encryption algorithm.", TRANSFORM.enc)),
    prf: Type.Optional(
      words(PRF, "Pseudo-random function, in phase1 of IKEv2 only. Default: as auth."),
    ),
    group: Type.Optional(
      words(
        GROUP,
        `Diffie-Hellman group; sntrup761x25519 (between OpenBSDs of 7.0 on) withstands quantum computers; none in phase 2 turns perfect forward secrecy off. Default: ${TRANSFORM.group}; in phase 2 of IKEv2 that or none, as the peer has it.`,
      ),
    ),
    lifetime: Type.Optional(Type.Union([
      text("^[1-9][0-9]{0,8}[smhd]?$", "Seconds, or with s, m, h or d."),
      Type.Integer({ minimum: 60, maximum: 31_536_000, description: "Seconds." }),
    ], {
      description: "Lifetime of the keys of this phase: 3600, 60m, 24h.",
      ...ofLifetime,
    })),
    lifetimeBytes: Type.Optional(Type.Union([
      text("^[1-9][0-9]{0,11}[KMG]?$", "Bytes, or with K, M or G."),
      Type.Integer({ minimum: 1, description: "Bytes." }),
    ], {
      description:
        "Data that the keys protect at most, in phase 2 of IKEv2: 500M, 4G. Default: iked's own.",
    })),
  }, { ...CLOSED, description: `Transforms and lifetime of IKE phase ${phase}.` });
  return Type.Union([
    set,
    Type.Array(set, { minItems: 1, description: "Sets to offer, the best first (ike: 2)." }),
    words(["default"], "The daemon's own proposals."),
  ], {
    description:
      `Transforms and lifetime of IKE phase ${phase}: a set, a list of sets (ike: 2), or default, the daemon's own proposals.`,
    default: {},
  });
}

function port(description: string) {
  return Type.Union([
    text("^[a-z][a-z0-9-]{0,30}$", "A service such as l2tp."),
    Type.Integer({ minimum: 1, maximum: 65535, description: "A port." }),
  ], { description });
}

/** Local address of a tunnel. */
export const localAddress = text(
  "^([0-9A-Fa-f:.]+|[a-z][a-z0-9_]*[0-9]*)$",
  "Address (without prefix length) the gateway sends from, if it has several; or the interface or group (egress) that has it.",
  { maxLength: 45 },
);

/** A pf tag. */
export const tag = text(
  "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$",
  "pf tag of the decrypted packets.",
);

/** A certificate, the authority that both ends trust, and the private key. */
export const certificateSchema = Type.Object({
  ca: { ...secretRef, description: "Where the authority's certificate is kept (PEM)." },
  cert: { ...secretRef, description: "Where the gateway's certificate is kept (PEM)." },
  key: { ...secretRef, description: "Where the private key of the certificate is kept (PEM)." },
}, {
  ...CLOSED,
  description: "X.509 in place of a psk: {ca: {file: ...}, cert: {file: ...}, key: {file: ...}}.",
});

/** One IPsec tunnel. */
export const tunnelSchema = Type.Object({
  name: text(
    NAME,
    "Name of the tunnel; part of file names and of commands such as vpnctl up NAME.",
  ),
  ike: Type.Optional(
    Type.Unsafe<1 | 2>({
      enum: [1, 2],
      description: "1: isakmpd and ipsec.conf; 2: iked and iked.conf.",
      default: 2,
    }),
  ),
  peer: text(
    "^(any|[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}(/[0-9]{1,3})?)$",
    "Address or host name of the other end, or any; with ike: 2 and mode: passive also a network.",
  ),
  local: Type.Optional(oneOrMany(
    text(NETWORK, "A network such as 10.0.0.0/24, or an address."),
    "Networks on this side, such as 10.0.0.0/24.",
  )),
  remote: Type.Optional(oneOrMany(
    text(NETWORK, "A network such as 10.0.0.0/24, or an address."),
    "Networks on the other side, such as 10.0.10.0/24.",
  )),
  selectors: Type.Optional(Type.Array(
    Type.Object({
      local: text(NETWORK, "A network on this side, such as 10.0.0.0/24."),
      remote: text(NETWORK, "A network on the other side, such as 10.0.10.0/24."),
    }, CLOSED),
    {
      minItems: 1,
      description: "Pairs of networks, in place of local and remote, which join each with each.",
    },
  )),
  proto: Type.Optional(Type.Union([
    text("^[a-z][a-z0-9-]{0,30}$", "A protocol such as gre or tcp."),
    Type.Integer({ minimum: 1, maximum: 255, description: "The number of a protocol." }),
  ], { description: "Only traffic of this IP protocol, such as gre." })),
  localPort: Type.Optional(
    port(
      "Only traffic of this port on this side, 1 to 65535 or a name of services(5); needs proto: tcp or udp.",
    ),
  ),
  remotePort: Type.Optional(port(
    "Only traffic to this port on the other side, 1 to 65535 or a name of services(5).",
  )),
  iface: Type.Optional(
    text(
      "^sec[0-9]{1,9}$",
      "A sec interface of network.interfaces that routes lead into, in place of local and remote.",
    ),
  ),
  localAddress: Type.Optional(localAddress),
  mode: Type.Optional(
    words(
      ["active", "passive", "dynamic"],
      "Which end starts the negotiation: active, this one; passive, the other; dynamic (IKEv1), this one, which also watches for dead peers.",
      "active",
    ),
  ),
  exchange: Type.Optional(words(["main", "aggressive"], "IKEv1 phase 1 exchange.", "main")),
  protocol: Type.Optional(
    words(
      ["esp", "ah"],
      "What protects the packets: esp encrypts and authenticates, ah only authenticates.",
      "esp",
    ),
  ),
  encapsulation: Type.Optional(
    words(
      ["tunnel", "transport"],
      "What the tunnel joins: networks (tunnel), or only its two ends (transport).",
      "tunnel",
    ),
  ),
  phase1: Type.Optional(transforms(1, {
    // isakmpd compares it for equality, so that it must be written only if both ends agreed on it.
    description:
      "Lifetime of the keys of phase 1: 3600, 60m, 24h. Default: 24h with ike: 2; with ike: 1 whatever the peer asks for between 1m and 24h, where a written one must be equal at both ends.",
  })),
  phase2: Type.Optional(transforms(2, { default: DEFAULTS.lifetime2 })),
  ipcomp: Type.Optional(
    Type.Boolean({ description: "Compress before encrypting (ike: 2).", default: false }),
  ),
  psk: Type.Optional(pskRef),
  peerKey: Type.Optional({
    ...secretRef,
    description:
      "The peer's public key in PEM, in place of a psk: {file: ...}, {env: NAME} or {command: [...]}.",
  }),
  certificate: Type.Optional(certificateSchema),
  srcid: Type.Optional(
    text(PLAIN, "Identity that the gateway sends: an address, a name, or user@name.", {
      minLength: 1,
      maxLength: 255,
    }),
  ),
  dstid: Type.Optional(
    text(PLAIN, "Identity that the peer must send.", { minLength: 1, maxLength: 255 }),
  ),
  tag: Type.Optional(tag),
  nat: Type.Optional(text(NETWORK, "Network the other end sees instead of local.")),
  farEnd: Type.Optional(
    words(
      FAR_END_NAMES,
      "Kind of the other end: check warns of what does not work with it, far-end writes its configuration.",
    ),
  ),
}, {
  ...CLOSED,
  description:
    "One IPsec tunnel. Without psk, peerKey and certificate the peer's public key must be in files.",
});
