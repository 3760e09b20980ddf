/**
 * Rules by the networks and ports that they name, so that a packet meets only those that can be about it, however
 * many there are.
 * @module
 */
import type { Prefix } from "../../../gateway/address.ts";
import { PrefixIndex } from "../../../gateway/prefix_index.ts";
import type { FlatHost, FlatRule } from "../model/flat.ts";
import type { ReadyRule } from "./match_rule.ts";
import { type Packet, PROTOCOL } from "./packet.ts";

/** Fewer are looked at one by one. */
const FEW = 32;

/** Some of a list of rules, by their positions in it. */
export class RuleIndex {
  /** Positions of rules that name nothing of that. */
  readonly #others: number[] = [];
  /** Of those that name no network, but one port of tcp or udp. */
  readonly #byPort = new Map<number, number[]>();
  readonly #bySource = new PrefixIndex<number>();
  readonly #byDestination = new PrefixIndex<number>();
  readonly #all: readonly number[] | undefined;

  /** An index of the rules at `positions`, which ascend. */
  constructor(rules: readonly ReadyRule[], positions: readonly number[]) {
    if (positions.length <= FEW) {
      this.#all = positions;
      return;
    }
    // By the network that fewer rules name: a thousand may have the same source.
    const sources = numbers(positions.map((at) => networkOf(rules[at]!.rule.from.host)));
    const targets = numbers(positions.map((at) => networkOf(rules[at]!.rule.to.host)));
    for (const position of positions) {
      const { rule } = rules[position]!;
      const [from, to] = [networkOf(rule.from.host), networkOf(rule.to.host)];
      const bySource = from &&
        (!to || sources.get(keyOf(from))! <= targets.get(keyOf(to))!);
      if (bySource) this.#bySource.add(from, position);
      else if (to) this.#byDestination.add(to, position);
      else this.#portOf(rule).push(position);
    }
  }

  /** Where a rule that names no network is filed. */
  #portOf({ protocol, to: { port } }: FlatRule): number[] {
    if (protocol !== PROTOCOL.tcp && protocol !== PROTOCOL.udp || port?.op !== "=") {
      return this.#others;
    }
    const alike = this.#byPort.get(port.port) ?? [];
    this.#byPort.set(port.port, alike);
    return alike;
  }

  /** Positions of all rules that may match the packet, in order. */
  near({ from, to, toPort = 0 }: Packet): readonly number[] {
    if (this.#all) return this.#all;
    const named = [...this.#bySource.overlapping(from), ...this.#byDestination.overlapping(to)];
    const others = merged(this.#byPort.get(toPort) ?? [], this.#others);
    return merged(named.sort((a, b) => a - b), others);
  }
}

/** The network of a host that only its addresses match. */
function networkOf(host: FlatHost): Prefix | undefined {
  return host.kind === "network" && !host.not && host.prefix.length > 0 ? host.prefix : undefined;
}

function keyOf({ family, value, length }: Prefix): string {
  return `${family} ${value} ${length}`;
}

/** How many times each network is there. */
function numbers(networks: readonly (Prefix | undefined)[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of networks) {
    if (one) found.set(keyOf(one), (found.get(keyOf(one)) ?? 0) + 1);
  }
  return found;
}

/** Two lists that ascend as one. */
export function merged(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.length === 0 || b.length === 0) return a.length === 0 ? b : a;
  const all: number[] = [];
  let at = 0;
  for (const one of b) {
    while (at < a.length && a[at]! < one) all.push(a[at++]!);
    all.push(one);
  }
  while (at < a.length) all.push(a[at++]!);
  return all;
}
