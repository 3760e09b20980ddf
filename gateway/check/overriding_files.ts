/**
 * Extra files that undo fields of the description, or that only seem to work.
 * @module
 */
import { daemonOf } from "../daemon.ts";
import type { ExtraFile, Gateway } from "../gateway.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import type { Report } from "./report.ts";
import { isScript, undoings } from "./scripts.ts";
import { checkKernel, checkService } from "./services.ts";

/**
 * Files that pwd_mkdb(8) and the installer write; replacing them would leave no users, or none that
 * can log in.
 */
const ACCOUNTS = /^\/etc\/(master\.passwd|passwd|pwd\.db|spwd\.db)$/;

/** Files that the gateway boots from, which must not be replaced. */
const BASE = /^\/(bsd(\.mp|\.rd)?|boot|etc\/(rc|rc\.conf|netstart|rc\.d\/rc\.subr))$/;

/** Files that a description may bring whole, and the fields they are otherwise written from. */
const WHOLE: ReadonlyMap<string, "firewall" | "tunnels"> = new Map([
  ["/etc/pf.conf", "firewall"],
  ["/etc/ipsec.conf", "tunnels"],
  ["/etc/iked.conf", "tunnels"],
]);

/** Whether the description may bring the file of that path whole, instead of fields. */
export function mayReplace(path: string): boolean {
  return WHOLE.has(path);
}

/** Whether the file of that path belongs to the release and is needed for accounts or booting. */
export function isOfTheRelease(path: string): boolean {
  return ACCOUNTS.test(path) || BASE.test(path);
}

