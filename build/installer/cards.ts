/**
 * The network cards of the installing guest.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";

/** QEMU's default MAC address of a first card, without its last byte. */
const PREFIX = "52:54:00:12:34:";

/** The last byte of QEMU's default MAC address of a first card. */
const FIRST = 0x56;

/**
 * MAC addresses for as many cards as the domain has, in its order, so that install.site can check
 * the gateway's files with the interfaces that they name. The sets come through the first card; the
 * others are not connected. The addresses depend only on the number of cards, never on the
 * gateway's own addresses.
 *
 * A saved state of the guest includes these cards, so its key must include their number and
 * `domain.hardware`, which determines their model.
 */
export function installerCards({ domain }: Pick<Gateway, "domain">): string[] {
  return Array.from(
    { length: Math.max(1, domain.interfaces.length) },
    (_, at) => PREFIX + ((FIRST + at) % 256).toString(16).padStart(2, "0"),
  );
}
