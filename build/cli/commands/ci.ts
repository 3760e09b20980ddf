/**
 * `gatewright ci`: writes a CI workflow that builds gateways.
 * @module
 */
import { formatProblem } from "../../../gateway/document/problem.ts";
import { EXIT } from "../../../host/error.ts";
import { loadTogether } from "../../../site/load_gateway.ts";
import config from "../../../deno.json" with { type: "json" };
import { githubWorkflow } from "../ci/github.ts";
import { gitlabPipeline } from "../ci/gitlab.ts";
import { problemsInCi } from "../ci/this_host.ts";
import { planCi } from "../ci/plan.ts";
import type { CiSource } from "../ci/workflow_text.ts";
import type { Command } from "../command.ts";
import { complaintsOf } from "../complaints/complaints.ts";
import { textLines } from "../complaints/text.ts";
import { usageError } from "../usage.ts";

const KINDS = new Map([["github", githubWorkflow], ["gitlab", gitlabPipeline]]);

/** The command. */
export const ci: Command = {
  name: "ci",
  usage: "github|gitlab FILE... [--rehearse] [--stamp] [--from OWNER/REPOSITORY@REF] [--strict]",
  words: [[...KINDS.keys()]],
  example: "gatewright ci github gateways/*.yaml >.github/workflows/gateways.yml",
  flags: [
    { name: "rehearse", summary: "build with a stand-in for the installer, downloading nothing" },
    { name: "stamp", summary: "stamp on a base, even of releases not tested yet" },
    {
      name: "from",
      value: "OWNER/REPOSITORY@REF",
      summary: "where CI gets Gatewright on GitHub; default this version's tag",
    },
    { name: "strict", summary: "warnings are errors" },
  ],
  async run({ words: [kind, ...files], flags, signal, print, note }) {
    const write = kind === undefined ? undefined : KINDS.get(kind);
    if (!write) {
      throw usageError(
        kind === undefined
          ? "no CI given; name github or gitlab"
          : `${kind} is not known; name github or gitlab`,
        ci,
      );
    }
    if (files.length === 0) throw usageError("no file given", ci);
    const source = sourceOf(flags.from);
    const rehearse = flags.rehearse === true;
    const stamp = flags.stamp === true;
    const outcomes = await loadTogether(files, { strict: flags.strict === true }, signal);
    const refused = outcomes.find(({ error }) => error);
    for (const line of textLines(complaintsOf(outcomes))) note(line);
    if (refused) return refused.error!.exitCode;
    const gateways = outcomes.map(({ file, gateway }) => ({ file, gateway: gateway! }));
    const names = gateways.map(({ gateway }) => gateway.name);
    const twin = names.find((name, at) => names.indexOf(name) < at);
    if (twin !== undefined) {
      throw usageError(`two of the files are named ${twin}; give one of them another name`, ci);
    }
    const problems = rehearse ? [] : await problemsInCi(gateways);
    for (const problem of problems) note(formatProblem(problem));
    if (problems.length > 0) return EXIT.description;
    const plan = planCi(gateways, {
      version: config.version,
      rehearse,
      stamp,
    });
    for (const line of write({ plan, source, rehearse, stamp }).trimEnd().split("\n")) print(line);
    return EXIT.done;
  },
};

/** Source of Gatewright in CI: as given, or the tag of this version. */
function sourceOf(from: string | true | undefined): CiSource {
  if (from === undefined) {
    return { repository: config.name.replace(/^@/, ""), ref: `v${config.version}` };
  }
  const match = /^([A-Za-z0-9][\w-]*\/[\w.-]+)@([\w][\w./-]*)$/.exec(String(from));
  if (match) return { repository: match[1]!, ref: match[2]! };
  throw usageError(`--from ${from} is not of the form OWNER/REPOSITORY@REF`, ci);
}
