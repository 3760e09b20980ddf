/**
 * Step `render` of a stamp: the files of the gateway, and the script that puts them in place, on the mirror.
 * @module
 */
import { installEnvironment } from "../../autoinstall/environment.ts";
import { reveal } from "../../host/secret.ts";
import { servedBytes } from "../installer/http_server.ts";
import { stampOf, type Start } from "./job.ts";
import type { Mirror } from "./mirror.ts";
import type { RenderedFor } from "./render.ts";
import type { Step } from "./step.ts";

/** What it gives besides the files. */
export interface StampScript {
  /** URL of the script. */
  script: string;
}

/** Leaves nothing to undo. */
export const renderStamp: Step<Start & Mirror, RenderedFor & StampScript> = {
  name: "render",
  async run({ job, mirror: { port, files, secret } }) {
    const { serverDirectory } = installEnvironment(job.gateway);
    const environment = installEnvironment(job.gateway, {
      httpServer: `http://10.0.2.2:${port}`,
      serverDirectory: `${secret}/${serverDirectory}`,
    });
    const rendered = await job.render(environment);
    const url = (name: string) => `${environment.httpServer}/${secret}/${name}`;
    const { siteSet, siteSetName } = rendered;
    const script = stampOf(job).script({ environment, siteSet: url(siteSetName) });
    files.set(`/${secret}/${siteSetName}`, servedBytes(siteSet));
    files.set(`/${secret}/stamp`, servedBytes(new TextEncoder().encode(reveal(script))));
    return { environment, rendered, script: url("stamp") };
  },
};
