/**
 * The upstream firewall as iptables(8) commands.
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
import { protocolNumber } from "../../gateway/openbsd/protocols.ts";

/** A shell script. Rules are appended to chains: an earlier DROP stays in effect. */
export function perimeterIptables(perimeter: Perimeter, options: PerimeterOptions): string {
  const { outside = GUESSED_OUTSIDE.iptables } = options;
  const { name, addresses, services, routes } = perimeter;
  const sourcesOf = (from: readonly string[]) =>
    from.length === 0 ? [""] : from.map((one) => ` -s ${one}`);
  const matches = [
    ...addresses.flatMap(({ address, peers, protocols }) =>
      sourcesOf(peers).flatMap((source) =>
        [
          `-p udp -m multiport --dports ${IKE_PORTS.join(",")}`,
          ...protocols.map((protocol) => `-p ${protocol}`),
        ].map((kind) => ({ address, source, kind }))
      )
    ),
    ...services.flatMap(({ protocol, ports, from, to }) =>
      sourcesOf(from).flatMap((source) =>
        (ports.length === 0
          ? [`-p ${protocolNumber(protocol) ?? protocol}`]
          : ports.map((port) => `-p ${protocol} --dport ${port}`))
          .map((kind) => ({ address: to, source, kind }))
      )
    ),
  ];
  const own = [...new Set(matches.map(({ address }) => address))];
  return [
    `# iptables(8): what reaches the gateway ${name}`,
    ...guessComment("#", options, outside),
    ...matches.filter(({ address }) => isTranslated(perimeter, address)).map((
      { address, source, kind },
    ) =>
      `iptables -t nat -A PREROUTING -i ${outside}${source} ${kind} -j DNAT --to-destination ${address}`
    ),
    ...own.map((address) =>
      `iptables -A FORWARD -d ${address} -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT`
    ),
    ...matches.map(({ address, source, kind }) =>
      `iptables -A FORWARD -i ${outside}${source} -d ${address} ${kind} -j ACCEPT`
    ),
    ...own.map((address) => `iptables -A FORWARD -i ${outside} -d ${address} -j DROP`),
    ...(routes.length === 0 ? [] : [
      "",
      "# the router that the hosts use",
      ...routes.map(({ to, via }) => `# ip route add ${to} via ${via}`),
    ]),
    "",
  ].join("\n");
}
