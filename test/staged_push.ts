/**
 * A gateway's folder with a push in it, and the agent that carries it out.
 * @module
 */
import assert from "node:assert/strict";
import { agentScript } from "../site/push/agent.ts";
import { PUSH_FOLDER } from "../site/push/query_script.ts";
import { ended } from "./ended.ts";
import { openbsdStandIns, standIn } from "./sshd.ts";

/** The files of the gateway. */
export const OLD = {
  "/etc/pf.conf": "block\n",
  "/etc/ipsec/a.conf": 'ike esp psk "old-secret-of-a"\n',
  "/etc/ipsec/gone.conf": "ike esp\n",
};
/** Those that are pushed. */
export const NEW = {
  "/etc/pf.conf": "block\npass\n",
  "/etc/ipsec/a.conf": 'ike esp psk "new-secret-of-a"\n',
  "/etc/ipsec/b.conf": "ike esp from any\n",
};
/** What is done with them. */
export const PLAN = `put /etc/ipsec/a.conf 600 root wheel
put /etc/ipsec/b.conf 600 root wheel
del /etc/ipsec/gone.conf
put /etc/pf.conf 600 root wheel
`;
/** Who is told. */
const RELOAD = "down a\ndown gone\npf\nup a\nup b\n";

/**
 * Writes a sleep(1) for the agent whose files are in `dir`, by which no time passes while something can
 * still happen: the watcher waits for a decision, or for {@linkcode timePasses}; who waits for a user's
 * command waits for its end, or until `heldUp`, a condition of sh(1), is true.
 */
export function agentSleep(programs: string, dir: string, heldUp = "false"): void {
  standIn(
    programs,
    "sleep",
    `over() {
	# The test has ended.
	[ ! -d "${dir}" ] || [ -e "${programs}/time-passes" ] && return
	if [ "$1" = 0.2 ]; then
		[ -s "${dir}/ended" ] || ${heldUp}
	else
		[ "$PPID" != "$(cat "${dir}/watcher" 2>/dev/null)" ] || [ -e "${dir}/decision" ]
	fi
}
until over "$1"; do /bin/sleep 0.02; done
exec /bin/sleep 0.02`,
  );
}

/** From now on time passes for a watcher: a push that nobody confirms goes back. */
export const timePasses = (programs: string) =>
  Deno.writeTextFileSync(`${programs}/time-passes`, "");

/** A gateway's folder, with a push that is copied and not begun; no time passes there. */
export function staged(): { base: string; dir: string; programs: string; dispose: () => void } {
  const base = Deno.makeTempDirSync({ prefix: "gw-agent-" });
  const dir = `${base}${PUSH_FOLDER}`;
  const programs = `${base}/programs`;
  const write = (path: string, text: string) => {
    Deno.mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
    Deno.writeTextFileSync(path, text, { mode: 0o600 });
  };
  Deno.mkdirSync(programs);
  openbsdStandIns(programs);
  agentSleep(programs, dir);
  for (const [path, text] of Object.entries(OLD)) write(`${base}${path}`, text);
  for (const [path, text] of Object.entries(NEW)) write(`${dir}/new${path}`, text);
  write(`${base}/usr/local/sbin/vpnctl`, `#!/bin/sh\necho "vpnctl $*" >>"${programs}/log"\n`);
  Deno.chmodSync(`${base}/usr/local/sbin/vpnctl`, 0o755);
  write(`${dir}/plan`, PLAN);
  write(`${dir}/reload`, RELOAD);
  write(`${dir}/agent`, agentScript({ rollback: 1, revision: "0123456789ab", id: "a1", base }));
  return { base, dir, programs, dispose: () => Deno.removeSync(base, { recursive: true }) };
}

/** Such a gateway. */
export type Staged = ReturnType<typeof staged>;

/** Runs the agent; its status. */
export async function agent(
  { dir, programs }: Staged,
  command: string,
  id = "a1",
): Promise<number> {
  const { code } = await new Deno.Command("mksh", {
    args: [`${dir}/agent`, command, id],
    env: { PATH: `${programs}:/usr/bin:/bin` },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).output();
  return code;
}

/** Waits for the end of the watcher, whose time is over, and of all that it started. */
export async function watcherEnded({ dir, programs }: Staged): Promise<void> {
  timePasses(programs);
  await ended(dir);
}

/** The text of a file; undefined where there is none. */
export const read = (path: string) => {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return undefined;
  }
};

/** `old` or `new`, or what there is. */
export function filesOf({ base }: Staged): string {
  const paths = [...new Set([...Object.keys(OLD), ...Object.keys(NEW)])];
  const is = (wanted: { [path: string]: string }) =>
    paths.every((path) => read(`${base}${path}`) === wanted[path]);
  const rest = [...Deno.readDirSync(`${base}/etc/ipsec`)].filter(({ name }) =>
    !name.endsWith(".conf")
  );
  assert.deepEqual(rest, []);
  return is(OLD) ? "old" : is(NEW) ? "new" : JSON.stringify(paths.map((p) => read(`${base}${p}`)));
}
