/**
 * Plans the replacement of a gateway's disk, before anything is done.
 * @module
 */
import { resolve } from "node:path";
import type { Gateway } from "../gateway/gateway.ts";
import { GatewrightError } from "../host/error.ts";
import { readTextBounded } from "../host/read_bounded.ts";
import { unifiedDiff } from "../host/unified_diff.ts";
import { refuseTarget } from "../images/deploy/deploy.ts";
import { openImage } from "../images/deploy/image_input.ts";
import { overlap, storageLayers } from "../images/deploy/storage_layers.ts";
import type { Target } from "../images/deploy/target.ts";
import { sliceSource } from "../images/disk/source.ts";
import { canonicalDomain } from "../images/domain/canonical_domain.ts";
import { changeDomain, readDomain } from "../images/domain/domain_document.ts";
import { renderDomain } from "../images/domain/domain_xml.ts";
import { missingHardware } from "../images/domain/missing_hardware.ts";
import { type DefinePlan, planDefine, tryStart } from "../images/libvirt/define.ts";
import { type DefinedDomain, definedDomain } from "../images/libvirt/defined_domain.ts";
import { remoteHost } from "../images/libvirt/virsh.ts";
import { inspectSource } from "../images/inspect/inspect.ts";
import { findBuilt } from "../images/manifest/find_built.ts";

/** Options of a plan. */
export interface ReplaceWish {
  /** The block device or file for the new disk. */
  on: string;
  /** Disk or image whose identity the new disk gets; default: the disk of the domain. */
  from?: string;
  /** File with another definition; default: the current one, with the new disk. */
  xml?: string;
  /** libvirt URI; default: virsh's own choice. */
  connect?: string;
  /** Overwrite a target that is not blank. */
  force?: boolean;
  /** An existing image, instead of a build. */
  image?: string;
}

/** A plan that passed all checks. */
export interface ReplacePlan {
  /** The current domain. */
  domain: DefinedDomain;
  /** Path of its disk, which is not changed. */
  oldDisk: string;
  /** Path that the identity is read from. */
  from: string;
  /** An existing image has the identity of another disk. */
  kept?: boolean;
  /** Target of the new disk. */
  target: Target;
  /** The new domain. */
  definition: DefinePlan;
  /** How the domain of the description differs; empty if it does not. */
  differs: string;
}

/**
 * Examines the domain, its disk and the target.
 *
 * @throws {GatewrightError} for every obstacle that can be found before a byte is written.
 */
export async function planReplace(
  gateway: Gateway,
  wish: ReplaceWish,
  signal?: AbortSignal,
): Promise<ReplacePlan> {
  const { connect, image } = wish;
  const host = remoteHost(connect);
  if (host !== undefined) {
    throw new GatewrightError("the disk would be written here, and the domain is elsewhere", {
      kind: "usage",
      where: wish.on,
      why: `the libvirt is on ${host}`,
      next: `type it on ${host}`,
    });
  }
  if (gateway.release.rehearsal && image === undefined) {
    throw new GatewrightError("a rehearsal cannot replace a gateway", {
      kind: "usage",
      where: gateway.file,
      why: "its disk does not boot OpenBSD",
      next: "name a real release in the description",
    });
  }
  const kept = image === undefined ? undefined : await keptBy(image, gateway, signal);
  const domain = await presentDomain(gateway, connect);
  const oldDisk = await diskOf(domain);
  const from = wish.from ?? oldDisk;
  await refuseSame(wish.on, oldDisk, "the disk of the domain");
  if (wish.from !== undefined) await refuseSame(wish.on, wish.from, "the disk that is read");
  const size = image === undefined ? gateway.disk.size * 2 ** 20 : 0;
  const target = await refuseTarget({
    target: wish.on,
    force: wish.force ?? false,
    ...(connect ? { connect } : {}),
  }, size);
  return {
    domain,
    oldDisk,
    from,
    target,
    ...(kept === undefined ? {} : { kept }),
    ...await newDefinition(gateway, domain, wish),
  };
}

/**
 * Whether an existing image has the identity of another disk.
 *
 * @throws {GatewrightError} if it is the disk of another gateway, which would start in place of
 * this one.
 */
async function keptBy(
  image: string,
  { hostname, file }: Gateway,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  const { manifest, image: path } = await findBuilt(image);
  const found = manifest?.hostname ?? await nameOn(path, signal);
  if (found !== undefined && found !== hostname) {
    throw new GatewrightError(`the image is of ${found}, not of ${hostname}`, {
      kind: "usage",
      where: path,
      why: `hostname of ${file} is ${hostname}`,
      next: "gatewright build FILE makes one of this gateway",
    });
  }
  return (manifest?.kept ?? []).length > 0;
}

/**
 * The name in /etc/myname of a disk; undefined if there is none. The hash of the image is checked
 * when it is written.
 */
