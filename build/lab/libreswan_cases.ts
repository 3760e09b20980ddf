/**
 * The case for an IKEv2 tunnel with libreswan: iked as rendered, libreswan at the far end.
 * @module
 */
import type { Ikev2Tunnel } from "../../gateway/tunnel.ts";
import { revealed } from "../../host/secret.ts";
import { gatewayKeys } from "./keys.ts";
import {
  check,
  ikedConf,
  libreswanFiles,
  packets,
  planned,
  type PlannedCase,
  type Subject,
  withTunnel,
} from "./planned.ts";
import { stage } from "./stage.ts";
import { standIn } from "./stand_in.ts";

/** Tunnel up, packets, and a far end that restarts after losing power; with a pre-shared key. */
export function libreswanCase(subject: Subject<Ikev2Tunnel>): PlannedCase {
  const { gateway, secrets, tunnel } = subject;
  const lab = standIn(gateway, tunnel);
  const set = stage(gateway, lab.tunnel);
  const key = revealed(secrets.psks.get(tunnel.name));
  return planned(subject, set, "with libreswan", lab.notes, {
    near: [
      ...gatewayKeys(gateway, secrets),
      ...ikedConf(withTunnel(gateway, lab.tunnel), secrets),
    ],
    far: libreswanFiles(gateway, lab.tunnel, set.seen, key),
    steps: [
      check("far-end", "start_pluto far"),
      check("gateway", "start_iked gateway"),
      check("up", "within 60 secured far"),
      check("secured", "within 10 secured gateway"),
      check("negotiated", `negotiated_iked gateway ${tunnel.name}`),
      ...packets(set),
      check("wire", "protected"),
      check("errors", "no_errors gateway far"),
      check("power", "forgets_pluto far"),
      ...packets(set, "restarted-", true),
      check("clear", "protected"),
    ],
  });
}
