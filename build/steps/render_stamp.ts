/**
 * Step `render` of a stamp: the files of the gateway, and the script that puts them in place, on the mirror.
 * @module
 */
import { installEnvironment } from "../../autoinstall/environment.ts";
import { reveal } from "../../host/secret.ts";
import { servedBytes } from "../installer/http_server.ts";
import { stampOf, type Start } from "./job.ts";
import type { Folder } from "./folder.ts";
import type { Mirror } from "./mirror.ts";
import { type PackedSet, packSet, type RenderedFor } from "./render.ts";
import type { Step } from "./step.ts";

/** What it gives besides the files. */
export interface StampScript {
  /** URL of the script. */
  script: string;
}

/** Undone by closing the site set, and with the folder it is in. */
export const renderStamp: Step<Start & Folder & Mirror, RenderedFor & PackedSet & StampScript> = {
  name: "render",
  async run({ job, folder, mirror: { port, files, secret } }) {
    const { serverDirectory } = installEnvironment(job.gateway);
    const environment = installEnvironment(job.gateway, {
      httpServer: `http://10.0.2.2:${port}`,
      serverDirectory: `${secret}/${serverDirectory}`,
    });
    const rendered = await job.render(environment);
    const url = (name: string) => `${environment.httpServer}/${secret}/${name}`;
    const { siteSetName } = rendered;
    const packedSet = await packSet(folder, rendered, job.signal);
    const script = stampOf(job).script({ environment, siteSet: url(siteSetName) });
    files.set(`/${secret}/${siteSetName}`, packedSet);
    files.set(`/${secret}/stamp`, servedBytes(new TextEncoder().encode(reveal(script))));
    return { environment, rendered, packedSet, script: url("stamp") };
  },
  undo: ({ packedSet }) => packedSet[Symbol.dispose](),
};
