/**
 * What boots to install: OpenBSD's own installer, or the stand-in of a rehearsal. The rest of a
 * build is the same for both.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Arch, Gateway } from "../../gateway/gateway.ts";
import type { MachineBoot } from "../qemu/args.ts";
import type { ReleaseFile, ReleaseFiles } from "../release/fetch_release.ts";
import { tftpFolder } from "./tftp_folder.ts";

/** An installer that QEMU can boot. */
export interface BootSource {
  /** Architecture of the machine that runs it. */
  arch: Arch;
  /** Writes the files for the machine into `folder`, which is empty, and returns how it boots. */
  prepare(folder: string, release: ReleaseFiles): Promise<MachineBoot>;
}

/** OpenBSD's installer, by PXE: `pxeboot`, `bsd.rd` and a boot.conf(8) of the release. */
export function openbsdBoot(gateway: Gateway): BootSource {
  return {
    arch: gateway.release.arch,
    async prepare(folder, release) {
      await tftpFolder(folder, {
        pxeboot: releaseFile(release, "pxeboot").content,
        bsdRd: releaseFile(release, "bsd.rd").content,
        consoleSpeed: gateway.consoleSpeed,
      });
      return { kind: "network", folder };
    },
  };
}

/**
 * A file of a release.
 *
 * @throws {GatewrightError} (verification) if it has none of that name.
 */
export function releaseFile(release: ReleaseFiles, name: string): ReleaseFile {
  const file = release.files.get(name);
  if (file) return file;
  throw new GatewrightError(`the release has no ${name}`, {
    kind: "verification",
    next: "check release.mirror: gatewright fetch shows what it has",
  });
}
