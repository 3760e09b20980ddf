/**
 * Checks the gateway's names and settings.
 * @module
 */
import type { Gateway } from "../gateway.ts";
import type { Report } from "./report.ts";
import { checkKernel } from "./services.ts";
import { NAME } from "../schema/pattern.ts";
import { checkTimeZone } from "./time_zone.ts";

/** Settings that a field of the description controls. */
const DECIDED: ReadonlyMap<string, string> = new Map([
  ["net.inet.ip.forwarding", "forwarding"],
  ["net.inet6.ip6.forwarding", "forwarding"],
]);

/** Reports names that cannot be file names, unknown time zones, and settings given twice. */
export function checkNames(gateway: Gateway, report: Report): void {
  if (!new RegExp(NAME).test(gateway.name)) {
    report(
      ["name"],
      "error",
      `the file's name cannot be the name of the output (${
        JSON.stringify(gateway.name)
      }); write name: ...`,
    );
  }
  checkTimeZone(gateway.timezone, report);
  for (const [name, value] of gateway.sysctl) {
    if (/\s/.test(value)) {
      report(
        ["sysctl", name],
        "error",
        "a value with blanks: rc(8) up to 7.6 takes the text after a blank as another setting; " +
          "write it without blanks, as sysctl(8) accepts it",
      );
    }
    checkKernel(gateway, { name, value, path: ["sysctl", name] }, report);
    const field = DECIDED.get(name);
    if (field === undefined) continue;
    report(["sysctl", name], "error", `the field ${field} sets it; use that`, {
      key: true,
    });
  }
  for (const [index, name] of gateway.packages.entries()) {
    if (gateway.packages.indexOf(name) < index) {
      report(["packages", index], "warning", `${name} is given twice`);
    }
  }
  for (const url of [["installurl", gateway.installurl], ["release", gateway.release.mirror]]) {
    if (url[1] === undefined || !/^[a-z]+:\/\/[^/]*@/.test(url[1])) continue;
    report([url[0]!], "warning", "others can read a password in a URL");
  }
}
