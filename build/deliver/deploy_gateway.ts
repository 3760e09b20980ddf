/**
 * From an image to a running guest: writes the disk, defines the domain and starts it.
 * @module
 */
import { createHash } from "node:crypto";
import { dirname, join, resolve } from "node:path";
import {
  type DeployEvent,
  deployImage,
  type DeployOptions,
  type DeployResult,
} from "../../images/deploy/deploy.ts";
import { findBuilt } from "../../images/manifest/find_built.ts";
import {
  defineDomain,
  type DefinePlan,
  planDefine,
  tryStart,
} from "../../images/libvirt/define.ts";
import { remoteHost, virsh } from "../../images/libvirt/virsh.ts";
import { GatewrightError } from "../../host/error.ts";
import type { BootEvent, SelfCheck } from "../guest/boot_console.ts";
import { startDomain } from "../guest/start_domain.ts";
import { readBounded } from "../../host/read_bounded.ts";

/** Options of the domain. */
export interface DefineWish {
  /** File of its XML; default: that of the build. */
  xml?: string;
  /** Replace a domain of that name that differs, and the disk of one that is shut off. */
  replace?: boolean;
  /** Start it and wait for its login prompt. */
  start?: boolean;
  /** Milliseconds until the login prompt. */
  timeout?: number;
}

/** Events, for a display: `plan` before a byte is written, `boot` for a domain that is started. */
export type DeployGatewayEvent =
  | DeployEvent
  | { kind: "plan"; plan: DefinePlan }
  | { kind: "boot"; event: BootEvent };

/** Options of a deployment. */
export interface DeployGatewayOptions extends Omit<DeployOptions, "replaces" | "onEvent"> {
  /** Called with events. */
  onEvent?: (event: DeployGatewayEvent) => void;
  /** Absent: only the disk is written. */
  define?: DefineWish;
  /** SHA-256 by name of the signed files; the domain of the build is one of them. */
  signed?: ReadonlyMap<string, string>;
  /** The other machine of `connect` has the target under the same path. */
  shared?: boolean;
}

/** Result of a deployment. */
export interface DeployGatewayResult extends DeployResult {
  /** The domain, how its definition changed, and the self-check if it was started. */
  domain?: Pick<DefinePlan, "name" | "change" | "disk" | "before"> & { checks?: SelfCheck[] };
}

/**
 * Deploys, and defines and starts the domain if requested. Everything that can be checked is
 * checked before a byte is written: invalid XML, a domain that differs, a running one.
 *
 * @throws {GatewrightError} saying which steps were done.
 */
export async function deployGateway(options: DeployGatewayOptions): Promise<DeployGatewayResult> {
  const { define, connect, shared, signal, onEvent, signed: _, ...rest } = options;
  refuseElsewhere(options);
  const plan = define ? await planFor(options, define) : undefined;
  if (plan) onEvent?.({ kind: "plan", plan });
  const common = { ...(connect ? { connect } : {}), ...(signal ? { signal } : {}) };
  const result = await deployImage({
    ...rest,
    ...common,
    ...(onEvent ? { onEvent } : {}),
    ...(plan && define?.replace ? { replaces: plan.name } : {}),
  });
  if (!plan) return result;
  await defined(plan, options.target);
  if (shared) await refuseUnseen(plan, resolve(options.target), result.size);
  const { name, change, disk, before } = plan;
  const domain = { name, change, disk, ...(before === undefined ? {} : { before }) };
  if (!define?.start) return { ...result, domain };
  const checks = await startDomain({
    name,
    ...common,
    ...(define.timeout === undefined ? {} : { timeout: define.timeout }),
    ...(onEvent ? { onEvent: (event) => onEvent({ kind: "boot", event }) } : {}),
  });
  return { ...result, domain: { ...domain, checks } };
}

