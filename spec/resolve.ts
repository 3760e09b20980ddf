/**
 * Fills in defaults and expands short forms: what users write becomes what renderers read.
 * @module
 */
import { createHash } from "node:crypto";
import { basename, dirname, isAbsolute, resolve as resolvePath } from "node:path";
import { DEFAULTS, TRANSFORM } from "./defaults.ts";
import type {
  Disk,
  Domain,
  ExtraFile,
  Gateway,
  Password,
  Release,
  SecretRef,
  Transform,
  Tunnel,
  User,
} from "./gateway.ts";
import type { GatewaySpec } from "./schema.ts";
import { isAead } from "./transforms.ts";

type TunnelSpec = NonNullable<GatewaySpec["tunnels"]>[number];
type AccessSpec = NonNullable<GatewaySpec["access"]>;
type UserSpec = NonNullable<AccessSpec["users"]>[number];
type Written = { hash: string } | SecretRef | string | undefined;

/** The gateway that `spec`, read from `file`, describes. The spec has passed the schema. */
export function resolveGateway(spec: GatewaySpec, file: string): Gateway {
  const beside = (path: string) => isAbsolute(path) ? path : resolvePath(dirname(file), path);
  const name = spec.name ?? basename(file).replace(/\.ya?ml$/i, "");
  const tunnels = (spec.tunnels ?? []).map((tunnel) => resolveTunnel(tunnel, beside));
  const rootKeys = spec.access?.rootKeys ?? [];
  return {
    file,
    name,
    hostname: spec.hostname,
    release: resolveRelease(spec.release, beside),
    timezone: spec.timezone ?? DEFAULTS.timezone,
    disk: resolveDisk(spec.disk),
    network: {
      interfaces: spec.network.interfaces.map((one) => ({
        name: one.name,
        address: one.address === "dhcp" ? "autoconf" : one.address ?? "none",
        address6: one.address6 ?? "none",
        aliases: one.aliases ?? [],
        options: one.options ?? [],
        ...(one.mtu === undefined ? {} : { mtu: one.mtu }),
        ...(one.description ? { description: one.description } : {}),
        ...(one.vlan ? { vlan: one.vlan } : {}),
      })),
      ...(spec.network.gateway ? { gateway: spec.network.gateway } : {}),
      ...(spec.network.gateway6 ? { gateway6: spec.network.gateway6 } : {}),
      nameservers: spec.network.nameservers ?? [],
      search: spec.network.search ?? [],
      hosts: spec.network.hosts ?? [],
    },
    access: {
      rootPassword: resolvePassword(spec.access?.rootPassword, beside),
      rootKeys,
      rootSsh: spec.access?.rootSsh ?? (rootKeys.length > 0 ? "prohibit-password" : "no"),
      users: (spec.access?.users ?? []).map((user) => resolveUser(user, beside)),
    },
    firewall: {
      skipTunnels: spec.firewall?.skipTunnels ?? true,
      peers: spec.firewall?.peers ?? peersOf(tunnels),
      allow: (spec.firewall?.allow ?? []).map((rule) => ({
        proto: many(rule.proto),
        port: many(rule.port).map(String),
        from: without("any", many(rule.from)),
        to: without("self", many(rule.to)),
        log: rule.log ?? false,
        ...(rule.on ? { on: rule.on } : {}),
        ...(rule.tunnel ? { tunnel: rule.tunnel } : {}),
      })),
      rules: spec.firewall?.rules ?? [],
    },
    forwarding: spec.forwarding ?? DEFAULTS.forwarding,
    tunnels,
    packages: spec.packages ?? [],
    syspatch: spec.syspatch ?? true,
    sysctl: strings(spec.sysctl, ["0", "1"]),
    rcConf: strings(spec.rcConf, ["NO", "YES"]),
    installurl: (spec.installurl ?? DEFAULTS.installurl).replace(/\/+$/, ""),
    files: (spec.files ?? []).map((one) => resolveFile(one, beside)),
    consoleSpeed: spec.console?.speed ?? DEFAULTS.consoleSpeed,
    domain: resolveDomain(spec, name),
  };
}

