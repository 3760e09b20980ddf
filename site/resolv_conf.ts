/**
 * /etc/resolv.conf: who answers for names.
 * @module
 */
import type { Gateway } from "../spec/gateway.ts";
import { lines } from "./lines.ts";

/** resolv.conf(5). */
export function renderResolvConf(gateway: Gateway): string {
  const { search, nameservers } = gateway.network;
  return lines([
    ...(search.length > 0 ? [`search ${search.join(" ")}`] : []),
    ...nameservers.map((server) => `nameserver ${server}`),
    "lookup file bind",
  ]);
}
