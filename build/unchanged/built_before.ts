/**
 * Decides whether the output folder of a build is up to date.
 * @module
 */
import { join } from "node:path";
import type { Gateway } from "../../gateway/gateway.ts";
import type { ReadSecrets } from "../../gateway/secrets/secrets.ts";
import { canonical } from "../../host/canonical.ts";
import { GatewrightError } from "../../host/error.ts";
import type { HostFile } from "../../host/host_file.ts";
import { readTextBounded } from "../../host/read_bounded.ts";
import { reveal } from "../../host/secret.ts";
import { overlayBase } from "../../images/deploy/overlay_base.ts";
import type { Manifest } from "../../images/manifest/manifest.ts";
import type { ReleaseFiles } from "../release/fetch_release.ts";
import { compareFiles, recordFiles } from "./built_files.ts";
import { ownCode } from "./own_code.ts";
import { type BuildRecord, BuildRecords } from "./records.ts";

/** Inputs of a build, besides the release. */
export interface BuildInputs {
  gateway: Gateway;
  secrets: ReadSecrets["values"];
  /** Files of this host that the description includes, by path. */
  sources: ReadonlyMap<string, HostFile>;
  /** All other inputs; data. */
  options: unknown;
}

/** Inputs of a release. */
type ReleaseInputs = Pick<ReleaseFiles, "files" | "signature">;

/** Result of the comparison. */
export type Found = { manifest: Manifest } | {
  /** If only the files differ: what has happened to them. */
  why?: string;
};

/** The build in a folder, and the one that is to replace it. */
export class BuiltBefore {
  private constructor(
    private readonly out: string,
    private readonly records: BuildRecords,
    private readonly inputs: string,
    private readonly record: BuildRecord | undefined,
  ) {}

  /** Looks up the record of the folder `out`; nothing in it is read yet. */
  static async open(cacheDir: string, out: string, inputs: BuildInputs): Promise<BuiltBefore> {
    const records = await BuildRecords.open(cacheDir);
    const { gateway, secrets, sources, options } = inputs;
    const text = canonical([
      ownCode(),
      gateway,
      secrets.map(([what, value]) => [what, reveal(value)]),
      [...sources].map(([path, { sha256 }]) => [path, sha256]),
      options,
    ]);
    return new BuiltBefore(out, records, records.keyed(text), await records.read(out));
  }

  /** Whether it has the same inputs, as far as known without the release. */
  get sameInputs(): boolean {
    return this.record?.inputs === this.inputs;
  }

  /** Its manifest, if the inputs are the same and all its files are unchanged. */
  async find(release: ReleaseInputs, signal?: AbortSignal): Promise<Found> {
    const { record, records, out } = this;
    if (!record || !this.sameInputs || record.release !== this.#keyed(release)) return {};
    const compared = await compareFiles(out, record.files, records, signal).catch((error) => {
      if (error instanceof Deno.errors.NotFound) return { why: undefined };
      throw error;
    });
    if (!("same" in compared)) return compared.why === undefined ? {} : { why: compared.why };
    const text = await readTextBounded(join(out, "manifest.json"), 16 << 20);
    const manifest = JSON.parse(text) as Manifest;
    for (const { name, backing } of manifest.outputs) {
      if (!backing) continue;
      // It is outside the folder, and shared.
      const base = await overlayBase(join(out, name), backing, signal).catch((error) => {
        if (error instanceof GatewrightError && error.kind === "verification") return error;
        throw error;
      });
      if (typeof base !== "string") return { why: base.message };
    }
    // The next comparison need not read these files again.
    await records.write(out, { ...record, files: compared.same });
    return { manifest };
  }

  /**
   * The manifest of {@linkcode find}; `onChange` is called with the reason if files have changed.
   */
  async manifest(
    release: ReleaseInputs,
    onChange: (why: string) => void,
    signal?: AbortSignal,
  ): Promise<Manifest | undefined> {
    const found = await this.find(release, signal);
    if ("manifest" in found) return found.manifest;
    if (found.why !== undefined) onChange(found.why);
    return undefined;
  }

  /**
   * Prepares the record of what is about to be published from `folder`.
   *
   * @returns saves the record; to be called when the files are in place
   */
  async note(
    folder: string,
    manifest: Manifest,
    release: ReleaseInputs,
    signal?: AbortSignal,
  ): Promise<() => Promise<void>> {
    const { records, inputs, out } = this;
    const files = await recordFiles(folder, manifest, records, signal);
    return () => records.write(out, { inputs, release: this.#keyed(release), files });
  }

  #keyed({ files, signature }: ReleaseInputs): string {
    const hashes = [...files].map(([name, { sha256 }]) => [name, sha256]).sort();
    return this.records.keyed(canonical([hashes, signature]));
  }
}