function many<T>(value: T | T[] | undefined): T[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** `list`, empty where it holds nothing but `word`. */
function without(word: string, list: string[]): string[] {
  return list.length === 1 && list[0] === word ? [] : list;
}

/** Settings as text; `words` says what `false` and `true` are called. */
function strings(
  values: Record<string, string | number | boolean> | undefined,
  words: readonly [string, string],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values ?? {}).map((
      [key, value],
    ) => [key, typeof value === "boolean" ? words[Number(value)]! : String(value)]),
  );
}

/** MiB of a size such as `6G`. */
export function mebibytes(size: string): number {
  const unit = { M: 1, G: 1024, T: 1024 * 1024 }[size.at(-1) as "M" | "G" | "T"];
  return Math.floor(Number(size.slice(0, -1)) * unit);
}

/** Seconds of a lifetime such as `24h`. */
export function seconds(lifetime: string | number): number {
  if (typeof lifetime === "number") return lifetime;
  const unit = { s: 1, m: 60, h: 3600, d: 86400 }[lifetime.at(-1) as "s" | "m" | "h" | "d"];
  return unit ? Number(lifetime.slice(0, -1)) * unit : Number(lifetime);
}

function resolveRelease(spec: GatewaySpec["release"], beside: (path: string) => string): Release {
  const given = typeof spec === "object"
    ? spec
    : spec === "rehearsal"
    ? { version: DEFAULTS.release, rehearsal: true }
    : { version: spec ?? DEFAULTS.release };
  return {
    version: given.version,
    number: Number(given.version.replace(".", "")),
    arch: given.arch ?? DEFAULTS.arch,
    ...(given.mirror ? { mirror: given.mirror.replace(/\/+$/, "") } : {}),
    ...(given.key ? { key: beside(given.key) } : {}),
    ...(given.rehearsal ? { rehearsal: true as const } : {}),
  };
}

function resolveDisk(spec: GatewaySpec["disk"]): Disk {
  const layout = spec?.layout ?? DEFAULTS.diskLayout;
  return {
    size: mebibytes(spec?.size ?? DEFAULTS.diskSize),
    layout: typeof layout === "string" ? layout : layout.map((one) => ({
      mount: one.mount,
      size: one.size === "*" ? 64 : mebibytes(one.size),
      grow: one.grow ?? one.size === "*",
    })),
  };
}

function resolvePassword(spec: Written, beside: (path: string) => string): Password {
  if (spec === undefined || typeof spec === "string") return { kind: "none" };
  if ("hash" in spec) return { kind: "hash", hash: spec.hash };
  return { kind: "secret", ref: resolveSecretRef(spec, beside) };
}

function resolveSecretRef(ref: SecretRef, beside: (path: string) => string): SecretRef {
  return "file" in ref ? { file: beside(ref.file) } : ref;
}

function resolveUser(spec: UserSpec, beside: (path: string) => string): User {
  const password = resolvePassword(spec.password, beside);
  const wheel = spec.wheel ?? true;
  return {
    name: spec.name,
    fullName: spec.fullName || spec.name,
    keys: spec.keys ?? [],
    password,
    wheel,
    doas: spec.doas ?? (!wheel ? "no" : password.kind === "none" ? "nopass" : "persist"),
  };
}

function resolveTransform(spec: TunnelSpec["phase1"], lifetime: string): Transform {
  const enc = spec?.enc ?? TRANSFORM.enc;
  const auth = spec?.auth ?? (isAead(enc) ? undefined : TRANSFORM.auth);
  return {
    enc,
    group: spec?.group ?? TRANSFORM.group,
    lifetime: seconds(spec?.lifetime ?? lifetime),
    ...(auth ? { auth } : {}),
    ...(spec?.prf ? { prf: spec.prf } : {}),
  };
}

