/**
 * Expands `binat-to` to two rules: outgoing packets are translated, and incoming ones back.
 * @module
 */
import type { FlatHost, FlatRule } from "../model/flat.ts";
import type { Complainer } from "./context.ts";
import { isMultiple } from "./pool.ts";

/**
 * `flat` as the outgoing rule, and the incoming one; empty, after a complaint, if that is
 * impossible.
 */
export function binat(flat: FlatRule, complain: Complainer): FlatRule[] {
  const pool = flat.natTo!;
  const [inside, outside] = [flat.from.host, pool.hosts[0]!];
  const alone = (host: FlatHost) => host.kind === "network" || host.kind === "dynamic";
  if (!alone(inside) || !alone(outside) || pool.hosts.length > 1) {
    complain.error(
      "binat-to needs one network or interface as source and one to translate to",
      "from 10.0.0.0/24 binat-to 192.0.2.0/24",
    );
  } else if (isMultiple(inside) || isMultiple(outside)) {
    complain.error("binat-to needs one address of an interface", "(vio0:0)");
  } else if (width(inside) === 0 || width(outside) === 0) {
    complain.error("binat-to cannot translate all addresses", "a network on either side");
  } else if (width(inside) !== width(outside)) {
    complain.warning("the networks of binat-to are not of one size");
  }
  if (flat.direction) {
    complain.error("binat-to is for both directions", "remove in or out");
  }
  if (complain.failed) return [];
  const { natTo: _, rdrTo: __, ...rest } = flat;
  const { staticPort: ___, ...backward } = pool;
  const { port: fromPort, ...from } = flat.from;
  return [
    { ...rest, direction: "out", natTo: pool },
    {
      ...rest,
      direction: "in",
      from: { ...from, host: flat.to.host, ...(flat.to.port ? { port: flat.to.port } : {}) },
      to: { host: withoutWeight(outside), ...(fromPort ? { port: fromPort } : {}) },
      rdrTo: { ...backward, hosts: [inside] },
    },
  ];
}

/** Prefix length of the network. */
function width(host: FlatHost): number {
  return host.kind === "network" ? host.prefix.length : -1;
}

function withoutWeight(host: FlatHost & { weight?: number }): FlatHost {
  const { weight: _, ...rest } = host;
  return rest;
}
