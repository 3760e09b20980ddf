/**
 * Checks the `firewall` part, except its raw rules.
 * @module
 */
import { contains, parsePrefix } from "../address.ts";
import { PrefixIndex } from "../prefix_index.ts";
import type { Gateway } from "../gateway.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { readAddressWord } from "../network/address_word.ts";
import { checkAllow } from "./firewall_allow.ts";
import { checkAnswered } from "./firewall_answered.ts";
import { checkForwarding } from "./firewall_forwarding.ts";
import { checkNat, checkRedirect } from "./firewall_nat.ts";
import { checkEntries } from "./firewall_tunnels.ts";
import { LONGEST_LIST, type View, viewOf } from "./firewall_view.ts";
import { checkAddresses } from "./firewall_words.ts";
import type { Report } from "./report.ts";

/** pfctl(8) expands a rule to all combinations; its optimizer takes minutes for so many. */
const MANY = 5000;

/**
 * Reports rules that pfctl(8) would refuse, that never match, or whose traffic the kernel would not
 * forward.
 */
export function checkFirewall(
  gateway: Gateway,
  description: GatewayDescription,
  report: Report,
): void {
  const view = viewOf(gateway, report);
  checkTables(view);
  checkPeers(view);
  checkAllow(view, description);
  checkNat(view, description);
  checkRedirect(view, description);
  checkAnswered(view);
  checkForwarding(view);
  checkEntries(view);
  checkNumber(view);
}

function checkTables(view: View): void {
  const { gateway, report } = view;
  for (const [name, list] of gateway.firewall.tables) {
    const path = ["firewall", "tables", name];
    if (name === "ipsec_peers") {
      report(path, "error", "the firewall uses this name for a table of its own; choose another", {
        key: true,
      });
    }
    if (list.length > 0 && list.every((text) => text.startsWith("!"))) {
      report(
        path,
        "warning",
        "! excludes entries, and there are no others, so the table is empty; add 0.0.0.0/0 for all others",
      );
    }
    for (const [at, text] of list.entries()) {
      const word = readAddressWord(text);
      if (word?.kind === "network") {
        // In a table the most specific entry matches; a negated one excludes its addresses.
        checkAddresses([text.replace(/^! /, "")], path, {
          ...view,
          report: (_, ...rest) => report([...path, at], ...rest),
        });
      } else {
        const hint = word?.kind === "interface" ? "; name the interface in the rule" : "";
        report([...path, at], "error", `${text} is not an address or network${hint}`);
      }
    }
  }
}

function checkPeers(view: View): void {
  const { gateway, report } = view;
  const { peers } = gateway.firewall;
  if (peers === "any") return;
  const called = new Set(gateway.tunnels.map(({ peer }) => peer));
  for (const [index, text] of peers.entries()) {
    // Without `peers` in the description these are the tunnels' peers, which are checked with the
    // tunnels.
    if (called.has(text)) continue;
    const path = ["firewall", "peers", index];
    const word = readAddressWord(text);
    if (word?.kind === "network" && !word.not || word?.kind === "table" && !word.not) {
      checkAddresses([text], path, { ...view, report: (_, ...rest) => report(path, ...rest) });
    } else {
      report(path, "error", `${text} is not an address or network`);
    }
  }
  const words = peers.map(readAddressWord);
  if (words.some((word) => word?.kind !== "network")) return;
  const networks = PrefixIndex.of(
    words.flatMap((word) => word?.kind === "network" ? [[word.prefix, word.prefix] as const] : []),
  );
  for (const [index, { peer }] of gateway.tunnels.entries()) {
    const prefix = parsePrefix(peer);
    if (!prefix || networks.overlapping(prefix).some((one) => contains(one, prefix))) continue;
    report(
      ["tunnels", index, "peer"],
      "error",
      `firewall.peers does not include ${peer}, so its IKE is blocked; add it`,
      { rests: [["firewall", "peers"]] },
    );
  }
}

/** Reports rules that expand to more than pfctl(8) can load in acceptable time at boot. */
function checkNumber({ gateway, report }: View): void {
  const count = (list: readonly unknown[]) => Math.max(1, list.length);
  const addresses = (list: readonly unknown[]) => list.length > LONGEST_LIST ? 1 : count(list);
  const { allow, redirect } = gateway.firewall;
  const rules: [path: (string | number)[], number: number][] = [
    ...allow.map((one, index): [(string | number)[], number] => [
      ["firewall", "allow", index],
      count(one.proto) * count(one.port) * addresses(one.from) * addresses(one.to),
    ]),
    ...redirect.map((one, index): [(string | number)[], number] => [
      ["firewall", "redirect", index],
      count(one.proto) * count(one.port) * addresses(one.from) * addresses(one.address),
    ]),
  ];
  for (const [path, number] of rules) {
    if (number < MANY) continue;
    report(
      path,
      "warning",
      `expands to ${number} pf rules, which pfctl takes minutes to load; use port ranges or firewall.tables`,
    );
  }
}
