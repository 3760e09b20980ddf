/**
 * Defines a domain, and reports beforehand what that would change.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { temporaryFolder } from "../../host/host_error.ts";
import { run } from "../../host/run.ts";
import { unifiedDiff } from "../../host/unified_diff.ts";
import { canonicalDomain } from "../domain/canonical_domain.ts";
import { changeDomain, readDomain, trialDomain } from "../domain/domain_document.ts";
import { noKvm, refuseUnable } from "./capabilities.ts";
import { type DefinedDomain, definedDomain } from "./defined_domain.ts";
import { virsh, virshWhole } from "./virsh.ts";

/** A definition that passed all checks. */
export interface DefinePlan {
  /** Name of the domain. */
  name: string;
  /** XML for libvirt. */
  xml: string;
  /** libvirt URI; default: virsh's own choice. */
  connect?: string;
  /** Autostart is set. */
  autostart: boolean;
  /** Path of its new disk. */
  disk: string;
  /** Path of its current disk, if different. */
  before?: string;
  /** `new`; `same`: already defined like this; `changed`: replaces another definition. */
  change: "new" | "same" | "changed";
  /** Diff from the current definition to the new one; empty if it is new or the same. */
  diff: string;
}

/** What to define. */
export interface DefineOptions {
  /** XML of the domain; its disk and UUID may be changed. */
  xml: string;
  /** Name of the XML in errors. */
  where: string;
  /** Path of its disk; default: the one in the XML. */
  disk?: { path: string; block: boolean };
  /** libvirt URI; default: virsh's own choice. */
  connect?: string;
  /** Replace an existing domain of that name, if it differs. */
  replace: boolean;
  /** It may be running at this point: it is shut down before anything is defined. */
  mayRun?: boolean;
}

/**
 * Validates the XML with libvirt's schema and compares it with the domain of that name, without
 * changing anything. An existing domain keeps its UUID.
 *
 * @throws {GatewrightError} if it is invalid, or the domain is running, or it differs and `replace`
 * is false; `why` is then the diff.
 */
export async function planDefine(options: DefineOptions): Promise<DefinePlan> {
  const { where, connect } = options;
  const facts = readDomain(options.xml, where);
  const { name, uuid, autostart } = facts;
  const existing = await definedDomain(name, connect);
  const xml = changeDomain(options.xml, {
    ...(options.disk ? { disk: options.disk } : {}),
    ...(existing ? { uuid: existing.uuid } : {}),
  }, where);
  await validate(xml, where);
  await refuseUnable(facts, where, connect);
  const [disk, before] = [xml, existing?.xml].map((one) => one && firstDisk(one, name));
  const plan = {
    name,
    xml,
    autostart,
    disk: disk ?? "",
    ...(before && before !== disk ? { before } : {}),
    ...(connect ? { connect } : {}),
  };
  if (!existing) {
    await refuseTakenUuid(uuid, name, connect);
    return { ...plan, change: "new", diff: "" };
  }
  if (existing.state !== "shut off" && !options.mayRun) {
    throw new GatewrightError(`the domain ${name} is ${existing.state}`, {
      where: connect ?? "libvirt",
      why: "its definition and its disk can be replaced only while it is shut off",
      next: `virsh shutdown ${name}, and try again`,
    });
  }
  const diff = unifiedDiff(
    canonicalDomain(existing.xml, name),
    canonicalDomain(xml, where),
    [`${name} (defined)`, `${name} (new)`],
  );
  if (diff && !options.replace) {
    throw new GatewrightError(`a domain ${name} is defined, and differs`, {
      code: "needs-replace",
      where: connect ?? "libvirt",
      why: diff.trimEnd(),
      next: "give the gateway another name",
    });
  }
  return { ...plan, change: diff ? "changed" : "same", diff };
}

/** Defines a planned domain. @throws {GatewrightError} with libvirt's message if it refuses. */
export async function defineDomain(plan: DefinePlan): Promise<void> {
  await withFile(plan.xml, (file) => virshWhole(plan.connect, ["define", "--validate", file]));
  if (plan.autostart) await virshWhole(plan.connect, ["autostart", plan.name]);
}

/**
 * Restores the previous definition of a domain. @throws {GatewrightError} with libvirt's message if
 * it refuses.
 */
export async function restoreDomain(
  { name, xml, autostart }: DefinedDomain,
  connect: string | undefined,
): Promise<void> {
  // Not validated: libvirt had this definition before.
  await withFile(xml, (file) => virshWhole(connect, ["define", file]));
  await virshWhole(connect, ["autostart", ...(autostart ? [] : ["--disable"]), name]);
}

/**
 * Starts a variant of the planned guest, paused and without disks, and ends it: only this shows
 * whether KVM works, the bridges exist and there is enough memory.
 *
 * @param where name of the domain in errors
 * @throws {GatewrightError} with libvirt's message if it does not start
 */
export async function tryStart(plan: DefinePlan, where: string): Promise<void> {
  const { connect } = plan;
  const name = `${plan.name.slice(0, 40)}-try-${crypto.randomUUID().slice(0, 8)}`;
  const { status, stderr } = await withFile(
    trialDomain(plan.xml, name, where),
    // It ends with this connection of virsh.
    (file) => virsh(connect, ["create", "--paused", "--autodestroy", file], { okStatus: [0, 1] }),
  );
  if (status === 0) return;
  const why = stderr.trim().replaceAll(name, plan.name)
    .replace(/^error: Failed to create domain from .*\n/, "");
  if (/kvm/i.test(why) && readDomain(plan.xml, where).type === "kvm") {
    throw noKvm(why, where, connect);
  }
  throw new GatewrightError(`${plan.name} would not start on this host`, {
    code: "would-not-start",
    where: connect ?? "libvirt",
    why,
    next: "correct what it reports (a bridge: ip link add br0 type bridge)",
  });
}

function firstDisk(xml: string, where: string): string | undefined {
  return readDomain(xml, where).disks[0]?.source || undefined;
}

async function refuseTakenUuid(uuid: string | undefined, name: string, connect?: string) {
  if (uuid === undefined) return;
  const { status, stdout } = await virsh(connect, ["domname", uuid], { okStatus: [0, 1] });
  if (status !== 0) return;
  throw new GatewrightError(`the uuid of ${name} is the one of the domain ${stdout.trim()}`, {
    code: "uuid-taken",
    where: connect ?? "libvirt",
    why: uuid,
    next: `virsh undefine --nvram ${stdout.trim()}`,
  });
}

async function validate(xml: string, where: string): Promise<void> {
  const { status, stdout, stderr } = await withFile(
    xml,
    (file) => run("virt-xml-validate", [file, "domain"], { okStatus: [0, 1, 2, 3, 4, 5, 6] }),
  );
  if (status === 0) return;
  throw new GatewrightError("libvirt's schema does not allow this domain", {
    kind: "verification",
    where,
    why: `${stdout}${stderr}`.replaceAll(/^\/\S*\/domain\.xml:?/gm, "line ").trim(),
    next: "virt-xml-validate FILE domain shows it; libxml2-utils must be installed",
  });
}

async function withFile<T>(xml: string, use: (file: string) => Promise<T>): Promise<T> {
  await using folder = await temporaryFolder("gatewright-");
  const file = `${folder.path}/domain.xml`;
  // It may contain the password of a console.
  await Deno.writeTextFile(file, xml, { mode: 0o600 });
  return await use(file);
}
