/**
 * The arguments of qemu-system(1): pure, so that they can be read, tested and shown.
 * @module
 */
import type { Arch } from "../../gateway/gateway.ts";

/** How the guest's CPU is run: by the host's, or translated. */
export type Accelerator = "kvm" | "tcg";

/** What a machine boots instead of its disk. */
export type MachineBoot =
  /** The first network card boots `pxeboot` from this folder, by QEMU's TFTP. */
  | { kind: "network"; folder: string }
  /** QEMU loads a Linux kernel directly. */
  | { kind: "kernel"; kernel: string; initrd: string; append: string };

/** A virtual machine that installs or boots a gateway. */
export interface Machine {
  arch: Arch;
  /** `virtio`: virtio disk and network; `legacy`: IDE disk and e1000. */
  hardware: "virtio" | "legacy";
  machine: "q35" | "pc";
  firmware: "bios" | "uefi";
  /** File of the UEFI firmware, if used. */
  uefi?: string;
  /** Memory in MiB. */
  memory: number;
  /** Number of CPUs. */
  smp: number;
  accelerator: Accelerator;
  /** Size limit of TCG's translation cache in MiB; absent: QEMU's default, up to 1 GiB. */
  translated?: number;
  /** Give the guest a virtio random number generator. */
  rng: boolean;
  /** Absent: the machine has no disk. */
  disk?: {
    path: string;
    format: "raw" | "qcow2";
    /** `unsafe` while the disk can be thrown away: flushes of the guest are ignored. */
    cache: "unsafe" | "writeback";
    discard: boolean;
    /** It is in a folder for temporary files, not in the output folder. */
    temporary?: boolean;
  };
  /**
   * Its first network card reaches the host's loopback interface, as 10.0.2.2, and the host's
   * networks. Other cards, and by default all, have a link and a DHCP server, but are isolated.
   */
  reachesHost?: boolean;
  /**
   * MAC addresses of the network cards, in order; empty: one card with QEMU's default address;
   * absent: no card.
   */
  macs?: string[];
  /** What to boot; absent: the disk. */
  boot?: MachineBoot;
  /** It boots nothing, and waits for a saved state: see `receiveState`. */
  incoming?: boolean;
  /** Unix socket that listens for the serial console. */
  serial: string;
  /** Unix socket that listens for QMP. */
  qmp: string;
}

/** The QEMU program for an architecture. */
export function qemuProgram(arch: Arch): string {
  return arch === "amd64" ? "qemu-system-x86_64" : "qemu-system-i386";
}

/**
 * The arguments that start `machine`.
 *
 * QEMU connects to both sockets as a client: a server that listens first neither misses the first
 * byte nor has to poll until the socket exists. A reset of the guest ends QEMU.
 */
export function qemuArgs(machine: Machine): string[] {
  const { accelerator, translated } = machine;
  const args = [
    ...["-machine", machine.machine],
    ...[
      "-accel",
      accelerator + (accelerator === "tcg" && translated ? `,tb-size=${translated}` : ""),
    ],
    ...(machine.accelerator === "kvm" ? ["-cpu", "host"] : []),
    ...["-m", String(machine.memory), "-smp", String(machine.smp)],
    ...["-nodefaults", "-no-user-config", "-no-reboot", "-display", "none", "-vga", "none"],
    ...["-rtc", "base=utc"],
    ...["-chardev", `socket,id=serial0,path=${value(machine.serial)}`],
    ...["-serial", "chardev:serial0"],
    ...["-chardev", `socket,id=qmp0,path=${value(machine.qmp)}`],
    ...["-mon", "chardev=qmp0,mode=control"],
    ...(machine.disk ? diskArgs(machine, machine.disk) : []),
    ...cardArgs(machine),
  ];
  const { boot } = machine;
  if (boot?.kind === "kernel") {
    args.push("-kernel", boot.kernel, "-initrd", boot.initrd, "-append", boot.append);
  }
  if (machine.incoming) args.push("-incoming", "defer");
  if (machine.rng) args.push("-device", "virtio-rng-pci");
  if (machine.firmware === "uefi" && machine.uefi) {
    args.push("-drive", `if=pflash,unit=0,format=raw,readonly=on,file=${value(machine.uefi)}`);
  }
  return args;
}

function diskArgs(
  { hardware, machine, boot }: Machine,
  disk: NonNullable<Machine["disk"]>,
): string[] {
  const drive = `if=none,id=disk0,file=${value(disk.path)},format=${disk.format}` +
    `,cache=${disk.cache},discard=${disk.discard ? "unmap" : "ignore"}` +
    // By default the guest would retry for ever: stop it, so that the build reports a full host.
    ",detect-zeroes=unmap,werror=stop,rerror=stop";
  const order = `drive=disk0,bootindex=${boot?.kind === "network" ? 2 : 1}`;
  if (hardware === "virtio") return ["-drive", drive, "-device", `virtio-blk-pci,${order}`];
  const ide = ["-device", `ide-hd,bus=ide.0,${order}`];
  // q35 has only AHCI; on an IDE controller OpenBSD calls the disk wd0, as in the installation.
  return ["-drive", drive, ...(machine === "pc" ? [] : ["-device", "piix3-ide,id=ide"]), ...ide];
}

function cardArgs({ hardware, macs, boot, reachesHost }: Machine): string[] {
  if (!macs) return [];
  const model = hardware === "virtio" ? "virtio-net-pci" : "e1000";
  return (macs.length > 0 ? macs : [undefined]).flatMap((mac, i) => {
    const netboot = i === 0 && boot?.kind === "network" ? boot : undefined;
    return [
      "-netdev",
      `user,id=net${i}` + (reachesHost && i === 0 ? "" : ",restrict=on") +
      (netboot ? `,tftp=${value(netboot.folder)},bootfile=pxeboot` : ""),
      "-device",
      `${model},netdev=net${i}` + (mac ? `,mac=${mac}` : "") + (netboot ? ",bootindex=1" : ""),
    ];
  });
}

/** A value in a QemuOpts list, with commas doubled. */
function value(text: string): string {
  return text.replaceAll(",", ",,");
}
