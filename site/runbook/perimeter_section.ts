/**
 * What the upstream firewall lets through, and the routes towards the gateway.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { perimeterOf } from "../perimeter/perimeter.ts";
import { code, headed, type Html, markup, table } from "./html.ts";
import type { Site, Unit } from "./model.ts";

/** The section. */
export function perimeterSection({ units }: Site): Html {
  return headed(units.map((unit) => ({ title: unit.title, body: inFront(unit) })));
}

function inFront(unit: Unit): Html {
  const found = unit.gateways.flatMap((gateway) => {
    try {
      return [perimeterOf(gateway)];
    } catch (error) {
      if (!(error instanceof GatewrightError)) throw error;
      return [];
    }
  });
  const [one] = found;
  if (one === undefined) {
    return markup`
      <p>No address is known that a firewall in front could forward to.</p>
    `;
  }
  const addresses = [...new Set(found.map(({ address }) => address))];
  const from = one.peers.length === 0 ? "anywhere" : one.peers.join(", ");
  const names = { esp: "ESP, IP protocol 50", ah: "AH, IP protocol 51" };
  const rows = [
    ["UDP port 500", "IKE"],
    ["UDP port 4500", "IKE and IPsec through NAT"],
    ...one.protocols.map((protocol) => [names[protocol], "IPsec"]),
  ];
  return markup`
    <p>A firewall in front of it ${
    one.translated ? "forwards" : "lets through"
  }, and nothing else:</p>
    ${
    table(
      `From outside to ${unit.title}`,
      ["What", "For", "From", "To"],
      rows.map(([what, use]) => [what, use, code(from), code(addresses.join(", "))]),
    )
  }
    ${
    one.translated &&
    markup`
        <p>It must not change the source port 500 of packets that come from the gateway.</p>
      `
  }${
    one.routes.length > 0 && markup`
      <p>The hosts' default router needs these routes:</p>
      ${
      table(
        `Routes to what is behind the tunnels of ${unit.title}`,
        ["Network", "By"],
        one.routes.map(({ to, via }) => [code(to), code(via)]),
      )
    }
    `
  }<p class="soft">As rules for a firewall: ${
    code(
      `gatewright perimeter ${unit.gateways[0]!.file} --as pf|nft|iptables|ios`,
    )
  }</p>
  `;
}
