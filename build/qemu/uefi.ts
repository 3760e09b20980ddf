/**
 * The UEFI firmware for guests, from Debian's package ovmf.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";

/** Its path: up to Debian 12, and since. */
const UEFI_FIRMWARE = [
  "/usr/share/OVMF/OVMF_CODE.fd",
  "/usr/share/OVMF/OVMF_CODE_4M.fd",
] as const;

/**
 * The path of the firmware.
 *
 * @throws {GatewrightError} if it is not installed.
 */
export async function uefiFirmware(): Promise<string> {
  for (const path of UEFI_FIRMWARE) {
    if (await Deno.stat(path).then(() => true, () => false)) return path;
  }
  throw new GatewrightError("the UEFI firmware for guests is not installed", {
    where: UEFI_FIRMWARE.at(-1)!,
    next: "apt-get install ovmf, or write domain.firmware: bios",
  });
}
