/**
 * Flags of isakmpd(8), iked(8) and sshd(8) that break the rest of the gateway.
 * @module
 */
import type { Path } from "../document/document.ts";
import { daemonOf } from "../daemon.ts";
import type { Gateway } from "../gateway.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { usesIpv6 } from "../uses_ipv6.ts";
import { flagsOf } from "../openbsd/flags_of.ts";
import type { Report } from "./report.ts";
import type { Setting } from "./setting.ts";

/** Reports a warning about the flags. */
type Say = (message: string, rests?: Path[]) => void;

/** Reports flags of a daemon; the flags are the value of the variable. */
export function checkDaemonFlags(
  gateway: Gateway,
  { name, value, path }: Setting,
  report: Report,
): void {
  const say: Say = (message, rests = [["tunnels"]]) => report(path, "warning", message, { rests });
  const words = value.split(/\s+/).filter(Boolean);
  if (name === "isakmpd_flags") checkIsakmpd(gateway, flagsOf(words, "cDfiNplR"), say);
  else if (name === "iked_flags") checkIked(gateway, flagsOf(words, "Dfps"), say);
}

/** Flags with the same meaning in both daemons. */
function checkBoth(gateway: Gateway, flags: ReadonlyMap<string, string>, port: string, say: Say) {
  if (flags.has("n")) say("with -n the daemon does not set up tunnels; remove -n");
  if (flags.has("T")) {
    say("with -T no tunnel works behind a NAT; remove -T");
  }
  if (flags.has("S") && !gateway.failover) {
    say("with -S the daemon waits for sasyncd(8) and starts no tunnel; remove -S", [
      ["failover"],
    ]);
  }
  const given = flags.get(port);
  if (given !== undefined && given !== "4500") {
    say(`peers and the firewall use udp port 4500 behind a NAT (RFC 3948); remove -${port}`);
  }
}

function checkIsakmpd(gateway: Gateway, flags: ReadonlyMap<string, string>, say: Say): void {
  checkBoth(gateway, flags, "N", say);
  const policy = "/etc/isakmpd/isakmpd.policy";
  if (!flags.has("K") && !gateway.files.some((file) => file.path === policy)) {
    say(`without -K and ${policy} isakmpd negotiates nothing; add -K`, [["files"]]);
  }
  if (daemonOf(gateway) !== 1) return;
  if (flags.has("f")) say("with -f ipsecctl(8) does not find isakmpd and cannot load the tunnels");
  if ((flags.get("p") ?? "500") !== "500") {
    say("peers and the firewall use udp port 500 for IKE; remove -p");
  }
}

function checkIked(gateway: Gateway, flags: ReadonlyMap<string, string>, say: Say): void {
  checkBoth(gateway, flags, "p", say);
  const { release } = gateway;
  if (daemonOf(gateway) === 2 && flags.has("f")) {
    say("with -f iked does not read the tunnels in /etc/iked.conf");
  }
  const waits = gateway.clients.length > 0 ||
    gateway.tunnels.some(({ mode }) => mode === "passive");
  if (flags.has("t") && waits) {
    say("with -t iked does not listen on udp port 500, where peers begin; remove -t");
  }
  if (flags.has("6") && knows(release.number, "ikedSparesIpv6")) {
    say(`iked of ${release.version} does not need -6, and exits if it does not know it; remove -6`);
  }
  const denies = usesIpv6(gateway) && !knows(release.number, "ikedSparesIpv6");
  if (denies && !flags.has("6")) say(`iked of ${release.version} denies all IPv6; add -6`);
}
