/**
 * What a rehearsal boots: a Linux kernel with the stand-in in its ramdisk.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { type BootSource, releaseFile } from "../installer/boot_source.ts";
import type { Fault } from "./fault.ts";

/** Boots the stand-in, with `fault` if given. It is amd64 on every architecture of a gateway. */
export function rehearsalBoot(gateway: Gateway, fault?: Fault): BootSource {
  return {
    arch: "amd64",
    async prepare(folder, release) {
      const [kernel, initrd] = [`${folder}/kernel`, `${folder}/initrd`];
      await releaseFile(release, "pxeboot").content.copyTo(kernel);
      await releaseFile(release, "bsd.rd").content.copyTo(initrd);
      return {
        kind: "kernel",
        kernel,
        initrd,
        append: [
          `console=ttyS0,${gateway.consoleSpeed}`,
          "quiet loglevel=0 panic=-1 mitigations=off random.trust_cpu=on",
          ...(fault ? [`gatewright.fault=${fault.replaceAll(" ", "_")}`] : []),
        ].join(" "),
      };
    },
  };
}
