/**
 * The cases that prove the far end's text of an IKEv1 tunnel. Debian has no isakmpd: strongSwan stands
 * for it, with the gateway's side of the same tunnel.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Ikev1Tunnel } from "../../gateway/tunnel.ts";
import {
  check,
  childName,
  OTHER_KEY,
  packets,
  planned,
  type PlannedCase,
  type Subject,
  swanctlFiles,
} from "./planned.ts";
import { type Stage, stage } from "./stage.ts";
import { revealed } from "../../host/secret.ts";

const NOTE = "strongSwan stands for isakmpd: this proves the far end's text, not the gateway's";

/** The cases for a tunnel. */
export function ikev1Cases(subject: Subject<Ikev1Tunnel>): PlannedCase[] {
  const { gateway, secrets, tunnel } = subject;
  const set = stage(gateway, tunnel);
  const key = revealed(secrets.psks.get(tunnel.name));
  const child = childName(tunnel);
  const starts = [
    check("far-end", "start_charon far"),
    check("gateway", "start_charon gateway"),
  ];
  const near = nearFiles(subject, set, key);
  const far = (one: string | undefined) => swanctlFiles(gateway, tunnel, set.seen, one);
  return [
    planned(subject, set, "as described", [NOTE], {
      near,
      far: far(key),
      steps: [
        ...starts,
        ...packets(set, "", tunnel.mode === "passive"),
        check("negotiated", `negotiated_charon far ${child}`),
        check("wire", "protected"),
        check("power", "forgets far KILL"),
        ...packets(set, "restarted-", true),
        check("clear", "protected"),
      ],
    }),
    planned(subject, set, "with another key", [NOTE], {
      near,
      far: far(OTHER_KEY),
      steps: [...starts, `begin gateway ${child}`, check("refused", "refused key")],
    }),
  ];
}

/** The gateway's side of the tunnel for strongSwan: the far end of the tunnel seen from there. */
function nearFiles({ gateway, tunnel }: Subject<Ikev1Tunnel>, set: Stage, key: string | undefined) {
  const { srcid, dstid, ...rest } = tunnel;
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
    remote: tunnel.nat ? [tunnel.nat] : tunnel.local,
    mode: "active",
    ...(dstid === undefined ? {} : { srcid: dstid }),
    ...(srcid === undefined ? {} : { dstid: srcid }),
  };
  return swanctlFiles(far, mirrored, set.far, key);
}