function resolveTunnel(spec: TunnelSpec, beside: (path: string) => string): Tunnel {
  return {
    name: spec.name,
    ike: spec.ike ?? 2,
    peer: spec.peer,
    local: many(spec.local),
    remote: many(spec.remote),
    mode: spec.mode ?? "active",
    exchange: spec.exchange ?? "main",
    protocol: spec.protocol ?? "esp",
    encapsulation: spec.encapsulation ?? "tunnel",
    phase1: resolveTransform(spec.phase1, DEFAULTS.lifetime1),
    phase2: resolveTransform(spec.phase2, DEFAULTS.lifetime2),
    auth: spec.psk ? { method: "psk", psk: resolveSecretRef(spec.psk, beside) } : { method: "rsa" },
    ...(spec.localAddress ? { localAddress: spec.localAddress } : {}),
    ...(spec.srcid ? { srcid: spec.srcid } : {}),
    ...(spec.dstid ? { dstid: spec.dstid } : {}),
    ...(spec.tag ? { tag: spec.tag } : {}),
    ...(spec.nat ? { nat: spec.nat } : {}),
  };
}

function peersOf(tunnels: Tunnel[]): "any" | string[] {
  const peers = [...new Set(tunnels.map((tunnel) => tunnel.peer))];
  // pf would have to resolve a name before there is a network.
  return peers.some((peer) => !/^[0-9.]+$|:/.test(peer)) ? "any" : peers;
}

function resolveFile(
  spec: NonNullable<GatewaySpec["files"]>[number],
  beside: (path: string) => string,
): ExtraFile {
  const content: ExtraFile["content"] = spec.source !== undefined
    ? { kind: "source", file: beside(spec.source) }
    : spec.secret !== undefined
    ? { kind: "secret", ref: resolveSecretRef(spec.secret, beside) }
    : { kind: "text", text: spec.append ?? spec.content ?? "" };
  return {
    path: spec.path,
    content,
    append: spec.append !== undefined,
    mode: parseInt(spec.mode ?? (spec.secret === undefined ? "0644" : "0600"), 8),
    owner: spec.owner ?? "root",
    group: spec.group ?? "wheel",
  };
}

function resolveDomain(spec: GatewaySpec, name: string): Domain {
  const given = spec.domain ?? {};
  const vcpus = given.vcpus ?? 1;
  const counts = typeof vcpus === "number" ? { current: vcpus, maximum: vcpus } : vcpus;
  const hardware = given.hardware ?? "virtio";
  const domainName = given.name ?? name;
  return {
    name: domainName,
    uuid: given.uuid?.toLowerCase() ?? derivedUuid(`${domainName} ${spec.hostname}`),
    memory: mebibytes(given.memory ?? DEFAULTS.memory),
    vcpus: { current: counts.current ?? 1, maximum: counts.maximum ?? counts.current ?? 1 },
    cpu: given.cpu ?? "host-passthrough",
    disk: given.disk ?? `/var/lib/libvirt/images/${domainName}.raw`,
    discard: given.discard ?? true,
    interfaces: (given.interfaces ?? [{ bridge: "br0" }]).map((one, index) => ({
      bridge: one.bridge,
      mac: !one.mac || one.mac === "random"
        ? derivedMac(spec.hostname, index)
        : one.mac.toLowerCase(),
    })),
    hardware,
    machine: given.machine ?? (hardware === "legacy" ? "pc" : "q35"),
    firmware: given.firmware ?? "bios",
    rng: given.rng ?? true,
    graphics: given.graphics ?? "none",
    autostart: given.autostart ?? false,
    ...(given.cache ? { cache: given.cache } : {}),
    ...(given.description ? { description: given.description } : {}),
  };
}

/** A locally unique MAC below QEMU's own prefix, the same from build to build. */
function derivedMac(hostname: string, index: number): string {
  const hash = createHash("sha256").update(`gatewright mac ${hostname} ${index}`).digest("hex");
  return ["52", "54", "00", hash.slice(0, 2), hash.slice(2, 4), hash.slice(4, 6)].join(":");
}

/** A UUID of version 8 (RFC 9562), the same from build to build. */
export function derivedUuid(of: string): string {
  const hash = createHash("sha256").update(`gatewright uuid ${of}`).digest("hex");
  const variant = (8 + parseInt(hash[16]!, 16) % 4).toString(16);
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-8${hash.slice(13, 16)}-${variant}${
    hash.slice(17, 20)
  }-${hash.slice(20, 32)}`;
}
