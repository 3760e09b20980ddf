/**
 * The firewall in front as pf.conf(5), for OpenBSD.
 * @module
 */
import { IKE_PORTS, type Perimeter, type PerimeterOptions } from "./perimeter.ts";

/** Rules for pf.conf(5), and the routes for hostname.if(5). */
export function perimeterPf(
  perimeter: Perimeter,
  { outside = "egress" }: PerimeterOptions,
): string {
  const { name, address, translated, peers, protocols, routes } = perimeter;
  const from = peers.length === 0 ? "any" : peers.length === 1 ? peers[0]! : "<ipsec_peers>";
  const to = translated ? `(${outside})` : address;
  const forward = translated ? ` rdr-to ${address}` : "";
  const ports = `{ ${IKE_PORTS.join(" ")} }`;
  const list = (words: readonly string[]) => words.length > 1 ? `{ ${words.join(" ")} }` : words[0];
  return [
    `# pf.conf(5): IKE and IPsec to the gateway ${name}`,
    ...(peers.length > 1 ? [`table <ipsec_peers> const { ${peers.join(" ")} }`] : []),
    ...(translated
      ? [
        "# NAT must leave the port of IKE as it is",
        `match out on ${outside} inet proto udp from ${address} port ${ports} ` +
        `nat-to (${outside}) static-port`,
      ]
      : []),
    `pass in on ${outside} inet proto udp from ${from} to ${to} port ${ports}${forward}`,
    `pass in on ${outside} inet proto ${list(protocols)} from ${from} to ${to}${forward}`,
    `pass out inet proto udp from ${from} to ${address} port ${ports}`,
    `pass out inet proto ${list(protocols)} from ${from} to ${address}`,
    ...(routes.length === 0 ? [] : [
      "",
      "# hostname.if(5) of the router that the hosts use, in the file of its inside interface",
      ...routes.map((route) => `!route add -inet ${route.to} ${route.via}`),
    ]),
    "",
  ].join("\n");
}
