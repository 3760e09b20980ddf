/**
 * Who may write to a disk that is only read.
 * @module
 */
import { domainUses } from "../libvirt/domain_uses.ts";
import { describeTarget } from "./target.ts";

/**
 * Everything that may change the disk at `path` meanwhile, one phrase each; of domains, those that
 * are not shut off.
 */
export async function usersOf(path: string, connect?: string): Promise<string[]> {
  const { realPath, identities, uses } = await describeTarget(path);
  const domains = await domainUses({ paths: [path, realPath], identities }, connect);
  return [...uses, ...domains.uses.filter((use) => !use.endsWith("(shut off)"))];
}
