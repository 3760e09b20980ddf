/**
 * The end of a build: the companions of an installed disk, and the manifest of them all.
 * @module
 */
import { hashFile } from "../host/hash_file.ts";
import type { GuestHardware, Manifest, ManifestFile } from "../images/manifest/manifest.ts";
import type { Arch, Gateway } from "../gateway/gateway.ts";
import { run } from "../host/run.ts";
import type { Rendered } from "./rendered.ts";
import type { Accelerator } from "./qemu/args.ts";
import { qemuProgram } from "./qemu/args.ts";
import type { ReleaseFiles } from "./release/fetch_release.ts";

/** What is sealed. */
export interface SealOptions {
  /** The folder that holds the image and the log already. */
  folder: string;
  gateway: Gateway;
  rendered: Rendered;
  release: ReleaseFiles;
  /** Architecture of the QEMU that ran. */
  arch: Arch;
  accelerator: Accelerator;
  /** SHA-256 of the image, in hexadecimal. */
  imageHash: string;
  /** Seconds of each phase. */
  timings: Record<string, number>;
  /** What the boot test showed, where there was one. */
  verified?: Manifest["verified"];
  signal?: AbortSignal;
}

/**
 * Outputs with psks or password hashes in them. Their own hashes stay out of the manifest: manifests
 * are passed around, and everything else in these files can be known, so that their hash would let
 * anybody try out guesses of a weak psk without ever asking the gateway.
 */
const SECRET = /^(?:site\d+\.tgz|install\.conf)$/;

/** Writes what belongs beside an image, except its manifest. */
export async function writeCompanions(
  { folder, gateway, rendered }: Pick<SealOptions, "folder" | "gateway" | "rendered">,
): Promise<void> {
  // The set and the answers hold keys and password hashes.
  await write(folder, rendered.siteSetName, rendered.siteSet, 0o600);
  await write(folder, "install.conf", rendered.installConf, 0o600);
  if (rendered.disklabelConf !== undefined) {
    await write(folder, "disklabel.conf", rendered.disklabelConf, 0o644);
  }
  await write(folder, `${gateway.name}.xml`, rendered.domainXml, 0o644);
}

/** Hashes what lies in the folder and writes `manifest.json` there. */
export async function writeManifest(options: SealOptions): Promise<Manifest> {
  const { folder, gateway, release, timings, accelerator, verified } = options;
  const outputs: ManifestFile[] = [];
  for await (const { name } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    const { size } = await Deno.stat(path);
    if (SECRET.test(name)) outputs.push({ name, size });
    else if (name === `${gateway.name}.raw`) {
      outputs.push({ name, size, sha256: options.imageHash });
    } else outputs.push({ name, ...await hashFile(path, options.signal) });
  }
  const { stdout } = await run(qemuProgram(options.arch), ["--version"]);
  const manifest: Manifest = {
    format: 1,
    name: gateway.name,
    hostname: gateway.hostname,
    release: { version: gateway.release.version, arch: gateway.release.arch },
    ...(gateway.release.rehearsal ? { rehearsal: true as const } : {}),
    domain: hardwareOf(gateway),
    signature: release.signature,
    inputs: [...release.files].map(([name, { size, sha256 }]) => ({ name, size, sha256 })),
    outputs: outputs.sort((a, b) => a.name < b.name ? -1 : 1),
    tools: { qemu: /version (\S+)/.exec(stdout)?.[1] ?? "unknown", deno: Deno.version.deno },
    accelerator,
    timings,
    ...(verified ? { verified } : {}),
  };
  await write(folder, "manifest.json", `${JSON.stringify(manifest, null, 2)}\n`, 0o600);
  return manifest;
}

/** The part of a domain that QEMU is started with. */
export function hardwareOf({ domain }: Gateway): GuestHardware {
  const { hardware, machine, firmware, memory, vcpus, rng, interfaces, discard } = domain;
  return { hardware, machine, firmware, memory, vcpus, rng, interfaces, discard };
}

async function write(folder: string, name: string, data: string | Uint8Array, mode: number) {
  const bytes = typeof data === "string" ? new TextEncoder().encode(data) : data;
  await Deno.writeFile(`${folder}/${name}`, bytes, { createNew: true, mode });
}
