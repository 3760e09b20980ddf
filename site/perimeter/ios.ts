/**
 * The upstream firewall as Cisco IOS configuration. Source: Cisco's documents "Configuring NAT for
 * IP Address Conservation" and "IP Access List Entry Sequence Numbering"; not run on a router.
 * @module
 */
import { parsePrefix } from "../../gateway/address.ts";
import { protocolNumber } from "../../gateway/openbsd/protocols.ts";
import {
  guessComment,
  GUESSED_OUTSIDE,
  isTranslated,
  type Perimeter,
  type PerimeterOptions,
} from "./perimeter.ts";
import type { PerimeterService } from "./services.ts";

/** Commands for the configuration mode. */
export function perimeterIos(perimeter: Perimeter, options: PerimeterOptions): string {
  const { outside = GUESSED_OUTSIDE.ios } = options;
  const { name, addresses, services, routes } = perimeter;
  // The access list applies before NAT: its destination is the outside address.
  const target = (to: string) => isTranslated(perimeter, to) ? "any" : `host ${to}`;
  const forwards = [
    ...addresses.filter((one) => one.translated).flatMap(({ address, protocols }) => [
      `ip nat inside source static udp ${address} 500 interface ${outside} 500`,
      `ip nat inside source static udp ${address} 4500 interface ${outside} 4500`,
      ...(protocols.includes("esp")
        ? [`ip nat inside source static esp ${address} interface ${outside}`]
        : []),
    ]),
    ...services.filter(({ to }) => isTranslated(perimeter, to))
      .flatMap((one) => translationsOf(one, outside)),
  ];
  return [
    `! what reaches the gateway ${name}`,
    ...guessComment("!", options, outside),
    ...forwards,
    "! add these lines to the access list that is applied inbound on the outside interface",
    "ip access-list extended FROM-OUTSIDE",
    ...addresses.flatMap(({ address, peers, protocols }) =>
      (peers.length === 0 ? ["any"] : peers.map((peer) => `host ${peer}`)).flatMap((source) => [
        ` permit udp ${source} ${target(address)} eq isakmp`,
        ` permit udp ${source} ${target(address)} eq non500-isakmp`,
        ...protocols.map((protocol) => ` permit ${wordOf(protocol)} ${source} ${target(address)}`),
      ])
    ),
    ...services.flatMap(({ protocol, ports, from, to }) =>
      (from.length === 0 ? ["any"] : from.map(sourceOf)).flatMap((source) =>
        (ports.length === 0 ? [""] : ports.map(portOf)).map((port) =>
          ` permit ${wordOf(protocol)} ${source} ${target(to)}${port}`
        )
      )
    ),
    ...(routes.length === 0
      ? []
      : ["!", ...routes.map(({ to, via }) => `ip route ${masked(to)} ${via}`)]),
    "",
  ].join("\n");
}

/** Protocols that access lists name as protocols(5) does, and `ah`; the others are numbers. */
const WORDS = new Map([["tcp", "tcp"], ["udp", "udp"], ["gre", "gre"], ["esp", "esp"], [
  "ah",
  "ahp",
]]);

function wordOf(protocol: string): string {
  return WORDS.get(protocol) ?? String(protocolNumber(protocol) ?? protocol);
}

/** `host 192.0.2.1`, or a network with its wildcard mask. */
function sourceOf(network: string): string {
  const { length } = parsePrefix(network)!;
  const [address = ""] = network.split("/");
  return length === 32 ? `host ${address}` : `${address} ${dotted(~maskOf(length) >>> 0)}`;
}

/** ` eq 443`, ` range 8000 8010`. */
function portOf(text: string): string {
  return text.includes(":") ? ` range ${text.replace(":", " ")}` : ` eq ${text}`;
}

/** A translation has one port; of a long range only the first ones are written, with a note. */
function translationsOf({ protocol, ports, to }: PerimeterService, outside: string): string[] {
  return ports.flatMap((text) => {
    const [first = 0, last = first] = text.split(":").map(Number);
    const count = Math.min(MOST_LINES, last - first + 1);
    return [
      ...Array.from({ length: count }, (_, at) => {
        const port = first + at;
        return `ip nat inside source static ${protocol} ${to} ${port} interface ${outside} ${port}`;
      }),
      ...(first + count <= last ? [`! and a line of this kind for each port up to ${last}`] : []),
    ];
  });
}

const MOST_LINES = 20;

/** `10.0.10.0 255.255.255.0`. */
function masked(network: string): string {
  const [address = ""] = network.split("/");
  return `${address} ${dotted(maskOf(parsePrefix(network)!.length))}`;
}

const maskOf = (length: number) => length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0;

function dotted(mask: number): string {
  return [24, 16, 8, 0].map((shift) => (mask >>> shift) & 255).join(".");
}
