/**
 * Checks the `tunnels` part, except its transforms.
 * @module
 */
import { checkIkev1Together } from "./ikev1_together.ts";
import { checkIkev2Together } from "./ikev2_together.ts";
import type { Gateway } from "../gateway.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { checkTunnelEnds } from "./tunnel_ends.ts";
import { checkTransport } from "./tunnel_transport.ts";
import { checkTraffic } from "./tunnel_traffic.ts";
import { knows } from "../openbsd/cut_overs.ts";
import { lacks } from "./transforms.ts";
import type { Report } from "./report.ts";
import { ownPrefixes } from "../own_addresses.ts";
import { checkTunnelIdentities, checkTunnelKeys } from "./tunnel_identities.ts";
import { checkReach } from "./tunnel_reach.ts";
import type { Parsed } from "./parsed_tunnel.ts";
import { checkTunnelRoutes } from "./tunnel_routes.ts";
import { checkTunnelNetworks, parseNetworks } from "./tunnel_networks.ts";

/**
 * Reports conflicting networks, and ends that cannot reach each other; `description` is the data as
 * written.
 */
export function checkTunnels(
  gateway: Gateway,
  description: GatewayDescription,
  report: Report,
): void {
  const { tunnels } = gateway;
  const parsed = parseNetworks(tunnels, description, report);
  const own = ownPrefixes(gateway);
  const names = new Set<string>();
  for (const one of parsed) {
    const { tunnel, path } = one;
    const first = tunnels[0]!;
    if (tunnel.ike !== first.ike) {
      report(
        [...path, "ike"],
        "error",
        `isakmpd (IKEv1) and iked (IKEv2) cannot share udp port 500; tunnel ${first.name} uses IKEv${first.ike}: write ike: ${first.ike} here too`,
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
    checkTunnelEnds(gateway, own, one, report);
    checkMode(gateway, one, description.tunnels?.[one.index], report);
    checkTraffic(gateway, one, report);
  }
  checkTunnelNetworks(gateway, parsed, report);
  checkReach(gateway, parsed, report);
  checkTunnelRoutes(gateway, parsed, report);
  checkIkev1Together(gateway, report);
  checkIkev2Together(gateway, report);
  checkTunnelIdentities(gateway, report);
  checkTunnelKeys(gateway, report);
}

function checkMode(
  gateway: Gateway,
  parsed: Parsed,
  written: { exchange?: string; mode?: string; ipcomp?: boolean } = {},
  report: Report,
): void {
  const { tunnel, path } = parsed;
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
      'with ah, iked also offers ciphers, which peers refuse; write protocol: esp (enc: "null" to sign only), or ike: 1',
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
  if (tunnel.ike === 1 && written.ipcomp) {
    report([...path, "ipcomp"], "error", "isakmpd does not compress what it encrypts; use ike: 2", {
      rests: [ike],
    });
  }
  if (tunnel.ike === 2 && written.exchange === "aggressive") {
    report([...path, "exchange"], "error", "IKEv2 has no aggressive mode", { rests: [ike] });
  }
  if (tunnel.ike === 2 && written.mode === "dynamic") {
    report(
      [...path, "mode"],
      "warning",
      "dynamic is a word of IKEv1; iked always checks for dead peers; write active",
      { rests: [ike] },
    );
  }
  if (tunnel.encapsulation === "transport") checkTransport(gateway, parsed, report);
}
