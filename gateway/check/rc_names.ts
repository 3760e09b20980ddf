/**
 * Variables of rc.conf.local(8) that nothing reads, and flags of daemons that are not started.
 * @module
 */
import { nearest } from "../../host/nearest.ts";
import type { Gateway } from "../gateway.ts";
import { isBaseDaemon, rcName, rcNames } from "../openbsd/rc_variables.ts";
import type { Report } from "./report.ts";
import type { Setting } from "./setting.ts";

/** Variables of other systems and of releases before 6.6, and their replacements. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  [
    "pf_rules",
    "rc(8) always loads /etc/pf.conf; write firewall.rules, or add that file to files",
  ],
  [
    "ipsec_rules",
    "rc(8) always loads /etc/ipsec.conf; write tunnels, or add that file to files",
  ],
  ["multicast_host", "write multicast: YES"],
  ["multicast_router", "write multicast: YES"],
  ["pf_enable", "write pf: YES, which is the default"],
  ["gateway_enable", "write forwarding: all"],
  ["ipv6_gateway_enable", "write forwarding: all"],
  ["defaultrouter", "write network.gateway"],
  ["hostname", "write hostname outside rcConf"],
]);

/** Reports a variable that has no effect. */
export function checkRcName(gateway: Gateway, setting: Setting, report: Report): void {
  const { name, path } = setting;
  const found = rcName(name);
  const more = { key: path.at(-1) === name };
  if (found.kind === "unread") {
    const instead = INSTEAD.get(name);
    const meant = isBaseDaemon(name) ? `${name}_flags` : nearest(name, rcNames());
    const others = "; it reads pf, ipsec, pkg_scripts, and names such as sshd_flags";
    report(
      path,
      "warning",
      `rc(8) ignores ${name}${
        instead === undefined ? meant === undefined ? others : "" : `; ${instead}`
      }`,
      { ...more, suggestion: instead === undefined ? meant : undefined },
    );
  } else if (found.kind === "foreign") {
    checkForeign(
      gateway,
      found.daemon,
      setting,
      (message, suggestion) =>
        report(path, "warning", message, {
          ...more,
          suggestion,
          rests: [["packages"], ["files"], ["rcConf", "pkg_scripts"]],
        }),
    );
  }
}

/** A daemon outside the base system: a package or a file brings it, and pkg_scripts starts it. */
function checkForeign(
  { packages, files, rcConf }: Gateway,
  daemon: string,
  { name, value }: Setting,
  say: (message: string, suggestion?: string) => void,
): void {
  const started = (rcConf.get("pkg_scripts") ?? "").split(/\s+/).includes(daemon);
  const brought = files.some(({ path }) => path === `/etc/rc.d/${daemon}`) ||
    // Appended lines are not read here; they may start it.
    files.some(({ path, append }) => path === "/etc/rc.conf.local" && append);
  if (started || brought && value === "NO") return;
  const stem = daemon.replace(/[^a-z].*$/, "");
  const packaged = packages.some((one) => one.startsWith(stem));
  if (!brought && !packaged) {
    // A package may bring daemons with any name.
    const meant = nearest(name, rcNames(), packages.length > 0 ? 1 : undefined);
    if (packages.length > 0 && meant === undefined) return;
    say(
      `the base system has no daemon ${daemon}, and neither packages nor files add it`,
      meant,
    );
  } else if (value !== "NO" && !files.some(({ path }) => path === "/etc/rc.conf.local")) {
    say(`nothing starts ${daemon} at boot: add rcConf: {pkg_scripts: ${daemon}}`);
  }
}
