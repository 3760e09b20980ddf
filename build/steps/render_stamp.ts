/**
 * Step `render` of a stamp: puts the files of the gateway, and the script that installs them, on
 * the mirror.
 * @module
 */
import { reveal } from "../../host/secret.ts";
import { servedBytes } from "../installer/http_server.ts";
import { stampOf, type Start } from "./job.ts";
import type { Folder } from "./folder.ts";
import type { Mirror } from "./mirror.ts";
import { type RenderedFor, renderFor, type SiteSetFile } from "./render.ts";
import type { Step } from "./step.ts";

/** Additional result. */
export interface StampScript {
  /** URL of the script. */
  script: string;
}

/** Undone by closing the site set, and with its folder. */
export const renderStamp: Step<Start & Folder & Mirror, RenderedFor & SiteSetFile & StampScript> = {
  name: "render",
  async run(given) {
    const { job, mirror: { files, secret } } = given;
    const { environment, rendered, siteSetFile } = await renderFor(given);
    const { siteSetName } = rendered;
    const url = (name: string) => `${environment.httpServer}/${secret}/${name}`;
    const script = stampOf(job).script({ environment, siteSet: url(siteSetName) });
    files.set(`/${secret}/${siteSetName}`, siteSetFile);
    files.set(`/${secret}/stamp`, servedBytes(new TextEncoder().encode(reveal(script))));
    return { environment, rendered, siteSetFile, script: url("stamp") };
  },
  undo: ({ siteSetFile }) => siteSetFile[Symbol.dispose](),
};
