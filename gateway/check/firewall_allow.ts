/**
 * Checks `firewall.allow`.
 * @module
 */
import { few } from "../../host/few.ts";
import { overlaps, parseAddress, type Prefix } from "../address.ts";
import type { AllowRule } from "../gateway.ts";
import { nearest } from "../../host/nearest.ts";
import { wireIndex } from "../network/wire_index.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { bringsTunnels } from "../openbsd/extra_path.ts";
import { learnsRoutes } from "../openbsd/routing_daemons.ts";
import { ICMP, ICMP6, protocolNumber, TCP } from "../openbsd/protocols.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { checkFamilies, checkSource, checkTunnel } from "./firewall_match.ts";
import { checkOn } from "./firewall_on.ts";
import { wireTowards } from "./firewall_nat.ts";
import {
  familiesOfList,
  linksNamed,
  type Path,
  plainNetworks,
  type View,
} from "./firewall_view.ts";
import { checkAddresses, checkEmpty, checkPorts, checkProtocols } from "./firewall_words.ts";

/**
 * Reports rules that pfctl(8) would refuse, that never match, or that do less than they seem to.
 */
export function checkAllow(view: View, description: GatewayDescription): void {
  const { gateway, report } = view;
  for (const [index, rule] of gateway.firewall.allow.entries()) {
    const path = ["firewall", "allow", index];
    const written = Object.keys(description.firewall?.allow?.[index] ?? { from: "any" });
    if (written.every((field) => field === "log" || field === "tag")) {
      report(
        path,
        "error",
        "lets everyone reach every port of the gateway; limit it by proto and port, from, to, on or tunnel (from: any means everyone)",
      );
    }
    checkEmpty(description.firewall?.allow?.[index], path, view);
    checkProtocols(rule.proto, [...path, "proto"], view);
    checkPorts(rule, path, view);
    checkAddresses(rule.from, [...path, "from"], view);
    checkAddresses(rule.to, [...path, "to"], view);
    checkFamilies(rule, path, view);
    if (rule.on !== undefined) checkOn(rule.on, [...path, "on"], view);
    checkTunnel(rule, path, view);
    checkSource(rule, path, view);
    checkLimits(rule, path, view);
    checkTagged(rule, path, view);
    checkRoutes(rule, path, view);
  }
}

function checkLimits(rule: AllowRule, path: Path, { report }: View): void {
  const limited = (["maxConnections", "maxRate"] as const).find((field) =>
    rule[field] !== undefined
  );
  if (rule.overload !== undefined && limited === undefined) {
    report(
      [...path, "overload"],
      "error",
      "nothing is added to this table without maxConnections or maxRate",
      { rests: [[...path, "maxConnections"], [...path, "maxRate"]] },
    );
  }
  if (limited === undefined) return;
  const tcp = rule.proto.length === 1 && protocolNumber(rule.proto[0]!) === TCP;
  if (tcp) return;
  report([...path, limited], "error", "counts TCP connections only; write proto: tcp", {
    rests: [[...path, "proto"]],
  });
}

/**
 * A packet must have its tag before a rule for incoming packets is evaluated: from a match rule or
 * from its tunnel.
 */
function checkTagged(
  { tagged }: AllowRule,
  path: Path,
  { gateway, tunnels, report }: View,
): void {
  if (tagged === undefined) return;
  const { skipTunnels, rules } = gateway.firewall;
  const where = [...path, "tagged"];
  const tags = tunnels.flatMap(({ tag }) => tag ?? []);
  if (rules.some((line) => /\btag\s/.test(line)) || bringsTunnels(gateway)) return;
  if (!tags.includes(tagged)) {
    report(
      where,
      "error",
      `no incoming packet has the tag ${tagged}; tags that tunnels set: ${
        few(tags, 20).join(", ") || "none"
      }`,
      {
        suggestion: nearest(tagged, tags),
        rests: [["tunnels", "*", "tag"], ["firewall", "rules"]],
      },
    );
  } else if (skipTunnels) {
    report(
      where,
      "error",
      "skipTunnels leaves tunnel traffic unfiltered; set firewall: {skipTunnels: false}",
      { rests: [["firewall", "skipTunnels"]] },
    );
  }
}

