/**
 * The hardware of a domain as manifests keep it.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { GuestHardware } from "./manifest.ts";

/** The part of a domain that QEMU is started with. */
export function hardwareOf({ domain }: Gateway): GuestHardware {
  const { hardware, machine, firmware, memory, vcpus, rng, interfaces, discard } = domain;
  return { hardware, machine, firmware, memory, vcpus, rng, interfaces, discard };
}
