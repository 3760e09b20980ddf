/**
 * Fills in the defaults of a tunnel.
 * @module
 */
import { DEFAULTS, TRANSFORM } from "../schema/defaults.ts";
import { isAead } from "../openbsd/transforms.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { bytesOf, many, resolveSecretRef, seconds } from "./short_forms.ts";
import type { Certificate, Phase, TransformSet, Tunnel, TunnelAuth } from "../tunnel.ts";

/** A tunnel in the form that users write. */
export type TunnelDescription = NonNullable<GatewayDescription["tunnels"]>[number];
type PhaseDescription = NonNullable<TunnelDescription["phase1"]>;
type SetDescription = Exclude<PhaseDescription, unknown[] | string>;

/** The tunnel of `description`; `beside` makes paths absolute. */
export function resolveTunnel(
  description: TunnelDescription,
  beside: (path: string) => string,
): Tunnel {
  const { ike = 2, mode = "active", selectors } = description;
  const sides = (side: "local" | "remote") =>
    selectors ? [...new Set(selectors.map((one) => one[side]))] : many(description[side]);
  const common = {
    name: description.name,
    peer: description.peer,
    local: sides("local"),
    remote: sides("remote"),
    protocol: description.protocol ?? "esp",
    encapsulation: description.encapsulation ?? "tunnel",
    // isakmpd compares the lifetime of phase 1 for equality; a default would disagree with most
    // peers.
    phase1: resolvePhase(description.phase1, {
      ike,
      ...(ike === 1 ? {} : { lifetime: DEFAULTS.lifetime1 }),
      groups: [TRANSFORM.group],
    }),
    // iked's own default has no group in phase 2; a peer that requires one would fail at the first
    // rekey.
    phase2: resolvePhase(description.phase2, {
      ike,
      lifetime: DEFAULTS.lifetime2,
      groups: ike === 2 ? [TRANSFORM.group, "none"] : [TRANSFORM.group],
    }),
    auth: resolveAuth(description, beside),
    ...(selectors ? { selectors: selectors.map(({ local, remote }) => ({ local, remote })) } : {}),
    ...(description.proto === undefined ? {} : { proto: String(description.proto) }),
    ...(description.localPort === undefined ? {} : { localPort: String(description.localPort) }),
    ...(description.remotePort === undefined ? {} : { remotePort: String(description.remotePort) }),
    ...(description.iface ? { iface: description.iface } : {}),
    ...(description.localAddress ? { localAddress: description.localAddress } : {}),
    ...(description.srcid ? { srcid: description.srcid } : {}),
    ...(description.dstid ? { dstid: description.dstid } : {}),
    ...(description.tag ? { tag: description.tag } : {}),
    ...(description.nat ? { nat: description.nat } : {}),
    ...(description.farEnd ? { farEnd: description.farEnd } : {}),
  };
  return ike === 1 ? { ike, mode, exchange: description.exchange ?? "main", ...common } : {
    ike,
    mode: mode === "passive" ? "passive" : "active",
    ipcomp: description.ipcomp ?? false,
    ...common,
  };
}

function resolveAuth(
  { psk, peerKey, certificate }: TunnelDescription,
  beside: (path: string) => string,
): TunnelAuth {
  if (psk) return { method: "psk", psk: resolveSecretRef(psk, beside) };
  if (certificate) {
    return { method: "certificate", certificate: resolveCertificate(certificate, beside) };
  }
  return { method: "keys", ...(peerKey ? { peerKey: resolveSecretRef(peerKey, beside) } : {}) };
}

/** The three files of a certificate. */
export function resolveCertificate(
  { ca, cert, key }: Certificate,
  beside: (path: string) => string,
): Certificate {
  return {
    ca: resolveSecretRef(ca, beside),
    cert: resolveSecretRef(cert, beside),
    key: resolveSecretRef(key, beside),
  };
}

/** Defaults of a phase. */
interface Silent {
  ike: 1 | 2;
  lifetime?: string;
  groups: readonly string[];
}

function resolvePhase(description: PhaseDescription | undefined, silent: Silent): Phase {
  if (typeof description === "string") return { sets: [] };
  const written = description === undefined ? [{}] : many(description);
  const lives = written.find((set) => set.lifetime !== undefined)?.lifetime ?? silent.lifetime;
  const bytes = written.find((set) => set.lifetimeBytes !== undefined)?.lifetimeBytes;
  return {
    sets: written.flatMap((set) =>
      lengths(set.enc, silent.ike).flatMap((enc) =>
        (set.group === undefined ? silent.groups : [set.group])
          .map((group) => resolveSet(set, enc, group))
      )
    ),
    ...(lives === undefined ? {} : { lifetime: seconds(lives) }),
    ...(bytes === undefined ? {} : { lifetimeBytes: bytesOf(bytes) }),
  };
}

/** ipsec.conf(5) has a keyword for AES of any key length; in iked.conf(5) each length is listed. */
function lengths(enc: string = TRANSFORM.enc, ike: 1 | 2): string[] {
  return enc === "aes" && ike === 2 ? ["aes-256", "aes-192", "aes-128"] : [enc];
}

function resolveSet(description: SetDescription, enc: string, group: string): TransformSet {
  const auth = description.auth ?? (isAead(enc) ? undefined : TRANSFORM.auth);
  return {
    enc,
    group,
    ...(auth ? { auth } : {}),
    ...(description.prf ? { prf: description.prf } : {}),
  };
}
