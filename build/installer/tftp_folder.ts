/**
 * The folder that QEMU's TFTP serves: what pxeboot(8) needs to start the installer.
 * @module
 */
import type { HeldFile } from "../../host/held_file.ts";

/** Where the release's files are, and how fast the console speaks. */
export interface TftpFiles {
  pxeboot: HeldFile;
  bsdRd: HeldFile;
  /** Baud. */
  consoleSpeed: number;
}

/**
 * Fills `folder` (which exists) with `pxeboot`, `bsd.rd` and `etc/boot.conf`, so that the loader
 * starts the installer on the serial console without a key pressed (boot.conf(8)).
 */
export async function tftpFolder(folder: string, files: TftpFiles): Promise<void> {
  await Deno.mkdir(`${folder}/etc`);
  await Promise.all([
    // Copies: a link out of the folder is nothing a server should follow.
    files.pxeboot.copyTo(`${folder}/pxeboot`),
    files.bsdRd.copyTo(`${folder}/bsd.rd`),
    Deno.writeTextFile(`${folder}/etc/boot.conf`, bootConf(files.consoleSpeed)),
  ]);
}

/** boot.conf(8) of the network boot. */
export function bootConf(consoleSpeed: number): string {
  return `stty com0 ${consoleSpeed}\nset tty com0\nboot tftp:/bsd.rd\n`;
}
