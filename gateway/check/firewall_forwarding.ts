/**
 * Whether the kernel forwards what the firewall lets pass.
 * @module
 */
import { contains, parsePrefix } from "../address.ts";
import type { AllowRule } from "../gateway.ts";
import { isHost, isOwnAddress } from "../network/wires.ts";
import { readAddressWord } from "../network/address_word.ts";
import { allWithin, type Path, plainNetworks, type View } from "./firewall_view.ts";

const RESTS = { rests: [["forwarding"], ["tunnels"], ["clients"], ["network", "interfaces"]] };

/** Reports rules and tunnels that have no effect because of `forwarding`. */
export function checkForwarding(view: View): void {
  const { gateway, report } = view;
  const { forwarding, firewall } = gateway;
  if (forwarding === "all") return;
  if (forwarding === "none") checkTunnels(view);
  checkRouted(view);
  for (const [index, rule] of firewall.allow.entries()) {
    const path = ["firewall", "allow", index];
    const beyond = goesBeyond(rule, view);
    if (beyond === undefined) continue;
    if (rule.tunnel !== undefined && forwarding === "ipsec") continue;
    report(
      [...path, "to", beyond],
      forwarding === "none" ? "error" : "warning",
      notForwarded(view),
      RESTS,
    );
  }
  const behind = view.tunnels.flatMap(({ remote }) =>
    remote.flatMap((one) => parsePrefix(one) ?? [])
  );
  for (const [index, { from }] of firewall.nat.entries()) {
    // Packets from a tunnel are forwarded in clear too (ip_output() in sys/netinet/ip_output.c).
    const carried = plainNetworks(from);
    if (forwarding === "ipsec" && carried && allWithin(carried, behind)) continue;
    report(["firewall", "nat", index], "error", notForwarded(view), RESTS);
  }
  for (const [index, { to }] of firewall.redirect.entries()) {
    const at = to.findIndex((one) => !isOwnAddress(one, view.wires) && !one.startsWith("127."));
    if (at < 0) continue;
    report(["firewall", "redirect", index, "to", at], "error", notForwarded(view), RESTS);
  }
}

/** Why the kernel does not forward the packets, and what to write. */
export function notForwarded({ gateway }: View): string {
  return gateway.forwarding === "none"
    ? "with forwarding: none the gateway forwards nothing; write forwarding: all"
    : "forwarding: ipsec forwards only what a tunnel carries; write forwarding: all";
}

/** Index of the first destination that is neither the gateway itself nor in a tunnel. */
function goesBeyond(rule: AllowRule, view: View): number | undefined {
  const { wires } = view;
  const from = plainNetworks(rule.from);
  const at = rule.to.findIndex((text) => {
    const word = readAddressWord(text);
    if (!word || word.kind === "self") return false;
    if (word.kind === "interface") return word.modifiers.includes("network");
    if (word.kind !== "network" || word.not) return true;
    if (isOwnAddress(text, wires) || text.startsWith("255.255.255.255") || isGroup(word.prefix)) {
      return false;
    }
    // Packets to our broadcast addresses, or to a whole network of ours, reach the gateway itself.
    const to = [word.prefix];
    const carried = view.tunnels.some((tunnel) => {
      const [local, remote] = [tunnel.local, tunnel.remote].map((list) =>
        list.flatMap((one) => parsePrefix(one) ?? [])
      );
      return allWithin(to, remote!) && (!from || allWithin(from, local!)) ||
        allWithin(to, local!) && from !== undefined && allWithin(from, remote!);
    });
    if (carried) return false;
    return !(wires.some(({ networks }) =>
      networks.some(({ prefix }) => isBroadcast(prefix, word.prefix))
    ));
  });
  return at < 0 ? undefined : at;
}

function isGroup({ family, value }: { family: 4 | 6; value: bigint }): boolean {
  return family === 4 ? value >> 28n === 14n : value >> 120n === 0xffn;
}

function isBroadcast(
  own: { family: 4 | 6; value: bigint; length: number },
  to: { family: 4 | 6; value: bigint; length: number },
): boolean {
  if (own.family !== 4 || !isHost(to) || !contains(own, to)) return false;
  const rest = (1n << BigInt(32 - own.length)) - 1n;
  return (to.value & rest) === rest;
}

function checkTunnels({ gateway, wires, report }: View): void {
  for (const index of gateway.clients.keys()) {
    report(
      ["clients", index, "networks"],
      "error",
      "forwarding: none keeps clients from reaching any network; write forwarding: ipsec",
      RESTS,
    );
  }
  for (const [index, tunnel] of gateway.tunnels.entries()) {
    const at = tunnel.local.findIndex((one) => !isOwnAddress(one, wires));
    if (at < 0) continue;
    const path: Path = ["tunnels", index, "local", at];
    report(
      path,
      "error",
      `forwarding: none keeps ${
        tunnel.local[at]
      } from reaching the tunnel; write forwarding: ipsec`,
      RESTS,
    );
  }
}

/**
 * Reports route-based tunnels: for the kernel, packets to a sec(4) interface leave in clear
 * (ip_output() in sys/netinet/ip_output.c).
 */
function checkRouted(view: View): void {
  const { gateway, wires, report } = view;
  const routed = new Set(gateway.tunnels.map(({ iface }) => iface));
  const behind = wires.filter(({ name, loopback, outside }) =>
    !loopback && !outside && !routed.has(name)
  ).flatMap(({ networks }) => networks).find(({ prefix }) => !isHost(prefix));
  if (!behind) return;
  for (const [index, { iface }] of gateway.tunnels.entries()) {
    if (iface === undefined) continue;
    report(
      ["tunnels", index, "iface"],
      gateway.forwarding === "none" ? "error" : "warning",
      `forwarding: ${gateway.forwarding} keeps ${behind.text} from ${iface}, into which packets are routed in clear; write forwarding: all`,
      RESTS,
    );
  }
}
