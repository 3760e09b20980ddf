/**
 * Traces a packet that a user describes.
 * @module
 */
import { overlaps, parsePrefix, type Prefix } from "../../gateway/address.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { GatewrightError } from "../../host/error.ts";
import { unknownName } from "../../host/unknown_name.ts";
import { flowIn } from "./flows.ts";
import { type Machine, routeTo } from "./machine.ts";
import { type Asked, parsePacket } from "./packet_text.ts";
import { type Kernel, type Trace, trace, type TraceOptions } from "./trace.ts";

/** The answer to a question. */
export interface Answered {
  asked: Asked;
  trace: Trace;
}

/**
 * Traces the packet that `text` describes. Without `in on`, the source address decides where it
 * comes from: out of a tunnel, from the interface towards it, or from the gateway itself.
 *
 * @throws {GatewrightError} (usage) if the text cannot be parsed, or a tunnel or clients in `down`
 * do not exist.
 */
export function askTrace(
  gateway: Gateway,
  kernel: Kernel,
  text: string,
  down: readonly string[] = [],
): Answered {
  const names = [...gateway.tunnels, ...gateway.clients].map(({ name }) => name);
  for (const name of down) {
    if (names.includes(name)) continue;
    throw unknownName(name, {
      says: "there is no tunnel or client named",
      names,
      where: gateway.file,
      none: "gatewright explain tunnels",
    });
  }
  const asked = parsePacket(text, kernel.machine);
  const options = { ...startOf(asked, kernel.machine, new Set(down)), down: new Set(down) };
  return { asked, trace: trace(kernel, asked.packet, options) };
}

function startOf(asked: Asked, machine: Machine, down: ReadonlySet<string>): TraceOptions {
  const { packet, direction, on } = asked;
  if (direction === "out") return {};
  const tunnel = flowIn(machine.flows, packet, down)?.tunnel;
  if (on !== undefined) return on === "enc0" && tunnel ? { on, from: tunnel } : { on };
  if (isOwn(machine, packet.from)) return {};
  if (tunnel) return { on: "enc0", from: tunnel };
  const towards = routeTo(machine.routes, packet.from)?.on;
  if (towards === undefined) {
    throw new GatewrightError("the interface on which this packet arrives is not known", {
      kind: "usage",
      why: "the gateway has no route to its sender",
      next: `begin with: in on ${machine.interfaces.at(1)?.name ?? "vio0"}`,
    });
  }
  return { on: towards };
}

function isOwn(machine: Machine, address: Prefix): boolean {
  return machine.interfaces.some(({ addresses }) =>
    addresses.some((one) => {
      const own = parsePrefix(one.address);
      return own !== undefined && overlaps(own, address);
    })
  );
}
