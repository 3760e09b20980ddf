/**
 * What settings of rc.conf.local(8), fields or appended lines, do to the rest of the gateway.
 * @module
 */
import type { Path } from "../document/document.ts";
import { daemonOf } from "../daemon.ts";
import type { Gateway } from "../gateway.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { usesIpv6 } from "../uses_ipv6.ts";
import type { Report } from "./report.ts";

/** The flag -n of isakmpd(8) and iked(8), behind flags that take no argument. */
const ONLY_TRIES = /(^|\s)-[46adKLSTtv]*n/;

/** Reports settings of `rcConf` that undo what other fields say. */
export function checkServices(gateway: Gateway, report: Report): void {
  for (const [name, value] of gateway.rcConf) {
    // rc.subr(8) leaves blanks around a value out.
    checkService(gateway, name, value.trim(), ["rcConf", name], report);
  }
}

/** Reports one setting, which stands at `path`, if it undoes what other fields say. */
export function checkService(
  gateway: Gateway,
  name: string,
  value: string,
  path: Path,
  report: Report,
): void {
  const { access, release } = gateway;
  const daemon = daemonOf(gateway);
  const [first, second] = [daemon === 1, daemon === 2];
  const rests = [["tunnels"]];
  const off = value === "NO";
  if (name === "pf" && off) {
    report(path, "warning", "without pf(4) nothing of firewall holds; take this away", { rests });
  } else if (
    off && ((first && (name === "isakmpd_flags" || name === "ipsec")) ||
      (second && name === "iked_flags"))
  ) {
    report(path, "error", `the tunnels need it: take ${name} away`, { rests });
  } else if (!off && ((second && name === "isakmpd_flags") || (first && name === "iked_flags"))) {
    report(
      path,
      "error",
      `isakmpd and iked cannot share udp port 500, and the tunnels are IKEv${daemon}; take ${name} away`,
      { rests },
    );
  } else if (/^(isakmpd|iked)_flags$/.test(name) && ONLY_TRIES.test(value)) {
    report(path, "warning", "with -n the daemon sets up no tunnel; take -n away", { rests });
  } else if (name === "isakmpd_flags" && !off && !/(^|\s)-[A-Za-z0-9]*K/.test(value)) {
    const policy = "/etc/isakmpd/isakmpd.policy";
    if (gateway.files.some((file) => file.path === policy)) return;
    report(
      path,
      "warning",
      `without -K and ${policy} isakmpd negotiates nothing; add -K`,
      { rests: [["files"]] },
    );
  } else if (name === "iked_flags" && second && /(^|\s)-f/.test(value)) {
    report(path, "warning", "with -f iked does not read the tunnels in /etc/iked.conf", { rests });
  } else if (
    name === "iked_flags" && !off && usesIpv6(gateway) &&
    !knows(release.number, "ikedSparesIpv6") && !/(^|\s)-[A-Za-z]*6/.test(value)
  ) {
    report(path, "warning", `iked of ${release.version} denies all IPv6; add -6`, { rests });
  } else if (
    name === "sshd_flags" && off &&
    (access.rootKeys.length > 0 || access.users.some((user) => user.keys.length > 0))
  ) {
    report(path, "warning", "without sshd the keys of access let nobody in", {
      rests: [["access"]],
    });
  }
}

/** Reports a setting of sysctl.conf(5), which stands at `path`, if no tunnel works with it. */
export function checkKernel(
  { tunnels, clients }: Gateway,
  name: string,
  value: string,
  path: Path,
  report: Report,
): void {
  if (tunnels.length + clients.length === 0 || value !== "0") return;
  if (name === "net.inet.esp.enable") {
    report(path, "error", `the tunnels need it: take ${name} away`, { rests: [["tunnels"]] });
  } else if (name === "net.inet.esp.udpencap") {
    report(path, "warning", "without it no tunnel works behind a NAT; take it away", {
      rests: [["tunnels"]],
    });
  }
}
