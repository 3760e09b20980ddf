/**
 * Compares the two halves of a pair: what must be the same, and what must differ.
 *
 * Two descriptions are a pair if both have `failover`, and one is the other's peer or they share an
 * address.
 * @module
 */
import { parseAddress, parsePrefix, sameAddress } from "../address.ts";
import { type DescribedGateway, placeOf } from "../document/described_gateway.ts";
import type { Problem } from "../document/problem.ts";
import type { PairReport } from "./pair_report.ts";
import { sharedAddresses, syncAddress } from "../shared_address.ts";
import type { Gateway } from "../gateway.ts";
import type { CommonInterface, NetworkInterface } from "../interface.ts";
import { addressesOf } from "../own_addresses.ts";
import { checkPairSecrets } from "./pair_secrets.ts";
import { checkPairTunnels } from "./pair_tunnels.ts";

/** Whether the two are a pair. */
export function isPair(a: Gateway, b: Gateway): boolean {
  if (!a.failover || !b.failover || a.file === b.file) return false;
  const owns = (gateway: Gateway, text: string) => {
    const address = parseAddress(text);
    return address !== undefined &&
      gateway.network.interfaces.flatMap(addressesOf)
        .some((own) => sameAddress(parsePrefix(own)!, address));
  };
  const shared = new Set(sharedAddresses(a));
  return owns(b, a.failover.peer) || owns(a, b.failover.peer) ||
    sharedAddresses(b).some((address) => shared.has(address));
}

/** Everything in which the halves disagree; each problem is reported for `later`. */
export async function checkPair(
  earlier: DescribedGateway,
  later: DescribedGateway,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const reportPair: PairReport = (path, other, severity, message) =>
    problems.push(later.document.problem(path, severity, message(placeOf(earlier, other))));
  const [a, b] = [earlier.gateway, later.gateway];
  checkSync(a, b, reportPair);
  checkCarps(a, b, reportPair);
  checkOwn(a, b, reportPair);
  checkSystems(a, b, reportPair);
  checkPairTunnels(a, b, reportPair);
  await checkPairSecrets(a, b, reportPair);
  return problems;
}

/** Each must be the other's peer, on one network. */
function checkSync(a: Gateway, b: Gateway, reportPair: PairReport): void {
  const [one, two] = [syncAddress(a), syncAddress(b)];
  const path = ["failover", "peer"];
  if (two !== undefined && a.failover!.peer !== two) {
    reportPair(
      path,
      path,
      "error",
      (place) =>
        `${place} expects this gateway at ${a.failover!.peer}, but it has ${two} on ${
          b.failover!.interface
        }`,
    );
  }
  if (one !== undefined && b.failover!.peer !== one) {
    reportPair(
      path,
      path,
      "error",
      (place) =>
        `found ${b.failover!.peer}, but the other gateway has ${one} on its sync link (${place})`,
    );
  }
}

/** Shared addresses must be in both halves, and one half must be preferred. */
function checkCarps(a: Gateway, b: Gateway, reportPair: PairReport): void {
  const lower: string[] = [];
  const higher: string[] = [];
  for (const [at, one] of a.network.interfaces.entries()) {
    if (!one.carp) continue;
    const index = b.network.interfaces.findIndex(({ name, carp }) => carp && name === one.name);
    const two = b.network.interfaces[index];
    if (!two?.carp) {
      reportPair(
        ["network", "interfaces"],
        ["network", "interfaces", at, "name"],
        "error",
        (place) => `${one.name} of ${place} is missing, so no gateway takes over its address`,
      );
      continue;
    }
    checkCarp({ one, at }, { one: two, at: index }, reportPair);
    if (one.carp.advskew < two.carp.advskew) lower.push(one.name);
    if (one.carp.advskew > two.carp.advskew) higher.push(one.name);
  }
  for (const [at, { name, carp }] of b.network.interfaces.entries()) {
    if (!carp || a.network.interfaces.some((one) => one.carp && one.name === name)) continue;
    reportPair(
      ["network", "interfaces", at, "name"],
      ["network", "interfaces"],
      "error",
      (place) => `${name} is missing in ${place}, so no gateway takes over its address`,
    );
  }
  if (lower.length === 0 || higher.length === 0) return;
  reportPair(
    ["network", "interfaces"],
    ["network", "interfaces"],
    "warning",
    (place) =>
      `${higher.join(", ")} prefer this gateway, ${
        lower.join(", ")
      } that of ${place}; packets would come in through one and leave through the other: let one gateway be preferred on all`,
  );
}

