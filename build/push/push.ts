/**
 * Changes the files of a running gateway, which reverts unless a new connection confirms.
 * @module
 */
import { GatewrightError } from "../../host/error.ts";
import { runOver, type SshTarget } from "../../host/ssh.ts";
import { unchangedPieces } from "../../host/host_file.ts";
import { bytesOf, contentSize, isHostFile, type SiteFile } from "../../site/file.ts";
import { agentScript } from "../../site/push/agent.ts";
import { PUSH_FOLDER } from "../../site/push/query_script.ts";
import { OTHER_PUSH, stageScript } from "../../site/push/stage_script.ts";
import { shellWord } from "../../host/shell_word.ts";
import { asRoot } from "./query_state.ts";
import { type Plan, planFiles } from "./plan.ts";

/** Options of a push. */
export interface PushOptions {
  /** The gateway. */
  target: SshTarget;
  /** The plan. */
  plan: Plan;
  /** Seconds until the gateway reverts. */
  rollback: number;
  /** The revision that is pushed, for `gatewright status`. */
  revision: string;
  /** Aborts it; if files were changed already, the gateway reverts by itself. */
  signal: AbortSignal;
  /** Called with the progress. */
  onNote: (text: string) => void;
  /** Prefix of every path on the gateway, for tests. */
  base?: string;
}

/** The archive to unpack on the gateway: the agent, its plan, and the files. */
async function stagedFiles(
  { plan, rollback, revision, base = "" }: PushOptions,
  id: string,
) {
  const { packTar } = await import("modern-tar");
  const { plan: list, reload } = planFiles(plan);
  const entry = (name: string, body: string, mode: number) => {
    const bytes = new TextEncoder().encode(body);
    return { header: { name, size: bytes.length, mode }, body: bytes };
  };
  const fileEntry = (path: string, { content }: SiteFile) => ({
    header: { name: `new${path}`, size: contentSize(content), mode: 0o600 },
    body: isHostFile(content)
      ? ReadableStream.from(unchangedPieces(content))
      : bytesOf({ content }),
  });
  return await packTar([
    entry("agent", agentScript({ rollback, revision, id, base }), 0o700),
    entry("plan", list, 0o600),
    entry("reload", reload, 0o600),
    ...plan.changes.flatMap(({ path, file }) => file === undefined ? [] : [fileEntry(path, file)]),
  ]);
}

/**
 * Copies the changed files to a folder on the gateway, checks them with its own programs, moves
 * them into place, and confirms over a new connection.
 *
 * @throws {GatewrightError} (verification) if the gateway's programs refuse a file, or a new
 * connection fails; the gateway then has its old files, or will revert at the time limit.
 */
export async function push(options: PushOptions): Promise<void> {
  const { target, rollback, signal, onNote, base = "" } = options;
  const id = crypto.randomUUID().replaceAll("-", "");
  const folder = `${base}${PUSH_FOLDER}`;
  onNote("copying");
  await stage(options, id);
  onNote("the gateway checks the files and installs them");
  using _told = whenInterrupted(
    signal,
    () => onNote(`the gateway restores its old files by itself within ${rollback} seconds`),
  );
  const applied = await runOver(target, "", {
    signal,
    command: asRoot(`ksh ${folder}/agent apply ${id}`),
    okStatus: [0, 1, 3],
  }).catch((cause) => {
    throw unconfirmed(options, cause);
  });
  const said = words(applied.stdout);
  if (applied.status !== 0) {
    throw new GatewrightError(
      applied.status === 3 ? "the gateway refuses the files" : "the push failed",
      {
        kind: "verification",
        where: target.dest,
        why: said || applied.stderr.trim(),
        next: applied.status === 3
          ? "nothing was changed; correct the description"
          : "the old files are restored; correct the files named",
      },
    );
  }
  onNote("confirming over a new connection");
  await confirmPush(options, `ksh ${folder}/agent confirm ${id}`).catch((cause) => {
    throw unconfirmed(options, cause);
  });
}

/** Copies the files to a folder on the gateway, unless another push is in progress. */
async function stage(options: PushOptions, id: string): Promise<void> {
  const { target, signal, base } = options;
  const { status } = await runOver(target, await stagedFiles(options, id), {
    signal,
    command: asRoot(`sh -c ${shellWord(stageScript(base))}`),
    okStatus: [0, OTHER_PUSH],
  });
  if (status === 0) return;
  throw new GatewrightError("another push to this gateway is not confirmed yet", {
    kind: "verification",
    where: target.dest,
    next: "wait until it is confirmed or undone, and push again",
  });
}

/** The error of a push that was started and not confirmed. */
function unconfirmed({ target, rollback, signal }: PushOptions, cause: unknown): unknown {
  if (signal.aborted || !(cause instanceof GatewrightError)) return cause;
  return new GatewrightError("the push was not confirmed", {
    kind: "verification",
    code: "not-confirmed",
    where: target.dest,
    why: cause.why ?? cause.message,
    next: `the gateway restores its old files by itself within ${rollback} seconds`,
    cause,
  });
}

/** Reports the consequence of an interrupt, while it applies. */
function whenInterrupted(signal: AbortSignal, say: () => void): Disposable {
  signal.addEventListener("abort", say, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener("abort", say) };
}

async function confirmPush({ target, signal }: PushOptions, command: string): Promise<void> {
  const { status, stdout } = await runOver(target, "", {
    signal,
    command: asRoot(command),
    okStatus: [0, 1],
  });
  if (status !== 0) throw new GatewrightError("not confirmed", { why: words(stdout) });
}

const words = (text: string) => text.replaceAll(/^gatewright: push: /gm, "").trim();