/** Reports conflicts between `files[index]` and the fields of the description. */
export function checkOverridingFiles(
  gateway: Gateway,
  description: GatewayDescription,
  index: number,
  report: Report,
): void {
  const file = gateway.files[index]!;
  checkReplaced(gateway, description, file, index, report);
  checkKeys(gateway, file, index, report);
  checkLines(gateway, description, file, index, report);
  checkScript(gateway, file, index, report);
  const path = ["files", index, "path"];
  if (ACCOUNTS.test(file.path)) {
    report(
      path,
      "error",
      `the installer and pwd_mkdb(8) write ${file.path}; use access.rootPassword and access.users`,
    );
  } else if (!file.append && file.path === "/etc/group") {
    report(
      path,
      "error",
      "useradd(8) and the installer write /etc/group, and wheel into it; use access.users[].wheel, or append for groups of your own",
      { rests: [["files", index, "append"]] },
    );
  } else if (!file.append && BASE.test(file.path)) {
    report(
      path,
      "warning",
      `this replaces ${file.path} of the release, which later releases change; ${
        file.path === "/etc/rc.conf" ? "use rcConf" : "add to /etc/rc.local or hostname.if instead"
      }`,
    );
  } else if (file.path === "/etc/rc.firsttime") {
    report(
      path,
      "warning",
      "an exit or an error in it skips packages, syspatch and the self-check of the first boot; avoid both",
    );
  } else if (file.path === "/etc/ssh/sshd_config" && !file.append) {
    const text = file.content.kind === "text" ? file.content.text : undefined;
    if (text !== undefined && /^\s*#?PermitRootLogin\b/m.test(text)) return;
    report(
      path,
      "warning",
      `rootSsh: ${gateway.access.rootSsh} takes effect only at a line #PermitRootLogin; add PermitRootLogin ${gateway.access.rootSsh} to it`,
    );
  }
}

/**
 * A whole pf.conf, ipsec.conf or iked.conf needs that no field writes it, and that its daemon is
 * started.
 */
function checkReplaced(
  gateway: Gateway,
  description: GatewayDescription,
  file: ExtraFile,
  index: number,
  report: Report,
): void {
  const { tunnels, rcConf, firewall } = gateway;
  const field = WHOLE.get(file.path);
  if (field === undefined || file.append) return;
  const path = ["files", index, "path"];
  const written = field === "firewall"
    ? description.firewall !== undefined
    : file.path === "/etc/iked.conf"
    ? daemonOf(gateway) === 2
    : tunnels.length > 0;
  if (written) {
    report(
      path,
      "error",
      `${field} writes ${file.path} already; remove one of the two${
        field === "firewall" ? ", or put the lines into firewall.rules" : ""
      }`,
      { rests: [["files", index, "append"], [field]] },
    );
    return;
  }
  const needs = file.path === "/etc/iked.conf"
    ? rcConf.has("iked_flags") ? [] : ['iked_flags: ""']
    : file.path === "/etc/ipsec.conf"
    ? [
      ...(rcConf.get("ipsec") === "YES" ? [] : ["ipsec: YES"]),
      ...(rcConf.has("isakmpd_flags") ? [] : ["isakmpd_flags: -K"]),
    ]
    : [];
  if (needs.length > 0) {
    report(
      path,
      "warning",
      `nothing loads ${file.path} at boot; add rcConf: {${needs.join(", ")}}`,
      { rests: [["rcConf"], ["files", index, "append"]] },
    );
  }
  if (field === "tunnels" && firewall.peers.length === 0 && tunnels.length === 0) {
    report(
      path,
      "warning",
      "without tunnels the packet filter blocks IKE and ESP of all peers; list them in firewall.peers",
      { rests: [["firewall", "peers"], ["files"]] },
    );
  }
}

/** install.site writes authorized_keys from fields; one of the two files would be lost. */
function checkKeys({ access }: Gateway, file: ExtraFile, index: number, report: Report): void {
  const [, home] = /^(\/root|\/home\/[^/]+)\/\.ssh\/authorized_keys$/.exec(file.path) ?? [];
  if (home === undefined || file.append) return;
  const user = access.users.findIndex(({ name }) => home === `/home/${name}`);
  const [keys, field] = home === "/root"
    ? [access.rootKeys, "access.rootKeys"]
    : [access.users[user]?.keys ?? [], `access.users[${user}].keys`];
  if (keys.length === 0) return;
  report(
    ["files", index, "path"],
    "error",
    `${field} writes ${file.path} already; put all keys there, or use append`,
    { rests: [["access"], ["files", index, "append"]] },
  );
}

/** Commands of scripts that undo fields; files named by `source` are checked in sources.ts. */
function checkScript(gateway: Gateway, file: ExtraFile, index: number, report: Report): void {
  if (file.content.kind !== "text" || !isScript(file)) return;
  const path = ["files", index, file.append ? "append" : "content"];
  for (const { message, character } of undoings(gateway, file.content.text, file.path)) {
    report(path, "warning", `in ${file.path}: ${message}`, {
      character,
      rests: [["firewall"], ["tunnels"], ["forwarding"], ["sysctl"], ["access"]],
    });
  }
}

/** Lines appended to sysctl.conf, rc.conf.local and pf.conf, where the last one wins. */
function checkLines(
  gateway: Gateway,
  description: GatewayDescription,
  file: ExtraFile,
  index: number,
  report: Report,
): void {
  if (!file.append) return;
  const path = ["files", index, "append"];
  if (file.path === "/etc/pf.conf") {
    report(path, "warning", "check does not see these rules; put them into firewall.rules");
  }
  if (/^\/etc\/hostname\.[a-z]/.test(file.path)) {
    report(
      path,
      "warning",
      "check does not see these lines; put them into options of the interface",
      {
        rests: [["network", "interfaces"]],
      },
    );
  }
  if (file.content.kind !== "text" || description.files?.[index]?.append === undefined) return;
  for (const line of file.content.text.split("\n")) {
    const [, name, value = ""] = /^\s*([A-Za-z0-9_.-]+)\s*=\s*["']?([^"'#]*)/.exec(line) ?? [];
    if (name === undefined) continue;
    const setting = { name, value: value.trim(), path };
    if (file.path === "/etc/rc.conf.local") {
      checkService(gateway, setting, report);
    } else if (file.path === "/etc/sysctl.conf") {
      checkKernel(gateway, setting, report);
      if (!(gateway.sysctl.has(name) || /^net\.inet6?\.ip6?\.forwarding$/.test(name))) continue;
      const field = gateway.sysctl.has(name) ? "sysctl" : "forwarding";
      report(path, "error", `${name} is set by the field ${field}; use that`);
    }
  }
}