/** An interface of one half, with its index. */
interface Half {
  one: NetworkInterface;
  at: number;
}

/** Compares one shared address: all must be the same except advskew. */
function checkCarp(theirs: Half, ours: Half, reportPair: PairReport): void {
  const [one, two] = [theirs.one, ours.one];
  const other = ["network", "interfaces", theirs.at];
  const path = ["network", "interfaces", ours.at];
  for (const field of ["vhid", "advbase"] as const) {
    if (one.carp![field] === two.carp![field]) continue;
    reportPair(
      [...path, "carp", field],
      [...other, "carp", field],
      "error",
      (place) =>
        `found ${field} ${two.carp![field]}, but ${one.name} has ${
          one.carp![field]
        } (${place}); both need the same`,
    );
  }
  for (const field of ["address", "address6"] as const) {
    if (one[field] === two[field]) continue;
    reportPair(
      [...path, field],
      [...other, field],
      "error",
      (place) => `found ${two[field]}, but ${one.name} shares ${one[field]} (${place})`,
    );
  }
  if (JSON.stringify(one.aliases) !== JSON.stringify(two.aliases)) {
    reportPair(
      [...path, "aliases"],
      [...other, "aliases"],
      "error",
      (place) => `not the aliases of ${place}; advertisements are signed with all shared addresses`,
    );
  }
  if (one.carp!.advskew !== two.carp!.advskew) return;
  reportPair(
    [...path, "carp", "advskew"],
    [...other, "carp", "advskew"],
    "error",
    (place) =>
      `found ${two.carp!.advskew} in both (${place}), so neither is preferred; give this one ${
        Math.min(254, two.carp!.advskew + 100)
      }`,
  );
}

/**
 * Addresses of each gateway alone must differ, except inside tunnels that move and on loopback
 * interfaces.
 */
function checkOwn(a: Gateway, b: Gateway, reportPair: PairReport): void {
  const moves = (one: NetworkInterface) =>
    one.carp !== undefined || /^(lo|gre|gif|sec|wg)\d/.test(one.name);
  const owners = new Map<string, { one: CommonInterface; at: number; field: string }>();
  for (const [at, one] of a.network.interfaces.entries()) {
    for (const { text, field } of moves(one) ? [] : ownTexts(one)) {
      owners.set(text, { one, at, field });
    }
  }
  for (const [index, two] of b.network.interfaces.entries()) {
    for (const { text, field } of moves(two) ? [] : ownTexts(two)) {
      const owner = owners.get(text);
      if (!owner) continue;
      const path = ["network", "interfaces", index, field];
      reportPair(
        path,
        ["network", "interfaces", owner.at, owner.field],
        "warning",
        (place) =>
          `${text} is also the address of ${owner.one.name} on the other gateway (${place}); give each its own, and share one with carp`,
      );
    }
  }
}

function ownTexts({ address, address6, aliases }: CommonInterface) {
  return [
    { text: address, field: "address" },
    { text: address6, field: "address6" },
    ...aliases.map((text) => ({ text, field: "aliases" })),
  ].flatMap(({ text, field }) => parsePrefix(text) ? [{ text: text.split("/")[0]!, field }] : []);
}

/**
 * What sasyncd(8) and pfsync(4) need to be equal on both systems, and what both must let through.
 */
function checkSystems(a: Gateway, b: Gateway, reportPair: PairReport): void {
  if (a.release.arch !== b.release.arch) {
    reportPair(
      ["release"],
      ["release"],
      "error",
      (place) =>
        `${b.release.arch} here and ${a.release.arch} there (${place}): sasyncd needs the same architecture on both`,
    );
  }
  if (a.release.number !== b.release.number) {
    reportPair(
      ["release"],
      ["release"],
      "warning",
      (place) =>
        `${b.release.version} here and ${a.release.version} there (${place}): pfsync may not work between different releases`,
    );
  }
  const parts: [string, unknown, unknown][] = [
    ["firewall", rulesOf(a), rulesOf(b)],
    ["forwarding", a.forwarding, b.forwarding],
    ["sysctl", [...a.sysctl], [...b.sysctl]],
  ];
  for (const [field, one, two] of parts) {
    if (JSON.stringify(one) === JSON.stringify(two)) continue;
    reportPair(
      [field],
      [field],
      "warning",
      (place) =>
        `not as in ${place}: connections that only one of them passes end when the other takes over`,
    );
  }
}

function rulesOf({ firewall }: Gateway): unknown {
  return { ...firewall, tables: [...firewall.tables] };
}
