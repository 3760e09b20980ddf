/**
 * The firewall in front as Cisco IOS configuration. Source: Cisco's documents "Configuring NAT for IP
 * Address Conservation" and "IP Access List Entry Sequence Numbering"; not run on a router.
 * @module
 */
import { parsePrefix } from "../../gateway/address.ts";
import type { Perimeter, PerimeterOptions } from "./perimeter.ts";

/** Lines for the configuration mode. */
export function perimeterIos(
  perimeter: Perimeter,
  { outside = "GigabitEthernet0/0" }: PerimeterOptions,
): string {
  const { name, address, translated, peers, protocols, routes } = perimeter;
  const sources = peers.length === 0 ? ["any"] : peers.map((peer) => `host ${peer}`);
  // The list is applied before translation: its destination is the outside address.
  const to = translated ? "any" : `host ${address}`;
  return [
    `! IKE and IPsec to the gateway ${name}`,
    ...(translated
      ? [
        `ip nat inside source static udp ${address} 500 interface ${outside} 500`,
        `ip nat inside source static udp ${address} 4500 interface ${outside} 4500`,
        ...(protocols.includes("esp")
          ? [`ip nat inside source static esp ${address} interface ${outside}`]
          : []),
      ]
      : []),
    "! add these lines to the access list that is applied inbound on the outside interface",
    "ip access-list extended FROM-OUTSIDE",
    ...sources.flatMap((source) => [
      ` permit udp ${source} ${to} eq isakmp`,
      ` permit udp ${source} ${to} eq non500-isakmp`,
      ...protocols.map((protocol) =>
        ` permit ${protocol === "ah" ? "ahp" : "esp"} ${source} ${to}`
      ),
    ]),
    ...(routes.length === 0
      ? []
      : ["!", ...routes.map(({ to, via }) => `ip route ${masked(to)} ${via}`)]),
    "",
  ].join("\n");
}

/** `10.0.10.0 255.255.255.0`. */
function masked(network: string): string {
  const [address = ""] = network.split("/");
  const { length } = parsePrefix(network)!;
  const mask = length === 0 ? 0 : (0xffffffff << (32 - length)) >>> 0;
  return `${address} ${[24, 16, 8, 0].map((shift) => (mask >>> shift) & 255).join(".")}`;
}
