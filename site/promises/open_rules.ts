/**
 * Promise: a rule that names no port does not let everybody in by mistake. OpenBSD takes it, and a
 * router for public networks may want it, so it is a warning.
 * @module
 */
import { linksNamed, viewOf } from "../../gateway/check/firewall_view.ts";
import type { AllowRule } from "../../gateway/gateway.ts";
import { protocolNumber, TCP, UDP } from "../../gateway/openbsd/protocols.ts";
import { portRange } from "../../gateway/openbsd/services.ts";
import type { Packet } from "../pf/evaluate/packet.ts";
import { packetWords } from "../trace/packet_words.ts";
import type { PromiseContext } from "./promise.ts";

/** What strangers reach by one rule. */
interface Reached {
  gateway: boolean;
  behind: boolean;
  /** The first packet that got in, and the interface that it came in on. */
  packet?: Packet;
  on: string;
}

/** Collects the rules of `firewall.allow` that let strangers in on every port. */
export class OpenRules {
  readonly #reached = new Map<number, Reached>();
  readonly #context: PromiseContext;

  constructor(context: PromiseContext) {
    this.#context = context;
  }

  /** Adds `packet` of a stranger, which the rule `firewall.allow[index]` let in on `on`. */
  add(index: number, packet: Packet, on: string, isDelivered: boolean): void {
    const rule = this.#context.gateway.firewall.allow[index];
    if (!rule || !isEveryPort(rule)) return;
    const one = this.#reached.get(index) ?? { gateway: false, behind: false, packet, on };
    one[isDelivered ? "gateway" : "behind"] = true;
    this.#reached.set(index, one);
  }

  /** Reports them. */
  report(): void {
    this.#addUnknown();
    const { gateway: { firewall, network }, report } = this.#context;
    for (const [index, { gateway, behind, packet, on }] of this.#reached) {
      const rule = firewall.allow[index]!;
      const inner = network.interfaces.find((one) => one.name !== on && !/^lo/.test(one.name));
      const [proto] = rule.proto.length === 1 ? rule.proto : [];
      report(
        ["firewall", "allow", index],
        "warning",
        `opens every ${proto === undefined ? "port" : `${proto} port`} of ${
          [...gateway ? ["the gateway"] : [], ...behind ? ["the hosts behind it"] : []]
            .join(" and of ")
        } to everybody who reaches ${on}${
          packet ? `, such as ${packetWords(packet)}` : ""
        }; add port: with the services that are meant, or from: with the networks${
          inner && rule.on === undefined
            ? `, or on: ${inner.name} if the hosts there are meant`
            : ""
        }`,
        { rests: [["network"], ["firewall"], ["tunnels"]] },
      );
    }
  }

  /** Rules whose packets cannot be evaluated, because an address is assigned at run time. */
  #addUnknown(): void {
    const { gateway, kernel, report } = this.#context;
    const { allow, rules } = gateway.firewall;
    if ((kernel.machine.changing?.size ?? 0) === 0 || kernel.own) return;
    if (rules.some((line) => /^\s*block\b/.test(line))) return;
    const view = viewOf(gateway, report);
    const outside = view.wires.filter((wire) => wire.outside).map(({ name }) => name);
    for (const [index, rule] of allow.entries()) {
      if (this.#reached.has(index) || !isEveryPort(rule) || rule.tunnel !== undefined) continue;
      if (rule.tagged !== undefined || !isAny(rule.from) || !isForUs(rule.to)) continue;
      const on = rule.on === undefined
        ? outside[0]
        : linksNamed(rule.on, view).find(({ seenOn }) => outside.includes(seenOn))?.seenOn;
      if (on === undefined) continue;
      this.#reached.set(index, { gateway: true, behind: false, on });
    }
  }
}

/** Whether a rule of tcp or udp names no port, or all. */
function isEveryPort({ proto, port }: AllowRule): boolean {
  const hasPorts = proto.length === 0 ||
    proto.some((name) => [TCP, UDP].includes(protocolNumber(name) ?? -1));
  const count = port.map((text) => {
    const [first, last] = portRange(text);
    return last - Math.max(first, 1) + 1;
  }).reduce((sum, one) => sum + (one || 0), 0);
  return hasPorts && (port.length === 0 || count >= 65535);
}

const isAny = (words: readonly string[]) =>
  words.length === 0 || words.some((text) => /^(any$|0\.0\.0\.0\/0$|::\/0$|!)/.test(text));

const isForUs = (words: readonly string[]) => isAny(words) || words.includes("self");
