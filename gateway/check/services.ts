/**
 * How settings of rc.conf.local(8), fields or appended lines, affect the rest of the gateway.
 * @module
 */
import { daemonOf } from "../daemon.ts";
import type { Gateway } from "../gateway.ts";
import { meantSysctl } from "../openbsd/sysctl_names.ts";
import { ikev2Tunnels } from "../tunnel.ts";
import { checkDaemonFlags } from "./daemon_flags.ts";
import { checkKernelSetting } from "./kernel_settings.ts";
import { checkRcName } from "./rc_names.ts";
import type { Report } from "./report.ts";
import type { Setting } from "./setting.ts";
import { checkDaemonStart } from "./daemon_start.ts";

/** Reports settings of `rcConf` that contradict other fields. */
export function checkServices(gateway: Gateway, report: Report): void {
  for (const [name, value] of gateway.rcConf) {
    // rc.subr(8) strips blanks around a value.
    checkService(gateway, { name, value: value.trim(), path: ["rcConf", name] }, report);
  }
}

/** Reports a setting of rc.conf.local(8) that contradicts other fields. */
export function checkService(gateway: Gateway, setting: Setting, report: Report): void {
  const { name, value, path } = setting;
  const { access } = gateway;
  checkRcName(gateway, setting, report);
  checkDaemonStart(gateway, setting, report);
  const daemon = daemonOf(gateway);
  const [first, second] = [daemon === 1, daemon === 2];
  const rests = [["tunnels"]];
  const off = value === "NO";
  if (name === "pf" && off) {
    report(path, "warning", "without pf(4) firewall has no effect; remove this", { rests });
  } else if (
    off && ((first && (name === "isakmpd_flags" || name === "ipsec")) ||
      (second && name === "iked_flags"))
  ) {
    report(path, "error", `the tunnels need it: remove ${name}`, { rests });
  } else if (!off && ((second && name === "isakmpd_flags") || (first && name === "iked_flags"))) {
    report(
      path,
      "error",
      `isakmpd and iked cannot share udp port 500, and the tunnels are IKEv${daemon}; remove ${name}`,
      { rests },
    );
  } else if (name === "sshd_flags" && off) {
    const keys = access.rootKeys.length > 0 || access.users.some((user) => user.keys.length > 0);
    if (keys) {
      report(path, "warning", "without sshd nobody can log in with the keys of access", {
        rests: [["access"]],
      });
    }
  } else if (!off) checkDaemonFlags(gateway, setting, report);
}

/** Reports a setting of sysctl.conf(5) that breaks tunnels. */
export function checkKernel(
  gateway: Gateway,
  setting: Setting,
  report: Report,
): void {
  checkKernelSetting(gateway, setting, report);
  const { name, value, path } = setting;
  const rests = [["tunnels"], ["clients"]];
  const meant = meantSysctl(name);
  if (meant !== undefined) {
    report(path, "warning", `sysctl(8) does not know ${name}, so nothing is set`, {
      key: path.at(-1) === name,
      suggestion: meant,
    });
  }
  const { tunnels, clients } = gateway;
  if (tunnels.length + clients.length === 0) return;
  const needed = [
    ...(tunnels.some(({ protocol }) => protocol === "esp") || clients.length > 0
      ? ["net.inet.esp.enable"]
      : []),
    ...(tunnels.some(({ protocol }) => protocol === "ah") ? ["net.inet.ah.enable"] : []),
    ...(ikev2Tunnels(tunnels).some(({ ipcomp }) => ipcomp) ? ["net.inet.ipcomp.enable"] : []),
  ];
  if (value === "0" && needed.includes(name)) {
    report(path, "error", `the tunnels need it: remove ${name}`, { rests });
  } else if (value === "0" && name === "net.inet.esp.udpencap") {
    report(path, "warning", "without it no tunnel works behind a NAT; remove it", { rests });
  } else if (value !== "4500" && name === "net.inet.esp.udpencap_port") {
    report(
      path,
      "warning",
      "peers and the firewall use udp port 4500 behind a NAT (RFC 3948); remove it",
      { rests },
    );
  }
}
