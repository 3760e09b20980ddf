/**
 * The firewall in front in words, for somebody who has a web page to click on.
 * @module
 */
import type { Perimeter } from "./perimeter.ts";

/** Plain sentences. */
export function perimeterWords(perimeter: Perimeter): string {
  const { name, address, translated, peers, protocols, routes } = perimeter;
  const from = peers.length === 0 ? "any address" : peers.join(", ");
  const verb = translated ? "Forward" : "Allow";
  const numbers = protocols.map((one) =>
    one === "esp" ? "ESP (IP protocol 50)" : "AH (IP protocol 51)"
  );
  return [
    `The firewall in front of ${name} (${address}):`,
    "",
    `1. ${verb} UDP port 500 (IKE) from ${from} to ${address}.`,
    `2. ${verb} UDP port 4500 (IPsec through NAT) from ${from} to ${address}.`,
    ...numbers.map((one, at) => `${at + 3}. ${verb} ${one} from ${from} to ${address}.`),
    ...(translated
      ? ["", "Do not let it change the source port 500 of packets that come from the gateway."]
      : []),
    "",
    "Nothing else needs to reach the gateway from outside.",
    ...(routes.length === 0 ? [] : [
      "",
      "On the router that the hosts use as their default router:",
      ...routes.map(({ to, via }) => `- a static route to ${to} by ${via}`),
    ]),
    "",
  ].join("\n");
}
