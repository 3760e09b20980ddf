/**
 * Daemons that learn routes while the gateway runs.
 * @module
 */

/** Daemons of the base system, and of packages. */
const NAMES = /^(ospf6?d|bgpd|ripd|eigrpd|ldpd|dvmrpd|bird|frr|isisd)(_flags)?$/;

/** Whether settings of rc.conf.local(8) start one of them. */
export function learnsRoutes(rcConf: ReadonlyMap<string, string>): boolean {
  const packaged = (rcConf.get("pkg_scripts") ?? "").split(/\s+/);
  return packaged.some((name) => NAMES.test(name)) ||
    [...rcConf].some(([name, value]) => NAMES.test(name) && value !== "NO");
}
