/**
 * Writes rendered files into a folder, all or nothing.
 * @module
 */
import { dirname, join } from "node:path";
import type { Gateway } from "../gateway/gateway.ts";
import { OutputFolder } from "./steps/output_folder.ts";
import type { RenderedGateway } from "./render.ts";
import { reveal } from "../host/secret.ts";
import { unchangedPieces } from "../host/host_file.ts";
import { writeFault } from "../host/write_fault.ts";
import { writePieces } from "../host/write_pieces.ts";
import { bytesOf, holdsSecret, isHostFile } from "../site/file.ts";

/** Text, bytes, or bytes in pieces. */
type Content = string | Uint8Array | AsyncIterable<Uint8Array>;

/** Marks the folder as written by Gatewright, which may replace it. */
const MARK = "manifest.json";

/**
 * Writes install.conf, disklabel.conf, the site set, the domain, and the site tree below `site/`.
 *
 * @throws {GatewrightError} if the file system is full, or cannot be written; nothing is left then.
 */
export async function writeRender(
  gateway: Gateway,
  rendered: RenderedGateway,
  folder: string,
  signal?: AbortSignal,
): Promise<string[]> {
  try {
    return await writeAllOf(gateway, rendered, folder, signal);
  } catch (error) {
    signal?.throwIfAborted();
    throw await writeFault(error, {
      message: "the output folder cannot be written",
      where: folder,
      instead: "name another folder",
      next: "name a folder that you may write to",
    });
  }
}

async function writeAllOf(
  gateway: Gateway,
  rendered: RenderedGateway,
  folder: string,
  signal?: AbortSignal,
): Promise<string[]> {
  await using out = await OutputFolder.create(folder, "render");
  const outputs: { name: string }[] = [];
  const write = async (name: string, content: Content, mode: number) => {
    const path = join(out.path, name);
    await Deno.mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await writePieces(path, bytes instanceof Uint8Array ? [bytes] : bytes, signal);
    await Deno.chmod(path, mode);
    outputs.push({ name });
  };
  // The answers and the set contain password hashes and keys.
  await write("install.conf", reveal(rendered.installConf), 0o600);
  if (rendered.disklabelConf !== undefined) {
    await write("disklabel.conf", rendered.disklabelConf, 0o644);
  }
  await write(rendered.siteSetName, rendered.siteSet(), 0o600);
  await write(`${gateway.name}.xml`, rendered.domainXml, 0o644);
  for (const file of rendered.files) {
    const content = isHostFile(file.content)
      ? unchangedPieces(file.content, signal)
      : bytesOf(file);
    await write(join("site", file.path), content, holdsSecret(file) ? 0o600 : file.mode);
  }
  await write(
    MARK,
    `${JSON.stringify({ format: 1, name: gateway.name, rendered: true, outputs }, null, 2)}\n`,
    0o600,
  );
  await out.publish();
  return outputs.map(({ name }) => name).filter((name) => !name.startsWith("site/"));
}
