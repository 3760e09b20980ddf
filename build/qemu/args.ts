/**
 * The argument list of qemu-system(1): pure, so that it can be read, tested and shown.
 * @module
 */
import type { Arch } from "../../gateway/gateway.ts";

/** How the guest's processor is run: by the host's, or translated. */
export type Accelerator = "kvm" | "tcg";

/** What a machine starts instead of its disk. */
export type MachineBoot =
  /** The first network card boots `pxeboot` from this folder, which QEMU's TFTP serves. */
  | { kind: "network"; folder: string }
  /** QEMU loads a Linux kernel itself. */
  | { kind: "kernel"; kernel: string; initrd: string; append: string };

/** A virtual machine that installs or boots a gateway. */
export interface Machine {
  arch: Arch;
  /** `virtio`: virtio disk and network; `legacy`: IDE disk and e1000. */
  hardware: "virtio" | "legacy";
  machine: "q35" | "pc";
  firmware: "bios" | "uefi";
  /** File of the UEFI firmware, where it is wanted. */
  uefi?: string;
  /** MiB. */
  memory: number;
  /** Virtual processors. */
  smp: number;
  accelerator: Accelerator;
  /** Give the guest a virtio random number generator. */
  rng: boolean;
  disk: {
    path: string;
    format: "raw" | "qcow2";
    /** `unsafe` while the disk can be thrown away: flushes of the guest are not waited for. */
    cache: "unsafe" | "writeback";
    discard: boolean;
  };
  /** MAC addresses of the network cards, in order; one card with QEMU's own address where empty. */
  macs: string[];
  /** What is started; absent: the disk. */
  boot?: MachineBoot;
  /** Unix socket that listens for the serial console. */
  serial: string;
  /** Unix socket that listens for QMP. */
  qmp: string;
}

/** The program that runs guests of an architecture. */
export function qemuProgram(arch: Arch): string {
  return arch === "amd64" ? "qemu-system-x86_64" : "qemu-system-i386";
}

/**
 * The arguments that start `machine`.
 *
 * QEMU connects to both sockets as a client: who listens first cannot miss the first byte, and
 * never has to poll for a socket that is about to appear. A guest that resets ends QEMU.
 */
export function qemuArgs(machine: Machine): string[] {
  const virtio = machine.hardware === "virtio";
  const macs = machine.macs.length > 0 ? machine.macs : [undefined];
  const args = [
    ...["-machine", `${machine.machine},accel=${machine.accelerator}`],
    ...(machine.accelerator === "kvm" ? ["-cpu", "host"] : []),
    ...["-m", String(machine.memory), "-smp", String(machine.smp)],
    ...["-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-vga", "none"],
    ...["-rtc", "base=utc"],
    ...["-chardev", `socket,id=serial0,path=${value(machine.serial)}`],
    ...["-serial", "chardev:serial0"],
    ...["-chardev", `socket,id=qmp0,path=${value(machine.qmp)}`],
    ...["-mon", "chardev=qmp0,mode=control"],
    ...[
      "-drive",
      `if=none,id=disk0,file=${value(machine.disk.path)},format=${machine.disk.format}` +
      `,cache=${machine.disk.cache},discard=${machine.disk.discard ? "unmap" : "ignore"}` +
      // The guest would retry for ever: stop it, and let the build say that the host is full.
      ",detect-zeroes=unmap,werror=stop,rerror=stop",
    ],
  ];
  const { boot } = machine;
  const bootDisk = boot?.kind === "network" ? 2 : 1;
  if (virtio) args.push("-device", `virtio-blk-pci,drive=disk0,bootindex=${bootDisk}`);
  else if (machine.machine === "pc") {
    args.push("-device", `ide-hd,drive=disk0,bus=ide.0,bootindex=${bootDisk}`);
  } else {
    // q35 has AHCI only; OpenBSD calls an IDE disk wd0 as the installation did.
    args.push("-device", "piix3-ide,id=ide");
    args.push("-device", `ide-hd,drive=disk0,bus=ide.0,bootindex=${bootDisk}`);
  }
  macs.forEach((mac, i) => {
    const netboot = i === 0 && boot?.kind === "network" ? boot : undefined;
    args.push(
      "-netdev",
      `user,id=net${i}` + (netboot ? `,tftp=${value(netboot.folder)},bootfile=pxeboot` : ""),
      "-device",
      `${virtio ? "virtio-net-pci" : "e1000"},netdev=net${i}` + (mac ? `,mac=${mac}` : "") +
        (netboot ? ",bootindex=1" : ""),
    );
  });
  if (boot?.kind === "kernel") {
    args.push("-kernel", boot.kernel, "-initrd", boot.initrd, "-append", boot.append);
  }
  if (machine.rng) args.push("-device", "virtio-rng-pci");
  if (machine.firmware === "uefi" && machine.uefi) {
    args.push("-drive", `if=pflash,unit=0,format=raw,readonly=on,file=${value(machine.uefi)}`);
  }
  return args;
}

/** A value inside a QemuOpts list, where a comma ends it unless doubled. */
function value(text: string): string {
  return text.replaceAll(",", ",,");
}
