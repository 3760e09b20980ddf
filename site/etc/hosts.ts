/**
 * /etc/hosts: names that need no name server.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { lines } from "../../host/lines.ts";

/** hosts(5): the loopback addresses, the gateway itself, and the description's own lines. */
export function renderHosts(gateway: Gateway): string {
  const short = gateway.hostname.split(".")[0]!;
  const names = short === gateway.hostname ? short : `${gateway.hostname} ${short}`;
  const own = gateway.network.interfaces.flatMap((one) => [one.address, one.address6]).filter((
    text,
  ) => text.includes("/"));
  return lines([
    "127.0.0.1\tlocalhost",
    "::1\t\tlocalhost",
    ...own.slice(0, 1).map((cidr) => `${cidr.split("/")[0]}\t${names}`),
    ...gateway.network.hosts.map((host) => `${host.address}\t${host.names.join(" ")}`),
  ]);
}
