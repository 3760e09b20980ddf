/**
 * Settings of sysctl.conf(5) that contradict other fields.
 * @module
 */
import type { Gateway } from "../gateway.ts";
import { driverOf } from "../interface.ts";
import type { Report } from "./report.ts";
import type { Setting } from "./setting.ts";

/** Settings that interfaces of a driver need. */
const NEEDED: ReadonlyMap<string, string> = new Map([
  ["net.inet.carp.allow", "carp"],
  ["net.inet.gre.allow", "gre"],
  ["net.inet.etherip.allow", "etherip"],
]);

/** Linux names, as in its manuals and many guides. */
const LINUX = /^(kernel|user|net\.(ipv4|ipv6|core|netfilter|bridge))\./;

/** Reports a setting that breaks an interface or the packet filter, and Linux names. */
export function checkKernelSetting(
  { network }: Gateway,
  { name, value, path }: Setting,
  report: Report,
): void {
  const driver = NEEDED.get(name);
  const one = network.interfaces.find((each) => driverOf(each.name) === driver);
  if (one && value === "0") {
    report(path, "error", `${one.name} does not work without it; remove ${name}`, {
      rests: [["network", "interfaces"]],
    });
  } else if (name === "kern.securelevel" && Number(value) >= 2) {
    report(
      path,
      "error",
      "rc(8) sets it before the rules are loaded, and at securelevel 2 pfctl(8) can load none; remove it",
    );
  } else if (LINUX.test(name)) {
    const instead = /forward/.test(name) ? "; write forwarding: all" : "";
    report(
      path,
      "warning",
      `sysctl(8) does not know ${name}, which is a name of Linux, so nothing is set${instead}`,
      { key: path.at(-1) === name },
    );
  }
}
