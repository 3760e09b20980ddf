/**
 * The firewall in front as nftables rules, for nft(8).
 * @module
 */
import { IKE_PORTS, type Perimeter, type PerimeterOptions } from "./perimeter.ts";

/** A table of its own, for `nft -f`. What other tables drop stays dropped. */
export function perimeterNft(perimeter: Perimeter, { outside = "eth0" }: PerimeterOptions): string {
  const { name, address, translated, peers, protocols, routes } = perimeter;
  const from = peers.length === 0 ? "" : ` ip saddr { ${peers.join(", ")} }`;
  const ike = `udp dport { ${IKE_PORTS.join(", ")} }`;
  const ipsec = `ip protocol { ${protocols.join(", ")} }`;
  const table = `gatewright_${name.replaceAll(/\W/g, "_")}`;
  return [
    `# nft -f: IKE and IPsec to the gateway ${name}`,
    `table ip ${table}`,
    `delete table ip ${table}`,
    `table ip ${table} {`,
    ...(translated
      ? [
        "  chain prerouting {",
        "    type nat hook prerouting priority dstnat; policy accept;",
        `    iifname "${outside}"${from} ${ike} dnat to ${address}`,
        `    iifname "${outside}"${from} ${ipsec} dnat to ${address}`,
        "  }",
      ]
      : []),
    "  chain forward {",
    "    type filter hook forward priority filter; policy accept;",
    `    ip daddr ${address} ct state established,related accept`,
    `    iifname "${outside}"${from} ip daddr ${address} ${ike} accept`,
    `    iifname "${outside}"${from} ip daddr ${address} ${ipsec} accept`,
    `    iifname "${outside}" ip daddr ${address} drop`,
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
