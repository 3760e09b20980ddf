/**
 * Who may connect to iked(8) if there are clients.
 * @module
 */
import type { Gateway } from "../gateway.ts";
import { readAddressWord } from "../network/address_word.ts";
import { isHost } from "../network/wires.ts";
import type { Report } from "./report.ts";

/** Reports a list of peers that are hosts: clients connect from any address. */
export function checkWayIn({ firewall, clients }: Gateway, report: Report): void {
  const { peers } = firewall;
  if (peers === "any" || clients.length === 0) return;
  const isOne = (text: string) => {
    const word = readAddressWord(text);
    return word?.kind === "network" && isHost(word.prefix);
  };
  if (!peers.every(isOne)) return;
  report(
    ["firewall", "peers"],
    "warning",
    `clients ${clients[0]!.name} can dial in from ${
      peers.length > 0 ? `${peers.join(", ")} only` : "nowhere"
    }; write peers: any, or the networks that they come from`,
    { rests: [["clients"]] },
  );
}
