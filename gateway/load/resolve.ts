/**
 * Fills in defaults and expands short forms: from what users write to what renderers read.
 * @module
 */
import { createHash } from "node:crypto";
import { basename, dirname, isAbsolute, resolve as resolvePath } from "node:path";
import { DEFAULTS } from "../schema/defaults.ts";
import { asTunnel } from "../clients.ts";
import { resolveClients } from "./resolve_clients.ts";
import { tiedToShared } from "./resolve_failover.ts";
import { resolveFirewall } from "./resolve_firewall.ts";
import { derivedUuid } from "../derived_uuid.ts";
import { resolveInterface } from "./resolve_interface.ts";
import { resolveTunnel } from "./resolve_tunnel.ts";
import { resolveSecretRef } from "./short_forms.ts";
import { STANDARD_INPUT } from "./standard_input.ts";
import { mustBePrivate } from "../openbsd/extra_path.ts";
import type {
  Disk,
  Domain,
  ExtraFile,
  Gateway,
  Password,
  Release,
  SecretRef,
  User,
} from "../gateway.ts";
import type { GatewayDescription } from "../schema/schema.ts";

type AccessDescription = NonNullable<GatewayDescription["access"]>;
type UserDescription = NonNullable<AccessDescription["users"]>[number];
type Written = { hash: string } | SecretRef | string | undefined;

/** The gateway of `description`, read from `file`, which must match the schema. */
export function resolveGateway(description: GatewayDescription, file: string): Gateway {
  const beside = (path: string) => isAbsolute(path) ? path : resolvePath(dirname(file), path);
  const name = description.name ?? nameOf(file, description.hostname);
  const release = resolveRelease(description.release, beside);
  const tunnels = (description.tunnels ?? []).map((tunnel) => resolveTunnel(tunnel, beside));
  const clients = (description.clients ?? []).map((one) => resolveClients(one, beside));
  const rootKeys = description.access?.rootKeys ?? [];
  return tiedToShared({
    file,
    name,
    hostname: description.hostname,
    release,
    timezone: description.timezone ?? DEFAULTS.timezone,
    disk: resolveDisk(description.disk),
    network: {
      interfaces: description.network.interfaces.map((one) => resolveInterface(one, beside)),
      routes: description.network.routes ?? [],
      ...(description.network.gateway ? { gateway: description.network.gateway } : {}),
      ...(description.network.gateway6 ? { gateway6: description.network.gateway6 } : {}),
      nameservers: description.network.nameservers ?? [],
      search: description.network.search ?? [],
      hosts: description.network.hosts ?? [],
    },
    access: {
      rootPassword: resolvePassword(description.access?.rootPassword, beside),
      rootKeys,
      rootSsh: description.access?.rootSsh ?? (rootKeys.length > 0 ? "prohibit-password" : "no"),
      users: (description.access?.users ?? []).map((user) => resolveUser(user, beside)),
    },
    firewall: resolveFirewall(description.firewall, [...tunnels, ...clients.map(asTunnel)]),
    forwarding: description.forwarding ?? DEFAULTS.forwarding,
    ...(description.failover
      ? {
        failover: {
          ...description.failover,
          key: resolveSecretRef(description.failover.key, beside),
        },
      }
      : {}),
    tunnels,
    clients,
    packages: description.packages ?? [],
    syspatch: description.syspatch ?? true,
    sysctl: strings(description.sysctl, ["0", "1"]),
    rcConf: strings(description.rcConf, ["NO", "YES"]),
    installurl: (description.installurl ?? DEFAULTS.installurl).replace(/\/+$/, ""),
    files: (description.files ?? []).map((one) => resolveFile(one, beside)),
    consoleSpeed: description.console?.speed ?? DEFAULTS.consoleSpeed,
    domain: resolveDomain(description, name),
  });
}

/** Settings as text; `words` are the texts for `false` and `true`. */
function strings(
  values: GatewayDescription["sysctl"],
  words: readonly [string, string],
): Map<string, string> {
  return new Map(
    Object.entries(values ?? {}).map((
      [key, value],
    ) => [key, typeof value === "boolean" ? words[Number(value)]! : String(value)]),
  );
}

/** A size such as `6G`, in MiB. */
export function mebibytes(size: string): number {
  const unit = { M: 1, G: 1024, T: 1024 * 1024 }[size.at(-1) as "M" | "G" | "T"];
  return Math.floor(Number(size.slice(0, -1)) * unit);
}