/** The disk is written on this machine, even if libvirt is on another. */
function refuseElsewhere({ connect, shared, target }: DeployGatewayOptions): void {
  const host = remoteHost(connect);
  if (host === undefined || shared) return;
  throw new GatewrightError("the target would be written here, and the domain is elsewhere", {
    kind: "usage",
    code: "needs-shared",
    where: target,
    why: `the libvirt is on ${host}`,
    next: `gatewright pack, copy to ${host}, and deploy there`,
  });
}

async function planFor(options: DeployGatewayOptions, wish: DefineWish): Promise<DefinePlan> {
  const { where, xml } = wish.xml === undefined
    ? await builtDomain(options)
    : { where: wish.xml, xml: new TextDecoder().decode(await readDomainFile(wish.xml)) };
  const path = resolve(options.target);
  const block = (await Deno.stat(path).catch(() => null))?.isBlockDevice ?? false;
  const plan = await planDefine({
    xml,
    where,
    disk: { path, block },
    replace: wish.replace ?? false,
    ...(options.connect ? { connect: options.connect } : {}),
  });
  if (wish.start) await tryStart(plan, where);
  return plan;
}

async function readDomainFile(where: string): Promise<Uint8Array> {
  try {
    return await readBounded(where, 4 << 20);
  } catch (cause) {
    throw new GatewrightError("the domain cannot be read", {
      kind: "usage",
      code: "no-domain",
      where,
      why: cause instanceof Error ? cause.message : String(cause),
      next: "render it from the description",
      cause,
    });
  }
}

/** The domain beside an image, which must match the manifest, or the signature if there is one. */
async function builtDomain(
  { image: given, signed }: DeployGatewayOptions,
): Promise<{ where: string; xml: string }> {
  const { image, manifest } = await findBuilt(given);
  const output = manifest?.outputs.find(({ name }) => /^[^/]+\.xml$/.test(name));
  if (!output) {
    throw new GatewrightError("there is no domain beside the image", {
      kind: "usage",
      code: "no-domain",
      where: given,
      next: "render it from the description",
    });
  }
  const where = join(dirname(image), output.name);
  const bytes = await readDomainFile(where);
  const wanted = signed ? signed.get(output.name) : output.sha256;
  if (signed && wanted === undefined) {
    throw new GatewrightError("the signature does not cover the domain", {
      kind: "verification",
      code: "other-domain",
      where,
      next: "pack the image again, with its domain",
    });
  }
  if (wanted !== undefined && createHash("sha256").update(bytes).digest("hex") !== wanted) {
    throw new GatewrightError("the domain is not the one of the build", {
      kind: "verification",
      code: "other-domain",
      where,
      why: "its SHA-256 is different",
      next: "build again",
    });
  }
  return { where, xml: new TextDecoder().decode(bytes) };
}

async function defined(plan: DefinePlan, target: string): Promise<void> {
  try {
    await defineDomain(plan);
  } catch (cause) {
    if (!(cause instanceof GatewrightError)) throw cause;
    throw new GatewrightError(`the disk is written, but ${plan.name} could not be defined`, {
      where: plan.connect ?? "libvirt",
      why: cause.why ?? cause.message,
      next: `correct what it names; then virsh define a domain whose disk is ${target}`,
      cause,
    });
  }
}

/** With another machine, the storage must be shared, so that it finds the disk written here. */
async function refuseUnseen(plan: DefinePlan, path: string, size: number): Promise<void> {
  const { status, stdout, stderr } = await virsh(
    plan.connect,
    ["domblkinfo", plan.name, path],
    { okStatus: [0, 1] },
  );
  const seen = Number(/^Capacity:\s+(\d+)/m.exec(stdout)?.[1] ?? 0);
  if (status === 0 && seen >= size) return;
  throw new GatewrightError(`${plan.name} is defined, but its host does not see the disk`, {
    where: plan.connect ?? "libvirt",
    why: stderr.trim() || `${path} has ${seen} bytes there, ${size} were written here`,
    next: `make ${path} the same storage on both machines, or pack the image and deploy it there`,
  });
}
