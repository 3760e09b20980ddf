/**
 * Interfaces in other routing domains than 0, where neither the default route of mygate(5) nor the
 * flows of isakmpd(8) and iked(8) work.
 * @module
 */
import { contains, parsePrefix } from "../address.ts";
import type { Gateway, NetworkInterface } from "../gateway.ts";
import { rdomainOf } from "../network/links.ts";
import { ownNetworks } from "../own_addresses.ts";
import { interfaceOfRouter, routerWord } from "../router.ts";
import type { Report } from "./report.ts";

/** Reports default routers and local networks of tunnels in another routing domain than 0. */
export function checkRoutingDomains(gateway: Gateway, report: Report): void {
  const { network, tunnels, rcConf, firewall } = gateway;
  const away = network.interfaces.filter((one) => rdomainOf(one) > 0);
  if (away.length === 0) return;
  const rests = [["network"]];
  for (const field of ["gateway", "gateway6"] as const) {
    const router = network[field];
    const by = router === undefined ? undefined : interfaceOfRouter(network, router);
    if (!by || !away.includes(by)) continue;
    const inet = field === "gateway" ? "-inet" : "-inet6";
    report(
      ["network", field],
      "error",
      `${by.name} is in routing domain ${
        rdomainOf(by)
      }, and netstart(8) sets this route in domain 0, which has no route to it; remove rdomain, or write options: ["!route -T ${
        rdomainOf(by)
      } add ${inet} default ${routerWord(router!)}"] there in place of ${field}`,
      { rests },
    );
  }
  // A daemon started in another table, or a pf rule with rtable, shows that this is intended.
  if (["iked_rtable", "isakmpd_rtable"].some((name) => rcConf.has(name))) return;
  if (firewall.rules.some((line) => /\brtable\b/.test(line))) return;
  for (const [index, tunnel] of tunnels.entries()) {
    for (const [at, local] of tunnel.selectors ? [] : tunnel.local.entries()) {
      const holders = holdersOf(local, network.interfaces);
      const [by] = holders;
      // The same network may exist in domain 0 too.
      if (!by || !holders.every((one) => away.includes(one))) continue;
      report(
        ["tunnels", index, "local", at],
        "warning",
        `${local} is behind ${by.name} in routing domain ${
          rdomainOf(by)
        }, and the tunnel in domain 0, so nothing from there enters it; remove rdomain of ${by.name}, or add to firewall.rules: "match in on ${by.name} rtable 0"`,
        { rests: [...rests, ["firewall", "rules"]] },
      );
    }
  }
}

/** The interfaces in whose network `local` is. */
function holdersOf(local: string, interfaces: readonly NetworkInterface[]): NetworkInterface[] {
  const prefix = parsePrefix(local);
  if (!prefix) return [];
  return ownNetworks(interfaces).overlapping(prefix)
    .filter((own) => contains(own.prefix, prefix)).map((own) => own.interface);
}
