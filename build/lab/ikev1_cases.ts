/**
 * The cases for an IKEv1 tunnel: the far end's configuration for strongSwan and for libreswan.
 * Debian has no isakmpd, so strongSwan replaces it on the gateway's side.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Ikev1Tunnel } from "../../gateway/tunnel.ts";
import {
  check,
  childName,
  libreswanFiles,
  OTHER_KEY,
  packets,
  planned,
  type PlannedCase,
  type Subject,
  swanctlFiles,
} from "./planned.ts";
import { GatewrightError } from "../../host/error.ts";
import type { LabFile } from "./case.ts";
import { untranslated } from "./stand_in.ts";
import { type Stage, stage } from "./stage.ts";
import { revealed } from "../../host/secret.ts";

const NOTE = "strongSwan stands in for isakmpd: this proves the far end's text, not the gateway's";

/** A far end: its files for a key, and the functions of `guest/` that run it. */
interface FarDaemon {
  purpose: string;
  files(set: Stage, key: string | undefined): LabFile[];
  start: string;
  forgets: string;
}

/** The cases for a tunnel. */
export function ikev1Cases(subject: Subject<Ikev1Tunnel>): PlannedCase[] {
  const { gateway, secrets, tunnel } = subject;
  const seen = untranslated(tunnel);
  const set = stage(gateway, seen.tunnel);
  const stood = [NOTE, ...seen.notes];
  const key = revealed(secrets.psks.get(tunnel.name));
  const near = nearFiles(subject, set, key);
  const strongswan: FarDaemon = {
    purpose: "as described",
    files: ({ seen }, one) => swanctlFiles(gateway, tunnel, seen, one),
    start: "start_charon far",
    forgets: "forgets far KILL",
  };
  const libreswan: FarDaemon = {
    purpose: "with libreswan",
    files: ({ seen }, one) => libreswanFiles(gateway, tunnel, seen, one),
    start: "start_pluto far",
    forgets: "forgets_pluto far",
  };
  const lacking = lackOf(() => libreswan.files(set, key));
  const notes = lacking === undefined ? stood : [...stood, `libreswan was not tried: ${lacking}`];
  const starts = [
    check("far-end", strongswan.start),
    check("gateway", "start_charon gateway"),
  ];
  return [
    carried(subject, set, strongswan, near, notes),
    ...(lacking === undefined ? [carried(subject, set, libreswan, near, stood)] : []),
    planned(subject, set, "with another key", stood, {
      near,
      far: strongswan.files(set, OTHER_KEY),
      steps: [...starts, `begin gateway ${childName(tunnel)}`, check("refused", "refused key")],
    }),
  ];
}

/** Tunnel up, packets, and a far end that restarts after losing power. */
function carried(
  subject: Subject<Ikev1Tunnel>,
  set: Stage,
  far: FarDaemon,
  near: LabFile[],
  notes: string[],
): PlannedCase {
  const { secrets, tunnel } = subject;
  return planned(subject, set, far.purpose, notes, {
    near,
    far: far.files(set, revealed(secrets.psks.get(tunnel.name))),
    steps: [
      check("far-end", far.start),
      check("gateway", "start_charon gateway"),
      ...packets(set, "", tunnel.mode === "passive"),
      check("negotiated", `negotiated_charon gateway ${childName(tunnel)}`),
      check("wire", "protected"),
      check("power", far.forgets),
      ...packets(set, "restarted-", true),
      check("clear", "protected"),
    ],
  });
}

/** The reason why a renderer cannot write the far end; undefined if it can. */
function lackOf(make: () => unknown): string | undefined {
  try {
    make();
    return undefined;
  } catch (error) {
    if (error instanceof GatewrightError) return error.message;
    throw error;
  }
}

/** The gateway's side of the tunnel for strongSwan: the far end of the mirrored tunnel. */
function nearFiles({ gateway, tunnel }: Subject<Ikev1Tunnel>, set: Stage, key: string | undefined) {
  const { srcid, dstid, ...rest } = untranslated(tunnel).tunnel;
  const card = gateway.network.interfaces[0]!;
  const far: Gateway = {
    ...gateway,
    hostname: "far",
    network: {
      ...gateway.network,
      interfaces: [{ ...card, address: `${set.far}/32`, address6: "none", aliases: [] }],
    },
  };
  const mirrored: Ikev1Tunnel = {
    ...rest,
    peer: set.gateway,
    localAddress: set.far,
    local: tunnel.remote,
    remote: rest.local,
    mode: "active",
    ...(dstid === undefined ? {} : { srcid: dstid }),
    ...(srcid === undefined ? {} : { dstid: srcid }),
  };
  return swanctlFiles(far, mirrored, set.far, key);
}
