/**
 * Step `companions`: the files beside the disk, except the site set and the manifest.
 * @module
 */
import type { Step } from "./step.ts";
import type { Folder } from "./folder.ts";
import type { Start } from "./job.ts";
import type { Mirror } from "./mirror.ts";
import type { RenderedFor } from "./render.ts";
import { reveal } from "../../host/secret.ts";

/** Undone with its folder. */
export const companions: Step<Start & Folder & Mirror & RenderedFor, object> = {
  name: "companions",
  async run({ job: { gateway }, folder, mirror, rendered }) {
    const write = (name: string, text: string, mode: number) =>
      Deno.writeTextFile(`${folder.path}/${name}`, text, { createNew: true, mode });
    // The site set exists already. The answers contain password hashes. The URL of the sets is that
    // of this installation only.
    await write(
      "install.conf",
      reveal(rendered.installConf).replace(`${mirror.secret}/`, ""),
      0o600,
    );
    if (rendered.disklabelConf !== undefined) {
      await write("disklabel.conf", rendered.disklabelConf, 0o644);
    }
    if (rendered.domainXml !== undefined) {
      await write(`${gateway.name}.xml`, rendered.domainXml, 0o644);
    }
    return {};
  },
};
