/**
 * Takes over the keys of the gateway that this one replaces.
 * @module
 */
import type { Gateway } from "../gateway/gateway.ts";
import { detailsOf, GatewrightError } from "../host/error.ts";
import { few } from "../host/few.ts";
import { Secret } from "../host/secret.ts";
import { shippedPaths } from "../images/compare/installed_files.ts";
import { openImage } from "../images/deploy/image_input.ts";
import { usersOf } from "../images/deploy/users_of.ts";
import { sliceSource } from "../images/disk/source.ts";
import { inspectSource } from "../images/inspect/inspect.ts";
import { type DiskIdentity, readIdentity } from "../images/inspect/read_identity.ts";
import type { SiteFile } from "../site/file.ts";

/** Keys kept from another disk. */
export interface KeptIdentity {
  /** Files for the site set, besides those of the description. */
  files: SiteFile[];
  /** Their absolute paths. */
  paths: string[];
  /** The private keys by path. */
  keys: Map<string, Secret>;
}

/** Options of reading. */
export interface KeepingOptions {
  /** Called with what is kept, and what is not. */
  onNotice?: (text: string) => void;
  /** Aborts it. */
  signal?: AbortSignal;
}

/** Limit of files in a notice. */
const SHOWN = 5;

/**
 * Reads the keys on the disk `from` for `gateway`. Keys that are in its site set, `files`, are not
 * replaced, in neither half of a pair.
 *
 * @param from a raw, `.qcow2` or `.zst` image, the folder of a build, or a block device.
 * @throws {GatewrightError} if it cannot be read, or has no keys.
 */
export async function keepIdentity(
  from: string,
  gateway: Gateway,
  files: readonly SiteFile[],
  { onNotice = () => {}, signal }: KeepingOptions = {},
): Promise<KeptIdentity> {
  const found = await identityOn(from, onNotice, signal);
  if (found.hostname !== gateway.hostname) {
    onNotice(
      `${from} is the disk of ${found.hostname ?? "a machine without a name"}, ` +
        `not of ${gateway.hostname}: its keys are taken nevertheless`,
    );
  }
  const shipped = new Set(shippedPaths(files));
  const described = new Set(
    found.files.filter(({ path }) => shipped.has(path)).map(({ pair }) => pair),
  );
  const kept = found.files.filter(({ pair }) => !described.has(pair));
  for (const text of notices(from, found, kept.map(({ path }) => path), shipped)) onNotice(text);
  return {
    files: kept.map(({ path, content, mode }) => ({ path: path.slice(1), content, mode })),
    paths: kept.map(({ path }) => path),
    keys: new Map(
      kept.flatMap(({ path, content }) =>
        content instanceof Secret ? [[path, content] as const] : []
      ),
    ),
  };
}

async function identityOn(
  from: string,
  onNotice: (text: string) => void,
  signal: AbortSignal | undefined,
): Promise<DiskIdentity> {
  // A disk that a gateway has written to has no known hash.
  await using image = await openImage(from, {
    checked: false,
    absent: "name the disk of the gateway that this one replaces",
    ...(signal ? { signal } : {}),
  });
  const users = await usersOf(image.built.image);
  if (users.length > 0) {
    onNotice(`${from} may be in use (${users.join("; ")}): it is only read`);
  }
  try {
    using disk = await inspectSource(sliceSource(image.source, 0, image.source.size));
    return await readIdentity(disk.tree, image.built.image);
  } catch (error) {
    if (!(error instanceof GatewrightError) || users.length === 0) throw error;
    const off = "shut down what uses the disk, and try again";
    throw new GatewrightError(error.message, {
      ...detailsOf(error),
      next: error.next ? `${error.next}\n${off}` : off,
      cause: error,
    });
  }
}

/** What is done with the files of the other disk, in sentences. */
function notices(
  from: string,
  { files, left }: DiskIdentity,
  kept: readonly string[],
  shipped: ReadonlySet<string>,
): string[] {
  const names = (paths: readonly string[]) => few(paths, SHOWN).join(", ");
  const own = files.map(({ path }) => path).filter((path) => !kept.includes(path));
  const here = new Set(files.map(({ path }) => path));
  const missing = ["/etc/isakmpd/private/local.key", "/etc/iked/private/local.key", "/etc/soii.key"]
    .filter((path) => !here.has(path) && !shipped.has(path));
  const reasons = new Map<string, string[]>();
  for (const { path, why } of left) {
    if (shipped.has(path)) continue;
    reasons.set(why, [...reasons.get(why) ?? [], path]);
  }
  return [
    `kept from ${from}: ${kept.length === 0 ? "nothing" : kept.join(", ")}`,
    ...(own.length > 0 ? [`not kept, because the description has its own: ${names(own)}`] : []),
    ...[...reasons].map(([why, paths]) => `not kept, because ${why}: ${names(paths)}`),
    ...(missing.length > 0
      ? [`not on ${from}; the gateway makes them at its first boot: ${names(missing)}`]
      : []),
  ];
}
