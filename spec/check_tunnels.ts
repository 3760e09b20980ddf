/**
 * Meaning of the `tunnels` part.
 * @module
 */
import { isNetwork, overlaps, parsePrefix, type Prefix } from "./address.ts";
import type { Gateway, Tunnel } from "./gateway.ts";
import type { Report } from "./report.ts";
import { isAead, KNOWN, WEAK } from "./transforms.ts";

/** Reports networks that collide, transforms that cannot be, and weak choices. */
export function checkTunnels(gateway: Gateway, report: Report): void {
  const { tunnels } = gateway;
  const first = tunnels[0];
  const parsed = tunnels.map((tunnel, index) => ({
    tunnel,
    index,
    local: networks(tunnel, index, "local", report),
    remote: networks(tunnel, index, "remote", report),
  }));
  const own = gateway.network.interfaces.flatMap((
    one,
  ) => [one.address, one.address6, ...one.aliases]).map((text) => text.split("/")[0]);
  for (const { tunnel, index, local, remote } of parsed) {
    const path = ["tunnels", index];
    if (first && tunnel.ike !== first.ike) {
      report(
        [...path, "ike"],
        "error",
        `isakmpd (IKEv1) and iked (IKEv2) cannot share udp port 500; tunnel ${first.name} uses IKEv${first.ike}`,
      );
    }
    if (tunnels.findIndex((other) => other.name === tunnel.name) < index) {
      report([...path, "name"], "error", `there are two tunnels named ${tunnel.name}`);
    }
    if (/^[0-9.]+$|:/.test(tunnel.peer) && !isHost(tunnel.peer)) {
      report([...path, "peer"], "error", `${tunnel.peer} is no address`);
    }
    if (own.some((one) => sameHost(one, tunnel.peer))) {
      report([...path, "peer"], "error", `${tunnel.peer} is the gateway itself`);
    }
    if (tunnel.peer === "any" && tunnel.mode === "active") {
      report(
        [...path, "mode"],
        "error",
        "with peer any the gateway cannot start the negotiation; set mode: passive",
      );
    }
    if (tunnel.localAddress && !isHost(tunnel.localAddress)) {
      report([...path, "localAddress"], "error", `${tunnel.localAddress} is no address`);
    }
    if (tunnel.nat && !parsePrefix(tunnel.nat)) {
      report([...path, "nat"], "error", `${tunnel.nat} is no address or network`);
    }
    if (tunnel.nat && gateway.firewall.skipTunnels) {
      report(
        [...path, "nat"],
        "error",
        "pf translates on enc0, which skipTunnels leaves alone; set firewall: {skipTunnels: false}",
      );
    }
    if (tunnel.ike === 2 && tunnel.exchange === "aggressive") {
      report([...path, "exchange"], "error", "IKEv2 has no aggressive mode");
    }
    for (const a of local) {
      for (const b of remote) {
        if (overlaps(a, b)) {
          report(
            [...path, "remote"],
            "error",
            `tunnel ${tunnel.name}: local and remote networks overlap`,
          );
        }
        if (a.family !== b.family && local.length === 1 && remote.length === 1) {
          report(
            [...path, "remote"],
            "error",
            `tunnel ${tunnel.name}: IPv4 on one side and IPv6 on the other`,
          );
        }
      }
    }
    for (const other of parsed.slice(0, index)) {
      const sameRemote = cross(remote, other.remote);
      const sameLocal = cross(local, other.local);
      if (!sameRemote || !sameLocal) continue;
      const same = tunnel.peer === other.tunnel.peer &&
        String(tunnel.local) === String(other.tunnel.local) &&
        String(tunnel.remote) === String(other.tunnel.remote);
      report(
        [...path, "remote"],
        "error",
        same
          ? `same peer and networks as tunnel ${other.tunnel.name}`
          : `the networks overlap those of tunnel ${other.tunnel.name}`,
      );
    }
    checkTransforms(tunnel, index, report);
  }
}

/** Whether two texts are the same address, however they are spelt. */
function sameHost(a: string | undefined, b: string): boolean {
  const [one, other] = [parsePrefix(a ?? ""), parsePrefix(b)];
  return one !== undefined && other !== undefined && one.family === other.family &&
    one.value === other.value;
}

function isHost(text: string): boolean {
  return !text.includes("/") && parsePrefix(text) !== undefined;
}

function cross(some: Prefix[], others: Prefix[]): boolean {
  return some.some((a) => others.some((b) => overlaps(a, b)));
}

function networks(
  tunnel: Tunnel,
  index: number,
  side: "local" | "remote",
  report: Report,
): Prefix[] {
  const path = ["tunnels", index, side];
  if (tunnel[side].length === 0) report(path, "error", "at least one network is needed");
  return tunnel[side].flatMap((text) => {
    const prefix = parsePrefix(text);
    if (!prefix) report(path, "error", `${text} is no address or network`);
    else if (!isNetwork(prefix)) report(path, "error", `${text} has bits set behind its prefix`);
    return prefix ? [prefix] : [];
  });
}

function checkTransforms(tunnel: Tunnel, index: number, report: Report): void {
  const weak = (path: (string | number)[], value: string) => {
    const better = WEAK[value];
    if (better) {
      report(
        path,
        "warning",
        `tunnel ${tunnel.name}: ${value} is weak; use ${better} if the peer can`,
      );
    }
  };
  for (const [field, phase] of [["phase1", 1], ["phase2", 2]] as const) {
    const path = ["tunnels", index, field];
    const transform = tunnel[field];
    const known = KNOWN[tunnel.ike][phase];
    for (const key of ["auth", "enc", "group"] as const) {
      const value = transform[key];
      if (value === undefined) continue;
      if (!known[key].includes(value)) {
        report(
          [...path, key],
          "error",
          `IKEv${tunnel.ike} does not know ${value} in phase ${phase}; it knows ${
            known[key].join(", ")
          }`,
        );
      } else weak([...path, key], value);
    }
    if (isAead(transform.enc) && transform.auth && known.enc.includes(transform.enc)) {
      report(
        [...path, "auth"],
        "error",
        `${transform.enc} authenticates by itself; leave auth out`,
      );
    }
    if (transform.prf && (tunnel.ike === 1 || phase === 2)) {
      report([...path, "prf"], "error", "prf belongs to phase1 of IKEv2");
    }
    if (transform.prf) weak([...path, "prf"], transform.prf);
    if (transform.lifetime < 60) report([...path, "lifetime"], "error", "less than 60 seconds");
  }
  if (tunnel.exchange === "aggressive") {
    report(
      ["tunnels", index, "exchange"],
      "warning",
      `tunnel ${tunnel.name}: aggressive mode lets anybody try to guess the psk; use main`,
    );
  }
}
