/**
 * A domain as a libvirt has it defined.
 * @module
 */
import { virsh } from "./virsh.ts";

/** What a libvirt says of one of its domains. */
export interface DefinedDomain {
  /** Unique on its host. */
  name: string;
  /** The definition that counts from its next start on, passwords of consoles included. */
  xml: string;
  /** Its UUID. */
  uuid: string;
  /** In virsh's words: `running`, `shut off`. */
  state: string;
  /** It is there after it has ended, too. */
  persistent: boolean;
  /** It starts with the host. */
  autostart: boolean;
  /** `virsh managedsave` has kept its memory: the next start goes on with that, on the old disk. */
  managedSave: boolean;
}

/** Asks for the domain `name`; undefined where there is none. */
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
