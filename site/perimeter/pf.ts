/**
 * The upstream firewall as pf.conf(5), for OpenBSD.
 * @module
 */
import {
  IKE_PORTS,
  isTranslated,
  type Perimeter,
  type PerimeterAddress,
  type PerimeterOptions,
} from "./perimeter.ts";
import type { PerimeterService } from "./services.ts";

const list = (words: readonly string[]) => words.length > 1 ? `{ ${words.join(" ")} }` : words[0];

/** Rules for pf.conf(5), and the routes for hostname.if(5). */
export function perimeterPf(
  perimeter: Perimeter,
  { outside = "egress" }: PerimeterOptions,
): string {
  const { name, addresses, services, routes } = perimeter;
  const tables = new Map(
    addresses.flatMap((one, at) =>
      one.peers.length > 1 ? [[one.address, `ipsec_peers${at === 0 ? "" : at + 1}`]] : []
    ),
  );
  return [
    `# pf.conf(5): what reaches the gateway ${name}`,
    ...addresses.flatMap(({ address, peers }) => {
      const table = tables.get(address);
      return table ? [`table <${table}> const { ${peers.join(" ")} }`] : [];
    }),
    ...addresses.flatMap((one) => ipsecRules(one, tables.get(one.address), outside)),
    ...services.flatMap((one) => serviceRules(one, isTranslated(perimeter, one.to), outside)),
    ...(routes.length === 0 ? [] : [
      "",
      "# hostname.if(5) of the router that the hosts use, in the file of its inside interface",
      ...routes.map((route) => `!route add -inet ${route.to} ${route.via}`),
    ]),
    "",
  ].join("\n");
}

function ipsecRules(
  { address, translated, peers, protocols }: PerimeterAddress,
  table: string | undefined,
  outside: string,
): string[] {
  const from = table ? `<${table}>` : peers[0] ?? "any";
  const to = translated ? `(${outside})` : address;
  const forward = translated ? ` rdr-to ${address}` : "";
  const ports = `{ ${IKE_PORTS.join(" ")} }`;
  return [
    ...(translated
      ? [
        "# NAT must not change the port of IKE",
        `match out on ${outside} inet proto udp from ${address} port ${ports} ` +
        `nat-to (${outside}) static-port`,
      ]
      : []),
    `pass in on ${outside} inet proto udp from ${from} to ${to} port ${ports}${forward}`,
    `pass in on ${outside} inet proto ${list(protocols)} from ${from} to ${to}${forward}`,
    `pass out inet proto udp from ${from} to ${address} port ${ports}`,
    `pass out inet proto ${list(protocols)} from ${from} to ${address}`,
  ];
}

function serviceRules(
  { protocol, ports, from, to }: PerimeterService,
  translated: boolean,
  outside: string,
): string[] {
  const sources = list(from) ?? "any";
  const port = ports.length > 0 ? ` port ${list(ports)}` : "";
  const [target, forward] = translated ? [`(${outside})`, ` rdr-to ${to}`] : [to, ""];
  return [
    `pass in on ${outside} inet proto ${protocol} from ${sources} to ${target}${port}${forward}`,
    `pass out inet proto ${protocol} from ${sources} to ${to}${port}`,
  ];
}
