/**
 * Whether what lies in the folder of a build is what that build would make again.
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

/** What a build is made from, besides the release. */
export interface BuildInputs {
  gateway: Gateway;
  secrets: ReadSecrets["values"];
  /** Files of this host that the description brings, by path. */
  sources: ReadonlyMap<string, HostFile>;
  /** All else that decides what is made; data. */
  options: unknown;
}

/** What of a release decides. */
type ReleaseInputs = Pick<ReleaseFiles, "files" | "signature">;

/** What came of a look into the folder. */
export type Found = { manifest: Manifest } | {
  /** Where only the files differ: what has happened to them. */
  why?: string;
};

/** The build that lies in a folder, and the one that is to take its place. */
export class BuiltBefore {
  private constructor(
    private readonly out: string,
    private readonly records: BuildRecords,
    private readonly inputs: string,
    private readonly record: BuildRecord | undefined,
  ) {}

  /** Looks up what was recorded of the folder `out`; nothing in it is read yet. */
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

  /** It was made from the same, as far as that can be said without the release. */
  get sameInputs(): boolean {
    return this.record?.inputs === this.inputs;
  }

  /** Its manifest, if it was made from the same and all its files are as they were. */
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
      // It is no file of the folder, and others use it.
      const base = await overlayBase(join(out, name), backing, signal).catch((error) => {
        if (error instanceof GatewrightError && error.kind === "verification") return error;
        throw error;
      });
      if (typeof base !== "string") return { why: base.message };
    }
    // The next comparison need not read what this one has.
    await records.write(out, { ...record, files: compared.same });
    return { manifest };
  }

  /** The manifest of {@linkcode find}; `onChange` is told why there is none, where files have changed. */
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
   * Notes what is about to be published from `folder`.
   *
   * @returns keeps the note; called when the files are in their place
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
