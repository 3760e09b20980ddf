/**
 * A domain as defined in libvirt.
 * @module
 */
import { virsh } from "./virsh.ts";

/** State of a domain in libvirt. */
export interface DefinedDomain {
  /** Name, unique on its host. */
  name: string;
  /** The persistent definition, used from its next start on, with passwords of consoles. */
  xml: string;
  /** Its UUID. */
  uuid: string;
  /** State in virsh's words: `running`, `shut off`. */
  state: string;
  /** It is persistent: it still exists after it has ended. */
  persistent: boolean;
  /** Autostart is set. */
  autostart: boolean;
  /** Its memory was saved by `virsh managedsave`: the next start resumes it, on the old disk. */
  managedSave: boolean;
}

/** Looks up the domain `name`; undefined if it does not exist. */
export async function definedDomain(
  name: string,
  connect: string | undefined,
): Promise<DefinedDomain | undefined> {
  const { stdout } = await virsh(connect, ["list", "--all", "--name"]);
  if (!stdout.split("\n").some((line) => line.trim() === name)) return undefined;
  const [xml, info] = await Promise.all([
    virsh(connect, ["dumpxml", "--inactive", "--security-info", name]),
    virsh(connect, ["dominfo", name]),
  ]);
  const fact = (key: string) => new RegExp(`^${key}:\\s*(.*)$`, "m").exec(info.stdout)?.[1]?.trim();
  return {
    name,
    xml: xml.stdout,
    uuid: fact("UUID") ?? "",
    state: fact("State") ?? "unknown",
    persistent: fact("Persistent") === "yes",
    autostart: fact("Autostart") === "enable",
    managedSave: fact("Managed save") === "yes",
  };
}
