/**
 * The cases that prove one IKEv2 tunnel: iked as it is rendered, and strongSwan at the far end.
 * @module
 */
import { generateKeyPairSync } from "node:crypto";
import type { Gateway } from "../../gateway/gateway.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import type { Ikev2Tunnel, Tunnel } from "../../gateway/tunnel.ts";
import { shellWord } from "../../site/shell/shell_word.ts";
import { strongswanFarEnd } from "../../site/far_end/strongswan.ts";
import { renderIkedConf } from "../../site/ipsec/iked_conf.ts";
import type { LabCase, LabFile } from "./case.ts";
import { type Stage, stage } from "./stage.ts";
import { standIn } from "./stand_in.ts";

/** Seconds after which iked makes new keys in the case that looks at it. */
const SHORT_LIFETIME = 20;

/** A case, what it is for, and what in it stands for something else. */
export interface PlannedCase {
  lab: LabCase;
  /** `as described`, `behind NAT`, `with another key`. */
  purpose: string;
  notes: string[];
}

/** The cases for `tunnel`; `name` begins theirs. */
export function tunnelCases(
  gateway: Gateway,
  secrets: Secrets,
  tunnel: Ikev2Tunnel,
  name: string,
): PlannedCase[] {
  const plan = { gateway, secrets, tunnel, name };
  return [asDescribed(plan), behindNat(plan), withAnotherKey(plan)];
}

interface Plan {
  gateway: Gateway;
  secrets: Secrets;
  tunnel: Ikev2Tunnel;
  name: string;
}

function asDescribed(plan: Plan): PlannedCase {
  const { gateway, tunnel } = plan;
  const set = stage(gateway, tunnel);
  const lab = standIn(tunnel);
  const differs = lab.notes.length > 0;
  const child = childName(tunnel);
  return planned(plan, set, "as described", lab.notes, {
    conf: { own: gateway, ...(differs ? { laboratory: withTunnel(gateway, lab.tunnel) } : {}) },
    far: differs ? [tunnel, lab.tunnel] : [tunnel],
    steps: [
      ...(differs
        ? [
          ...starts(tunnel),
          check("agreed", "", `proposals_agreed far ${child}`),
          check("laboratory-copy", "", "other_iked_conf gateway"),
          check("far-copy", "", "other_swanctl_conf far"),
        ]
        : []),
      ...starts(tunnel),
      ...up(child),
      ...packets(set),
      check("wire", "", "protected"),
      check("errors", "", "no_errors gateway far"),
      check("rekey", "", `rekey_far far ${child}`),
      ...packets(set, "rekeyed-"),
      check("restart", "", `forgets far ${set.seen === set.gateway ? "KILL" : "TERM"}`),
      ...packets(set, "restarted-", true),
      check("clear", "", "protected"),
    ],
  });
}

function behindNat(plan: Plan): PlannedCase {
  const { gateway } = plan;
  const lab = standIn(plan.tunnel);
  const tunnel = { ...lab.tunnel, phase2: { ...lab.tunnel.phase2, lifetime: SHORT_LIFETIME } };
  const set = stage(gateway, tunnel, { nat: true });
  const child = childName(tunnel);
  const [probe] = set.probes;
  const notes = [...lab.notes, `iked makes new keys after ${SHORT_LIFETIME} s`];
  return planned(plan, set, set.nat ? "behind NAT" : "with short-lived keys", notes, {
    conf: { own: withTunnel(gateway, tunnel) },
    // Two ends that make new keys at once lose packets.
    far: [lab.tunnel],
    steps: [
      ...starts(tunnel),
      ...up(child),
      ...packets(set),
      ...(set.nat ? [check("nat", "", "in_udp")] : []),
      ...(probe
        ? [check(
          "keys",
          "",
          `rekey_near ${probe.near.node} 40 ${probe.near.address} ${probe.far.address}`,
        )]
        : []),
      check("wire", "", "protected"),
    ],
  });
}

