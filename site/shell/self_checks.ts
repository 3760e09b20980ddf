/**
 * Self-checks of a gateway after its first boot.
 * @module
 */
import ipaddr from "ipaddr.js";
import { daemonOf } from "../../gateway/daemon.ts";
import { ownFile } from "../../gateway/openbsd/extra_path.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { parseRouter } from "../../gateway/router.ts";
import { shellWord } from "../../host/shell_word.ts";
import { sysctlSettings } from "../etc/sysctl_settings.ts";

/** Calls of the functions in `first_boot_functions.ts`, one per line. */
export function selfChecks(gateway: Gateway): string[] {
  const { tunnels, rcConf, failover } = gateway;
  const ike = daemonOf(gateway);
  const own = ["/etc/ipsec.conf", "/etc/iked.conf"].filter((path) => ownFile(gateway, path));
  const secret = [
    ...(ike === 1
      ? ["/etc/ipsec.conf", ...tunnels.map((tunnel) => `/etc/ipsec/${tunnel.name}.conf`)]
      : []),
    ...(ike === 2 ? ["/etc/iked.conf"] : []),
    ...own,
    ...(failover ? ["/etc/sasyncd.conf"] : []),
  ];
  return [
    `check_equal hostname "$(hostname)" ${shellWord(gateway.hostname)}`,
    ...addressChecks(gateway),
    ...sysctlSettings(gateway).map(([name, value]) => `check_sysctl ${name} ${shellWord(value)}`),
    "check_config /etc/pf.conf pfctl -nf /etc/pf.conf",
    `check_pf ${ownFile(gateway, "/etc/pf.conf") ? "own" : "rendered"}`,
    ...(ike === 1 || own.includes("/etc/ipsec.conf")
      ? ["check_config /etc/ipsec.conf ipsecctl -nf /etc/ipsec.conf"]
      : []),
    ...(ike === 2 || own.includes("/etc/iked.conf")
      ? ["check_config /etc/iked.conf iked -nf /etc/iked.conf"]
      : []),
    ...secret.map((path) => `check_private ${path}`),
    ...(rcConf.get("sshd_flags") === "NO" ? [] : ["check_daemon sshd"]),
    ...(ike === 1 || started(rcConf, "isakmpd_flags") ? ["check_daemon isakmpd"] : []),
    ...(ike === 2 || started(rcConf, "iked_flags") ? ["check_daemon iked"] : []),
    ...(failover ? ["check_daemon sasyncd"] : []),
    ...tunnels.map((tunnel) => `check_tunnel ${tunnel.name} ${tunnel.peer}`),
  ];
}

/** Whether a setting of rc.conf.local(8) starts a daemon. */
function started(rcConf: ReadonlyMap<string, string>, name: string): boolean {
  return (rcConf.get(name) ?? "NO") !== "NO";
}

function addressChecks({ network }: Gateway): string[] {
  const { gateway, gateway6, interfaces } = network;
  return [
    ...interfaces.flatMap((one) => {
      const wanted = [
        ...addressWords("inet", one.address),
        ...addressWords("inet6", one.address6),
        ...one.aliases.flatMap((alias) =>
          addressWords(alias.includes(":") ? "inet6" : "inet", alias)
        ),
      ];
      return wanted.length > 0 ? [`check_addresses ${one.name} ${wanted.join(" ")}`] : [];
    }),
    ...(gateway ? [`check_route inet ${parseRouter(gateway).address}`] : []),
    ...(gateway6 ? [`check_route inet6 ${shown(parseRouter(gateway6).address)}`] : []),
  ];
}

function addressWords(family: "inet" | "inet6", address: string): string[] {
  if (address === "none") return [];
  return [family, address === "autoconf" ? "lease" : shown(address)];
}

/** An address as ifconfig(8) and route(8) print it. */
function shown(address: string): string {
  const [host = ""] = address.split("/");
  return ipaddr.isValid(host) ? ipaddr.parse(host).toString() : host;
}
