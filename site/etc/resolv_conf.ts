/**
 * /etc/resolv.conf: who answers for names.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { lines } from "../../host/lines.ts";

/**
 * resolv.conf(5); empty where the description says nothing of it. The installer's own, which names a server
 * of the host that built the image, is then removed, and resolvd(8) writes what leases bring.
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
