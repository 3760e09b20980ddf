/**
 * The firewall in front as iptables(8) commands.
 * @module
 */
import { IKE_PORTS, type Perimeter, type PerimeterOptions } from "./perimeter.ts";

/** A shell script. Rules are added at the end of chains: an earlier DROP stays in force. */
export function perimeterIptables(
  perimeter: Perimeter,
  { outside = "eth0" }: PerimeterOptions,
): string {
  const { name, address, translated, peers, protocols, routes } = perimeter;
  const sources = peers.length === 0 ? [""] : peers.map((peer) => ` -s ${peer}`);
  const ike = `-p udp -m multiport --dports ${IKE_PORTS.join(",")}`;
  const kinds = [ike, ...protocols.map((protocol) => `-p ${protocol}`)];
  const each = (make: (source: string, kind: string) => string) =>
    sources.flatMap((source) => kinds.map((kind) => make(source, kind)));
  return [
    `# iptables(8): IKE and IPsec to the gateway ${name}`,
    ...(translated
      ? each((source, kind) =>
        `iptables -t nat -A PREROUTING -i ${outside}${source} ${kind} -j DNAT --to-destination ${address}`
      )
      : []),
    `iptables -A FORWARD -d ${address} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`,
    ...each((source, kind) =>
      `iptables -A FORWARD -i ${outside}${source} -d ${address} ${kind} -j ACCEPT`
    ),
    `iptables -A FORWARD -i ${outside} -d ${address} -j DROP`,
    ...(routes.length === 0 ? [] : [
      "",
      "# the router that the hosts use",
      ...routes.map(({ to, via }) => `# ip route add ${to} via ${via}`),
    ]),
    "",
  ].join("\n");
}
