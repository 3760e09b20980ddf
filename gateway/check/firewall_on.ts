/**
 * Whether there can be packets on the interface that a rule names.
 * @module
 */
import { few } from "../../host/few.ts";
import { nearest } from "../../host/nearest.ts";
import { driverOf } from "../interface.ts";
import { isForeignName } from "../openbsd/interface_drivers.ts";
import {
  interfaceNames,
  INTERFACES,
  isMadeLater,
  linksNamed,
  type Path,
  type View,
} from "./firewall_view.ts";

/** Reports an interface or group that the gateway does not have. Returns whether it exists. */
export function checkName(name: string, where: Path, view: View): boolean {
  const { report, gateway } = view;
  if (interfaceNames(view).includes(name) || isMadeLater(name)) return true;
  if (["lo", "lo0", "enc", "enc0", "all", "any", "pflog0"].includes(name)) return true;
  if (name === "egress") {
    report(
      where,
      "error",
      "no interface is in the group egress, because no default route is known; name the interface, or set network.gateway",
      { rests: INTERFACES },
    );
    return false;
  }
  const names = gateway.network.interfaces.map((one) => one.name);
  const foreign = isForeignName(name);
  report(
    where,
    "error",
    `${
      foreign ? `OpenBSD has no ${name}` : `there is no interface or group ${name}`
    }; interfaces: ${few(names, 20).join(", ")}`,
    {
      suggestion: foreign || isCard(name)
        ? cardOf(name, names)
        : nearest(name, [...names, ...view.links.flatMap(({ groups }) => groups)]),
      rests: INTERFACES,
    },
  );
  return false;
}

/** Drivers of cards: of physical machines, and of guests. */
const CARDS = new Set(
  "vio em re bge bnx bnxt ix ixl igc ice iavf vmx xnf hvn fxp rl vr sk msk dc sis age alc mcx aq"
    .split(" "),
);

/** Whether it is a network card, on this or other hardware. */
const isCard = (name: string) => /[0-9]$/.test(name) && CARDS.has(driverOf(name));

/** The card that has this name on another system or other hardware: `eth1` is the second. */
function cardOf(name: string, names: readonly string[]): string | undefined {
  const cards = names.filter(isCard);
  const number = Number(/[0-9]+$/.exec(name)?.[0] ?? 0);
  return cards.find((one) => one.endsWith(String(number))) ?? cards[number] ??
    nearest(name, names);
}

/** Reports a name in `on` that no packet can match. */
export function checkOn(name: string, where: Path, view: View): void {
  const { report, gateway } = view;
  if (!checkName(name, where, view)) return;
  if (/^enc[0-9]*$/.test(name)) {
    if (!gateway.firewall.skipTunnels) return;
    report(
      where,
      "error",
      `skipTunnels leaves ${name} unfiltered, so nothing matches there; set firewall: {skipTunnels: false}`,
      { rests: [["firewall", "skipTunnels"]] },
    );
    return;
  }
  const named = linksNamed(name, view);
  if (/^lo[0-9]*$/.test(name) || named.length > 0 && named.every(({ loopback }) => loopback)) {
    report(where, "error", `${name} is loopback, which is not filtered, so nothing matches there`);
    return;
  }
  const carp = named.filter((link) => link.carp);
  if (carp.length > 0 && carp.length === named.length) {
    const devices = [...new Set(carp.map(({ seenOn }) => seenOn))];
    const say = devices.join(" or ");
    report(
      where,
      "error",
      carp.every((link) => link.seenOn === link.name)
        ? `pf sees packets of ${name} on its carpdev, never on ${name}; name the carpdev`
        : `pf sees packets of ${name} on ${say}, never on ${name}; write on: ${devices[0]}`,
      { rests: INTERFACES },
    );
    return;
  }
  const sync = named.find((link) => link.name === name && link.pfsync);
  if (sync) {
    const device = sync.pfsync?.syncdev ?? "its syncdev";
    report(where, "error", `pf sees what ${name} sends on ${device}, never on ${name}`, {
      rests: INTERFACES,
    });
  }
}