async function nameOn(path: string, signal: AbortSignal | undefined): Promise<string | undefined> {
  await using image = await openImage(path, { checked: false, ...(signal ? { signal } : {}) });
  using disk = await inspectSource(sliceSource(image.source, 0, image.source.size));
  return (await disk.tree.text("/etc/myname"))?.trim() || undefined;
}

/**
 * The current domain.
 *
 * @throws {GatewrightError} if it does not exist, or cannot be restored later.
 */
export async function presentDomain(
  { domain: { name }, file }: Gateway,
  connect: string | undefined,
): Promise<DefinedDomain> {
  const where = connect ?? "libvirt";
  const domain = await definedDomain(name, connect);
  if (!domain) {
    throw new GatewrightError(`there is no domain ${name} to replace`, {
      kind: "usage",
      where,
      why: `domain.name of ${file} is ${name}`,
      next: "virsh list --all lists the domains; gatewright deploy defines a new one",
    });
  }
  if (!domain.persistent) {
    throw new GatewrightError(`the domain ${name} is transient: it ceases to exist when it stops`, {
      where,
      next:
        `virsh dumpxml --inactive --security-info ${name} >${name}.xml; virsh define ${name}.xml`,
    });
  }
  if (domain.managedSave) {
    throw new GatewrightError(`${name} would resume from its saved memory at the next start`, {
      where,
      why: "that memory belongs to the old disk",
      next: `virsh start ${name}, which resumes it, or virsh managedsave-remove ${name}`,
    });
  }
  if (domain.state === "running" || domain.state === "shut off") return domain;
  throw new GatewrightError(`the domain ${name} is ${domain.state}`, {
    where,
    why: "only a domain that runs or is shut off can be replaced and put back",
    next: domain.state === "paused" ? `virsh resume ${name}` : `virsh domstate --reason ${name}`,
  });
}

/** The path of the domain's first hard disk. */
async function diskOf({ name, xml }: DefinedDomain): Promise<string> {
  const [disk] = readDomain(xml, name).disks;
  const info = disk?.source ? await Deno.stat(disk.source).catch(() => undefined) : undefined;
  if (info) return disk!.source;
  throw new GatewrightError(`the disk of ${name} is not on this host`, {
    where: disk?.source || name,
    why: disk ? `it is of type ${disk.type}` : "the domain has no hard disk",
    next: `virsh domblklist ${name} shows its disks`,
  });
}

async function refuseSame(on: string, other: string, what: string): Promise<void> {
  const there = (path: string) => Deno.stat(path).then(() => true, () => false);
  if (!await there(on)) return;
  if (!await there(other)) {
    throw new GatewrightError("there is no such disk", { kind: "usage", where: other });
  }
  const [written, kept] = await Promise.all([storageLayers(on), storageLayers(other)]);
  if (!overlap(written, kept)) return;
  throw new GatewrightError(`the new disk would be written over ${what}`, {
    kind: "usage",
    where: on,
    why: `${on} and ${other} are the same storage; the old disk is needed to go back`,
    next: "name another device: lvcreate -L 6G -n NAME VG",
  });
}

/** The current definition with the new disk, or the one in a file, and warnings about it. */
async function newDefinition(
  gateway: Gateway,
  domain: DefinedDomain,
  { on, xml: file, connect }: ReplaceWish,
): Promise<Pick<ReplacePlan, "definition" | "differs">> {
  const { release: { version, arch } } = gateway;
  const where = file ?? domain.name;
  const given = file === undefined
    ? changeDomain(domain.xml, { release: { version, arch } }, where)
    : await readTextBounded(file, 4 << 20);
  const facts = readDomain(given, where);
  if (facts.name !== domain.name) {
    throw new GatewrightError(`it defines ${facts.name}, not ${domain.name}`, {
      kind: "usage",
      code: "no-domain",
      where,
    });
  }
  const described = renderDomain(gateway, { type: facts.type === "qemu" ? "qemu" : "kvm" });
  const missing = missingHardware(given, described, where);
  if (missing.length > 0) {
    throw new GatewrightError(
      "the domain does not have the hardware that the description is made for",
      {
        code: "other-hardware",
        where,
        why: missing.join("\n"),
        next: `virsh edit ${domain.name}`,
      },
    );
  }
  const path = resolve(on);
  const block = (await Deno.stat(path).catch(() => null))?.isBlockDevice ?? false;
  const disk = { path, block };
  const definition = await planDefine({
    xml: given,
    where,
    disk,
    replace: true,
    mayRun: true,
    ...(connect ? { connect } : {}),
  });
  if (file !== undefined) {
    await tryStart(definition, where);
    return { definition, differs: "" };
  }
  const wanted = changeDomain(described, { disk, uuid: domain.uuid }, gateway.file);
  const differs = unifiedDiff(
    canonicalDomain(definition.xml, where),
    canonicalDomain(wanted, gateway.file),
    [`${domain.name} (as it will be)`, `${domain.name} (of the description)`],
  );
  // Autostart is not part of the definition, and is kept.
  return { definition: { ...definition, autostart: false }, differs };
}
