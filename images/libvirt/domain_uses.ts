/**
 * Which libvirt domains use a disk.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { identityOf } from "../../host/device_identity.ts";
import { virsh } from "./virsh.ts";

/** A disk to look up. */
export interface UsedDisk {
  /** Paths, as named and with links resolved. */
  paths: string[];
  /** `major:minor` or `device:inode`, from {@linkcode identityOf}. */
  identities: string[];
}

/** A domain and its disks, defined or running. */
export interface DomainDisks {
  /** Name of the domain. */
  name: string;
  /** State in virsh's words: `running`, `shut off`. */
  state: string;
  /** Paths of its disks and of their backing files. */
  paths: string[];
}

/** Result. */
export interface DomainUses {
  /** One phrase per domain: `disk of the domain hq (running)`. */
  uses: string[];
  /** Why libvirt could not be queried; absent if it was, or if virsh is not installed. */
  unanswered?: string;
}

/**
 * Queries libvirt for domains, defined or running, that have the disk. Paths are compared by the
 * device they lead to.
 *
 * @param connect libvirt URI; default: this machine's system libvirt and virsh's default
 * @param except a shut off domain that may have it, because it is about to be replaced
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

/** Parses the output of `virsh domstats --block --state`. */
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
