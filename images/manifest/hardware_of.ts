/**
 * The hardware of a domain, as recorded in manifests.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { GuestHardware } from "./manifest.ts";

/** The part of a domain that determines QEMU's command line. */
export function hardwareOf({ domain }: Gateway): GuestHardware {
  const { hardware, machine, firmware, memory, vcpus, rng, interfaces, discard } = domain;
  return { hardware, machine, firmware, memory, vcpus, rng, interfaces, discard };
}
