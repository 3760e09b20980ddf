/**
 * `gatewright push`: changes the files of a running gateway.
 * @module
 */
import { EXIT, GatewrightError } from "../../../host/error.ts";
import { resolveSecrets } from "../../../gateway/secrets/secrets.ts";
import { loadGateway } from "../../../site/load_gateway.ts";
import { holdsSecret } from "../../../site/file.ts";
import { filesOn, queryState } from "../../push/query_state.ts";
import { type Change, type Plan, planOf, refuseOther } from "../../push/plan.ts";
import { push as pushPlan } from "../../push/push.ts";
import { renderGateway } from "../../render.ts";
import { type Command, JSON_FLAG } from "../command.ts";
import { SSH_CONFIG_FLAG, sshTarget } from "../ssh_flags.ts";
import { usageError } from "../usage.ts";
import { shownWord } from "../../../host/shell_word.ts";

/** `60`, `60s` or `5m` in seconds. */
function seconds(text: string | true | undefined): number {
  if (text === undefined) return 60;
  const match = /^([1-9][0-9]{0,3})([sm]?)$/.exec(String(text));
  const time = match ? Number(match[1]) * (match[2] === "m" ? 60 : 1) : 0;
  if (time >= 5 && time <= 3600) return time;
  throw usageError(`--rollback ${text} is not a time from 5 s to 60 m; give 60s or 5m`, push);
}

const WHAT: { [what in Change["what"]]: string } = {
  new: "is new",
  content: "changes",
  mode: "gets its mode back",
  removed: "is removed",
};

function planLines({ changes, reload, atBoot, left }: Plan): string[] {
  return [
    ...changes.flatMap(({ path, what, diff, file }) => [
      `${path} ${WHAT[what]}${file && holdsSecret(file) ? " (secret, not shown)" : ""}`,
      ...(diff ? diff.trimEnd().split("\n").map((line) => `  ${line}`) : []),
    ]),
    ...(reload.length > 0 ? [`then: ${reload.join(", ")}`] : []),
    ...(atBoot.length > 0 ? [`takes effect at the next boot: ${atBoot.join(", ")}`] : []),
    ...left,
  ];
}

/** The command. */
export const push: Command = {
  name: "push",
  usage: "FILE DEST [--yes] [--dry-run] [--rollback TIME] [--ssh-config FILE] [--json]",
  words: [undefined],
  example: "gatewright push examples/hq.yaml paul@10.0.0.50",
  flags: [
    { name: "yes", summary: "do not ask" },
    { name: "dry-run", summary: "only show what would change" },
    {
      name: "rollback",
      value: "TIME",
      summary:
        "how long the gateway waits for a new connection before it restores the old files; default 60s",
    },
    SSH_CONFIG_FLAG,
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, json, signal, print, note, ask, testing } = context;
    const [file, dest, ...more] = words;
    if (file === undefined) throw usageError("no file given", push);
    if (dest === undefined) throw usageError("no destination given", push);
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, push);
    const rollback = seconds(flags.rollback);
    const target = sshTarget(context, dest);
    const { gateway } = await loadGateway(file, { signal });
    const { secrets } = await resolveSecrets(gateway, signal);
    const { files, revision } = await renderGateway(gateway, secrets, undefined, signal);
    const { base = "" } = testing;
    const wanted = filesOn(files);
    const remote = await queryState(target, wanted, signal, base);
    refuseOther(gateway, remote, dest);
    const plan = planOf(gateway, wanted, remote);
    const show = json ? note : print;
    if (!json) { for (const line of planLines(plan)) show(line); }
    const changes = plan.changes.map(({ path, what }) => ({ path, what }));
    const result = { dest, revision, changes, reload: plan.reload, atBoot: plan.atBoot };
    if (plan.changes.length === 0 || flags["dry-run"]) {
      if (json) print(JSON.stringify({ ...result, pushed: false }));
      else if (plan.changes.length === 0) print(`${dest}: nothing to change`);
      return EXIT.done;
    }
    if (flags.yes !== true) {
      if (!ask) {
        throw new GatewrightError("nobody is there to confirm the push", {
          kind: "usage",
          code: "needs-consent",
          next: "see what would change with --dry-run",
        });
      }
      if (!ask(`Change ${plan.changes.length} files of ${dest}? [y/N]`)) return EXIT.failed;
    }
    await pushPlan({ target, plan, rollback, revision, signal, onNote: note, base });
    if (json) print(JSON.stringify({ ...result, pushed: true }));
    else {
      print(`${dest}: pushed and confirmed, revision ${revision}`);
      const config = typeof flags["ssh-config"] === "string"
        ? ` --ssh-config ${shownWord(flags["ssh-config"])}`
        : "";
      note(`next: gatewright status ${shownWord(file)} --ssh ${shownWord(dest)}${config}`);
    }
    return EXIT.done;
  },
};
