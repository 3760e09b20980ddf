/**
 * Traffic of tunnels: what may enter them, and what must never pass in clear text.
 * @module
 */
import { contains, parsePrefix } from "../../../gateway/address.ts";
import { wireIndex } from "../../../gateway/network/wire_index.ts";
import type { Cidr } from "../../../gateway/gateway.ts";
import { entriesOf } from "../../../gateway/network/entries.ts";
import { stayingHere } from "../../../gateway/network/staying_here.ts";
import type { Host } from "../model/host.ts";
import type { RuleBody } from "../model/rule.ts";
import type { Rule, Statement } from "../model/rule_set.ts";
import { addressesOf, BOUND, ENC, networkHost, NOT_ENC, rule, SELF, title } from "./build.ts";
import type { Context } from "./context.ts";
import {
  ownAddressesIn,
  remoteHosts,
  sameFamily,
  type Selection,
  selectionsOf,
} from "./selectors.ts";
import { inward, outward } from "./traffic.ts";

/** Tag for packets from a network whose address is assigned at run time. */
const NEAR = "gatewright.near";

/** The rules of all tunnels. */
export function tunnelRules(context: Context): Statement[] {
  const selections = selectionsOf(context);
  if (selections.length === 0) return [];
  const entering = selections.flatMap((one) => enter(one, context));
  const rules = [
    ...nearby(entering),
    ...entering,
    ...selections.flatMap((one) => clearText(one, context)),
    // After the block rules of all tunnels with specific remote networks.
    ...selections.flatMap((one) => exemptions(one, context)),
    ...selections.flatMap((one) => clearTextToAll(one, context)),
    ...(context.filtered ? selections.map((one) => intoTunnel(one, context)) : []),
    ...guard(entering, selections, context),
  ];
  return rules.length > 0 ? [...title("Networks behind the tunnels"), ...rules] : [];
}

/** Translations on enc0; the first that matches a packet applies to all later rules. */
export function tunnelTranslations(context: Context): Statement[] {
  return context.flows.flatMap(({ tunnel, field }): Rule[] => {
    const { nat, local } = tunnel;
    if (nat === undefined) return [];
    const to = parsePrefix(nat)!;
    const pool = { hosts: [networkHost(nat)] };
    const oneToOne = local.length === 1 && parsePrefix(local[0]!)?.length === to.length;
    const isNetwork = to.length < (to.family === 4 ? 32 : 128);
    return [rule({
      action: "match",
      ...(oneToOne ? {} : { direction: "out" }),
      on: [ENC],
      ...outward(
        tunnel,
        local.map((one) => networkHost(one)),
        tunnel.remote.map((one) => networkHost(one)),
      ),
      ...(oneToOne
        ? { binatTo: pool }
        : { natTo: { ...pool, ...(isNetwork ? { type: { kind: "bitmask" } } : {}) } }),
    }, [...field, "nat"])];
  });
}

/** Packets from the local networks may enter the tunnel, from the interface they belong to. */
function enter(selection: Selection, context: Context): Rule[] {
  const { tunnel, behind, field } = selection;
  const byWire = new Map<string, { from: Cidr[]; near: Cidr[] }>();
  for (const local of behind) {
    for (const { wire, from, near } of entriesOf(local, context.wires)) {
      const found = byWire.get(wire) ?? { from: [], near: [] };
      byWire.set(wire, found);
      (near ? found.near : found.from).push(from);
    }
  }
  return [...byWire].flatMap(([wire, { from, near }]) =>
    ([[from, false], [near, true]] as const).flatMap(([sources, tagged]): Rule[] => {
      const list = sameFamily(sources, tunnel.remote);
      const remotes = sameFamily(tunnel.remote, list);
      if (list.length === 0) return [];
      return [rule({
        action: "pass",
        direction: "in",
        on: [{ name: wire }],
        ...outward(
          tunnel,
          context.hosts(list, `${tunnel.name}.local`, [...field, "local"]),
          remoteHosts(selection, remotes, context),
        ),
        ...(tagged ? { tagged: { tag: NEAR } } : {}),
      }, field)];
    })
  );
}

/** A network that is known only at run time is recognised by the tag that its packets get here. */
function nearby(entering: readonly Rule[]): Rule[] {
  const wires = new Set(
    entering.filter(({ tagged }) => tagged?.tag === NEAR).flatMap(({ on = [] }) =>
      on.flatMap((one) => "name" in one ? one.name : [])
    ),
  );
  return [...wires].map((name) =>
    rule({
      action: "match",
      direction: "in",
      on: [{ name }],
      from: { hosts: [addressesOf(name, "network")] },
      tag: NEAR,
    })
  );
}

/**
 * Outgoing: blocked without a flow (the peer is down, the daemon is stopped), whether forwarded or
 * sent by the gateway. Incoming: packets from networks behind a tunnel that do not come out of it.
 *
 * A remote network with all addresses gets neither an incoming rule, because every source is in it,
 * nor an outgoing one for an address of the gateway, which needs that for name servers and mirrors.
 */
