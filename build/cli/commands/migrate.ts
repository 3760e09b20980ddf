/**
 * `gatewright migrate`: plans or runs the `virsh migrate` for a guest and its storage.
 * @module
 */
import { renderDomain } from "../../../images/domain/domain_xml.ts";
import { diskStorage } from "../../../images/libvirt/disk_storage.ts";
import { type DomainFacts, readDomain } from "../../../images/domain/domain_document.ts";
import { runMigration } from "../../../images/libvirt/migrate.ts";
import { type DiskStorage, planMigration } from "../../../images/libvirt/migration.ts";
import { remoteHost, virsh } from "../../../images/libvirt/virsh.ts";
import { EXIT } from "../../../host/error.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { type Command, type Context, JSON_FLAG } from "../command.ts";
import { plain } from "../../../host/printable.ts";
import { usageError } from "../usage.ts";
import { readTextBounded } from "../../../host/read_bounded.ts";

/** A defined domain, or one from a description or an XML file. */
async function subject(
  given: string,
  connect: string | undefined,
  run: boolean,
  signal: AbortSignal,
) {
  let facts: DomainFacts | undefined;
  if (/\.ya?ml$/i.test(given)) {
    const { gateway } = await loadGateway(given, { signal });
    facts = readDomain(renderDomain(gateway), given);
  } else if (/\.xml$/i.test(given)) {
    facts = readDomain(await readTextBounded(given, 4 << 20), given);
  }
  if (facts && !run) return { facts };
  const name = facts?.name ?? given;
  const [xml, state] = await Promise.all([
    virsh(connect, ["dumpxml", name]),
    virsh(connect, ["domstate", name]),
  ]);
  return { facts: readDomain(xml.stdout, name), state: state.stdout.trim() };
}

async function storageOf(facts: DomainFacts, { flags }: Context, connect: string | undefined) {
  const storage = new Map<string, DiskStorage>();
  for (const { source } of facts.disks) {
    // Disks of another machine cannot be examined from here.
    const seen: DiskStorage = remoteHost(connect) ? { kind: "unknown" } : await diskStorage(source);
    const kind = flags.shared ? "shared" : flags.copy ? "local" : seen.kind;
    storage.set(source, { ...seen, kind });
  }
  return storage;
}

/** The command. */
export const migrate: Command = {
  name: "migrate",
  usage: "NAME|FILE DEST-URI [--connect URI] [--shared|--copy] [--run] [--json]",
  example: "gatewright migrate vpn-server qemu+ssh://root@kvm2/system",
  flags: [
    { name: "connect", value: "URI", summary: "libvirt that has the domain now" },
    { name: "shared", summary: "both hosts see its disks under the same paths" },
    { name: "copy", summary: "copy its disks while it runs" },
    { name: "run", summary: "run the command" },
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, json, signal, print, note } = context;
    const [given, destination, ...more] = words;
    if (given === undefined) throw usageError("no domain given", migrate);
    if (destination === undefined) throw usageError("no destination given", migrate);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, migrate);
    if (!/^[a-z]+(\+[a-z0-9]+)?:\/\//.test(destination)) {
      throw usageError(`${destination} is not a libvirt URI`, migrate);
    }
    if (flags.shared && flags.copy) throw usageError("give --shared or --copy", migrate);
    const connect = typeof flags.connect === "string" ? flags.connect : undefined;
    if (destination === (connect ?? "qemu:///system")) {
      throw usageError("the domain is already there", migrate);
    }
    const found = await subject(given, connect, flags.run === true, signal);
    const plan = planMigration({
      ...found,
      storage: await storageOf(found.facts, context, connect),
      destination,
      ...(connect ? { connect } : {}),
    });
    for (const text of plan.warnings) note(plain(`warning: ${text}`));
    if (flags.run !== true) {
      const lines = [...plan.before, plan.command, ...plan.after].map(plain);
      if (json) print(JSON.stringify(plan));
      else for (const line of lines) print(line);
      return EXIT.done;
    }
    for (const line of plan.before) note(plain(`needed first: ${line}`));
    await runMigration(plan, (line) => note(plain(line)), signal);
    for (const line of plan.after) note(plain(`next: ${line}`));
    if (json) print(JSON.stringify({ name: found.facts.name, destination }));
    else print(`${found.facts.name}: migrated to ${destination}`);
    return EXIT.done;
  },
};
