/**
 * The upstream firewall as nftables rules, for nft(8).
 * @module
 */
import {
  guessComment,
  GUESSED_OUTSIDE,
  IKE_PORTS,
  isTranslated,
  type Perimeter,
  type PerimeterOptions,
} from "./perimeter.ts";
import type { PerimeterService } from "./services.ts";
import { protocolNumber } from "../../gateway/openbsd/protocols.ts";

/** A table of its own, for `nft -f`. Packets that other tables drop stay dropped. */
export function perimeterNft(perimeter: Perimeter, options: PerimeterOptions): string {
  const { outside = GUESSED_OUTSIDE.nft } = options;
  const { name, addresses, services, routes } = perimeter;
  const table = `gatewright_${name.replaceAll(/\W/g, "_")}`;
  const come = `    iifname "${outside}"`;
  const matches = [
    ...addresses.flatMap(({ address, peers, protocols }) => {
      const from = peers.length === 0 ? "" : ` ip saddr { ${peers.join(", ")} }`;
      return [`udp dport { ${IKE_PORTS.join(", ")} }`, `ip protocol { ${protocols.join(", ")} }`]
        .map((kind) => ({ address, from, kind }));
    }),
    ...services.map((one) => ({
      address: one.to,
      from: one.from.length === 0 ? "" : ` ip saddr { ${one.from.join(", ")} }`,
      kind: kindOf(one),
    })),
  ];
  const own = [...new Set(matches.map(({ address }) => address))];
  const translated = matches.filter(({ address }) => isTranslated(perimeter, address));
  return [
    `# nft -f: what reaches the gateway ${name}`,
    ...guessComment("#", options, outside),
    `table ip ${table}`,
    `delete table ip ${table}`,
    `table ip ${table} {`,
    ...(translated.length > 0
      ? [
        "  chain prerouting {",
        "    type nat hook prerouting priority dstnat; policy accept;",
        ...translated.map(({ address, from, kind }) => `${come}${from} ${kind} dnat to ${address}`),
        "  }",
      ]
      : []),
    "  chain forward {",
    "    type filter hook forward priority filter; policy accept;",
    ...own.map((address) => `    ip daddr ${address} ct state established,related accept`),
    ...matches.map(({ address, from, kind }) =>
      `${come}${from} ip daddr ${address} ${kind} accept`
    ),
    ...own.map((address) => `${come} ip daddr ${address} drop`),
    "  }",
    "}",
    ...(routes.length === 0 ? [] : [
      "",
      "# the router that the hosts use",
      ...routes.map(({ to, via }) => `# ip route add ${to} via ${via}`),
    ]),
    "",
  ].join("\n");
}

function kindOf({ protocol, ports }: PerimeterService): string {
  if (ports.length === 0) return `ip protocol ${protocolNumber(protocol) ?? protocol}`;
  return `${protocol} dport { ${ports.map((one) => one.replace(":", "-")).join(", ")} }`;
}
