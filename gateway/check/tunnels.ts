/**
 * Meaning of the `tunnels` part, but for its transforms.
 * @module
 */
import { parseAddress, parsePrefix, sameAddress } from "../address.ts";
import { checkIkev1Together } from "./ikev1_together.ts";
import { checkIkev2Together } from "./ikev2_together.ts";
import type { Gateway } from "../gateway.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { HOST } from "../host_name.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { lacks } from "./transforms.ts";
import type { Report } from "./report.ts";
import { checkTunnelIdentities, checkTunnelKeys } from "./tunnel_identities.ts";
import { checkTunnelNetworks, type Parsed, parseNetworks } from "./tunnel_networks.ts";
import { speaksFrom, wayTo } from "../way_to.ts";

/** Reports networks that collide, and ends that cannot meet; `description` is what was written. */
export function checkTunnels(
  gateway: Gateway,
  description: GatewayDescription,
  report: Report,
): void {
  const { tunnels } = gateway;
  const parsed = parseNetworks(tunnels, report);
  const names = new Set<string>();
  for (const one of parsed) {
    const { tunnel, path } = one;
    const first = tunnels[0]!;
    if (tunnel.ike !== first.ike) {
      report(
        [...path, "ike"],
        "error",
        `isakmpd (IKEv1) and iked (IKEv2) cannot share udp port 500; tunnel ${first.name} uses IKEv${first.ike}`,
        { rests: [["tunnels", 0, "ike"]] },
      );
    }
    if (names.has(tunnel.name)) {
      report([...path, "name"], "error", `there are two tunnels named ${tunnel.name}`);
    }
    names.add(tunnel.name);
    if (tunnel.name === "esac") {
      report([...path, "name"], "error", "esac is a word of the shell; vpnctl could not name it");
    }
    checkEnds(gateway, one, report);
    checkWay(gateway, one, report);
    checkMode(gateway, one, description.tunnels?.[one.index], report);
  }
  checkTunnelNetworks(gateway, parsed, report);
  checkIkev1Together(gateway, report);
  checkIkev2Together(gateway, report);
  checkTunnelIdentities(gateway, report);
  checkTunnelKeys(gateway, report);
}

function checkEnds(gateway: Gateway, { tunnel, path }: Parsed, report: Report): void {
  const { peer, localAddress } = tunnel;
  const address = parseAddress(peer);
  if (peer !== "any" && !address && (/^[0-9.]+$|:/.test(peer) || !HOST.test(peer))) {
    report([...path, "peer"], "error", `${peer} is no address and no host name`);
  } else if (peer !== "any" && !address) {
    report(
      [...path, "peer"],
      "warning",
      `${peer} is a name: without a name server, at a boot or in a build, the rules are refused`,
    );
  }
  const own = gateway.network.interfaces
    .flatMap((one) => [one.address, one.address6, ...one.aliases])
    .flatMap((text) => parsePrefix(text) ?? []);
  if (address && own.some((one) => sameAddress(one, address))) {
    report([...path, "peer"], "error", `${peer} is the gateway itself`);
  }
  if (localAddress === undefined) return;
  const local = parseAddress(localAddress);
  const where = [...path, "localAddress"];
  if (!local) {
    report(where, "error", `${localAddress} is no address`);
  } else if (address && address.family !== local.family) {
    report(where, "error", `${localAddress} and the peer ${peer} are of different families`, {
      rests: [[...path, "peer"]],
    });
  } else if (
    !own.some((one) => sameAddress(one, local)) &&
    gateway.network.interfaces.every((one) => one.options.length === 0)
  ) {
    report(where, "warning", `${localAddress} is no address of the gateway's interfaces`, {
      rests: ["address", "address6", "aliases", "options"].map((field) => [
        "network",
        "interfaces",
        "*",
        field,
      ]),
    });
  }
}

/** Where iked cannot be told which address it speaks from, the tunnel may carry nothing. */
function checkWay(gateway: Gateway, { tunnel, path }: Parsed, report: Report): void {
  if (tunnel.ike === 1 || tunnel.mode === "passive" || tunnel.localAddress !== undefined) return;
  const way = tunnel.peer === "any" ? undefined : wayTo(gateway, tunnel.peer);
  if (!way) return;
  const rests = ["peer", "mode", "ike", "localAddress"].map((field) => [...path, field]);
  const own = ["address", "address6", "aliases"].map((
    field,
  ) => ["network", "interfaces", "*", field]);
  if (way.dynamic && speaksFrom(gateway, tunnel) === undefined) {
    report(
      [...path, "peer"],
      "warning",
      `the address of ${way.name} comes by DHCP, so that iked cannot be told to speak from it: where no NAT is on the way to the peer, the tunnel comes up and carries nothing; give ${way.name} a static address, or have the peer begin (mode: passive)`,
      { rests: [...rests, ...own] },
    );
  } else if (way.addresses.length > 1) {
    report(
      [...path, "peer"],
      "warning",
      `the gateway has ${way.addresses.join(" and ")} towards this peer and speaks from ${
        way.addresses[0]
      }; write localAddress: ADDRESS to say which is meant`,
      { rests: [...rests, ...own] },
    );
  }
}

function checkMode(
  gateway: Gateway,
  { tunnel, path, local, remote }: Parsed,
  written: { exchange?: string; mode?: string } = {},
  report: Report,
): void {
  const ike = [...path, "ike"];
  if (tunnel.peer === "any" && tunnel.mode !== "passive") {
    report(
      [...path, "mode"],
      "error",
      "with peer any the gateway cannot start the negotiation; set mode: passive",
    );
  }
  if (tunnel.ike === 2 && tunnel.protocol === "ah") {
    report(
      [...path, "protocol"],
      "error",
      'iked offers ciphers with ah too, which peers refuse; write protocol: esp (enc: "null" to sign only), or ike: 1',
      { rests: [ike] },
    );
  }
  if (
    tunnel.ike === 2 && tunnel.encapsulation === "transport" &&
    !knows(gateway.release.number, "ikedEncapsulation")
  ) {
    report([...path, "encapsulation"], "error", lacks(gateway, "ikedEncapsulation"), {
      rests: [ike, ["release"]],
    });
  }
  if (tunnel.ike === 2 && written.exchange === "aggressive") {
    report([...path, "exchange"], "error", "IKEv2 has no aggressive mode", { rests: [ike] });
  }
  if (tunnel.ike === 2 && written.mode === "dynamic") {
    report(
      [...path, "mode"],
      "warning",
      "dynamic is a word of IKEv1; iked always looks for dead peers, so this is active",
      { rests: [ike] },
    );
  }
  const joins = [...local, ...remote].some((one) =>
    one.length !== (one.family === 4 ? 32 : 128) && one.length !== 0
  );
  if (tunnel.encapsulation === "transport" && joins) {
    report(
      [...path, "encapsulation"],
      "warning",
      "transport joins two hosts, but local or remote is a network; use tunnel",
      { rests: [[...path, "local"], [...path, "remote"]] },
    );
  }
}
