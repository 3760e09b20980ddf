/**
 * `gatewright render`: writes everything but the disk.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { formatProblem } from "../../../gateway/document/problem.ts";
import { resolveSecrets } from "../../../gateway/secrets/secrets.ts";
import { renderGateway } from "../../render.ts";
import { writeRender } from "../../write_render.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const render: Command = {
  name: "render",
  summary: "write install.conf, disklabel.conf, the site set and the domain of a gateway",
  usage: "FILE --out DIR [--strict] [--json]",
  example: "gatewright render examples/hq.yaml --out /tmp/hq",
  flags: [
    { name: "out", value: "DIR", summary: "folder to write; it appears whole or not at all" },
    { name: "strict", summary: "warnings are errors" },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print, note }) {
    const [file, ...more] = words;
    if (file === undefined) throw usageError("no file given", render);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, render);
    if (typeof flags.out !== "string") throw usageError("--out DIR is missing", render);
    const { gateway, warnings } = await loadGateway(file, { strict: flags.strict === true });
    for (const warning of warnings) note(formatProblem(warning));
    const { secrets, warnings: kept } = await resolveSecrets(gateway, signal, {
      onHashed: (done, all) => note(`hashing passwords: ${done} of ${all}`),
    });
    for (const text of kept) note(`warning: ${text}`);
    const written = await writeRender(gateway, await renderGateway(gateway, secrets), flags.out);
    if (json) print(JSON.stringify({ out: flags.out, files: written }));
    else for (const name of written) print(`${flags.out}/${name}`);
    return EXIT.done;
  },
};
