/**
 * What a gateway looks at after its first boot.
 * @module
 */
import ipaddr from "ipaddr.js";
import type { Gateway } from "../../gateway/gateway.ts";
import { parseRouter } from "../../gateway/router.ts";
import { shellWord } from "./shell_word.ts";
import { sysctlSettings } from "../etc/sysctl_settings.ts";

/** Calls of the functions in `first_boot_functions.ts`, one line each. */
export function selfChecks(gateway: Gateway): string[] {
  const { tunnels, rcConf } = gateway;
  const ike = tunnels[0]?.ike;
  const secret = [
    ...(ike === 1
      ? ["/etc/ipsec.conf", ...tunnels.map((tunnel) => `/etc/ipsec/${tunnel.name}.conf`)]
      : []),
    ...(ike === 2 ? ["/etc/iked.conf"] : []),
  ];
  return [
    `check_equal hostname "$(hostname)" ${shellWord(gateway.hostname)}`,
    ...addressChecks(gateway),
    ...sysctlSettings(gateway).map(([name, value]) => `check_sysctl ${name} ${shellWord(value)}`),
    "check_config /etc/pf.conf pfctl -nf /etc/pf.conf",
    "check_pf",
    ...(ike === 1 ? ["check_config /etc/ipsec.conf ipsecctl -nf /etc/ipsec.conf"] : []),
    ...(ike === 2 ? ["check_config /etc/iked.conf iked -nf /etc/iked.conf"] : []),
    ...secret.map((path) => `check_private ${path}`),
    ...(rcConf.get("sshd_flags") === "NO" ? [] : ["check_daemon sshd"]),
    ...(ike === undefined ? [] : [`check_daemon ${ike === 1 ? "isakmpd" : "iked"}`]),
    ...tunnels.map((tunnel) => `check_tunnel ${tunnel.name} ${tunnel.peer}`),
  ];
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

/** An address as ifconfig(8) and route(8) write it. */
function shown(address: string): string {
  const [host = ""] = address.split("/");
  return ipaddr.isValid(host) ? ipaddr.parse(host).toString() : host;
}
