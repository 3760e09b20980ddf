/**
 * The capabilities of a libvirt host, queried before anything is written.
 * @module
 */
import { type ErrorCode, GatewrightError } from "../../host/error.ts";
import { nearest } from "../../host/nearest.ts";
import { elementsAt, parseXml, valueAt } from "../domain/element.ts";
import type { DomainFacts } from "../domain/domain_document.ts";
import { virsh } from "./virsh.ts";

/** Capabilities of the host, from `virsh domcapabilities`. */
interface Capabilities {
  /** Supported modes of `<cpu>`. */
  cpuModes: string[];
  /** Known CPU models, and whether the host's CPU has all their features. */
  models: Map<string, boolean>;
  /** It has a UEFI firmware. */
  uefi: boolean;
}

/**
 * Refuses a domain that the host cannot run: no KVM, an unknown or unsupported CPU model, no UEFI
 * firmware.
 *
 * @param where name of the domain in errors
 * @throws {GatewrightError} saying what to write instead
 */
export async function refuseUnable(
  facts: DomainFacts,
  where: string,
  connect?: string,
): Promise<void> {
  const { type, machine } = facts;
  const { status, stdout, stderr } = await virsh(connect, [
    "domcapabilities",
    ...(type ? ["--virttype", type] : []),
    ...(machine ? ["--machine", machine] : []),
    ...["--arch", "x86_64"],
  ], { okStatus: [0, 1] });
  if (status === 0) return refuseLacking(facts, parseCapabilities(stdout), where, connect);
  if (type === "kvm" && /kvm/i.test(stderr)) throw noKvm(stderr.trim(), where, connect);
  throw new GatewrightError("libvirt cannot run this domain", {
    where: connect ?? "libvirt",
    why: stderr.trim(),
    next: "virsh domcapabilities shows what it can run",
  });
}

/** The error for a host without working KVM. */
export function noKvm(why: string, where: string, connect?: string): GatewrightError {
  return new GatewrightError("KVM does not work on the host", {
    code: "no-kvm",
    where: connect ?? "libvirt",
    why: `${where} is a domain of type kvm; ${why}`,
    next: "load kvm_intel or kvm_amd (virt-host-validate)",
  });
}

/** Parses the output of `virsh domcapabilities`. */
function parseCapabilities(xml: string): Capabilities {
  const root = parseXml(xml);
  const found: Capabilities = { cpuModes: [], models: new Map(), uefi: false };
  for (const mode of elementsAt(root, "cpu/mode")) {
    if (valueAt(mode, "@supported") !== "yes") continue;
    const name = valueAt(mode, "@name") ?? "";
    found.cpuModes.push(name);
    if (name !== "custom") continue;
    for (const model of elementsAt(mode, "model")) {
      found.models.set(model.textContent?.trim() ?? "", valueAt(model, "@usable") !== "no");
    }
  }
  found.uefi = elementsAt(root, "os/enum").filter((one) => valueAt(one, "@name") === "firmware")
    .flatMap((one) => elementsAt(one, "value"))
    .some((value) => value.textContent?.trim() === "efi");
  return found;
}

/** @throws {GatewrightError} if the domain needs something that the host lacks; pure. */
function refuseLacking(
  { cpu, model, uefi, machine }: DomainFacts,
  { cpuModes, models, uefi: hasUefi }: Capabilities,
  where: string,
  connect?: string,
): void {
  const refuse = (message: string, why: string, next: string, code?: ErrorCode) => {
    throw new GatewrightError(message, {
      ...(code ? { code } : {}),
      where: connect ?? "libvirt",
      why,
      next,
    });
  };
  if (uefi && !hasUefi) {
    refuse(
      "the host has no UEFI firmware",
      `${where} needs it, machine ${machine ?? "default"}`,
      "apt-get install ovmf there, or build with domain.firmware: bios",
    );
  }
  if (cpu && cpu !== "custom" && !cpuModes.includes(cpu)) {
    refuse(
      `the host does not support the cpu ${cpu}`,
      `of ${where}`,
      "write another one as domain.cpu in the description",
      "cpu-unsupported",
    );
  }
  if (model === undefined) return;
  const usable = models.get(model);
  if (usable) return;
  const fit = [...models].filter(([, usable]) => usable).map(([name]) => name);
  if (usable === false) {
    refuse(
      `the processor of the host is not ${model}`,
      `${where} asks for one; it can be ${fit.join(", ") || "none of those that libvirt knows"}`,
      "write host-model, host-passthrough or one of these as domain.cpu in the description",
      "cpu-unsupported",
    );
  }
  const meant = nearest(model, models.keys());
  refuse(
    `libvirt on the host does not know the cpu model ${model}`,
    meant === undefined ? `it knows ${[...models.keys()].join(", ")}` : `did you mean ${meant}?`,
    "write one that it knows as domain.cpu in the description",
    "cpu-unsupported",
  );
}
