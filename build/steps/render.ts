/**
 * Step `render`: puts the files of the gateway for this installation on the mirror, beside the
 * release. The site set may be large: it is written beside the disk, and served from there.
 * @module
 */
import { type InstallEnvironment, installEnvironment } from "../../autoinstall/environment.ts";
import { HeldFile } from "../../host/held_file.ts";
import { writePieces } from "../../host/write_pieces.ts";
import { servedBytes } from "../installer/http_server.ts";
import { indexTxt } from "../installer/index_txt.ts";
import type { Rendered } from "./rendered.ts";
import type { Step } from "./step.ts";
import type { Start } from "./job.ts";
import type { Folder } from "./folder.ts";
import type { Mirror } from "./mirror.ts";

/** Result of the step. */
export interface RenderedFor {
  environment: InstallEnvironment;
  rendered: Rendered;
}

/** Additional result. */
export interface SiteSetFile {
  /** The open site set: replacing its path does not change what is served. */
  siteSetFile: HeldFile;
}

/**
 * Renders for an installer that uses the mirror, and packs the site set beside the disk, where it
 * stays.
 */
export async function renderFor(
  { job, folder, mirror: { port, secret } }: Start & Folder & Mirror,
): Promise<RenderedFor & SiteSetFile> {
  const { serverDirectory } = installEnvironment(job.gateway);
  const environment = installEnvironment(job.gateway, {
    httpServer: `http://10.0.2.2:${port}`,
    serverDirectory: `${secret}/${serverDirectory}`,
  });
  const rendered = await job.render(environment);
  const file = `${folder.path}/${rendered.siteSetName}`;
  await writePieces(file, rendered.siteSet(), job.signal);
  return { environment, rendered, siteSetFile: await HeldFile.open(file) };
}

/** Undone by closing the site set, and with its folder. */
export const render: Step<Start & Folder & Mirror, RenderedFor & SiteSetFile> = {
  name: "render",
  async run(given) {
    const { job, mirror: { files } } = given;
    const { environment, rendered, siteSetFile } = await renderFor(given);
    const at = (name: string) => `/${environment.serverDirectory}/${name}`;
    const index = [{ name: rendered.siteSetName, size: siteSetFile.size }];
    for (const [name, { content }] of job.release.files) {
      files.set(at(name), content);
      index.push({ name, size: content.size });
    }
    files.set(at(rendered.siteSetName), siteSetFile);
    files.set(at("index.txt"), servedBytes(new TextEncoder().encode(indexTxt(index))));
    return { environment, rendered, siteSetFile };
  },
  undo: ({ siteSetFile }) => siteSetFile[Symbol.dispose](),
};
