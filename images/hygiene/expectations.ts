/**
 * Expectations about a disk without its description: from the domain and the manifest beside it,
 * and from the disk itself.
 * @module
 */
import { basename, dirname, join } from "node:path";
import { type Built, stemOf } from "../manifest/find_built.ts";
import { GatewrightError } from "../../host/error.ts";
import { readDomain } from "../domain/domain_document.ts";
import { accountsOf } from "./accounts.ts";
import type { Expectations, GuardedSecret } from "./check.ts";
import type { Inspection } from "../inspect/inspect.ts";
import type { FileTree } from "../disk/file_tree.ts";
import { readTextBounded } from "../../host/read_bounded.ts";

/** Files with pre-shared keys: ipsec.conf(5) and its includes, iked.conf(5). */
async function* keyFiles(tree: FileTree): AsyncGenerator<[path: string, text: string]> {
  const paths = ["/etc/ipsec.conf", "/etc/iked.conf"];
  if ((await tree.find("/etc/ipsec", { follow: true }))?.inode.kind === "directory") {
    for (const { path } of await tree.list("/etc/ipsec")) paths.push(path);
  }
  for (const path of paths) {
    const file = await tree.find(path, { follow: true });
    if (file?.inode.kind !== "file" || file.inode.size > 1 << 20) continue;
    yield [file.path, await tree.text(path) ?? ""];
  }
}

/**
 * Limit of keys, above any real number of tunnels: a hostile disk must not determine memory and
 * time.
 */
const MOST = 5000;

/** The pre-shared keys in the disk's own configuration. */
async function secretsOnDisk(tree: FileTree): Promise<GuardedSecret[]> {
  const found = new Map<string, GuardedSecret>();
  for await (const [path, text] of keyFiles(tree)) {
    for (const [, quoted, bare] of text.matchAll(/\bpsk\s+(?:"([^"\n]+)"|([^\s"]+))/g)) {
      const value = quoted ?? bare ?? "";
      const secret = found.get(value) ?? { name: `psk of ${path}`, value, paths: [] };
      secret.paths.push(path);
      found.set(value, secret);
      if (found.size >= MOST) return [...found.values()];
    }
  }
  return [...found.values()];
}

/** Files with password hashes: master.passwd(5), and the database that pwd_mkdb(8) makes of it. */
export const HASH_FILES = ["/etc/master.passwd", "/etc/spwd.db"];

/** The password hashes of the disk's accounts; `*************` and the like are not hashes. */
async function hashesOnDisk(tree: FileTree): Promise<GuardedSecret[]> {
  const hashes = (await accountsOf(tree)).filter(({ password }) =>
    /^[$_.\/\w]{13,}$/.test(password)
  );
  return hashes.slice(0, MOST).map(({ name, password }) => ({
    name: `password hash of ${name}`,
    value: password,
    paths: HASH_FILES,
  }));
}

/** Consoles and CPUs of a libvirt domain; nothing if it is not a domain. */
function fromDomain(xml: string, where: string): Pick<Expectations, "serial" | "smp"> {
  try {
    const { serial, vcpus } = readDomain(xml, where);
    return { serial, ...(vcpus === undefined ? {} : { smp: vcpus > 1 }) };
  } catch (error) {
    if (error instanceof GatewrightError) return {};
    throw error;
  }
}

/** A manifest is untrusted text. */
function listed(paths: unknown): string[] {
  return Array.isArray(paths) ? paths.filter((one) => typeof one === "string") : [];
}

/** Absolute paths of the keys that the build kept from another disk. */
export function keptFiles({ manifest }: Built): string[] {
  return listed(manifest?.kept);
}

/**
 * Expectations about the disk of a build without its description.
 *
 * The domain beside it (`NAME.xml`) is preferred to the manifest, because users change it. The keys
 * in the disk's ipsec.conf(5) and iked.conf(5), and the hashes in its master.passwd(5), are the
 * secrets that must not be anywhere else.
 */
export async function knownExpectations(disk: Inspection, built: Built): Promise<Expectations> {
  const name = built.manifest?.name ?? stemOf(built.image);
  const beside = join(dirname(built.image), `${basename(name)}.xml`);
  const xml = await readTextBounded(beside, 4 << 20).catch(() => undefined);
  const vcpus = built.manifest?.domain?.vcpus?.maximum;
  return {
    ...(built.manifest?.rehearsal ? { rehearsal: true } : {}),
    // The domain of a build always has a serial console.
    ...(built.manifest ? { serial: true } : {}),
    ...(typeof vcpus === "number" ? { smp: vcpus > 1 } : {}),
    ...(xml === undefined ? {} : fromDomain(xml, beside)),
    shipped: [...listed(built.manifest?.shipped), ...keptFiles(built)],
    secrets: [...await secretsOnDisk(disk.tree), ...await hashesOnDisk(disk.tree)],
  };
}
