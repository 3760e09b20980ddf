/**
 * What speaks against running several gateways side by side.
 * @module
 */
import { parsePrefix } from "./address.ts";
import { checkPeers } from "./check_peers.ts";
import type { Path } from "./document.ts";
import type { Gateway } from "./gateway.ts";
import { type Located, placeOf } from "./located.ts";
import type { Problem } from "./problem.ts";

/** One thing that no two gateways may share. */
interface Claim {
  kind: string;
  value: string;
  path: Path;
}

/** Warnings, each of the later of two files, which names the earlier one. */
export function checkTogether(specs: readonly Located[]): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, { spec: Located; claim: Claim }>();
  const twins = new Set<string>();
  for (const spec of specs) {
    for (const claim of claims(spec.gateway)) {
      const key = `${claim.kind} ${claim.value}`;
      const other = first.get(key);
      if (!other) {
        first.set(key, { spec, claim });
        continue;
      }
      const pair = `${other.spec.gateway.file}\n${spec.gateway.file}`;
      // The same file twice is nothing new; of two with one host name the rest follows.
      if (other.spec.gateway.file === spec.gateway.file || twins.has(pair)) continue;
      if (claim.kind === "host name") twins.add(pair);
      problems.push(spec.document.problem(
        claim.path,
        "warning",
        `${claim.value} is the ${claim.kind} of ${placeOf(other.spec, other.claim.path)} too`,
      ));
    }
  }
  return [...problems, ...checkPeers(specs, twins)];
}

function claims({ hostname, name, domain, network }: Gateway): Claim[] {
  return [
    // First, because the others follow from it.
    { kind: "host name", value: hostname, path: ["hostname"] },
    { kind: "name", value: name, path: ["name"] },
    { kind: "domain name", value: domain.name, path: ["domain", "name"] },
    { kind: "UUID", value: domain.uuid, path: ["domain", "uuid"] },
    { kind: "disk", value: domain.disk, path: ["domain", "disk"] },
    ...domain.interfaces.map(({ mac }, at) => ({
      kind: "MAC address",
      value: mac,
      path: ["domain", "interfaces", at, "mac"],
    })),
    ...network.interfaces.flatMap((one, index) =>
      [
        [one.address, "address"] as const,
        [one.address6, "address6"] as const,
        ...one.aliases.map((alias, at) => [alias, "aliases", at] as const),
      ].flatMap(([text, ...steps]) => {
        const value = parsePrefix(text) ? text.split("/")[0]! : undefined;
        const path = ["network", "interfaces", index, ...steps];
        return value === undefined ? [] : [{ kind: "address", value, path }];
      })
    ),
  ];
}
