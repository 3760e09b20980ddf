/**
 * `gatewright runbook`: writes a page for the administrators of gateways.
 * @module
 */
import { EXIT } from "../../../host/error.ts";
import { writeWhole } from "../../../host/write_whole.ts";
import { formatProblem } from "../../../gateway/document/problem.ts";
import { loadTogether } from "../../../site/load_gateway.ts";
import { renderRunbook } from "../../../site/runbook/runbook.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { usageError } from "../usage.ts";

/** The command. */
export const runbook: Command = {
  name: "runbook",
  usage: "FILE... [--out FILE.html] [--json]",
  example: "gatewright runbook examples/office/gw1.yaml examples/office/gw2.yaml --out office.html",
  flags: [
    {
      name: "out",
      value: "FILE.html",
      summary: "file to write; default: standard output",
    },
    JSON_FLAG,
  ],
  async run({ words, flags, json, signal, print, note, content }) {
    if (words.length === 0) throw usageError("no file given", runbook);
    const { out } = flags;
    if (json && typeof out !== "string") throw usageError("--json needs --out", runbook);
    const outcomes = await loadTogether([...new Set(words)], {}, signal);
    // An incomplete page would be misleading.
    const refused = outcomes.find(({ error }) => error);
    if (refused) throw refused.error!;
    // Warnings about a shared file are printed once.
    for (const text of new Set(outcomes.flatMap(({ problems }) => problems.map(formatProblem)))) {
      note(text);
    }
    const page = renderRunbook(outcomes.map(({ gateway }) => gateway!));
    if (typeof out !== "string") {
      await content(new TextEncoder().encode(page));
      return EXIT.done;
    }
    await writeWhole(out, page);
    print(json ? JSON.stringify({ out, bytes: page.length }) : out);
    return EXIT.done;
  },
};
