/**
 * `gatewright render`: writes all files except the disk.
 * @module
 */
import { join } from "node:path";
import { EXIT } from "../../../host/error.ts";
import { loadTogether } from "../../../site/load_gateway.ts";
import { formatProblem } from "../../../gateway/document/problem.ts";
import { resolveSecrets } from "../../../gateway/secrets/secrets.ts";
import { renderGateway } from "../../render.ts";
import { writeRender } from "../../write_render.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const render: Command = {
  name: "render",
  usage: "FILE... --out DIR [--strict] [--json]",
  example: "gatewright render examples/hq.yaml --out /tmp/hq",
  flags: [
    {
      name: "out",
      value: "DIR",
      summary: "folder to write, whole or not at all; of several files, DIR/NAME for each",
    },
    { name: "strict", summary: "warnings are errors" },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print, note }) {
    if (words.length === 0) throw usageError("no file given", render);
    const { out } = flags;
    if (typeof out !== "string") throw usageError("--out DIR is missing", render);
    const outcomes = await loadTogether(words, { strict: flags.strict === true }, signal);
    const refused = outcomes.find(({ error }) => error);
    // If one gateway fails, nothing is written: related files would disagree.
    if (refused) throw refused.error!;
    const gateways = outcomes.map(({ gateway }) => gateway!);
    const twin = gateways.find(({ name }, at) =>
      gateways.findIndex((other) => other.name === name) < at
    );
    if (twin) {
      const { file } = gateways.find(({ name }) => name === twin.name)!;
      const both = file === twin.file
        ? `${file} is given twice`
        : `${file} and ${twin.file} are both named ${twin.name}; render one at a time`;
      throw usageError(both, render);
    }
    const results: { out: string; files: string[] }[] = [];
    for (const [at, gateway] of gateways.entries()) {
      for (const warning of outcomes[at]!.problems) note(formatProblem(warning));
      const { secrets, warnings: kept } = await resolveSecrets(gateway, signal, {
        onEvent: ({ done, all }) => note(`hashing passwords: ${done} of ${all}`),
      });
      for (const text of kept) note(`warning: ${text}`);
      const folder = gateways.length > 1 ? join(out, gateway.name) : out;
      const rendered = await renderGateway(gateway, secrets, undefined, signal);
      const files = await writeRender(gateway, rendered, folder, signal);
      results.push({ out: folder, files });
      if (!json) { for (const name of files) print(`${folder}/${name}`); }
    }
    if (json) print(JSON.stringify(results.length > 1 ? results : results[0]));
    return EXIT.done;
  },
};
