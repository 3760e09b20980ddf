/**
 * Step `render`: the files of the gateway for this installation, on the mirror beside the release.
 * @module
 */
import { type InstallEnvironment, installEnvironment } from "../../autoinstall/environment.ts";
import { servedBytes } from "../installer/http_server.ts";
import { indexTxt } from "../installer/index_txt.ts";
import type { Rendered } from "./rendered.ts";
import type { Step } from "./step.ts";
import type { Start } from "./job.ts";
import type { Mirror } from "./mirror.ts";

/** What it gives. */
export interface RenderedFor {
  environment: InstallEnvironment;
  rendered: Rendered;
}

/** Leaves nothing to undo. */
export const render: Step<Start & Mirror, RenderedFor> = {
  name: "render",
  async run({ job, mirror: { port, files, secret } }) {
    const { serverDirectory } = installEnvironment(job.gateway);
    const environment = installEnvironment(job.gateway, {
      httpServer: `http://10.0.2.2:${port}`,
      serverDirectory: `${secret}/${serverDirectory}`,
    });
    const rendered = await job.render(environment);
    const at = (name: string) => `/${environment.serverDirectory}/${name}`;
    const index = [{ name: rendered.siteSetName, size: rendered.siteSet.length }];
    for (const [name, { content }] of job.release.files) {
      files.set(at(name), content);
      index.push({ name, size: content.size });
    }
    files.set(at(rendered.siteSetName), servedBytes(rendered.siteSet));
    files.set(at("index.txt"), servedBytes(new TextEncoder().encode(indexTxt(index))));
    return { environment, rendered };
  },
};
