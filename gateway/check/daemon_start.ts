/**
 * Daemons that exit right after rc(8) starts them: without their file, or their interface.
 * @module
 */
import { nearest } from "../../host/nearest.ts";
import type { Gateway } from "../gateway.ts";
import { PSEUDO_DRIVERS } from "../openbsd/interface_drivers.ts";
import { driverOf } from "../interface.ts";
import { ownFile } from "../openbsd/extra_path.ts";
import { configurationOf, daemonSince } from "../openbsd/daemon_files.ts";
import { isBaseDaemon } from "../openbsd/rc_variables.ts";
import { checkDhcpdConf } from "./dhcpd_conf.ts";
import type { Report } from "./report.ts";
import type { Setting } from "./setting.ts";

/** Reports what keeps a daemon from starting; `setting` is `dhcpd_flags` or the like. */
export function checkDaemonStart(gateway: Gateway, setting: Setting, report: Report): void {
  if (setting.name === "pkg_scripts") checkScripts(gateway, setting, report);
  const [, daemon] = /^(.+)_flags$/.exec(setting.name) ?? [];
  if (daemon === undefined || setting.value === "NO" || !isBaseDaemon(daemon)) return;
  const { path, value } = setting;
  const { release, files, packages } = gateway;
  const since = daemonSince(daemon);
  if (since !== undefined && release.number < since) {
    report(
      path,
      "warning",
      `OpenBSD ${release.version} has no ${daemon}, which came with ${Math.floor(since / 10)}.${
        since % 10
      }; remove ${setting.name}`,
      { rests: [["release"]] },
    );
    return;
  }
  const file = configurationOf(daemon);
  // -f, and -c of dhcpd(8), name another configuration file.
  const named = /(^|\s)-\w*[fc]/.test(value);
  if (file !== undefined && !named && packages.length === 0) {
    if (!files.some((one) => one.path === file)) {
      report(
        path,
        "warning",
        `${daemon} does not start without ${file}, which the release does not bring; add it to files`,
        { rests: [["files"], ["packages"]] },
      );
    }
  }
  if (daemon === "dhcpd") {
    checkInterfaces(gateway, setting, report);
    checkDhcpdConf(gateway, value, report);
  }
  checkAnchor(gateway, daemon, setting, report);
}

/** Daemons with rules in an anchor, which pf.conf must contain, and the configuration that needs it. */
const ANCHORS = new Map([
  ["relayd", { anchor: "relayd/*", needs: /^[ \t]*redirect[ \t]/m }],
  ["ftpproxy", { anchor: "ftp-proxy/*", needs: undefined }],
  ["tftpproxy", { anchor: "tftp-proxy/*", needs: undefined }],
]);

/** Reports rules of a daemon that pf(4) never evaluates. */
function checkAnchor(gateway: Gateway, daemon: string, { path }: Setting, report: Report): void {
  const { anchor, needs } = ANCHORS.get(daemon) ?? {};
  const { files, firewall } = gateway;
  if (anchor === undefined || ownFile(gateway, "/etc/pf.conf")) return;
  const conf = files.find((one) => one.path === configurationOf(daemon))?.content;
  if (needs && !(conf?.kind === "text" && needs.test(conf.text))) return;
  const [root] = anchor.split("/");
  if (firewall.rules.some((line) => /\banchor\b/.test(line) && line.includes(root!))) return;
  // An included file may contain the anchor.
  if (firewall.rules.some((line) => /^\s*include\b/.test(line))) return;
  report(
    path,
    "warning",
    `pf does not evaluate the rules of ${daemon}: they are in an anchor that no rule names; add to firewall.rules: 'anchor "${anchor}"'`,
    { rests: [["firewall", "rules"], ["files"]] },
  );
}

/** dhcpd(8) exits if an interface that it is to listen on does not exist. */
function checkInterfaces(
  { network, files }: Gateway,
  { value, path }: Setting,
  report: Report,
): void {
  const names = network.interfaces.map(({ name }) => name);
  const words = value.split(/\s+/);
  const wrong = words.find((word, at) =>
    /^[a-z]+[0-9]+$/.test(word) && !/^-\w*[ACcLluYy]$/.test(words[at - 1] ?? "") &&
    !names.includes(word) && !PSEUDO_DRIVERS.get(driverOf(word))?.late &&
    !files.some((file) => file.path === `/etc/hostname.${word}`)
  );
  if (wrong === undefined) return;
  report(
    path,
    "warning",
    `dhcpd does not start without the interface ${wrong}; interfaces: ${names.join(", ")}`,
    { suggestion: nearest(wrong, names), rests: [["network", "interfaces"]] },
  );
}

/** rc(8) skips a name that is not in /etc/rc.d. */
function checkScripts(
  { files, packages }: Gateway,
  { value, path }: Setting,
  report: Report,
): void {
  // A package may bring daemons with any name.
  if (packages.length > 0 || value === "NO") return;
  const missing = value.split(/\s+/).filter(Boolean).find((name) =>
    !isBaseDaemon(name) && !files.some((one) => one.path === `/etc/rc.d/${name}`)
  );
  if (missing === undefined) return;
  report(
    path,
    "warning",
    `neither packages nor files provide the daemon ${missing}, so nothing starts; add its package to packages, or /etc/rc.d/${missing} to files`,
    { rests: [["packages"], ["files"]] },
  );
}
