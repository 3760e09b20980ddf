/**
 * A real sshd(8) of Debian on the loopback interface, with keys of its own, and stand-ins for what only
 * OpenBSD has before everything else in its PATH.
 * @module
 */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** A machine that ssh reaches. */
export interface TestSshd extends AsyncDisposable {
  /** Its folder. */
  folder: string;
  /** Configuration for `ssh -F`, where it is named `gateway`. */
  config: string;
  /** Programs that come first in its PATH. */
  programs: string;
  /** Who may log in; take it away and nobody gets in. */
  keys: string;
}

/** Whether there is a sshd(8) to start. */
export const haveSshd = await Deno.stat("/usr/sbin/sshd").then(() => true, () => false);

async function keygen(path: string): Promise<void> {
  const { success } = await new Deno.Command("ssh-keygen", {
    args: ["-q", "-t", "ed25519", "-N", "", "-f", path],
  }).output();
  assert(success);
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

/** Writes a program of a few lines for sh(1). */
export function standIn(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  // A link would be written through, whatever it leads to.
  if (existsSync(path)) Deno.removeSync(path);
  Deno.writeTextFileSync(path, `#!/bin/sh\n${text}\n`, { mode: 0o755, createNew: true });
}

/** What of OpenBSD's userland scripts of a push use and Debian has otherwise. */
export function openbsdStandIns(folder: string): void {
  standIn(folder, "sha256", 'sha256sum "$2" | cut -d " " -f 1');
  standIn(
    folder,
    "stat",
    `[ "$1" = -f ] || exit 1
case $2 in
%OLp) exec /usr/bin/stat -c %a "$3" ;;
# Whoever runs the tests is root here.
'%Su %g %OLp') is=$(/usr/bin/stat -c '%U %g %a' "$3") && case $is in
	"$(id -un) $(id -g) "*) echo "root 0 \${is##* }" ;;
	*) echo "$is" ;;
	esac ;;
*) exec /usr/bin/stat -c '%a %u %g %s' "$3" ;;
esac`,
  );
  standIn(
    folder,
    "chroot",
    '[ "$1 $3" = "-u /" ] || exit 1\nuser=$2\nshift 3\nexec setpriv --reuid="$user" --regid="$(id -g "$user")" --clear-groups "$@"',
  );
  standIn(
    folder,
    "uname",
    'case $1 in -r) echo 8.0 ;; -m) echo amd64 ;; *) echo "OpenBSD 8.0 amd64" ;; esac',
  );
  standIn(folder, "chown", ":");
  standIn(folder, "logger", `echo "logger $*" >>"${folder}/log"`);
  for (const name of ["ipsecctl", "iked", "ikectl", "rcctl", "sysctl", "pfctl"]) {
    standIn(folder, name, `echo "${name} $*" >>"${folder}/log"`);
  }
  standIn(folder, "ksh", 'exec mksh "$@"');
  standIn(
    folder,
    "doas",
    `echo "doas $*" >>"${folder}/log"\n[ "$1" != -n ] || { shift; exec "$@"; }`,
  );
}

/** sshd(8) on a port that was free, and how it is ended. */
interface Started extends AsyncDisposable {
  port: number;
}

/** Starts it; `undefined`: somebody else had taken the port. */
async function startOn(
  port: number,
  folder: string,
  lines: string[],
): Promise<Started | undefined> {
  const config = join(folder, "sshd_config");
  await Deno.writeTextFile(config, [`Port ${port}`, ...lines, ""].join("\n"));
  const child = new Deno.Command("/usr/sbin/sshd", {
    args: ["-D", "-e", "-f", config],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).spawn();
  const reader = child.stderr.getReader();
  const decoder = new TextDecoder();
  let said = "";
  while (!said.includes("Server listening")) {
    const { value, done } = await reader.read();
    if (done) {
      await child.status;
      assert.match(said, /Address already in use/, `sshd has ended: ${said}`);
      return undefined;
    }
    said += decoder.decode(value);
  }
  const rest = (async () => {
    while (!(await reader.read()).done);
  })();
  return {
    port,
    async [Symbol.asyncDispose]() {
      child.kill("SIGTERM");
      await child.status;
      await rest;
    },
  };
}

/** Starts one in a folder of its own. */
export async function testSshd(): Promise<TestSshd> {
  const folder = await Deno.makeTempDir({ prefix: "gw-sshd-" });
  const programs = join(folder, "programs");
  await Deno.mkdir(programs);
  openbsdStandIns(programs);
  for (const name of ["host", "user"]) await keygen(join(folder, name));
  // Only root has the keys of the host, which sshd -t wants.
  standIn(programs, "sshd", `exec /usr/sbin/sshd -h "${folder}/host" "$@"`);
  const keys = join(folder, "authorized_keys");
  await Deno.copyFile(join(folder, "user.pub"), keys);
  // Debian's sshd wants it where it runs as root; the start script of its service makes it.
  if (Deno.uid() === 0) await Deno.mkdir("/run/sshd", { recursive: true, mode: 0o755 });
  let started: Started | undefined;
  while (!started) {
    started = await startOn(freePort(), folder, [
      "ListenAddress 127.0.0.1",
      `HostKey ${folder}/host`,
      `AuthorizedKeysFile ${keys}`,
      "PermitRootLogin prohibit-password",
      "PasswordAuthentication no",
      "StrictModes no",
      "UsePAM no",
      "PidFile none",
      `SetEnv PATH=${programs}:/usr/bin:/bin`,
    ]);
  }
  const sshd = started;
  const host = await Deno.readTextFile(join(folder, "host.pub"));
  await Deno.writeTextFile(join(folder, "known_hosts"), `[127.0.0.1]:${sshd.port} ${host}`);
  const config = join(folder, "ssh_config");
  const user = Deno.uid() === 0 ? "root" : Deno.env.get("USER") ?? "root";
  const lines = [
    "Host gateway",
    "  HostName 127.0.0.1",
    `  Port ${sshd.port}`,
    `  User ${user}`,
    `  IdentityFile ${folder}/user`,
    "  IdentitiesOnly yes",
    `  UserKnownHostsFile ${folder}/known_hosts`,
    "  StrictHostKeyChecking yes",
  ];
  await Deno.writeTextFile(config, `${lines.join("\n")}\n`);
  return {
    folder,
    config,
    programs,
    keys,
    async [Symbol.asyncDispose]() {
      await sshd[Symbol.asyncDispose]();
      await Deno.remove(folder, { recursive: true });
    },
  };
}
