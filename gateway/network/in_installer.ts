/**
 * The interfaces that the installer's kernel supports, before the gateway boots.
 *
 * Source: sys/arch/amd64/conf/RAMDISK_CD, of 2020 and of October 2026: besides cards it has loop,
 * vlan and trunk (aggr was added in between), and neither pf nor enc, carp, gre, gif, wg or
 * bridges.
 * @module
 */
import type { Gateway } from "../gateway.ts";
import { driverOf } from "../interface.ts";
import { PSEUDO_DRIVERS } from "../openbsd/interface_drivers.ts";
import { type Link, linksOf } from "./links.ts";

/** Drivers that ifconfig(8) can create there, except those with tags. */
const CREATED = new Set(["lo", "trunk"]);

/** Drivers with a tag, whose parent must be supported too. */
const TAGGED = new Set(["vlan", "svlan"]);

/** The supported interfaces of `gateway`, in the order of the description. */
export function linksInInstaller(gateway: Gateway): Link[] {
  const described = new Map(gateway.network.interfaces.map((one) => [one.name, one]));
  const { hardware, interfaces } = gateway.domain;
  const isThere = (name: string, depth = 0): boolean => {
    const driver = driverOf(name);
    if (TAGGED.has(driver)) {
      const parent = described.get(name)?.vlan?.parent;
      return parent !== undefined && depth < 8 && isThere(parent, depth + 1);
    }
    if (PSEUDO_DRIVERS.has(driver)) return CREATED.has(driver);
    const cards = hardware === "legacy" ? "em" : "vio";
    return driver === cards && Number(name.slice(driver.length)) < Math.max(1, interfaces.length);
  };
  return linksOf(gateway).filter(({ name }) => isThere(name));
}