function withAnotherKey(plan: Plan): PlannedCase {
  const set = stage(plan.gateway, plan.tunnel);
  return planned(plan, set, "with another key", [], {
    conf: { own: plan.gateway },
    far: [plan.tunnel],
    key: "not-the-key-of-this-tunnel",
    steps: [
      ...starts(plan.tunnel),
      check("refused", "", "refused"),
    ],
  });
}

/** Files and steps of a case. */
interface Script {
  conf: { own: Gateway; laboratory?: Gateway };
  /** The tunnel as the far end has it, and then its laboratory copy. */
  far: Tunnel[];
  /** The far end's key, where it is to be another. */
  key?: string;
  steps: string[];
}

function planned(
  { secrets, tunnel, name }: Plan,
  set: Stage,
  purpose: string,
  notes: string[],
  { conf, far, key, steps }: Script,
): PlannedCase {
  const psk = key ?? secrets.psks.get(tunnel.name);
  const files = new Map<string, LabFile[]>([
    ["gateway", [
      { path: "/etc/iked/private/local.key", content: privateKey(), mode: 0o600 },
      { path: "/etc/iked.conf", content: renderIkedConf(conf.own, secrets), mode: 0o600 },
      ...(conf.laboratory
        ? [{
          path: "/etc/iked.conf.laboratory",
          content: renderIkedConf(conf.laboratory, secrets),
          mode: 0o600,
        }]
        : []),
    ]],
    [
      "far",
      far.map((one, index) => ({
        path: `/etc/swanctl/swanctl.conf${index > 0 ? ".laboratory" : ""}`,
        content: strongswanFarEnd(conf.own, one, {
          ...(psk === undefined ? {} : { key: psk }),
          gatewayAddress: set.seen,
        }).files.map(({ text }) => text).join("\n"),
        mode: 0o600,
      })),
    ],
  ]);
  return {
    purpose,
    notes: [...set.notes, ...notes],
    lab: {
      name: `${name}.${purpose.replaceAll(" ", "-")}`,
      nodes: set.nodes.map((node) => ({
        ...node,
        files: [...node.files, ...files.get(node.name) ?? []],
      })),
      cables: set.cables,
      steps: [check("router", "", "meter near far"), ...set.begin, ...steps],
      secrets: [...secrets.psks.values(), ...(key ? [key] : [])],
    },
  };
}

/** A key for iked, which does not start without one. */
function privateKey(): string {
  return generateKeyPairSync("ec", { namedCurve: "P-256" })
    .privateKey.export({ type: "sec1", format: "pem" }).toString();
}

function withTunnel(gateway: Gateway, tunnel: Ikev2Tunnel): Gateway {
  const tunnels = gateway.tunnels.map((one) => one.name === tunnel.name ? tunnel : one);
  return { ...gateway, tunnels };
}

/** strongSwan's name of a tunnel's connection and child. */
function childName({ name }: Tunnel): string {
  return name.replaceAll(".", "_");
}

/** A step: `text` is what the report says before what the command wrote. */
function check(name: string, text: string, command: string): string {
  return `check ${name} ${shellWord(text)} ${command}`;
}

/** Who waits is there first; iked drops what comes before its configuration is loaded. */
function starts(tunnel: Ikev2Tunnel): string[] {
  const far = check("far-end", "", "start_charon far");
  const near = check("gateway", "", "start_iked gateway");
  if (tunnel.mode !== "passive") return [far, near];
  return [near, far, `begin far ${childName(tunnel)}`];
}

function up(child: string): string[] {
  return [
    check("up", "", `within 60 installed far ${child}`),
    check("secured", "", "within 10 secured gateway"),
    check("negotiated", "", `negotiated_charon far ${child}`),
  ];
}

function packets({ probes }: Stage, prefix = "", farFirst = false): string[] {
  return probes.map(({ near, far }, index) => {
    const ends = [`${near.node} ${near.address}`, `${far.node} ${far.address}`];
    if (farFirst) ends.reverse();
    return check(
      `${prefix}packets-${index + 1}`,
      `${near.address} and ${far.address}`,
      `both_ways ${ends.join(" ")}`,
    );
  });
}
