/**
 * One entry of `network.interfaces`: the common fields, and a field for each kind.
 * @module
 */
import Type from "typebox";
import { CLOSED, secretRef, text, words } from "./common.ts";
import { ADDRESS, INTERFACE_NAME, LINE, NAME, PREFIXED, QUOTED, RAW_LINE } from "./pattern.ts";

const interfaceName = (description: string) => text(INTERFACE_NAME, description, { maxLength: 15 });

const address = (description: string) => text(ADDRESS, description);

const secret = (description: string) => ({ ...secretRef, description });

const port = (description: string) => Type.Integer({ minimum: 1, maximum: 65535, description });

const vlan = Type.Object({
  id: Type.Integer({ minimum: 1, maximum: 4094, description: "VLAN tag." }),
  parent: interfaceName("Interface that carries it."),
}, { ...CLOSED, description: "For vlan interfaces." });

const carp = Type.Object({
  vhid: Type.Integer({
    minimum: 1,
    maximum: 255,
    description: "Number of the shared address, the same on both gateways; unique on a carpdev.",
  }),
  carpdev: interfaceName("Interface on which the two gateways exchange advertisements."),
  advskew: Type.Optional(Type.Integer({
    minimum: 0,
    maximum: 254,
    description: "Skew of the advertisements: the gateway with the lowest value is master.",
    default: 0,
  })),
  advbase: Type.Optional(Type.Integer({
    minimum: 0,
    maximum: 254,
    description: "Seconds between advertisements, the same on both gateways.",
    default: 1,
  })),
  password: Type.Optional(
    secret(
      "Where the password that signs advertisements is kept: up to 19 characters, the same on both gateways.",
    ),
  ),
  peer: Type.Optional(
    address("The other gateway's address, where advertisements must not go to a multicast group."),
  ),
}, { ...CLOSED, description: "For carp interfaces: an address that two gateways share." });

const pfsync = Type.Object({
  syncdev: interfaceName(
    "Interface that carries the states: a network used by the two gateways only.",
  ),
  syncpeer: Type.Optional(
    address("The other gateway's address, where states must not go to a multicast group."),
  ),
  defer: Type.Optional(Type.Boolean({
    description:
      "Hold the first packet of a connection until the other gateway has its state; for gateways that both carry traffic.",
    default: false,
  })),
}, { ...CLOSED, description: "For pfsync0: states of the packet filter for the other gateway." });

const encapsulation = (kind: string) =>
  Type.Object({
    local: address("The gateway's own address, which packets are sent from."),
    remote: address("The other end's address."),
  }, { ...CLOSED, description: `For ${kind} interfaces: the outer addresses.` });

const sec = Type.Object({}, {
  ...CLOSED,
  description: "For sec interfaces: a tunnel that routes lead into; tunnels[].iface names it.",
});

const publicKey = "^[A-Za-z0-9+/]{43}=$";

const wg = Type.Object({
  port: Type.Optional(port("The udp port. Default: one that the kernel chooses.")),
  key: secret("Where the private key is kept, as openssl rand -base64 32 makes it."),
  peers: Type.Array(
    Type.Object({
      name: text(NAME, "Name of the peer."),
      publicKey: text(publicKey, "The peer's public key: 32 bytes in base64."),
      psk: Type.Optional(secret("Where a further key that both ends share is kept.")),
      endpoint: Type.Optional(
        text(
          "^([0-9.]+|\\[[0-9A-Fa-f:.]+\\]):[1-9][0-9]{0,4}$",
          "Address and port of the peer: 192.0.2.1:51820 or [2001:db8::1]:51820. Default: where its last packet came from.",
        ),
      ),
      allowed: Type.Array(text(PREFIXED, "A network such as 10.8.0.0/24, or 10.8.0.2/32."), {
        minItems: 1,
        description: "The addresses behind the peer.",
      }),
      keepalive: Type.Optional(
        port("Seconds between packets that keep a NAT on the way open, such as 25."),
      ),
    }, CLOSED),
    { minItems: 1, description: "The gateway's WireGuard peers." },
  ),
}, { ...CLOSED, description: "For wg interfaces: WireGuard." });

