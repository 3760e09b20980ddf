/**
 * /etc/resolv.conf: name servers.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { lines } from "../../host/lines.ts";

/**
 * resolv.conf(5); empty if the description has none. Then the installer's file, which names a
 * server of the build host, is removed, and resolvd(8) writes the servers of leases.
 */
export function renderResolvConf(gateway: Gateway): string {
  const { search, nameservers } = gateway.network;
  if (search.length + nameservers.length === 0) return "";
  return lines([
    ...(search.length > 0 ? [`search ${search.join(" ")}`] : []),
    ...nameservers.map((server) => `nameserver ${server}`),
    "lookup file bind",
  ]);
}
