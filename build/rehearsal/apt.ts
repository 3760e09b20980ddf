/**
 * Debian packages, downloaded and unpacked but never installed: without root, and without changes
 * to the host.
 * @module
 */
import { join } from "node:path";
import { GatewrightError } from "../../host/error.ts";
import { run } from "../../host/run.ts";

/** Common options of apt-get(8). */
export interface Apt {
  /** Options for every call: which package lists to use. */
  options: string[];
  /** The kernel's package, such as `linux-image-6.1.0-1-cloud-amd64`. */
  kernel: string;
}

type Abort = { signal?: AbortSignal; cwd?: string };

/**
 * Finds package lists that contain the kernel of `meta`: the machine's own, else fresh ones below
 * `work`.
 *
 * @param meta such as `linux-image-cloud-amd64`
 * @throws {GatewrightError} if apt is missing, or no list has the kernel.
 */
export async function openApt(meta: string, work: string, signal?: AbortSignal): Promise<Apt> {
  const abort = signal ? { signal } : {};
  const options = ["-o", "APT::Sandbox::User=", "-o", "Acquire::Retries=3"];
  let kernel = await kernelPackage(meta, options, abort);
  if (!kernel) {
    // A fresh machine has no package lists; private ones need no root.
    const lists = join(work, "apt");
    await Deno.mkdir(`${lists}/lists/partial`, { recursive: true });
    await Deno.mkdir(`${lists}/archives/partial`, { recursive: true });
    options.push("-o", `Dir::State::lists=${lists}/lists`, "-o", `Dir::Cache=${lists}`);
    options.push("-o", "Debug::NoLocking=1");
    await apt(["apt-get", "-q", ...options, "-o", "APT::Update::Error-Mode=any", "update"], abort);
    kernel = await kernelPackage(meta, options, abort);
  }
  if (kernel) return { options, kernel };
  throw new GatewrightError(`${meta} is in none of this machine's package lists`, {
    where: "/etc/apt",
    next: "run this on Debian 12 or newer for amd64, or add its repository to apt",
  });
}

/**
 * Downloads the amd64 packages `names` into `folder`.
 *
 * @throws {GatewrightError} if one is unavailable.
 */
export async function downloadPackages(
  names: string[],
  folder: string,
  options: string[],
  signal?: AbortSignal,
): Promise<void> {
  await apt(["apt-get", "-q", ...options, "download", ...names.map((name) => `${name}:amd64`)], {
    ...(signal ? { signal } : {}),
    cwd: folder,
  });
}

/** `names` and all their dependencies, whatever is installed on the machine; sorted. */
export async function packagesNeeded(
  names: string[],
  options: string[],
  signal?: AbortSignal,
): Promise<string[]> {
  const without = ["recommends", "suggests", "conflicts", "breaks", "replaces", "enhances"];
  const { stdout } = await apt(
    ["apt-cache", ...options, "depends", "--recurse", ...without.map((one) => `--no-${one}`)]
      .concat(names.map((name) => `${name}:amd64`)),
    signal ? { signal } : {},
  );
  // Lines without indentation are packages; `<name>` is a virtual package.
  const found = stdout.split("\n").filter((line) => /^[a-z0-9]/.test(line));
  return [...new Set(found.map((name) => name.replace(/:(amd64|any|all)$/, "")))].sort();
}

async function apt([program, ...args]: string[], options: Abort) {
  try {
    return await run(program!, args, options);
  } catch (cause) {
    if (!(cause instanceof GatewrightError) || options.signal?.aborted) throw cause;
    throw new GatewrightError("the parts of the guest cannot be downloaded from Debian", {
      where: `${program} ${args.at(-1)}`,
      ...(cause.why ? { why: cause.why } : { why: cause.message }),
      next: cause.code === "not-installed"
        ? "rehearsals and the laboratory are made of Debian packages: run this on Debian"
        : "check the network and /etc/apt/sources.list, then try again",
      cause,
    });
  }
}

/** The package that a meta package such as `linux-image-amd64` depends on. */
async function kernelPackage(
  meta: string,
  options: string[],
  abort: Abort,
): Promise<string | undefined> {
  const { stdout } = await apt(["apt-cache", ...options, "depends", `${meta}:amd64`], abort)
    .catch((error) => {
      if (/E: No packages found|not installed/.test(error.why ?? "")) return { stdout: "" };
      throw error;
    });
  return /Depends: (linux-image-\d[^\s:]*)/.exec(stdout)?.[1];
}

/** Unpacks a package into `folder`: the members that match a pattern, or all. */
export async function unpack(
  deb: string,
  folder: string,
  patterns: string[],
  signal?: AbortSignal,
): Promise<void> {
  await Deno.mkdir(folder, { recursive: true });
  const script = 'deb=$1 dir=$2; shift 2; dpkg-deb --fsys-tarfile "$deb" | ' +
    'tar -x -C "$dir" --keep-directory-symlink --wildcards "$@"';
  await run("sh", ["-c", script, "sh", deb, folder, ...patterns], signal ? { signal } : {});
}
