/**
 * Whether the files that a description names exist on this host.
 * @module
 */
import type { Path } from "../document/document.ts";
import type { Gateway } from "../gateway.ts";
import { type OpenbsdRelease, RELEASES } from "../openbsd/releases.ts";
import { MOST_USTAR } from "../../host/ustar.ts";
import { readBounded } from "../../host/read_bounded.ts";
import { isScript, undoings } from "./scripts.ts";
import type { Report } from "./report.ts";
import { checkSecretFiles } from "./secret_files.ts";

/** Reports unreadable sources, keys and secrets, and a local mirror without the release. */
export async function checkSources(gateway: Gateway, report: Report): Promise<void> {
  for (const [index, file] of gateway.files.entries()) {
    const { content } = file;
    const path = ["files", index, "source"];
    if (content.kind !== "source") continue;
    const size = await sizeOf(content.file, path, report);
    if (size === undefined) continue;
    if (size > MOST_USTAR) {
      report(path, "error", `${content.file} is too large for the site set: 8 GiB or more`);
    }
    if (isScript(file)) await checkScript(gateway, content.file, file.path, path, report);
  }
  await checkKey(gateway, report);
  await checkFolder(gateway, report);
  await checkSecretFiles(gateway, report);
}

/** Size limit of scripts in bytes. */
const MOST_BYTES = 1 << 20;

/** Reports commands of the script `file`, run on the gateway as `as`, that undo fields. */
async function checkScript(
  gateway: Gateway,
  file: string,
  as: string,
  path: Path,
  report: Report,
): Promise<void> {
  const bytes = await readBounded(file, MOST_BYTES).catch(() => new Uint8Array());
  for (const { message, line } of undoings(gateway, new TextDecoder().decode(bytes), as)) {
    report(path, "warning", `line ${line}: ${message}`);
  }
}

/** The bytes of `file`, if it is a file; otherwise reports why not. */
async function sizeOf(file: string, path: Path, report: Report): Promise<number | undefined> {
  try {
    const { isFile, size } = await Deno.stat(file);
    if (!isFile) report(path, "error", `${file} is not a file`);
    return isFile ? size : undefined;
  } catch (error) {
    const missing = error instanceof Deno.errors.NotFound;
    report(path, "error", missing ? `there is no file ${file}` : `${file} cannot be read`);
    return undefined;
  }
}

/** Checks that the key is one of signify(1), and not the key of another release. */
async function checkKey({ release }: Gateway, report: Report): Promise<void> {
  const path = ["release", "key"];
  const { key } = release;
  if (key === undefined || await sizeOf(key, path, report) === undefined) return;
  const text = await Deno.readTextFile(key).catch(() => undefined);
  if (text === undefined) {
    report(path, "error", `${key} cannot be read`);
    return;
  }
  const [comment = "", base64 = ""] = text.split("\n");
  if (!comment.startsWith("untrusted comment: ") || !/^RW[A-Za-z0-9+/]{54}$/.test(base64)) {
    report(path, "error", `${key} is not a public key of signify(1), such as openbsd-80-base.pub`);
    return;
  }
  const owner: OpenbsdRelease | undefined = RELEASES.find((one) => one.baseKey === base64);
  if (owner === undefined || owner.number === release.number) return;
  report(
    path,
    "error",
    `this is the key of ${owner.version}; the one of ${release.version} is built in: leave key out`,
    { rests: [["release", "version"]] },
  );
}

/** A mirror in a local folder can be checked. */
async function checkFolder({ release }: Gateway, report: Report): Promise<void> {
  if (release.mirror === undefined || !release.mirror.startsWith("file:")) return;
  if (release.rehearsal || !URL.canParse(`${release.mirror}/`)) return;
  const { version, arch } = release;
  const url = new URL(`${release.mirror}/${version}/${arch}/SHA256.sig`);
  const there = await Deno.stat(url).then(() => true, () => false);
  if (there) return;
  report(
    ["release", "mirror"],
    "warning",
    `the mirror has no ${version}/${arch}/SHA256.sig; name the folder that has ${version}, up to pub/OpenBSD`,
    { rests: [["release", "version"], ["release", "arch"]] },
  );
}