/** Packets that arrive through a second provider fail urpf-failed before any rule is evaluated. */
function checkUrpf(rule: AllowRule, path: Path, view: View): void {
  const { replyTo, on, from } = rule;
  const { gateway, report } = view;
  if (!gateway.firewall.urpf) return;
  const blocked = (field: string) =>
    report(
      [...path, field],
      "error",
      `firewall.urpf blocks what arrives on ${
        on ?? "another interface"
      } from senders that the routes lead elsewhere, before this rule; leave urpf out`,
      { rests: [["firewall", "urpf"], ["network"]] },
    );
  if (replyTo !== undefined) return blocked("replyTo");
  const networks = on === undefined ? undefined : plainNetworks(from);
  const seen = new Set(on === undefined ? [] : linksNamed(on, view).map(({ seenOn }) => seenOn));
  if (!networks || seen.size === 0) return;
  // Raw lines and daemons may add a route.
  if (learnsRoutes(gateway.rcConf)) return;
  if (gateway.network.interfaces.some(({ options }) => options.length > 0)) return;
  const { behind } = wireIndex(view.wires);
  const isElsewhere = (one: Prefix) => {
    const way = wireTowards(one, view);
    return way !== undefined && !seen.has(way) &&
      !behind.overlapping(one).some(({ wire }) => seen.has(wire.name));
  };
  if (networks.every(isElsewhere)) blocked("from");
}

/** pf(4) also routes packets that are for the gateway itself. */
function checkOwnPackets({ routeTo, to }: AllowRule, path: Path, { report }: View): void {
  if (routeTo === undefined || to.length > 0) return;
  report(
    [...path, "routeTo"],
    "error",
    `packets for the gateway itself would go to ${routeTo}; write to: with the intended networks, such as "! 10.0.0.0/8"`,
    { rests: [[...path, "to"]] },
  );
}

function checkRoutes(rule: AllowRule, path: Path, view: View): void {
  const { gateway, report } = view;
  if (rule.routeTo !== undefined && rule.replyTo !== undefined) {
    report(
      [...path, "replyTo"],
      "error",
      "routeTo and replyTo contradict each other; a rule can have one",
    );
  }
  checkUrpf(rule, path, view);
  checkOwnPackets(rule, path, view);
  for (const field of ["routeTo", "replyTo"] as const) {
    const text = rule[field];
    if (text === undefined) continue;
    const where = [...path, field];
    const router = parseAddress(text);
    if (!router) {
      report(where, "error", `${text} is not an address`);
      continue;
    }
    if (!knows(gateway.release.number, "pfRouteAddress")) {
      report(
        where,
        "error",
        `pf.conf of OpenBSD ${gateway.release.version} has no ${
          field === "routeTo" ? "route-to" : "reply-to"
        } with an address alone; it takes release 6.9 or later`,
        { rests: [["release"]] },
      );
    }
    if (rule.on === undefined) {
      report(where, "error", `needs on: the interface that the connections come in on`);
      continue;
    }
    const other = router.family === 4 ? ICMP6 : ICMP;
    const apart = [rule.from, rule.to].some((list) =>
      !familiesOfList(list, view).has(router.family)
    ) ||
      rule.proto.some((name) => protocolNumber(name) === other);
    if (apart) {
      report(where, "error", `${text} is of another address family than the rule`, {
        rests: [[...path, "from"], [...path, "to"], [...path, "proto"]],
      });
    }
    const near = (names: string | undefined) =>
      (names === undefined ? view.links : linksNamed(names, view)).filter(({ seenOn }) =>
        view.wires.some((wire) =>
          wire.name === seenOn &&
          (wire.autoconf.has(router.family) ||
            wire.networks.some(({ prefix }) => overlaps(prefix, router)))
        )
      );
    // Replies leave through the interface that the connection came in on; other packets leave
    // through another.
    if (near(field === "replyTo" ? rule.on : undefined).length > 0) continue;
    report(
      where,
      "error",
      field === "replyTo"
        ? `${text} is in no network of ${rule.on}`
        : `${text} is in no network of the gateway's interfaces`,
      { rests: [["network", "interfaces"], [...path, "on"]] },
    );
  }
}