const pppoe = Type.Object({
  dev: interfaceName("Interface towards the provider's modem."),
  user: text(LINE, "The user name from the provider.", { minLength: 1, maxLength: 255 }),
  password: secret("Where the password from the provider is kept."),
  authproto: Type.Optional(words(["pap", "chap"], "How name and password are sent.", "pap")),
}, {
  ...CLOSED,
  description: "For pppoe interfaces; without an address, the provider assigns it.",
});

const ports = (kind: string, description: string) =>
  Type.Object({
    ports: Type.Array(interfaceName("An interface."), {
      minItems: 1,
      description: "The interfaces that are joined.",
    }),
  }, { ...CLOSED, description: `For ${kind} interfaces: ${description}` });

/** One interface; its name determines its kind. */
export const interfaceSchema = Type.Object({
  name: text("^[a-z]+[0-9]+$", "OpenBSD's name of the interface: vio0, em0, vlan10, carp0.", {
    maxLength: 15,
  }),
  address: Type.Optional(
    text(
      "^(dhcp|autoconf|none|[0-9.]+/[0-9]{1,2})$",
      "IPv4 address with prefix length such as 10.0.0.1/24, dhcp, or none.",
      { default: "none" },
    ),
  ),
  address6: Type.Optional(
    text(
      "^(autoconf|none|[0-9A-Fa-f:.]+/[0-9]{1,3})$",
      "IPv6 address with prefix length such as 2001:db8::1/64, autoconf, or none.",
      { default: "none" },
    ),
  ),
  aliases: Type.Optional(
    Type.Array(text(PREFIXED, "An address with prefix length, such as 10.0.0.2/24."), {
      description: "Further addresses.",
      default: [],
    }),
  ),
  peer: Type.Optional(
    address("Address of the far end, for interfaces that join two: gre, gif, sec, pppoe, tun."),
  ),
  inet6: Type.Optional(Type.Array(
    words(
      ["eui64", "soii", "-soii", "temporary", "-temporary"],
      "A word of ifconfig: eui64, soii, -soii, temporary or -temporary.",
    ),
    {
      description:
        "Flags of ifconfig(8) for how the interface makes its IPv6 addresses: eui64 gives a link-local one, -temporary and -soii lasting ones.",
      default: [],
    },
  )),
  groups: Type.Optional(
    Type.Array(
      text("^[A-Za-z_][A-Za-z0-9_]{0,13}[A-Za-z_]$|^[A-Za-z_]$", "A group; no digit at its end."),
      { description: "Groups of the interface, such as egress, that rules may name.", default: [] },
    ),
  ),
  rdomain: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 255, description: "Routing domain.", default: 0 }),
  ),
  mtu: Type.Optional(
    Type.Integer({ minimum: 576, maximum: 65535, description: "MTU in bytes." }),
  ),
  description: Type.Optional(
    text(QUOTED, "Shown by ifconfig: ASCII without quotes, $, \\, ` and #.", { maxLength: 60 }),
  ),
  vlan: Type.Optional(vlan),
  carp: Type.Optional(carp),
  pfsync: Type.Optional(pfsync),
  gre: Type.Optional(encapsulation("gre")),
  gif: Type.Optional(encapsulation("gif")),
  etherip: Type.Optional(encapsulation("etherip")),
  sec: Type.Optional(sec),
  wg: Type.Optional(wg),
  pppoe: Type.Optional(pppoe),
  aggr: Type.Optional(ports("aggr", "cards that work as one (LACP).")),
  veb: Type.Optional(ports("veb", "a switch, with vport interfaces for the gateway itself.")),
  bridge: Type.Optional(
    ports("bridge", "a bridge, with vether interfaces for the gateway itself."),
  ),
  options: Type.Optional(
    Type.Array(text(RAW_LINE, "One line of hostname.if; no backslash at its end."), {
      description: "Raw lines, added at the end.",
      default: [],
    }),
  ),
}, CLOSED);

/** An interface in the form that users write. */
export type InterfaceDescription = Type.Static<typeof interfaceSchema>;
