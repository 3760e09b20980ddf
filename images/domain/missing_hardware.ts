/**
 * Hardware that a disk needs and an existing domain lacks.
 * @module
 */
import { parseDomain, readDomain } from "./domain_document.ts";
import { type Element, elementsAt, valueAt } from "./element.ts";
import { DEVICES, DOMAIN } from "./model.ts";

/** OpenBSD's driver by model of network card: hostname.if files are named after it. */
const DRIVERS: readonly [model: RegExp, driver: string][] = [
  [/^virtio/, "vio"],
  [/^e1000/, "em"],
  // libvirt's default model.
  [/^(rtl8139|)$/, "re"],
];

/** The interfaces of a domain by OpenBSD's names without numbers, in order. */
function drivers(root: Element): string[] {
  return elementsAt(root, DEVICES.card.at).map((card) => {
    const model = valueAt(card, DEVICES.card.model) ?? "";
    return DRIVERS.find(([pattern]) => pattern.test(model))?.[1] ?? model;
  });
}

/** Whether the guest uses UEFI, with a firmware chosen by libvirt or a named file. */
function isUefi(root: Element): boolean {
  return valueAt(root, DOMAIN.firmware) === "efi" || valueAt(root, DOMAIN.loader) === "pflash";
}

/**
 * Why the disk of the domain `described` would not work in the domain `defined`: one sentence each,
 * none if it would. Disks may be on another bus: OpenBSD finds them by DUID.
 *
 * @throws {GatewrightError} if one of them is not a domain; `where` names `defined`.
 */
export function missingHardware(defined: string, described: string, where: string): string[] {
  const has = parseDomain(defined, where);
  const wanted = parseDomain(described, "the description");
  const [found, cards] = [drivers(has), drivers(wanted)];
  return [
    ...cards.flatMap((driver, at) => {
      if (found[at] === driver) return [];
      const name = `card ${at + 1} is ${driver} in the description`;
      return [`${name}, and ${found[at] ?? "missing"} in the domain`];
    }),
    ...(isUefi(has) === isUefi(wanted) ? [] : [
      isUefi(wanted)
        ? "the disk starts by UEFI, and the domain has a BIOS"
        : "the disk starts by a BIOS, and the domain has UEFI",
    ]),
    ...(readDomain(defined, where).serial ? [] : ["the domain has no serial console"]),
  ];
}
