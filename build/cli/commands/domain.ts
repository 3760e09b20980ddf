/**
 * `gatewright domain`: prints the libvirt domain of a gateway, for this host or another.
 * @module
 */
import {
  type DomainOverrides,
  overrideDomain,
  sharedMacs,
} from "../../../images/domain/domain_overrides.ts";
import { renderDomain } from "../../../images/domain/domain_xml.ts";
import { EXIT } from "../../../host/error.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { formatProblem } from "../../../gateway/document/problem.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";
import { writeWhole } from "../../../host/write_whole.ts";

const OVERRIDES = ["name", "disk", "bridge", "cpu", "memory", "vcpus", "cache"] as const;

/** The command. */
export const domain: Command = {
  name: "domain",
  usage: "FILE [--disk PATH] [--bridge NAME,...] [--cpu MODEL] [--memory SIZE] [--vcpus N] " +
    "[--cache MODE] [--name NAME] [--accel kvm|tcg] [--out FILE] [--json]",
  example: "gatewright domain examples/hq.yaml --disk /dev/vg1/hq --bridge br7 --out hq.xml",
  flags: [
    { name: "disk", value: "PATH", summary: "block device or file of the disk on that host" },
    { name: "bridge", value: "NAME,...", summary: "bridges of that host, one for each card" },
    { name: "cpu", value: "MODEL", summary: "host-passthrough, host-model or a CPU model" },
    { name: "memory", value: "SIZE", summary: "such as 2048M or 2G" },
    { name: "vcpus", value: "N", summary: "such as 2, or 1,maxvcpus=4" },
    { name: "cache", value: "MODE", summary: "cache of the disk, such as none or writeback" },
    { name: "name", value: "NAME", summary: "another name; also changes uuid and MACs" },
    { name: "accel", value: "kvm|tcg", summary: "default kvm; tcg for a host without KVM" },
    { name: "out", value: "FILE", summary: "file to write instead of standard output" },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print, note }) {
    const [file, ...more] = words;
    if (file === undefined) throw usageError("no file given", domain);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, domain);
    const accel = flags.accel ?? "kvm";
    if (accel !== "kvm" && accel !== "tcg") {
      throw usageError(`--accel ${accel} is not known; give kvm or tcg`, domain);
    }
    const { gateway, warnings } = await loadGateway(file, { signal });
    for (const warning of warnings) note(formatProblem(warning));
    const given: DomainOverrides = {};
    for (const name of OVERRIDES) {
      const value = flags[name];
      if (typeof value === "string") given[name] = value;
    }
    const changed = overrideDomain(gateway, given);
    for (const mac of sharedMacs(gateway, changed)) {
      note(
        `warning: ${changed.domain.name} keeps the MAC ${mac} that the description fixes; ` +
          `beside ${gateway.domain.name} on one network it needs another (mac: random)`,
      );
    }
    if (changed.domain.vcpus.maximum > 1 && gateway.domain.vcpus.maximum === 1) {
      note("warning: the disk was built for one cpu and has no bsd.mp: the others stay idle");
    }
    const xml = renderDomain(changed, { type: accel === "kvm" ? "kvm" : "qemu" });
    if (typeof flags.out === "string") {
      await writeWhole(flags.out, xml);
      print(json ? JSON.stringify({ name: changed.domain.name, out: flags.out }) : flags.out);
    } else print(json ? JSON.stringify({ name: changed.domain.name, xml }) : xml.trimEnd());
    return EXIT.done;
  },
};
