/**
 * What may write to a disk that is being read.
 * @module
 */
import { domainUses } from "../libvirt/domain_uses.ts";
import { describeTarget } from "./target.ts";

/**
 * Everything that may change the disk at `path` meanwhile, one phrase each; only domains that are
 * not shut off count.
 */
export async function usersOf(path: string, connect?: string): Promise<string[]> {
  const { realPath, identities, uses } = await describeTarget(path);
  const domains = await domainUses({ paths: [path, realPath], identities }, connect);
  return [...uses, ...domains.uses.filter((use) => !use.endsWith("(shut off)"))];
}
