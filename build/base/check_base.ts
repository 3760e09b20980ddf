/**
 * Checks of a base: it must fit every gateway, and contain nothing of one.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { accountsOf } from "../../images/hygiene/accounts.ts";
import { isZero } from "../../host/zeros.ts";
import { seedPatches, SEEDS } from "../../images/disk/disk_identity.ts";
import type { FileTree } from "../../images/disk/file_tree.ts";
import { checkHygiene } from "../../images/hygiene/hygiene.ts";
import { writeFull } from "../../images/disk/target_file.ts";
import { inspectImage } from "../../images/inspect/inspect.ts";

/** Zeros the seeds of a base, in place: every gateway gets its own. */
export async function blankSeeds(image: string): Promise<void> {
  using disk = await inspectImage(image);
  using file = await Deno.open(image, { write: true });
  for (const { at, bytes } of await seedPatches(disk, (seed) => seed.fill(0))) {
    await writeFull(file, at, bytes);
  }
}

/**
 * Throws unless the disk is clean, boots, and contains no user, key, password, tunnel or seed.
 *
 * @throws {GatewrightError} (verification) with all faults.
 */
export async function checkBase(
  image: string,
  base: Gateway,
  shipped: string[],
  signal?: AbortSignal,
): Promise<void> {
  using disk = await inspectImage(image);
  const hygiene = await checkHygiene(disk, {
    serial: true,
    smp: base.domain.vcpus.maximum > 1,
    installurl: base.installurl,
    shipped,
    secrets: [],
  }, signal ? { signal } : {});
  const problems = [
    ...hygiene.flatMap(({ check, problems }) => problems.map((one) => `${check}: ${one}`)),
    ...await belongings(disk.tree),
  ];
  if (problems.length === 0) return;
  throw new GatewrightError("the base is not fit for every gateway", {
    kind: "verification",
    code: "no-stamp",
    where: image,
    why: problems.join("\n"),
    next: "report this",
  });
}

/** Files that only a gateway has. */
const NEVER = [
  "/etc/ipsec.conf",
  "/etc/iked.conf",
  "/etc/sasyncd.conf",
  "/etc/doas.conf",
  "/root/.forward",
  "/usr/local/libexec/gatewright-first-boot",
];

/** Files that belong to a user, or that allow a login. */
async function belongings(tree: FileTree): Promise<string[]> {
  const problems: string[] = [];
  for (const { name, password } of await accountsOf(tree)) {
    if (/[$]/.test(password)) problems.push(`${name} has a password`);
  }
  for (const path of ["/etc/ipsec", "/home"]) {
    if ((await tree.find(path))?.inode.kind !== "directory") continue;
    for (const found of await tree.list(path)) problems.push(`there is ${found.path}`);
  }
  for (const path of NEVER) if (await tree.find(path)) problems.push(`there is ${path}`);
  if (await tree.text("/root/.ssh/authorized_keys")) problems.push("root has ssh keys");
  for (const path of SEEDS) {
    const bytes = await tree.bytes(path);
    if (!bytes) problems.push(`there is no ${path}`);
    else if (!isZero(bytes)) problems.push(`${path} holds a seed`);
  }
  return problems;
}
