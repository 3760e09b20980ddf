/**
 * The network cards of the guest that installs.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";

/** QEMU's own address of a first card, without its last byte. */
const PREFIX = "52:54:00:12:34:";

/** The last byte of QEMU's own address of a first card. */
const FIRST = 0x56;

/**
 * MAC addresses for as many cards as the domain has, in its order, so that install.site can have the
 * gateway's files judged with the interfaces that they name. The sets come through the first one; no
 * other reaches anything. They depend on the number of cards alone, never on the gateway's own addresses.
 *
 * A saved state of the guest holds these cards: what it is kept under must tell their number and
 * `domain.hardware`, which decides their model.
 */
export function installerCards({ domain }: Pick<Gateway, "domain">): string[] {
  return Array.from(
    { length: Math.max(1, domain.interfaces.length) },
    (_, at) => PREFIX + ((FIRST + at) % 256).toString(16).padStart(2, "0"),
  );
}
