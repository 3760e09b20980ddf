/**
 * Checks `network.nameservers`, and the name servers of clients if they are the gateway itself.
 * @module
 */
import { isLoopback, parseAddress, type Prefix, sameAddress } from "../address.ts";
import type { Gateway } from "../gateway.ts";
import { noRouter } from "../network/no_host.ts";
import { SUBNETS } from "./subnets.ts";
import { mayReach } from "./may_reach.ts";
import type { Report } from "./report.ts";

/** Reports name servers that the gateway cannot query; `own` are its addresses. */
export function checkNameServers(gateway: Gateway, own: Prefix[], report: Report): void {
  const { nameservers } = gateway.network;
  for (const [index, text] of nameservers.entries()) {
    const path = ["network", "nameservers", index];
    const address = parseAddress(text);
    if (!address) {
      report(path, "error", `${text} is not an address`);
      continue;
    }
    // 0.0.0.0 means the gateway itself.
    const isLocal = isLoopback(address) || address.value === 0n ||
      own.some((one) => sameAddress(one, address));
    const why = isLoopback(address) || address.value === 0n ? undefined : noRouter(address, own);
    if (why !== undefined) report(path, "error", `${text} ${why}`, { rests: SUBNETS });
    else if (isLocal && !mayAnswer(gateway)) {
      report(
        path,
        "warning",
        `${text} is the gateway itself, and no name server runs there; add rcConf: {unbound_flags: ""}, or name another server`,
        { rests: [["rcConf"], ["packages"], ["files"], ...SUBNETS] },
      );
    } else if (!isLocal && !mayReach(gateway, address)) {
      report(
        path,
        "warning",
        `no route leads to ${text}; write network.${
          address.family === 4 ? "gateway" : "gateway6"
        }: ADDRESS of the router`,
        { rests: [["network"]] },
      );
    }
  }
  checkForClients(gateway, own, report);
  if (nameservers.length > 3) {
    report(
      ["network", "nameservers", 3],
      "warning",
      "the resolver asks the first three name servers only (resolv.conf(5))",
    );
  }
}

/** Reports clients that would query the gateway, which runs no name server. */
function checkForClients(gateway: Gateway, own: readonly Prefix[], report: Report): void {
  if (mayAnswer(gateway)) return;
  for (const [index, { nameservers }] of gateway.clients.entries()) {
    const at = nameservers.findIndex((text) => {
      const address = parseAddress(text);
      return address !== undefined && own.some((one) => sameAddress(one, address));
    });
    if (at < 0) continue;
    report(
      ["clients", index, "nameservers", at],
      "warning",
      `${
        nameservers[at]
      } is the gateway itself, and no name server runs there; add rcConf: {unbound_flags: ""}, or name another server`,
      { rests: [["rcConf"], ["packages"], ["files"], ...SUBNETS] },
    );
  }
}

/**
 * Whether the gateway may run a name server: one of the base system, or one from packages or files.
 */
function mayAnswer({ rcConf, packages, files, firewall }: Gateway): boolean {
  const starts = (name: string) => rcConf.has(name) && rcConf.get(name)?.trim() !== "NO";
  return ["unbound_flags", "unwind_flags", "nsd_flags", "relayd_flags", "pkg_scripts"].some(
    starts,
  ) ||
    packages.length > 0 ||
    // pf may redirect the queries.
    firewall.rules.length > 0 ||
    files.some(({ path }) => /^\/etc\/(rc\.(local|conf\.local)|rc\.d\/.*|inetd\.conf)$/.test(path));
}
