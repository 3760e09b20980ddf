/**
 * Step `manifest`: writes the inputs and outputs of the build beside the disk.
 * @module
 */
import { hashFile } from "../../host/hash_file.ts";
import { hardwareOf } from "../../images/manifest/hardware_of.ts";
import type { Manifest, ManifestFile } from "../../images/manifest/manifest.ts";
import type { Step } from "./step.ts";
import type { Disk } from "./disk.ts";
import type { Folder } from "./folder.ts";
import type { Inspected } from "./inspect.ts";
import type { Start } from "./job.ts";
import type { Overlay } from "./overlay.ts";
import type { BootMachine } from "./machine.ts";
import type { Tools } from "./tools.ts";
import type { Verified } from "./verify.ts";

/** Result of the step. */
export interface Written {
  manifest: Manifest;
}

/**
 * Outputs with psks or password hashes in them. Their hashes are left out of the manifest:
 * manifests are shared, and the rest of these files may be known, so that a hash would allow
 * offline guessing of a weak psk.
 */
const SECRET = /^(?:site\d+\.tgz|install\.conf)$/;

type Needs =
  & Start
  & Folder
  & BootMachine
  & Disk
  & Pick<Inspected, "imageSum">
  & Tools
  & Verified
  & Partial<Pick<Overlay, "backing">>;

/** Every file of the folder, with its hash if that reveals nothing. */
async function outputs({ job, folder, image, imageSum, backing }: Needs): Promise<ManifestFile[]> {
  const found: ManifestFile[] = [];
  for await (const { name } of Deno.readDir(folder.path)) {
    const path = `${folder.path}/${name}`;
    const { size } = await Deno.stat(path);
    if (SECRET.test(name)) found.push({ name, size });
    else if (path === image && backing) {
      found.push({ name, ...await hashFile(path, job.signal), ...imageSum, backing });
    } else if (path === image) found.push({ name, size, ...imageSum });
    else found.push({ name, ...await hashFile(path, job.signal) });
  }
  return found.sort((a, b) => a.name < b.name ? -1 : 1);
}

/** Undone with its folder. */
export const manifest: Step<Needs, Written> = {
  name: "manifest",
  async run(given) {
    const { job, clock, folder, accelerator, verified } = given;
    const { gateway, release } = job;
    // Hashing the other files takes no noticeable time.
    const timings = clock.seconds();
    const files = await outputs(given);
    const qemu = await given.qemuVersion;
    const written: Manifest = {
      format: 1,
      name: gateway.name,
      hostname: gateway.hostname,
      release: { version: gateway.release.version, arch: gateway.release.arch },
      ...(gateway.release.rehearsal ? { rehearsal: true as const } : {}),
      ...(job.base ? { base: job.base } : {}),
      ...(job.revision === undefined ? {} : { revision: job.revision }),
      ...(job.stamp ? { stamped: { base: job.stamp.pieces } } : {}),
      domain: hardwareOf(gateway),
      signature: release.signature,
      inputs: [...release.files].map(([name, { size, sha256 }]) => ({ name, size, sha256 })),
      outputs: files,
      ...(job.shipped ? { shipped: job.shipped } : {}),
      ...(job.kept ? { kept: job.kept } : {}),
      tools: { qemu, deno: Deno.version.deno },
      accelerator,
      timings,
      ...(verified ? { verified } : {}),
    };
    const text = `${JSON.stringify(written, null, 2)}\n`;
    await Deno.writeTextFile(`${folder.path}/manifest.json`, text, {
      createNew: true,
      mode: 0o600,
    });
    return { manifest: written };
  },
};
