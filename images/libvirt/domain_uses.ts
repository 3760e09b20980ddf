/**
 * Which libvirt domains use a disk.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { identityOf } from "../../host/device_identity.ts";
import { virsh } from "./virsh.ts";

/** The disk that is asked about. */
export interface UsedDisk {
  /** As named, and with its links resolved. */
  paths: string[];
  /** `major:minor` or `device:inode`, from {@linkcode identityOf}. */
  identities: string[];
}

/** A domain and the disks it has or would have when it runs. */
export interface DomainDisks {
  /** Of the domain. */
  name: string;
  /** In virsh's words: `running`, `shut off`. */
  state: string;
  /** Paths of its disks and of what they are backed by. */
  paths: string[];
}

/** What was found out. */
export interface DomainUses {
  /** One phrase for each domain: `disk of the domain hq (running)`. */
  uses: string[];
  /** Why libvirt could not be asked; absent if it was, or if there is no virsh here. */
  unanswered?: string;
}

/**
 * Asks libvirt which of its domains, defined or running, has the disk. Paths are compared by the
 * device they lead to.
 *
 * @param connect libvirt URI; default: this machine's system libvirt and virsh's own choice.
 * @param except a domain that may have it while it is shut off: it is about to be replaced.
 * @throws {GatewrightError} if `connect` was given and does not answer.
 */
export async function domainUses(
  disk: UsedDisk,
  connect?: string,
  except?: string,
): Promise<DomainUses> {
  const uses = new Set<string>();
  let unanswered: string | undefined;
  for (const uri of connect ? [connect] : ["qemu:///system", undefined]) {
    let stats: string;
    try {
      const asked = ["domstats", "--block", "--backing", "--state", "--nowait"];
      stats = (await virsh(uri, asked)).stdout;
    } catch (error) {
      if (connect) throw error;
      if (!(error instanceof GatewrightError)) throw error;
      if (error.code === "not-installed") return { uses: [] };
      unanswered ??= `${uri}: ${error.why?.split("\n")[0] ?? error.message}`;
      continue;
    }
    for (const domain of parseDomstats(stats)) {
      if (domain.name === except && domain.state === "shut off") continue;
      for (const path of domain.paths) {
        const found = Object.values(await identityOf(path));
        if (disk.paths.includes(path) || found.some((one) => disk.identities.includes(one))) {
          uses.add(`disk of the domain ${domain.name} (${domain.state})`);
        }
      }
    }
  }
  return { uses: [...uses], ...(unanswered ? { unanswered } : {}) };
}

/** States of virDomainState, in the words of virsh(1). */
const STATES = ["no state", "running", "idle", "paused", "in shutdown", "shut off", "crashed"]
  .concat("pmsuspended");

/** Reads what `virsh domstats --block --state` printed. */
export function parseDomstats(text: string): DomainDisks[] {
  const domains: DomainDisks[] = [];
  for (const line of text.split("\n")) {
    const name = /^Domain: '(.*)'$/.exec(line)?.[1];
    if (name !== undefined) domains.push({ name, state: "unknown", paths: [] });
    const at = domains.at(-1);
    const [, key, value] = /^ +([a-z0-9.]+)=(.*)$/.exec(line) ?? [];
    if (!at || value === undefined) continue;
    if (key === "state.state") at.state = STATES[Number(value)] ?? "unknown";
    if (/^block\.\d+\.path$/.test(key ?? "")) at.paths.push(value);
  }
  return domains;
}
