/**
 * Index of rules by the networks and ports in them, so that a packet is compared only with rules
 * that can match.
 * @module
 */
import type { Prefix } from "../../../gateway/address.ts";
import { PrefixIndex } from "../../../gateway/prefix_index.ts";
import type { FlatHost, FlatRule } from "../model/flat.ts";
import type { ReadyRule } from "./match_rule.ts";
import { type Packet, PROTOCOL } from "./packet.ts";

/** Shorter lists are searched linearly. */
const FEW = 32;

/** A subset of a list of rules, as positions in it. */
export class RuleIndex {
  /** Positions of rules without networks and ports. */
  readonly #others: number[] = [];
  /** Positions of rules with no network, but one port of tcp or udp. */
  readonly #byPort = new Map<number, number[]>();
  readonly #bySource = new PrefixIndex<number>();
  readonly #byDestination = new PrefixIndex<number>();
  readonly #all: readonly number[] | undefined;

  /** An index of the rules at `positions`, which must be ascending. */
  constructor(rules: readonly ReadyRule[], positions: readonly number[]) {
    if (positions.length <= FEW) {
      this.#all = positions;
      return;
    }
    // By the rarer of its networks: a thousand rules may have the same source.
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

  /** Key of a rule without a network. */
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

/** The network of a rule's host, if it matches only addresses in that. */
function networkOf(host: FlatHost): Prefix | undefined {
  return host.kind === "network" && !host.not && host.prefix.length > 0 ? host.prefix : undefined;
}

function keyOf({ family, value, length }: Prefix): string {
  return `${family} ${value} ${length}`;
}

/** Frequency of each network. */
function numbers(networks: readonly (Prefix | undefined)[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of networks) {
    if (one) found.set(keyOf(one), (found.get(keyOf(one)) ?? 0) + 1);
  }
  return found;
}

/** Merges two ascending lists. */
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
