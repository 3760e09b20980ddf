/**
 * Parts common to all kinds of cases.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import type { Secrets } from "../../gateway/secrets/secrets.ts";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { shellWord } from "../../host/shell_word.ts";
import { libreswanFarEnd } from "../../site/far_end/libreswan.ts";
import { strongswanFarEnd } from "../../site/far_end/strongswan.ts";
import { renderIkedConf } from "../../site/ipsec/iked_conf.ts";
import type { LabCase, LabFile } from "./case.ts";
import type { Probe } from "./probes.ts";
import type { Stage } from "./stage.ts";
import { reveal } from "../../host/secret.ts";

/** A case, its purpose, and its deviations from the description. */
export interface PlannedCase {
  lab: LabCase;
  /** `as described`, `behind NAT`, `with another key`. */
  purpose: string;
  /** Notes about deviations. */
  notes: string[];
}

/** The tunnel of a gateway to prove, and the prefix of its cases. */
export interface Subject<T extends Tunnel> {
  gateway: Gateway;
  secrets: Secrets;
  tunnel: T;
  name: string;
}

/** A key of no tunnel. */
export const OTHER_KEY = "not-the-key-of-this-tunnel";

/** Files of the two ends, and the steps. */
export interface Script {
  near: LabFile[];
  far: LabFile[];
  /** The far end's host name. Default: `far`. */
  farHostname?: string;
  steps: string[];
  /** Further texts to mask, besides the gateway's own keys. */
  secrets?: string[];
}

/** The case for `purpose` on `set`. */
export function planned(
  { secrets, name }: Pick<Subject<Tunnel>, "secrets" | "name">,
  set: Stage,
  purpose: string,
  notes: string[],
  { near, far, farHostname, steps, secrets: more = [] }: Script,
): PlannedCase {
  const files = new Map([["gateway", near], ["far", far]]);
  return {
    purpose,
    notes: [...set.notes, ...notes],
    lab: {
      name: `${name}.${purpose.replaceAll(" ", "-")}`,
      nodes: set.nodes.map((node) => ({
        ...node,
        hostname: node.name === "far" ? farHostname ?? node.hostname : node.hostname,
        files: [...node.files, ...files.get(node.name) ?? []],
      })),
      cables: set.cables,
      steps: [check("router", "meter near far"), ...set.begin, ...steps],
      secrets: [
        ...[...secrets.psks.values(), ...secrets.clientPasswords.values()].map(reveal),
        OTHER_KEY,
        ...more,
      ],
    },
  };
}

/** iked.conf, and a copy adapted to the laboratory. */
export function ikedConf(gateway: Gateway, secrets: Secrets, laboratory?: Gateway): LabFile[] {
  const conf = (path: string, one: Gateway): LabFile => (
    { path, content: reveal(renderIkedConf(one, secrets)), mode: 0o600 }
  );
  return [
    conf("/etc/iked.conf", gateway),
    ...(laboratory ? [conf("/etc/iked.conf.laboratory", laboratory)] : []),
  ];
}

/**
 * strongSwan's files for the other end of `tunnel`, as `far-end` renders them. If strongSwan
 * supports none of the transforms, the laboratory shows that.
 */
export function swanctlFiles(
  gateway: Gateway,
  tunnel: Tunnel,
  gatewayAddress: string,
  key: string | undefined,
  suffix = "",
): LabFile[] {
  const { files } = strongswanFarEnd(gateway, tunnel, {
    ...(key === undefined ? {} : { key }),
    gatewayAddress,
    evenUnknown: true,
  });
  return files.map(({ text }, index) => ({
    path: `/etc/swanctl/swanctl.conf${index > 0 ? `.${index}` : ""}${suffix}`,
    content: text,
    mode: 0o600,
  }));
}

/** libreswan's files for the other end of `tunnel`, as `far-end` renders them. */
export function libreswanFiles(
  gateway: Gateway,
  tunnel: Tunnel,
  gatewayAddress: string,
  key: string | undefined,
): LabFile[] {
  const { files } = libreswanFarEnd(gateway, tunnel, {
    ...(key === undefined ? {} : { key }),
    gatewayAddress,
  });
  return files.map(({ path, text, mode }) => ({ path, content: text, mode: mode ?? 0o600 }));
}

/** `gateway` with `tunnel` in place of the one with its name. */
export function withTunnel(gateway: Gateway, tunnel: Tunnel): Gateway {
  const tunnels = gateway.tunnels.map((one) => one.name === tunnel.name ? tunnel : one);
  return { ...gateway, tunnels };
}

/** strongSwan's name of a tunnel's connection and child. */
export function childName({ name }: Tunnel): string {
  return name.replaceAll(".", "_");
}

/** A step: in the report, `text` precedes the output of the command. */
export function check(name: string, command: string, text = ""): string {
  return `check ${name} ${shellWord(text)} ${command}`;
}

/** Packets between the two ends of each probe, in both directions. */
export function packets({ probes }: Stage, prefix = "", farFirst = false): string[] {
  return probes.flatMap((probe, index) => {
    const command = packetsOf(probe, farFirst);
    if (command === undefined) return [];
    const text = `${probe.near.address} and ${probe.far.address}`;
    return [check(`${prefix}packets-${index + 1}`, command, text)];
  });
}

/** The function of `guest/traffic.sh` that sends packets matching the selector. */
function packetsOf({ near, far, proto, ports }: Probe, farFirst: boolean): string | undefined {
  const [here, there] = [`${near.node} ${near.address}`, `${far.node} ${far.address}`];
  if (proto === undefined || proto === "icmp" || proto === "icmp6") {
    return `both_ways ${farFirst ? `${there} ${here}` : `${here} ${there}`}`;
  }
  if (proto === "gre") return `gre_through ${here} ${there}`;
  if (proto !== "tcp" && proto !== "udp") return undefined;
  // The end with a port is the server; names of services(5) are safe in sh(1).
  const [asks, answers] = ports.far === undefined && ports.near !== undefined
    ? [`${there} ''`, `${here} ${ports.near}`]
    : [`${here} '${ports.near ?? ""}'`, `${there} ${ports.far ?? 7777}`];
  return `asks ${proto} ${asks} ${answers}`;
}
