/**
 * What boots in a rehearsal: a Linux kernel with the stand-in in its ramdisk.
 * @module
 */
import type { Gateway } from "../../gateway/gateway.ts";
import { type BootSource, releaseFile } from "../installer/boot_source.ts";
import type { Fault } from "./fault.ts";

/** Starts the stand-in, which has `fault` if one is given. It is amd64 whatever the gateway is. */
export function rehearsalBoot(gateway: Gateway, fault?: Fault): BootSource {
  return {
    arch: "amd64",
    prepare: (_folder, release) =>
      Promise.resolve({
        kind: "kernel",
        kernel: releaseFile(release, "pxeboot"),
        initrd: releaseFile(release, "bsd.rd"),
        append: [
          `console=ttyS0,${gateway.consoleSpeed}`,
          "quiet loglevel=0 panic=-1 mitigations=off random.trust_cpu=on",
          ...(fault ? [`gatewright.fault=${fault.replaceAll(" ", "_")}`] : []),
        ].join(" "),
      }),
  };
}
