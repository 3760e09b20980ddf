/**
 * Step `render`: the files of the gateway for this installation, on the mirror beside the release.
 * @module
 */
import { type InstallEnvironment, installEnvironment } from "../../autoinstall/environment.ts";
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
  async run({ job, mirror: { port, files } }) {
    const environment = installEnvironment(job.gateway, { httpServer: `http://10.0.2.2:${port}` });
    const rendered = await job.render(environment);
    const at = (name: string) => `/${environment.serverDirectory}/${name}`;
    const index = [{ name: rendered.siteSetName, size: rendered.siteSet.length }];
    for (const [name, { path, size }] of job.release.files) {
      files.set(at(name), { file: path });
      index.push({ name, size });
    }
    files.set(at(rendered.siteSetName), { bytes: rendered.siteSet });
    files.set(at("index.txt"), { bytes: new TextEncoder().encode(indexTxt(index)) });
    return { environment, rendered };
  },
};
