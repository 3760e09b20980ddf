/**
 * The upstream firewall in words, for an administrator with a web interface.
 * @module
 */
import { isTranslated, type Perimeter, type PerimeterAddress } from "./perimeter.ts";
import type { PerimeterService } from "./services.ts";

/** Plain sentences. */
export function perimeterWords(perimeter: Perimeter): string {
  const { name, addresses, services, routes } = perimeter;
  const all = addresses.map(({ address }) => address);
  const verbOf = (to: string) => isTranslated(perimeter, to) ? "Forward" : "Allow";
  const sentences = [
    ...addresses.flatMap(ipsecSentences),
    ...services.map((one) => `${verbOf(one.to)} ${serviceWords(one)} (${one.field}).`),
  ];
  const unclear = addresses.filter((one) => one.translated && one.peers.length === 0);
  return [
    `The firewall in front of ${name} (${all.join(", ")}):`,
    "",
    ...sentences.map((one, at) => `${at + 1}. ${one}`),
    ...(addresses.some(({ translated }) => translated)
      ? ["", "Do not let it change the source port 500 of packets that come from the gateway."]
      : []),
    ...(unclear.length > 1
      ? [
        "",
        `${
          unclear.map(({ address }) => address).join(" and ")
        } need an outside address each: peers can be anywhere, so nothing else tells their packets apart.`,
      ]
      : []),
    "",
    "Nothing else needs to reach the gateway from outside.",
    ...(routes.length === 0 ? [] : [
      "",
      "On the router that the hosts use as their default router:",
      ...routes.map(({ to, via }) => `- a static route to ${to} via ${via}`),
    ]),
    "",
  ].join("\n");
}

function ipsecSentences({ address, translated, peers, protocols }: PerimeterAddress): string[] {
  const from = peers.length === 0 ? "any address" : peers.join(", ");
  const verb = translated ? "Forward" : "Allow";
  return [
    `${verb} UDP port 500 (IKE) from ${from} to ${address}.`,
    `${verb} UDP port 4500 (IPsec through NAT) from ${from} to ${address}.`,
    ...protocols.map((one) =>
      `${verb} ${
        one === "esp" ? "ESP (IP protocol 50)" : "AH (IP protocol 51)"
      } from ${from} to ${address}.`
    ),
  ];
}

function serviceWords({ protocol, ports, from, to }: PerimeterService): string {
  const ranges = ports.map((one) => one.replace(":", " to ")).join(", ");
  const port = ports.length === 0 ? "" : ` port${ports.length > 1 ? "s" : ""} ${ranges}`;
  const who = from.length === 0 ? "any address" : from.join(", ");
  return `${protocol.toUpperCase()}${port} from ${who} to ${to}`;
}
