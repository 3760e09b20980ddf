/**
 * What a domain that exists lacks of the hardware that a disk was made for.
 * @module
 */
import { parseDomain, readDomain } from "./domain_document.ts";
import { type Element, elementsAt, valueAt } from "./element.ts";
import { DEVICES, DOMAIN } from "./model.ts";

/** The drivers of OpenBSD by the model of a card: a gateway's files are named after them. */
const DRIVERS: readonly [model: RegExp, driver: string][] = [
  [/^virtio/, "vio"],
  [/^e1000/, "em"],
  // What libvirt takes where no model is named.
  [/^(rtl8139|)$/, "re"],
];

/** The interfaces of a domain as OpenBSD names them, without their numbers, in their order. */
function drivers(root: Element): string[] {
  return elementsAt(root, DEVICES.card.at).map((card) => {
    const model = valueAt(card, DEVICES.card.model) ?? "";
    return DRIVERS.find(([pattern]) => pattern.test(model))?.[1] ?? model;
  });
}

/** A guest of UEFI, whether libvirt chose its firmware or somebody named the file. */
function isUefi(root: Element): boolean {
  return valueAt(root, DOMAIN.firmware) === "efi" || valueAt(root, DOMAIN.loader) === "pflash";
}

/**
 * Why the disk that goes with the domain `described` would not be the same gateway on `defined`: a
 * sentence each, none where it would. Disks may be on another bus: OpenBSD finds them by their DUID.
 *
 * @throws {GatewrightError} if one of them is no domain; `where` names `defined`.
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
