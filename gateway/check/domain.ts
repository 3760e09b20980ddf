/**
 * Checks the `domain` part.
 * @module
 */
import type { Gateway } from "../gateway.ts";
import { nearest } from "../../host/nearest.ts";
import { CPU_WORDS, isCpuModel, isNarrowCpu } from "./cpu_models.ts";
import type { Report } from "./report.ts";

/** MiB of memory below which OpenBSD 7.x runs short. */
const SPARSE = 256;

/** Reports guests that libvirt would refuse, or that OpenBSD does not run in. */
export function checkDomain(gateway: Gateway, report: Report): void {
  const { domain, release } = gateway;
  if (domain.vcpus.current > domain.vcpus.maximum) {
    report(
      ["domain", "vcpus"],
      "error",
      `${domain.vcpus.current} current vcpus are more than the maximum of ${domain.vcpus.maximum}`,
    );
  }
  const i386 = release.arch === "i386";
  const most = i386 ? 4096 : 2 * 1024 * 1024;
  if (domain.memory < 128 || domain.memory > most) {
    report(
      ["domain", "memory"],
      "error",
      `${domain.memory} MiB is not possible; allowed: 128M to ${i386 ? "4G on i386" : "2T"}`,
      { rests: [["release"]] },
    );
  }
  if (domain.memory >= 128 && domain.memory < SPARSE && release.number >= 70) {
    report(
      ["domain", "memory"],
      "warning",
      `with ${domain.memory} MiB the gateway may not have enough memory to relink its kernel at boot; give it 512M`,
      { rests: [["release"]] },
    );
  }
  if (domain.firmware === "uefi" && i386) {
    report(["domain", "firmware"], "error", "OpenBSD/i386 does not boot from UEFI", {
      rests: [["release"]],
    });
  }
  if (domain.firmware === "uefi" && domain.machine === "pc") {
    report(["domain", "machine"], "error", "UEFI needs machine: q35", {
      rests: [["domain", "firmware"], ["domain", "hardware"]],
    });
  }
  if (/\/$|\/\/|(^|\/)\.\.?(\/|$)/.test(domain.disk)) {
    report(
      ["domain", "disk"],
      "error",
      `${domain.disk} contains .., . or //; write the path without them`,
      {
        rests: [["domain", "name"], ["name"]],
      },
    );
  }
  checkCpu(gateway, report);
  const [, format] = /\.(qcow2?|qed|vmdk|vdi|vhdx?|vpc|parallels)$/i.exec(domain.disk) ?? [];
  if (format !== undefined && !domain.disk.startsWith("/dev/")) {
    report(
      ["domain", "disk"],
      "warning",
      `the disk is raw, but its name says ${format}, and programs trust the name; name it ${
        domain.disk.replace(/\.[^.]*$/, ".raw")
      }`,
      { rests: [["domain", "name"], ["name"]] },
    );
  }
  checkMacs(gateway, report);
}

/** Values of QEMU that libvirt does not accept. */
const QEMU_WORDS = new Map([
  ["host", "host-passthrough"],
  ["max", "host-passthrough"],
  ["maximum", "host-passthrough"],
]);

function checkCpu({ domain: { cpu }, release }: Gateway, report: Report): void {
  if (release.arch === "amd64" && isNarrowCpu(cpu)) {
    report(
      ["domain", "cpu"],
      "error",
      `${cpu} has 32 bits, and OpenBSD/amd64 does not boot on it; write qemu64, or release: {arch: i386}`,
      { rests: [["release"]] },
    );
    return;
  }
  if (isCpuModel(cpu)) return;
  const suggestion = QEMU_WORDS.get(cpu) ?? nearest(cpu, CPU_WORDS);
  report(
    ["domain", "cpu"],
    suggestion === undefined ? "warning" : "error",
    suggestion === undefined
      ? `${cpu} is not a CPU model known here; virsh cpu-models x86_64 lists the host's`
      : `${cpu} is not a CPU model of libvirt`,
    { suggestion },
  );
}

function checkMacs({ domain }: Gateway, report: Report): void {
  const seen = new Map<string, number>();
  for (const [index, { mac }] of domain.interfaces.entries()) {
    const path = ["domain", "interfaces", index, "mac"];
    const first = parseInt(mac.slice(0, 2), 16);
    if (mac === "00:00:00:00:00:00") {
      report(path, "error", "all zeros is not the address of a network card; use random");
    } else if (first & 1) {
      report(path, "error", `${mac} is a multicast address; the first byte must be even`);
    } else if (first === 0xfe) {
      report(path, "error", `${mac}: libvirt keeps addresses that begin with fe for the host`);
    }
    const twin = seen.get(mac);
    if (twin !== undefined) {
      report(path, "error", `${mac} is the address of card ${twin} too; use random`, {
        rests: [["hostname"]],
      });
    }
    seen.set(mac, index);
  }
}
