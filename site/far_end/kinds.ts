/**
 * The kinds of far ends that can be rendered.
 * @module
 */
import { FAR_END_NAMES, type FarEndName } from "../../gateway/far_end_kinds.ts";
import { ASA_LIMITS, asaFarEnd } from "./asa.ts";
import type { FarEndRenderer } from "./far_end.ts";
import { FORTIOS_LIMITS, fortiosFarEnd } from "./fortios.ts";
import { IOS_LIMITS, iosFarEnd } from "./ios.ts";
import { JUNOS_LIMITS, junosFarEnd } from "./junos.ts";
import { libreswanFarEnd } from "./libreswan.ts";
import { LIBRESWAN } from "./libreswan_words.ts";
import { openbsdFarEnd } from "./openbsd.ts";
import { PFSENSE_LIMITS, pfsenseFarEnd } from "./pfsense.ts";
import { ROUTEROS_LIMITS, routerosFarEnd } from "./routeros.ts";
import type { Vendor } from "./vendor_transforms.ts";
import { STRONGSWAN, strongswanFarEnd } from "./strongswan.ts";
import type { Limits } from "./device_tunnel.ts";
import { VYOS_LIMITS, vyosFarEnd } from "./vyos.ts";

/** Properties of one kind. */
interface Kind {
  render: FarEndRenderer;
  /** Its keywords for transforms; absent: it supports all of OpenBSD's, or checks them itself. */
  vendor?: Vendor;
  /** What its configuration can express. */
  limits?: Limits;
}

const device = (render: FarEndRenderer, limits: Limits): Kind => ({
  render,
  limits,
  vendor: limits.vendor,
});

const KINDS: Record<FarEndName, Kind> = {
  openbsd: { render: openbsdFarEnd },
  strongswan: { render: strongswanFarEnd, vendor: STRONGSWAN },
  libreswan: { render: libreswanFarEnd, vendor: LIBRESWAN },
  ios: device(iosFarEnd, IOS_LIMITS),
  asa: device(asaFarEnd, ASA_LIMITS),
  fortios: device(fortiosFarEnd, FORTIOS_LIMITS),
  junos: device(junosFarEnd, JUNOS_LIMITS),
  routeros: device(routerosFarEnd, ROUTEROS_LIMITS),
  vyos: device(vyosFarEnd, VYOS_LIMITS),
  pfsense: device(pfsenseFarEnd, PFSENSE_LIMITS),
};

/** All kinds, in the order of the help. */
export const FAR_ENDS: ReadonlyMap<FarEndName, Kind> = new Map(
  FAR_END_NAMES.map((name) => [name, KINDS[name]]),
);

/** A renderer for each kind, in the order of the help. */
export const FAR_END_KINDS: ReadonlyMap<string, FarEndRenderer> = new Map(
  [...FAR_ENDS].map(([name, { render }]) => [name, render]),
);
