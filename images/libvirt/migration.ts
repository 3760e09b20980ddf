/**
 * Plans the `virsh migrate` command for a domain and its storage; pure, so that every case can be
 * tested.
 *
 * Sources: virsh(1), "migrate"; libvirt's page on migration for unsafe migrations.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { shownWord } from "../../host/shell_word.ts";
import type { DomainFacts } from "../domain/domain_document.ts";
import { sshTo } from "./virsh.ts";

/** Storage of one disk, as seen from the host that runs the domain. */
export interface DiskStorage {
  /** `shared`: the other host has it under the same path; `local`: it must be copied. */
  kind: "shared" | "local" | "unknown";
  /** Size in bytes; absent if unknown. */
  size?: number;
}

/** A migration to plan. */
export interface MigrationOptions {
  /** XML of the domain. */
  facts: DomainFacts;
  /** State in virsh's words; absent: not defined here yet, assumed to run. */
  state?: string;
  /** Storage by path. */
  storage: ReadonlyMap<string, DiskStorage>;
  /** Source; default: virsh's own choice. */
  connect?: string;
  /** Destination, such as `qemu+ssh://root@kvm2/system`. */
  destination: string;
}

/** The commands to run, in order. */
export interface Migration {
  /** Arguments of virsh. */
  args: string[];
  /** The whole command, quoted for a shell. */
  command: string;
  /** What must exist first; command lines or sentences. */
  before: string[];
  /** What remains to be done afterwards. */
  after: string[];
  /** Risks. */
  warnings: string[];
}

/**
 * Plans the migration of a domain.
 *
 * @throws {GatewrightError} (usage) if it is unknown whether its storage is shared: copying a disk
 * onto itself would destroy it.
 */
export function planMigration(options: MigrationOptions): Migration {
  const { facts, storage, connect, destination } = options;
  const { name } = facts;
  const live = options.state === undefined || options.state !== "shut off";
  const disks = facts.disks.filter(({ readOnly }) => !readOnly);
  const kindOf = (source: string) => storage.get(source)?.kind ?? "unknown";
  const unknown = disks.find(({ source }) => kindOf(source) === "unknown");
  if (unknown) {
    throw new GatewrightError("it is unknown whether both hosts see the same disk", {
      kind: "usage",
      code: "needs-shared",
      where: unknown.source || `disk ${unknown.target}`,
      next: "say whether they do",
    });
  }
  const local = disks.filter(({ source }) => kindOf(source) === "local");
  const flags = [
    ...(live ? ["--live"] : ["--offline"]),
    "--persistent",
    "--undefinesource",
    ...(live && local.length > 0 ? ["--copy-storage-all"] : []),
    ...(live && local.length > 0 && local.length < disks.length
      ? ["--migrate-disks", local.map(({ target }) => target).join(",")]
      : []),
    ...(live ? ["--verbose"] : []),
  ];
  const args = [...(connect ? ["-c", connect] : []), "migrate", ...flags, name, destination];
  const there = sshTo(destination)?.map(shownWord).join(" ");
  const on = (command: string) => there ? `${there} ${shownWord(command)}` : command;
  return {
    args,
    command: ["virsh", ...args].map(shownWord).join(" "),
    before: [
      ...local.map(({ source }) => on(createCommand(source, storage.get(source)?.size))),
      ...(live
        ? []
        : local.map(({ source }) =>
          there
            ? `dd if=${shownWord(source)} bs=16M conv=sparse | ${there} ${
              shownWord(`dd of=${shownWord(source)} bs=16M conv=notrunc`)
            }`
            : `copy ${source}: a domain that is shut off moves without its disk`
        )),
      ...[...new Set(facts.bridges)].map((bridge) => on(`ip link show ${shownWord(bridge)}`)),
    ],
    after: facts.autostart
      ? [`virsh -c ${shownWord(destination)} autostart ${shownWord(name)}`]
      : [],
    warnings: live ? warnings(facts, disks.filter((one) => !local.includes(one))) : [],
  };
}

function warnings(facts: DomainFacts, shared: DomainFacts["disks"]): string[] {
  const found: string[] = [];
  if (facts.cpu === "host-passthrough") {
    found.push(
      "cpu host-passthrough: both hosts need the same processor, microcode and kernel; else the " +
        "guest stops. A model that both have is safe (domain.cpu)",
    );
  }
  for (const { source, cache } of shared) {
    if (cache === "none" || cache === "directsync") continue;
    found.push(
      `${source}: with cache ${cache ?? "at its default"} the hosts may see different data, and ` +
        "libvirt refuses to migrate. Set domain.cache: none",
    );
  }
  return found;
}

/** The command that creates space for a copy of `source` on the other host. */
function createCommand(source: string, size: number | undefined): string {
  const bytes = size === undefined ? "SIZE" : String(size);
  const lv = /^\/dev\/(?!mapper\/|disk\/)([^/]+)\/([^/]+)$/.exec(source);
  if (lv) return `lvcreate -W y -y -L ${bytes}b -n ${shownWord(lv[2]!)} ${shownWord(lv[1]!)}`;
  if (source.startsWith("/dev/")) return `blockdev --getsize64 ${shownWord(source)}  # >= ${bytes}`;
  return `qemu-img create -f raw ${shownWord(source)} ${bytes}`;
}