function clearText(selection: Selection, context: Context): Rule[] {
  const { tunnel, behind, own, some } = selection;
  return [
    ...stop("out", selection, behind, some, context),
    ...stop("out", selection, own, some, context),
    ...stop("in", selection, tunnel.local, some, context),
  ];
}

/** Outgoing, if every address is remote. */
function clearTextToAll(selection: Selection, context: Context): Rule[] {
  return stop("out", selection, selection.behind, selection.world, context);
}

function stop(
  direction: "in" | "out",
  selection: Selection,
  locals: readonly Cidr[],
  remotes: readonly Cidr[],
  context: Context,
): Rule[] {
  const { tunnel, field, behind } = selection;
  const [near, far] = [sameFamily(locals, remotes), sameFamily(remotes, locals)];
  if (near.length === 0) return [];
  const side = near.length === tunnel.local.length ? "local" : locals === behind ? "behind" : "own";
  const local = context.hosts(near, `${tunnel.name}.${side}`, [...field, "local"]);
  const remote = remoteHosts(selection, far, context);
  return [rule({
    action: "block",
    direction,
    log: {},
    quick: true,
    on: [NOT_ENC],
    ...(direction === "out" ? outward(tunnel, local, remote) : inward(tunnel, remote, local)),
  }, field)];
}

/**
 * The gateway may use its address towards the Internet, even if that address is in a local network
 * and all addresses are remote.
 */
function exemptions(selection: Selection, context: Context): Rule[] {
  const { field, behind, world } = selection;
  const outside = context.wires.filter((wire) => wire.outside);
  const addresses = outside.flatMap((wire) =>
    ownAddressesIn(
      behind,
      wire.addresses.filter(({ text }) => sameFamily([text], world).length > 0),
    )
  );
  const dynamic = outside.filter(({ autoconf }) =>
    sameFamily(behind, world).some((one) =>
      autoconf.has(parsePrefix(one)!.family) &&
      (parsePrefix(one)!.length === 0 || entriesOf(one, context.wires).some(({ near }) => near))
    )
  );
  const sources = [
    ...addresses.map((one) => networkHost(one)),
    ...dynamic.map(({ name }) => addressesOf(name)),
  ];
  if (sources.length === 0) return [];
  return [rule({
    action: "pass",
    direction: "out",
    quick: true,
    on: [NOT_ENC],
    ...ends(sources, world.map((one) => networkHost(one))),
  }, [...field, "remote"])];
}

/**
 * Packets of the gateway into a filtered tunnel. With translation they have the new addresses here.
 */
function intoTunnel({ tunnel, field }: Selection, context: Context): Rule {
  const { nat, localPort: _, ...translated } = tunnel;
  return rule({
    action: "pass",
    direction: "out",
    on: [ENC],
    ...outward(
      nat === undefined ? tunnel : translated,
      nat === undefined
        ? context.hosts(tunnel.local, `${tunnel.name}.local`, [...field, "local"])
        : [networkHost(nat)],
      context.hosts(tunnel.remote, `${tunnel.name}.remote`, [...field, "remote"]),
    ),
    state: BOUND,
  }, field);
}

/** A remote network that contains an address of the gateway does not open its ports. */
function guard(
  entering: readonly Rule[],
  selections: readonly Selection[],
  context: Context,
): Rule[] {
  if (entering.length === 0) return [];
  const { addresses, autoconf } = wireIndex(context.wires);
  const reached = selections.filter(({ tunnel }) => {
    const remotes = tunnel.remote.map((one) => parsePrefix(one)!);
    if (remotes.some(({ family }) => autoconf.has(family))) return true;
    const own = remotes.flatMap((one) => addresses.overlapping(one));
    if (own.length === 0) return false;
    const held = stayingHere(tunnel.local, tunnel.remote, context.wires).map((one) =>
      parsePrefix(one)!
    );
    return own.some(({ prefix }) => !held.some((one) => contains(one, prefix)));
  });
  if (reached.length === 0) return [];
  return [
    rule({
      action: "block",
      direction: "in",
      log: {},
      ...context.outsideTunnels,
      to: { hosts: [SELF] },
    }, reached[0]!.field),
  ];
}

function ends(from: readonly Host[], to: readonly Host[]): Pick<RuleBody, "from" | "to"> {
  return { from: { hosts: from }, to: { hosts: to } };
}

/** Packets out of a filtered tunnel, if the description does not restrict them. */
export function fromTunnel({ tunnel, field }: Selection, context: Context): Rule {
  return rule({
    action: "pass",
    direction: "in",
    on: [tunnel.iface === undefined ? ENC : { name: tunnel.iface }],
    ...inward(
      tunnel,
      context.hosts(tunnel.remote, `${tunnel.name}.remote`, [...field, "remote"]),
      context.hosts(tunnel.local, `${tunnel.name}.local`, [...field, "local"]),
    ),
    ...(tunnel.iface === undefined
      ? { ...(tunnel.tag ? { tagged: { tag: tunnel.tag } } : {}), state: BOUND }
      : {}),
  }, field);
}
