/**
 * The cases for one IKEv2 tunnel: iked as rendered, and strongSwan at the far end.
 * @module
 */
import type { Ikev2Tunnel } from "../../gateway/tunnel.ts";
import { type LabKeys, labKeys } from "./keys.ts";
import {
  check,
  childName,
  ikedConf,
  OTHER_KEY,
  packets,
  planned,
  type PlannedCase,
  type Subject,
  swanctlFiles,
  withTunnel,
} from "./planned.ts";
import { type Stage, stage } from "./stage.ts";
import { standIn } from "./stand_in.ts";
import { revealed } from "../../host/secret.ts";

/** Seconds until iked rekeys, in the case that tests this. */
const SHORT_LIFETIME = 20;

/** The cases for a tunnel. */
export function tunnelCases(subject: Subject<Ikev2Tunnel>): PlannedCase[] {
  return [
    asDescribed(subject),
    withNatAndShortKeys(subject),
    ...(subject.tunnel.auth.method === "psk" ? [withAnotherKey(subject)] : []),
  ];
}

/** Tunnel up, packets, a rekey by the far end, and a far end that restarts after a loss. */
export function asDescribed(subject: Subject<Ikev2Tunnel>): PlannedCase {
  const { gateway, secrets, tunnel } = subject;
  const { set, keys, lab, child, key } = prepared(subject);
  // A tunnel that cannot be negotiated is not tried.
  const differs = lab.notes.length > 0 && !lab.wholly;
  const described = lab.wholly ? withTunnel(gateway, lab.tunnel) : gateway;
  const powerFails = set.seen === set.gateway;
  return planned(subject, set, "as described", [...keys.notes, ...lab.notes], {
    near: [
      ...keys.near,
      ...ikedConf(described, secrets, differs ? withTunnel(gateway, lab.tunnel) : undefined),
    ],
    far: [
      ...keys.far,
      ...swanctlFiles(gateway, lab.wholly ? lab.tunnel : tunnel, set.seen, key),
      ...(differs ? swanctlFiles(gateway, lab.tunnel, set.seen, key, ".laboratory") : []),
    ],
    steps: [
      ...keys.steps,
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
      // Behind NAT only the gateway can start the tunnel again: SIGTERM makes the far end send it a
      // DELETE.
      check(powerFails ? "power" : "restart", `forgets far ${powerFails ? "KILL" : "TERM"}`),
      // With a single protocol packets start at the gateway, which on Linux does not notice the
      // loss.
      ...(set.probes.some(({ proto }) => proto !== undefined) ? [`begin far ${child}`] : []),
      ...packets(set, "restarted-", true),
      check("clear", "protected"),
    ],
  });
}

/** A router with NAT in front of the gateway, and a rekey by iked while packets pass. */
export function withNatAndShortKeys(subject: Subject<Ikev2Tunnel>): PlannedCase {
  const { gateway, secrets } = subject;
  const { set, keys, lab, child, key } = prepared(subject, { nat: true });
  const tunnel = { ...lab.tunnel, phase2: { ...lab.tunnel.phase2, lifetime: SHORT_LIFETIME } };
  // Five pings a second show losses.
  const probe = set.probes.find(({ proto }) => proto === undefined);
  const notes = [
    ...keys.notes,
    ...lab.notes,
    ...(probe
      ? [`iked makes new keys after ${SHORT_LIFETIME} s`]
      : ["rekeying under traffic was not tried: only packets of one protocol pass"]),
  ];
  return planned(subject, set, set.nat ? "behind NAT" : "with short-lived keys", notes, {
    near: [...keys.near, ...ikedConf(withTunnel(gateway, tunnel), secrets)],
    // Two ends that rekey at once lose packets.
    far: [...keys.far, ...swanctlFiles(gateway, lab.tunnel, set.seen, key)],
    steps: [
      ...keys.steps,
      ...starts(tunnel),
      ...up(child),
      ...packets(set),
      ...(set.nat ? [check("nat", "in_udp")] : []),
      ...(probe
        ? [check(
          "keys",
          `rekey_near ${probe.near.node} 40 ${probe.near.address} ${probe.far.address}`,
        )]
        : []),
      check("wire", "protected"),
    ],
  });
}

/** The far end has another key: the tunnel must not come up, and a daemon must log why. */
export function withAnotherKey(subject: Subject<Ikev2Tunnel>): PlannedCase {
  return refused(subject, "with another key", "key", subject.tunnel, OTHER_KEY);
}

/**
 * The far end is made from `other` or has `key`: the tunnel must not come up, for the reason
 * `what`.
 */
export function refused(
  subject: Subject<Ikev2Tunnel>,
  purpose: string,
  what: "key" | "identity" | "proposal",
  other: Ikev2Tunnel,
  key = revealed(subject.secrets.psks.get(subject.tunnel.name)),
): PlannedCase {
  const { gateway, secrets, tunnel } = subject;
  const { set, keys, lab } = prepared(subject);
  return planned(subject, set, purpose, [...keys.notes, ...lab.notes], {
    near: [...keys.near, ...ikedConf(withTunnel(gateway, lab.tunnel), secrets)],
    // With transforms that Linux supports, so that there is no other reason.
    far: [...keys.far, ...swanctlFiles(gateway, standIn(gateway, other).tunnel, set.seen, key)],
    steps: [...keys.steps, ...starts(tunnel), check("refused", `refused ${what}`)],
  });
}

/** Tunnel up and packets only: `other` is the tunnel for the far end, if different. */
export function carriesPackets(
  subject: Subject<Ikev2Tunnel>,
  other: Ikev2Tunnel = subject.tunnel,
): PlannedCase {
  const { gateway, secrets, tunnel } = subject;
  const { set, keys, lab, child, key } = prepared(subject);
  return planned(subject, set, "packets", [...keys.notes, ...lab.notes], {
    near: [...keys.near, ...ikedConf(withTunnel(gateway, lab.tunnel), secrets)],
    far: [...keys.far, ...swanctlFiles(gateway, standIn(gateway, other).tunnel, set.seen, key)],
    steps: [
      ...keys.steps,
      ...starts(tunnel),
      ...up(child),
      ...packets(set),
      check("wire", "protected"),
      check("errors", "no_errors gateway far"),
    ],
  });
}

/** Data that all cases of a tunnel need. */
interface Prepared {
  set: Stage;
  keys: LabKeys;
  lab: ReturnType<typeof standIn>;
  /** strongSwan's name of the tunnel. */
  child: string;
  /** The pre-shared key. */
  key: string | undefined;
}

function prepared(subject: Subject<Ikev2Tunnel>, options: { nat?: boolean } = {}): Prepared {
  const { gateway, secrets, tunnel } = subject;
  const lab = standIn(gateway, tunnel);
  const set = stage(gateway, lab.tunnel, options);
  return {
    set,
    keys: labKeys(gateway, secrets, tunnel, set.far),
    lab,
    child: childName(tunnel),
    key: revealed(secrets.psks.get(tunnel.name)),
  };
}

/**
 * The passive end is started first; iked drops packets that arrive before its configuration is
 * loaded.
 */
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
