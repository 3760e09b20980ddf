/**
 * The TFTP folder of QEMU: what pxeboot(8) needs to boot the installer.
 * @module
 */
import type { HeldFile } from "../../host/held_file.ts";

/** The release's files, and the speed of the console. */
export interface TftpFiles {
  pxeboot: HeldFile;
  bsdRd: HeldFile;
  /** Speed of the console in baud. */
  consoleSpeed: number;
}

/**
 * Fills `folder` (which exists) with `pxeboot`, `bsd.rd` and `etc/boot.conf`, so that the loader
 * boots the installer on the serial console without a keypress (boot.conf(8)).
 */
export async function tftpFolder(folder: string, files: TftpFiles): Promise<void> {
  await Deno.mkdir(`${folder}/etc`);
  await Promise.all([
    // Copies, because a server should not follow links out of the folder.
    files.pxeboot.copyTo(`${folder}/pxeboot`),
    files.bsdRd.copyTo(`${folder}/bsd.rd`),
    Deno.writeTextFile(`${folder}/etc/boot.conf`, bootConf(files.consoleSpeed)),
  ]);
}

/** boot.conf(8) of the network boot. */
export function bootConf(consoleSpeed: number): string {
  return `stty com0 ${consoleSpeed}\nset tty com0\nboot tftp:/bsd.rd\n`;
}
