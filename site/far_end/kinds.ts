/**
 * The kinds of far ends that can be rendered.
 * @module
 */
import { FAR_END_NAMES, type FarEndName } from "../../gateway/far_end_kinds.ts";
import { ASA_LIMITS, asaFarEnd } from "./asa.ts";
import type { FarEndMaker } from "./far_end.ts";
import { FORTIOS_LIMITS, fortiosFarEnd } from "./fortios.ts";
import { IOS_LIMITS, iosFarEnd } from "./ios.ts";
import { JUNOS_LIMITS, junosFarEnd } from "./junos.ts";
import { libreswanFarEnd } from "./libreswan.ts";
import { LIBRESWAN } from "./libreswan_words.ts";
import { openbsdFarEnd } from "./openbsd.ts";
import { PFSENSE_LIMITS, pfsenseFarEnd } from "./pfsense.ts";
import { ROUTEROS_LIMITS, routerosFarEnd } from "./routeros.ts";
import type { Maker } from "./spoken.ts";
import { STRONGSWAN, strongswanFarEnd } from "./strongswan.ts";
import type { Limits } from "./typed.ts";
import { VYOS_LIMITS, vyosFarEnd } from "./vyos.ts";

/** Properties of one kind. */
interface Kind {
  make: FarEndMaker;
  /** Its keywords for transforms; absent: it supports all of OpenBSD's, or checks them itself. */
  maker?: Maker;
  /** What its configuration can express. */
  limits?: Limits;
}

const typed = (make: FarEndMaker, limits: Limits): Kind => ({ make, limits, maker: limits.maker });

const KINDS: Record<FarEndName, Kind> = {
  openbsd: { make: openbsdFarEnd },
  strongswan: { make: strongswanFarEnd, maker: STRONGSWAN },
  libreswan: { make: libreswanFarEnd, maker: LIBRESWAN },
  ios: typed(iosFarEnd, IOS_LIMITS),
  asa: typed(asaFarEnd, ASA_LIMITS),
  fortios: typed(fortiosFarEnd, FORTIOS_LIMITS),
  junos: typed(junosFarEnd, JUNOS_LIMITS),
  routeros: typed(routerosFarEnd, ROUTEROS_LIMITS),
  vyos: typed(vyosFarEnd, VYOS_LIMITS),
  pfsense: typed(pfsenseFarEnd, PFSENSE_LIMITS),
};

/** All kinds, in the order of the help. */
export const FAR_ENDS: ReadonlyMap<FarEndName, Kind> = new Map(
  FAR_END_NAMES.map((name) => [name, KINDS[name]]),
);

/** A renderer for each kind, in the order of the help. */
export const FAR_END_KINDS: ReadonlyMap<string, FarEndMaker> = new Map(
  [...FAR_ENDS].map(([name, { make }]) => [name, make]),
);
