/**
 * The cases that prove one IKEv2 tunnel: iked as it is rendered, and strongSwan at the far end.
 * @module
 */
import type { Ikev2Tunnel } from "../../gateway/tunnel.ts";
import {
  check,
  childName,
  ikedFiles,
  OTHER_KEY,
  packets,
  planned,
  type PlannedCase,
  type Subject,
  swanctlFiles,
  withTunnel,
} from "./planned.ts";
import { stage } from "./stage.ts";
import { standIn } from "./stand_in.ts";

/** Seconds after which iked makes new keys in the case that looks at it. */
const SHORT_LIFETIME = 20;

/** The cases for a tunnel. */
export function tunnelCases(subject: Subject<Ikev2Tunnel>): PlannedCase[] {
  return [
    asDescribed(subject),
    withNatAndShortKeys(subject),
    ...(subject.tunnel.auth.method === "psk" ? [withAnotherKey(subject)] : []),
  ];
}

function asDescribed(subject: Subject<Ikev2Tunnel>): PlannedCase {
  const { gateway, secrets, tunnel } = subject;
  const set = stage(gateway, tunnel);
  const lab = standIn(tunnel);
  const differs = lab.notes.length > 0;
  const child = childName(tunnel);
  const key = secrets.psks.get(tunnel.name);
  const powerFails = set.seen === set.gateway;
  return planned(subject, set, "as described", lab.notes, {
    near: ikedFiles(gateway, secrets, differs ? withTunnel(gateway, lab.tunnel) : undefined),
    far: [
      ...swanctlFiles(gateway, tunnel, set.seen, key),
      ...(differs ? swanctlFiles(gateway, lab.tunnel, set.seen, key, ".laboratory") : []),
    ],
    steps: [
      ...(differs
        ? [
          ...starts(tunnel),
          check("agreed", `proposals_agreed far ${child}`),
          check("laboratory-iked", "other_iked_conf gateway"),
          check("laboratory-swanctl", "other_swanctl_conf far"),
        ]
        : []),
      ...starts(tunnel),
      ...up(child),
      ...packets(set),
      check("wire", "protected"),
      check("errors", "no_errors gateway far"),
      check("rekey", `rekey_far far ${child}`),
      ...packets(set, "rekeyed-"),
      // Behind NAT the gateway has to notice by itself that the far end forgot it: it is told.
      check(powerFails ? "power" : "restart", `forgets far ${powerFails ? "KILL" : "TERM"}`),
      ...packets(set, "restarted-", true),
      check("clear", "protected"),
    ],
  });
}

function withNatAndShortKeys(subject: Subject<Ikev2Tunnel>): PlannedCase {
  const { gateway, secrets } = subject;
  const lab = standIn(subject.tunnel);
  const tunnel = { ...lab.tunnel, phase2: { ...lab.tunnel.phase2, lifetime: SHORT_LIFETIME } };
  const set = stage(gateway, tunnel, { nat: true });
  const [probe] = set.probes;
  const notes = [...lab.notes, `iked makes new keys after ${SHORT_LIFETIME} s`];
  return planned(subject, set, set.nat ? "behind NAT" : "with short-lived keys", notes, {
    near: ikedFiles(withTunnel(gateway, tunnel), secrets),
    // Two ends that make new keys at once lose packets.
    far: swanctlFiles(gateway, lab.tunnel, set.seen, secrets.psks.get(tunnel.name)),
    steps: [
      ...starts(tunnel),
      ...up(childName(tunnel)),
      ...packets(set),
      ...(set.nat ? [check("nat", "in_udp")] : []),
      ...(probe
        ? [
          check(
            "keys",
            `rekey_near ${probe.near.node} 40 ${probe.near.address} ${probe.far.address}`,
          ),
        ]
        : []),
      check("wire", "protected"),
    ],
  });
}

function withAnotherKey(subject: Subject<Ikev2Tunnel>): PlannedCase {
  const { gateway, secrets, tunnel } = subject;
  const set = stage(gateway, tunnel);
  return planned(subject, set, "with another key", [], {
    near: ikedFiles(gateway, secrets),
    far: swanctlFiles(gateway, tunnel, set.seen, OTHER_KEY),
    steps: [...starts(tunnel), check("refused", "refused")],
  });
}

/** Who waits is there first; iked drops what comes before its configuration is loaded. */
function starts(tunnel: Ikev2Tunnel): string[] {
  const far = check("far-end", "start_charon far");
  const near = check("gateway", "start_iked gateway");
  if (tunnel.mode !== "passive") return [far, near];
  return [near, far, `begin far ${childName(tunnel)}`];
}

function up(child: string): string[] {
  return [
    check("up", `within 60 installed far ${child}`),
    check("secured", "within 10 secured gateway"),
    check("negotiated", `negotiated_charon far ${child}`),
  ];
}