function resolveRelease(
  description: GatewayDescription["release"],
  beside: (path: string) => string,
): Release {
  const given = typeof description === "object"
    ? description
    : description === "rehearsal"
    ? { version: DEFAULTS.release, rehearsal: true }
    : { version: description ?? DEFAULTS.release };
  return {
    version: given.version,
    number: Number(given.version.replace(".", "")),
    arch: given.arch ?? DEFAULTS.arch,
    ...(given.mirror ? { mirror: given.mirror.replace(/\/+$/, "") } : {}),
    ...(given.key ? { key: beside(given.key) } : {}),
    ...(given.rehearsal ? { rehearsal: true as const } : {}),
  };
}

function resolveDisk(description: GatewayDescription["disk"]): Disk {
  const layout = description?.layout ?? DEFAULTS.diskLayout;
  return {
    size: mebibytes(description?.size ?? DEFAULTS.diskSize),
    layout: typeof layout === "string" ? layout : layout.map((one) => ({
      mount: one.mount,
      size: one.size === "*" ? 64 : mebibytes(one.size),
      grow: one.grow ?? one.size === "*",
    })),
  };
}

function resolvePassword(description: Written, beside: (path: string) => string): Password {
  if (description === undefined || typeof description === "string") return { kind: "none" };
  if ("hash" in description) return { kind: "hash", hash: description.hash };
  return { kind: "secret", ref: resolveSecretRef(description, beside) };
}

function resolveUser(description: UserDescription, beside: (path: string) => string): User {
  const password = resolvePassword(description.password, beside);
  const wheel = description.wheel ?? true;
  return {
    name: description.name,
    fullName: description.fullName || description.name,
    keys: description.keys ?? [],
    password,
    wheel,
    doas: description.doas ?? (!wheel ? "no" : password.kind === "none" ? "nopass" : "persist"),
  };
}

function resolveFile(
  description: NonNullable<GatewayDescription["files"]>[number],
  beside: (path: string) => string,
): ExtraFile {
  const content: ExtraFile["content"] = description.source !== undefined
    ? { kind: "source", file: beside(description.source) }
    : description.secret !== undefined
    ? { kind: "secret", ref: resolveSecretRef(description.secret, beside) }
    : typeof description.append === "object"
    ? { kind: "secret", ref: resolveSecretRef(description.append, beside) }
    : { kind: "text", text: description.append ?? description.content ?? "" };
  const closed = content.kind === "secret" || mustBePrivate(description.path);
  return {
    path: description.path,
    content,
    append: description.append !== undefined,
    mode: parseInt(description.mode ?? (closed ? "0600" : "0644"), 8),
    owner: description.owner ?? "root",
    group: description.group ?? "wheel",
  };
}

/**
 * The default name of a gateway: that of its file, or its host name if it was not read from a file.
 */
function nameOf(file: string, hostname: string): string {
  return file === STANDARD_INPUT
    ? hostname.split(".")[0] || "gateway"
    : basename(file).replace(/\.ya?ml$/i, "");
}

function resolveDomain(description: GatewayDescription, name: string): Domain {
  const given = description.domain ?? {};
  const vcpus = given.vcpus ?? 1;
  const counts = typeof vcpus === "number" ? { current: vcpus, maximum: vcpus } : vcpus;
  const hardware = given.hardware ?? "virtio";
  const domainName = given.name ?? name;
  return {
    name: domainName,
    uuid: given.uuid?.toLowerCase() ?? derivedUuid(`${domainName} ${description.hostname}`),
    memory: mebibytes(given.memory ?? DEFAULTS.memory),
    vcpus: { current: counts.current ?? 1, maximum: counts.maximum ?? counts.current ?? 1 },
    cpu: given.cpu ?? "host-passthrough",
    disk: given.disk ?? `/var/lib/libvirt/images/${domainName}.raw`,
    discard: given.discard ?? true,
    interfaces: (given.interfaces ?? bridges(description, hardware)).map((one, index) => ({
      bridge: one.bridge,
      mac: !one.mac || one.mac === "random"
        ? derivedMac(description.hostname, index)
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

/** A bridge for each card in the description, starting with br0. */
function bridges(
  { network }: GatewayDescription,
  hardware: Domain["hardware"],
): { bridge: string; mac?: string }[] {
  const card = hardware === "legacy" ? /^em([0-9]{1,2})$/ : /^vio([0-9]{1,2})$/;
  const units = network.interfaces.map(({ name }) => Number(card.exec(name)?.[1] ?? 0));
  const length = Math.min(16, Math.max(0, ...units) + 1);
  return Array.from({ length }, (_, index) => ({ bridge: `br${index}` }));
}

/** A stable MAC address below QEMU's prefix. */
export function derivedMac(hostname: string, index: number): string {
  const hash = createHash("sha256").update(`gatewright mac ${hostname} ${index}`).digest("hex");
  return ["52", "54", "00", hash.slice(0, 2), hash.slice(2, 4), hash.slice(4, 6)].join(":");
}
