/**
 * What to do when a tunnel is down, with the names of this gateway: the steps of the how-to.
 * @module
 */
import { contains, parsePrefix } from "../../gateway/address.ts";
import { asTunnel } from "../../gateway/clients.ts";
import { outerAddress } from "../../gateway/outer_address.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { addressesOf } from "../../gateway/own_addresses.ts";
import { wayTo } from "../../gateway/way_to.ts";
import { code, headed, type Html, markup, type Part, shell, table } from "./html.ts";
import { ownerOf, seenNetworks, type Site, tunnelsOf, type Unit } from "./model.ts";

/** The section. */
export function downSection({ units }: Site): Html {
  const busy = units.filter((unit) => carried(unit).length > 0);
  if (busy.length === 0) {
    return markup`
      <p>There are no tunnels.</p>
    `;
  }
  return headed(
    busy.map((unit) => ({ title: `On ${unit.title}`, body: steps(unit) })),
    units.length > 1,
  );
}

/** Its tunnels, and clients as iked(8) sees them. */
function carried(unit: Unit): Tunnel[] {
  return [...tunnelsOf(unit), ...unit.gateways[0]!.clients.map(asTunnel)];
}

function steps(unit: Unit): Html {
  const tunnels = tunnelsOf(unit);
  const first = carried(unit)[0]!;
  const daemon = first.ike === 1 ? "isakmpd" : "iked";
  const peer = tunnels.find((one) => parsePrefix(one.peer))?.peer;
  const card = outside(unit, first);
  const list: Part[] = [
    markup`Log in: by ssh as under <a href="#access">Who may log in</a>, or on the host:${
      shell(...unit.gateways.map(({ domain }) => `virsh console ${domain.name}`))
    }`,
    ...(unit.gateways.length > 1
      ? [
        markup`Which of the two is in charge? The tunnels run on the one that says MASTER.${
          shell("ifconfig carp | grep carp:", "rcctl check sasyncd")
        }`,
      ]
      : []),
    markup`Which tunnels are up? Does the daemon run?${
      shell(
        ...(tunnels.length > 0 ? ["vpnctl status"] : []),
        `rcctl check ${daemon}`,
        "ipsecctl -sa",
      )
    }`,
    markup`Do packets of the other end arrive, and do answers leave? If none arrive, it is the firewall in
front, or the other end.${shell(`tcpdump -ni ${card} ${filter(peer)}`)}`,
    markup`Does the gateway's own packet filter block them?${
      shell(
        "tcpdump -ni pflog0",
        "pfctl -vsr",
        ...(peer === undefined ? [] : [`pfctl -ss | grep ${peer}`]),
      )
    }`,
    markup`What does the daemon say? ${code("NO_PROPOSAL_CHOSEN")}: the transforms differ.
${code("AUTHENTICATION_FAILED")}: the key or an identity differs. Compare the rows with
<span class="mark">=</span> under <a href="#tunnels">Tunnels</a>.${
      shell("tail -f /var/log/daemon")
    }`,
    markup`It is up, and nothing passes: compare the networks of both ends, and the routes of the hosts' router.${
      shell("ipsecctl -s flow", "tcpdump -ni enc0")
    }`,
    again(unit, tunnels, first),
  ];
  return markup`<ol>${
    list.map((step) =>
      markup`
        <li>${step}</li>
      `
    )
  }</ol>
${probes(unit, tunnels)}`;
}

/** IKE and ESP; of one peer, if one has an address. */
function filter(peer: string | undefined): string {
  const kinds = `udp port 500 or udp port 4500 or ${peer?.includes(":") ? "ip6" : "ip"} proto 50`;
  return peer === undefined ? kinds : `host ${peer} and '(${kinds})'`;
}

function again(unit: Unit, [tunnel]: readonly Tunnel[], { ike }: Tunnel): Html {
  const all = shell(
    ike === 1 ? "rcctl restart isakmpd" : "rcctl restart iked",
    // isakmpd(8) loses its configuration when it is restarted, and sasyncd(8) holds its socket.
    ...(ike === 1 ? ["ipsecctl -f /etc/ipsec.conf"] : []),
    ...(ike === 1 && unit.gateways.length > 1 ? ["rcctl restart sasyncd"] : []),
  );
  return tunnel === undefined
    ? markup`Begin again.${all}`
    : markup`Begin again: one tunnel,${
      shell(`vpnctl restart ${tunnel.name}`)
    }or all of them.${all}`;
}

/** The interface towards the peers; `egress` is that of the default route. */
function outside(unit: Unit, tunnel: Tunnel): string {
  const gateway = ownerOf(unit, tunnel);
  const own = outerAddress(gateway, tunnel);
  const way = wayTo(gateway, parsePrefix(tunnel.peer) ? tunnel.peer : "0.0.0.0")?.name;
  const shared = gateway.network.interfaces.find((one) =>
    one.carp && own !== undefined && addressesOf(one).some((text) => text.split("/")[0] === own)
  );
  return shared?.carp?.carpdev ?? way ?? "egress";
}

/** A ping from an address inside a tunnel; from another address it would not enter the tunnel. */
function probes(unit: Unit, tunnels: readonly Tunnel[]): Html | undefined {
  const rows = tunnels.flatMap((tunnel): Part[][] => {
    const from = insideAddress(unit, tunnel);
    const [network] = tunnel.remote;
    if (from === undefined || network === undefined || network.endsWith("/0")) return [];
    const address = network.split("/")[0]!;
    const ping = address.includes(":") ? "ping6" : "ping";
    const host = network.includes("/") ? "HOST" : address;
    return [[
      tunnel.name,
      code(tunnel.peer),
      code(`${ping} -I ${from} ${host}`),
      code(network),
    ]];
  });
  if (rows.length === 0) return undefined;
  return markup`
    ${
    table(
      "A ping through each tunnel, from the gateway",
      ["Tunnel", "Peer", "Type", "HOST in"],
      rows,
    )
  }
  `;
}

function insideAddress(unit: Unit, tunnel: Tunnel): string | undefined {
  const networks = seenNetworks(tunnel).flatMap((text) => parsePrefix(text) ?? []);
  const interfaces = ownerOf(unit, tunnel).network.interfaces;
  const texts = interfaces.toSorted((a, b) => Number(!a.carp) - Number(!b.carp)).flatMap(
    addressesOf,
  );
  return texts.find((text) => {
    const own = parsePrefix(text);
    return own && networks.some((network) => contains(network, own));
  })?.split("/")[0];
}
