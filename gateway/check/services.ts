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

/** Reports settings of `rcConf` that undo what other fields say. */
export function checkServices(gateway: Gateway, report: Report): void {
  for (const [name, value] of gateway.rcConf) {
    checkService(gateway, name, value, ["rcConf", name], report);
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
