/**
 * The shell of the official OpenBSD 6.6 installer's ramdisk, with a disk attached: its own fdisk,
 * disklabel, newfs and fsck_ffs are the second opinion on what this project reads and writes.
 * @module
 */
import assert from "node:assert/strict";
import { tftpFolder } from "../build/installer/tftp_folder.ts";
import { HeldFile } from "../host/held_file.ts";
import { Qemu } from "../build/qemu/process.ts";
import { inspectImage } from "../images/inspect/inspect.ts";

/** Where the official media are, beside the checkout. */
const MEDIA = new URL("../../shared/openbsd-media/6.6-amd64/", import.meta.url).pathname;

/** Whether the media are there; says so once where they are not. */
export function haveMedia(): boolean {
  try {
    return Deno.statSync(`${MEDIA}floppy66.fs`).isFile;
  } catch {
    console.log("end to end: skipped, there is no ../shared/openbsd-media to boot from");
    return false;
  }
}

/** A shell on the serial console. */
export interface RamdiskShell extends AsyncDisposable {
  /** Runs a command line (under 200 bytes); fails the test unless it ends with `status`. */
  run(command: string, status?: number): Promise<string>;
}

/** Milliseconds after which a command under emulation hangs, however loaded the host is. */
const PATIENCE = 900_000;

/** Boots the ramdisk with the raw image `disk` as `wd0`; its card `em0` reaches the host only if that is wanted. */
export async function bootRamdisk(disk: string, reachesHost = false): Promise<RamdiskShell> {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-ramdisk-" });
  await Deno.mkdir(`${folder}/tftp`);
  {
    using floppy = await inspectImage(`${MEDIA}floppy66.fs`);
    const kernel = await floppy.tree.bytes("/bsd", 4 << 20);
    assert.ok(kernel);
    await Deno.writeFile(`${folder}/bsd.rd`, kernel);
  }
  using pxeboot = await HeldFile.open(`${MEDIA}pxeboot`);
  using bsdRd = await HeldFile.open(`${folder}/bsd.rd`);
  await tftpFolder(`${folder}/tftp`, {
    pxeboot,
    bsdRd,
    consoleSpeed: 115200,
  });
  const qemu = await Qemu.start({
    arch: "amd64",
    hardware: "legacy",
    machine: "pc",
    firmware: "bios",
    memory: 512,
    smp: 1,
    accelerator: "tcg",
    rng: false,
    disk: { path: disk, format: "raw", cache: "unsafe", discard: true },
    macs: [],
    reachesHost,
    boot: { kind: "network", folder: `${folder}/tftp` },
    serial: `${folder}/serial`,
    qmp: `${folder}/qmp`,
  });
  let heard = "";
  let wake = () => {};
  const reading = (async () => {
    for await (const bytes of qemu.output()) {
      heard += new TextDecoder("latin1").decode(bytes).replaceAll("\r", "");
      wake();
    }
  })();
  const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(
      () => late.reject(new Error(`no ${pattern} on the console:\n${heard.slice(-2000)}`)),
      PATIENCE,
    );
    try {
      while (true) {
        const match = pattern.exec(heard);
        if (match) {
          heard = heard.slice(match.index + match[0].length);
          return match;
        }
        await Promise.race([
          new Promise<void>((resolve) => wake = resolve),
          late.promise,
          qemu.ended.then(() => Promise.reject(new Error(`QEMU ended:\n${heard.slice(-2000)}`))),
        ]);
      }
    } finally {
      clearTimeout(timer);
      late.promise.catch(() => {});
    }
  };
  const close = async () => {
    await qemu[Symbol.asyncDispose]();
    await reading;
    await Deno.remove(folder, { recursive: true });
  };
  const run = async (command: string, status = 0) => {
    // The quotes keep the echo of the line from looking like its end.
    await qemu.type(`${command}; echo "<"$?">"\n`);
    await until(/\n/);
    const end = await until(/((?:[^]*\n)?)<(\d+)>\n/);
    assert.equal(Number(end[2]), status, `${command}\n${end[1]}`);
    return end[1] ?? "";
  };
  try {
    await until(/\(S\)hell\? $/);
    await qemu.type("s\n");
    await until(/# $/);
    await run("cd /dev && sh MAKEDEV wd0 && cd /");
  } catch (error) {
    await close();
    throw error;
  }
  return { run, [Symbol.asyncDispose]: close };
}
