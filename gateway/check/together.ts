/**
 * Conflicts between several gateways.
 * @module
 */
import { networkText, parsePrefix } from "../address.ts";
import { checkPair, isPair } from "./pair.ts";
import { checkPeers } from "./peers.ts";
import type { Path } from "../document/document.ts";
import type { Gateway, Tunnel } from "../gateway.ts";
import { pskInFile } from "./tunnel_secrets.ts";
import { type DescribedGateway, placeIn } from "../document/described_gateway.ts";
import type { Problem } from "../document/problem.ts";

/** Something that no two gateways may have in common. */
interface Claim {
  kind: string;
  value: string;
  path: Path;
  /** For an address of carp(4): the vhid, which is the same on gateways that share the address. */
  vhid?: number;
  /** For a vhid: the addresses that it stands for, the same on gateways that share them. */
  shares?: string;
}

/**
 * A problem, and the description it belongs to; its place may be in a file that the description
 * extends.
 */
export interface Found {
  description: DescribedGateway;
  problem: Problem;
}

/**
 * Warnings, each about the later of two files, naming the earlier one; also errors for the two
 * halves of a pair.
 */
export async function checkTogether(descriptions: readonly DescribedGateway[]): Promise<Found[]> {
  const pairs = pairsOf(descriptions);
  const found: Found[] = [];
  for (const [earlier, later] of pairs) {
    for (const problem of await checkPair(earlier, later)) {
      found.push({ description: later, problem });
    }
  }
  const twins = new Set<string>();
  found.push(...checkClaims(descriptions, pairs, twins));
  const psks = new Map<Tunnel, string>();
  for (const { gateway } of descriptions) {
    for (const tunnel of gateway.tunnels) {
      const psk = await pskInFile(tunnel);
      if (psk !== undefined) psks.set(tunnel, psk);
    }
  }
  return [...found, ...checkPeers(descriptions, twins, psks)];
}

/** Pairs, the earlier one first. */
function pairsOf(
  descriptions: readonly DescribedGateway[],
): [DescribedGateway, DescribedGateway][] {
  const able = descriptions.filter(({ gateway }) => gateway.failover);
  return able.flatMap((later, at) =>
    able.slice(0, at).filter((earlier) => isPair(earlier.gateway, later.gateway))
      .map((earlier): [DescribedGateway, DescribedGateway] => [earlier, later])
  );
}

/** A claim, and its owner. */
interface Claimed {
  description: DescribedGateway;
  claim: Claim;
}

/** Reports two gateways that share an address, if only one of them has `failover`. */
function halfWarning(earlier: Claimed, later: Claimed): Found {
  const { description, claim } = later;
  const place = placeIn(earlier.description, earlier.claim.path);
  const [has, lacks] = description.gateway.failover ? ["this one", "that"] : ["that", "this one"];
  const message =
    `${claim.value} is shared with ${place}, and ${has} has failover, which ${lacks} lacks: tunnels end when it takes over; write it in both`;
  return {
    description,
    problem: description.document.problem(claim.path, "warning", message),
  };
}

/**
 * Warnings about what two gateways have in common; adds pairs of files with one host name to
 * `twins`.
 */
function checkClaims(
  descriptions: readonly DescribedGateway[],
  pairs: readonly [DescribedGateway, DescribedGateway][],
  twins: Set<string>,
): Found[] {
  const found: Found[] = [];
  const first = new Map<string, Claimed>();
  const halves = new Set<string>();
  for (const description of descriptions) {
    for (const claim of claims(description.gateway)) {
      const key = `${claim.kind} ${claim.value}`;
      const other = first.get(key);
      if (!other) {
        first.set(key, { description, claim });
        continue;
      }
      const pair = `${other.description.gateway.file}\n${description.gateway.file}`;
      // The same file twice is not a conflict; with one host name, the other conflicts follow.
      if (other.description.gateway.file === description.gateway.file || twins.has(pair)) continue;
      // Addresses that both halves of a pair may have are checked in pair.ts.
      const standIn = pairs.some(([a, b]) => a === other.description && b === description);
      if (standIn && claim.kind === "address") continue;
      if (claim.vhid !== undefined && claim.vhid === other.claim.vhid) {
        // Shared on purpose; but without `failover` the tunnels do not survive.
        const alone = !other.description.gateway.failover !== !description.gateway.failover;
        if (alone && !halves.has(pair)) found.push(halfWarning(other, { description, claim }));
        if (alone) halves.add(pair);
        continue;
      }
      if (claim.shares !== undefined && (standIn || claim.shares === other.claim.shares)) continue;
      if (claim.kind === "host name") twins.add(pair);
      const problem = description.document.problem(
        claim.path,
        "warning",
        `${claim.value} is the ${claim.kind} of ${
          placeIn(other.description, other.claim.path)
        } too`,
      );
      found.push({ description, problem });
    }
  }
  return found;
}

/**
 * Gateways that use one vhid on one link have the same MAC address there, and each ignores the
 * other's advertisements: carp(4).
 */
function vhids({ domain, network }: Gateway): Claim[] {
  return network.interfaces.flatMap(({ carp, address, address6, aliases }, index): Claim[] => {
    const prefix = parsePrefix(address) ?? parsePrefix(address6);
    if (!carp || !prefix) return [];
    const card = /^(?:vio|em)(\d+)$/.exec(carp.carpdev)?.[1];
    // One number and network on other bridges are another link.
    const bridge = card === undefined ? undefined : domain.interfaces[Number(card)]?.bridge;
    return [{
      kind: `carp vhid in ${networkText(prefix)}${bridge === undefined ? "" : ` on ${bridge}`}`,
      value: `${carp.vhid}`,
      path: ["network", "interfaces", index, "carp", "vhid"],
      shares: [address, address6, ...aliases].join(" "),
    }];
  });
}

function claims(gateway: Gateway): Claim[] {
  const { hostname, name, domain, network } = gateway;
  return [
    // Checked first, because other conflicts follow from it.
    { kind: "host name", value: hostname, path: ["hostname"] },
    { kind: "name", value: name, path: ["name"] },
    { kind: "domain name", value: domain.name, path: ["domain", "name"] },
    { kind: "UUID", value: domain.uuid, path: ["domain", "uuid"] },
    { kind: "disk", value: domain.disk, path: ["domain", "disk"] },
    ...domain.interfaces.map(({ mac }, at) => ({
      kind: "MAC address",
      value: mac,
      path: ["domain", "interfaces", at, "mac"],
    })),
    ...network.interfaces.flatMap((one, index) =>
      [
        [one.address, "address"] as const,
        [one.address6, "address6"] as const,
        ...one.aliases.map((alias, at) => [alias, "aliases", at] as const),
      ].flatMap(([text, ...steps]) => {
        const value = parsePrefix(text) ? text.split("/")[0]! : undefined;
        const path = ["network", "interfaces", index, ...steps];
        const shared = one.carp ? { vhid: one.carp.vhid } : {};
        return value === undefined ? [] : [{ kind: "address", value, path, ...shared }];
      })
    ),
    ...vhids(gateway),
  ];
}
