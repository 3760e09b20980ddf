/**
 * The script of a push on the gateway, interrupted after every step of it: what is there afterwards is
 * the old files or the new ones, all of them.
 */
import assert from "node:assert/strict";
import { agentScript } from "../../site/push/agent.ts";
import { PUSH_FOLDER } from "../../site/push/look_script.ts";
import { OTHER_PUSH, stageScript } from "../../site/push/stage_script.ts";
import { ended } from "../ended.ts";
import { openbsdStandIns, standIn } from "../sshd.ts";

const OLD = {
  "/etc/pf.conf": "block\n",
  "/etc/ipsec/a.conf": 'ike esp psk "old-secret-of-a"\n',
  "/etc/ipsec/gone.conf": "ike esp\n",
};
const NEW = {
  "/etc/pf.conf": "block\npass\n",
  "/etc/ipsec/a.conf": 'ike esp psk "new-secret-of-a"\n',
  "/etc/ipsec/b.conf": "ike esp from any\n",
};
const PLAN = `put /etc/ipsec/a.conf 600 root wheel
put /etc/ipsec/b.conf 600 root wheel
del /etc/ipsec/gone.conf
put /etc/pf.conf 600 root wheel
`;
const RELOAD = "down a\ndown gone\npf\nup a\nup b\n";

/** A gateway's folder, with a push that is copied and not begun. */
function staged(
  rollback = 1,
): { base: string; dir: string; programs: string; dispose: () => void } {
  const base = Deno.makeTempDirSync({ prefix: "gw-agent-" });
  const dir = `${base}${PUSH_FOLDER}`;
  const programs = `${base}/programs`;
  const write = (path: string, text: string) => {
    Deno.mkdirSync(path.slice(0, path.lastIndexOf("/")), { recursive: true });
    Deno.writeTextFileSync(path, text, { mode: 0o600 });
  };
  Deno.mkdirSync(programs);
  openbsdStandIns(programs);
  standIn(programs, "sleep", "exec /bin/sleep 0.02");
  for (const [path, text] of Object.entries(OLD)) write(`${base}${path}`, text);
  for (const [path, text] of Object.entries(NEW)) write(`${dir}/new${path}`, text);
  write(`${base}/usr/local/sbin/vpnctl`, `#!/bin/sh\necho "vpnctl $*" >>"${programs}/log"\n`);
  Deno.chmodSync(`${base}/usr/local/sbin/vpnctl`, 0o755);
  write(`${dir}/plan`, PLAN);
  write(`${dir}/reload`, RELOAD);
  write(`${dir}/agent`, agentScript({ rollback, revision: "0123456789ab", id: "a1", base }));
  return { base, dir, programs, dispose: () => Deno.removeSync(base, { recursive: true }) };
}

type Staged = ReturnType<typeof staged>;

/** Has every program that changes files count its calls by `pidFile`'s process, and kill it at call `at`. */
function killAt({ dir, programs }: Staged, at: number, pidFile: string): void {
  Deno.writeTextFileSync(`${programs}/count`, "0");
  for (const name of ["cp", "mv", "rm", "ln", "mkdir", "chmod", "sync", "pfctl", "date", "find"]) {
    const real = name === "pfctl" ? "/bin/true" : `/usr/bin/${name}`;
    standIn(
      programs,
      name,
      `if [ "$PPID" = "$(cat "${dir}/${pidFile}" 2>/dev/null)" ]; then
	n=$(($(cat "${programs}/count") + 1))
	echo $n >"${programs}/count"
	[ $n != ${at} ] || { kill -9 $PPID; exit 1; }
fi
exec ${real} "$@"`,
    );
  }
}

async function agent({ dir, programs }: Staged, command: string, id = "a1"): Promise<number> {
  const { code } = await new Deno.Command("mksh", {
    args: [`${dir}/agent`, command, id],
    env: { PATH: `${programs}:/usr/bin:/bin` },
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).output();
  return code;
}

/** Waits for the end of the watcher, and of all that it started. */
const watcherEnded = ({ dir }: Staged) => ended(dir);

const read = (path: string) => {
  try {
    return Deno.readTextFileSync(path);
  } catch {
    return undefined;
  }
};

/** `old` or `new`, or what there is. */
function filesOf({ base }: Staged): string {
  const paths = [...new Set([...Object.keys(OLD), ...Object.keys(NEW)])];
  const is = (wanted: { [path: string]: string }) =>
    paths.every((path) => read(`${base}${path}`) === wanted[path]);
  const rest = [...Deno.readDirSync(`${base}/etc/ipsec`)].filter(({ name }) =>
    !name.endsWith(".conf")
  );
  assert.deepEqual(rest, []);
  return is(OLD) ? "old" : is(NEW) ? "new" : JSON.stringify(paths.map((p) => read(`${base}${p}`)));
}

Deno.test("a push that is confirmed stays, tells whom it must, and leaves no key behind", async () => {
  const gateway = staged(60);
  try {
    assert.equal(await agent(gateway, "apply"), 0);
    assert.equal(filesOf(gateway), "new");
    assert.match(read(`${gateway.base}/etc/rc.firsttime`)!, /agent boot/);
    assert.equal(await agent(gateway, "confirm"), 0);
    await watcherEnded(gateway);
    assert.equal(filesOf(gateway), "new");
    assert.equal(read(`${gateway.base}/etc/rc.firsttime`), undefined);
    assert.match(read(`${gateway.base}/var/db/gatewright/pushed`)!, /^pushed \d+ 0123456789ab$/m);
    const log = read(`${gateway.programs}/log`)!.replaceAll(gateway.base, "").split("\n");
    assert.deepEqual(log.filter((line) => /^(pfctl -f|vpnctl)/.test(line)), [
      "vpnctl down a",
      "vpnctl down gone",
      "pfctl -f /etc/pf.conf",
      "vpnctl up a",
      "vpnctl up b",
    ]);
    const { stdout } = await new Deno.Command("grep", {
      args: ["-rl", "secret-of-a", `${gateway.base}/var`],
    }).output();
    assert.equal(new TextDecoder().decode(stdout), "");
  } finally {
    gateway.dispose();
  }
});

/** Copies another push to the gateway: the status of that, and whether it took the first one's place. */
async function stageAnother({ base, dir }: Staged): Promise<[number, boolean]> {
  const from = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(`${from}/another`, "");
    const tar = await new Deno.Command("tar", { args: ["-cf", "-", "-C", from, "another"] })
      .output();
    const shell = new Deno.Command("sh", { args: ["-c", stageScript(base)], stdin: "piped" })
      .spawn();
    const writer = shell.stdin.getWriter();
    await writer.write(tar.stdout).catch(() => {});
    await writer.close().catch(() => {});
    const { code } = await shell.status;
    return [code, read(`${dir}/another`) !== undefined];
  } finally {
    await Deno.remove(from, { recursive: true });
  }
}

Deno.test("what was not applied cannot be confirmed, and a lost copy takes no file away", async () => {
  const gateway = staged(60);
  try {
    assert.equal(await agent(gateway, "confirm"), 1);
    assert.equal(read(`${gateway.dir}/decision`), undefined);
    assert.equal(await agent(gateway, "apply"), 0);
    Deno.removeSync(`${gateway.dir}/old/etc/pf.conf`);
    assert.equal(await agent(gateway, "boot"), 0);
    assert.equal(read(`${gateway.base}/etc/pf.conf`), NEW["/etc/pf.conf"]);
    assert.equal(read(`${gateway.base}/etc/ipsec/a.conf`), OLD["/etc/ipsec/a.conf"]);
    await watcherEnded(gateway);
  } finally {
    gateway.dispose();
  }
});

Deno.test("two pushes: the second waits for what becomes of the first, and neither takes the other's files", async () => {
  const gateway = staged(60);
  try {
    assert.equal(await agent(gateway, "apply", "b2"), 3);
    assert.equal(filesOf(gateway), "old");
    assert.equal(await agent(gateway, "apply"), 0);
    assert.equal(await agent(gateway, "apply"), 3);
    assert.deepEqual(await stageAnother(gateway), [OTHER_PUSH, false]);
    assert.equal(await agent(gateway, "confirm", "b2"), 3);
    assert.equal(filesOf(gateway), "new");
    assert.equal(await agent(gateway, "confirm"), 0);
    assert.deepEqual(await stageAnother(gateway), [0, true]);
    // The first one's watcher ends: it has no say in the second.
    await watcherEnded(gateway);
    assert.equal(filesOf(gateway), "new");
  } finally {
    gateway.dispose();
  }
});

Deno.test("while another push is copied the one before it cannot begin, nor while a boot goes back", async () => {
  const gateway = staged(60);
  const { base, dir, programs } = gateway;
  try {
    // Between the look at the first push and the end of its folder.
    standIn(
      programs,
      "rm",
      `mksh "${dir}/agent" apply a1 >"${programs}/applied"\nexec /bin/rm "$@"`,
    );
    Deno.writeTextFileSync(`${programs}/stage`, stageScript(base));
    const env = { PATH: `${programs}:/usr/bin:/bin` };
    const stage = () => new Deno.Command("sh", { args: [`${programs}/stage`], env }).output();
    await stage();
    assert.match(read(`${programs}/applied`)!, /REFUSED: this push was applied already/);
    assert.equal(filesOf(gateway), "old");
  } finally {
    gateway.dispose();
  }
  const failed = staged();
  try {
    const { base, programs } = failed;
    standIn(programs, "ksh", `echo $$ >"${failed.dir}/watcher"`);
    assert.equal(await agent(failed, "apply"), 0);
    Deno.writeTextFileSync(`${programs}/stage`, stageScript(base));
    Deno.writeTextFileSync(
      `${base}/usr/local/sbin/vpnctl`,
      `#!/bin/sh\nsh "${programs}/stage"\necho "staged $?" >>"${programs}/log"\n`,
    );
    await agent(failed, "boot");
    assert.match(read(`${programs}/log`)!, new RegExp(`^staged ${OTHER_PUSH}$`, "m"));
    assert.equal(filesOf(failed), "old");
  } finally {
    failed.dispose();
  }
});

Deno.test("a push that nobody confirms goes back, and is too late to confirm then", async () => {
  const gateway = staged();
  try {
    assert.equal(await agent(gateway, "apply"), 0);
    await watcherEnded(gateway);
    assert.equal(filesOf(gateway), "old");
    assert.equal(await agent(gateway, "confirm"), 1);
    assert.equal(filesOf(gateway), "old");
    assert.equal(read(`${gateway.base}/etc/rc.firsttime`), undefined);
    assert.match(read(`${gateway.programs}/log`)!, /logger .* was not confirmed/);
  } finally {
    gateway.dispose();
  }
});

Deno.test("what OpenBSD's programs refuse changes nothing, and a load that fails goes back", async () => {
  for (const option of ["-nf", "-f"]) {
    const gateway = staged();
    try {
      standIn(
        gateway.programs,
        "pfctl",
        `[ "$1" != ${option} ] || ! grep -q pass "$2" || { echo "$2:2: syntax error" >&2; exit 1; }`,
      );
      assert.equal(await agent(gateway, "apply"), option === "-nf" ? 3 : 1);
      await watcherEnded(gateway);
      assert.equal(filesOf(gateway), "old");
      assert.equal(read(`${gateway.base}/etc/rc.firsttime`), undefined);
    } finally {
      gateway.dispose();
    }
  }
});

Deno.test({
  name:
    "where a folder is a user's, a push does what that user may do, and follows no link as root",
  ignore: Deno.uid() !== 0,
  fn: async () => {
    const path = "/home/nobody/.ssh/authorized_keys";
    const given = async (plant: (home: string, base: string) => void, owner = "nobody") => {
      const gateway = staged();
      const { base, dir } = gateway;
      Deno.chmodSync(base, 0o755);
      Deno.mkdirSync(`${base}${path}`.replace(/\/[^/]*$/, ""), { recursive: true });
      Deno.mkdirSync(`${base}/root/.ssh`, { recursive: true, mode: 0o700 });
      Deno.writeTextFileSync(`${base}/root/.ssh/authorized_keys`, "root's\n", { mode: 0o600 });
      Deno.mkdirSync(`${dir}/new/home/nobody/.ssh`, { recursive: true });
      Deno.writeTextFileSync(`${dir}/new${path}`, "new\n", { mode: 0o600 });
      Deno.writeTextFileSync(`${dir}/plan`, `put ${path} 600 ${owner} nogroup\n${PLAN}`);
      plant(`${base}/home/nobody`, base);
      const { success } = await new Deno.Command("chown", {
        args: ["-Rh", "nobody", `${base}/home/nobody`],
      }).output();
      assert(success);
      return gateway;
    };
    const plants: [number, (home: string, base: string) => void][] = [
      [0, (home) => Deno.writeTextFileSync(`${home}/.ssh/authorized_keys`, "old\n")],
      [0, (home) => Deno.removeSync(`${home}/.ssh`)],
      [0, (home, base) =>
        Deno.symlinkSync(
          `${base}/root/.ssh/authorized_keys`,
          `${home}/.ssh/authorized_keys.gatewright`,
        )],
      [1, (home, base) => {
        Deno.removeSync(`${home}/.ssh`);
        Deno.symlinkSync(`${base}/root/.ssh`, `${home}/.ssh`);
      }],
    ];
    for (const [status, plant] of plants) {
      const gateway = await given(plant);
      try {
        const { base } = gateway;
        const before = read(`${base}${path}`);
        assert.equal(await agent(gateway, "apply"), status);
        assert.equal(read(`${base}/root/.ssh/authorized_keys`), "root's\n");
        if (status === 0) {
          assert.equal(read(`${base}${path}`), "new\n");
          const { uid, mode } = Deno.lstatSync(`${base}${path}`);
          assert.deepEqual([uid, mode! & 0o777], [65534, 0o600]);
        }
        // Nobody confirms.
        await watcherEnded(gateway);
        assert.equal(filesOf(gateway), "old");
        assert.equal(read(`${base}${path}`), before);
        assert.equal(read(`${base}/root/.ssh/authorized_keys`), "root's\n");
      } finally {
        gateway.dispose();
      }
    }
    const gateway = await given(() => {}, "root");
    try {
      assert.equal(await agent(gateway, "apply"), 3);
    } finally {
      gateway.dispose();
    }
  },
});

Deno.test("a push writes nothing where others than root may put links", async () => {
  for (const mode of [0o1777, 0o777, 0o757]) {
    const gateway = staged();
    const { base, dir } = gateway;
    try {
      const secret = `${base}/etc/master.passwd`;
      Deno.writeTextFileSync(secret, "root's\n", { mode: 0o600 });
      Deno.mkdirSync(`${base}/var/tmp`, { recursive: true });
      Deno.chmodSync(`${base}/var/tmp`, mode);
      Deno.symlinkSync(secret, `${base}/var/tmp/a.gatewright`);
      Deno.mkdirSync(`${dir}/new/var/tmp`, { recursive: true });
      Deno.writeTextFileSync(`${dir}/new/var/tmp/a`, "new\n");
      Deno.writeTextFileSync(`${dir}/plan`, `${PLAN}put /var/tmp/a 644 root wheel\n`);
      assert.equal(await agent(gateway, "apply"), 3);
      assert.equal(read(secret), "root's\n");
      assert.equal(filesOf(gateway), "old");
    } finally {
      gateway.dispose();
    }
  }
});

Deno.test({
  name: "a user who puts a pipe in the place of a file does not hold up the gateway",
  ignore: Deno.uid() !== 0,
  fn: async () => {
    const gateway = staged();
    const { base, dir, programs } = gateway;
    const path = "/home/nobody/a";
    try {
      Deno.chmodSync(base, 0o755);
      Deno.mkdirSync(`${base}/home/nobody`, { recursive: true });
      Deno.mkdirSync(`${dir}/new/home/nobody`, { recursive: true });
      Deno.writeTextFileSync(`${dir}/new${path}`, "new\n", { mode: 0o600 });
      Deno.writeTextFileSync(`${dir}/plan`, `${PLAN}put ${path} 600 nobody nogroup\n`);
      const { success } = await new Deno.Command("chown", {
        args: ["-R", "nobody", `${base}/home/nobody`],
      }).output();
      assert(success);
      // As fast as a user who watches the folder: what is to be removed is a pipe then.
      standIn(
        programs,
        "chroot",
        `line=$6
shift 7
exec setpriv --reuid=nobody --clear-groups sh -c 'rm() { mkfifo "$2" 2>/dev/null; :; }
'"$line" sh "$@"`,
      );
      assert.equal(await agent(gateway, "apply"), 1);
      assert.equal(Deno.lstatSync(`${base}${path}.gatewright`).isFifo, true);
      await watcherEnded(gateway);
      assert.equal(filesOf(gateway), "old");
      assert.match(await Deno.readTextFile(`${programs}/log`), /pfctl -f/);
      // Those that wait at the pipe end with somebody who reads it.
      await new Deno.Command("timeout", { args: ["5", "cat", `${base}${path}.gatewright`] })
        .output();
      await ended(`${base}/home`);
    } finally {
      gateway.dispose();
    }
  },
});

Deno.test("killed at any step of applying, the gateway has its old files, whole", async () => {
  let steps = 0;
  for (let at = 1;; at++) {
    const gateway = staged();
    try {
      killAt(gateway, at, "applier");
      const code = await agent(gateway, "apply");
      await watcherEnded(gateway);
      assert.equal(filesOf(gateway), "old", `killed at step ${at}`);
      if (code === 0) break;
      steps = at;
    } finally {
      gateway.dispose();
    }
  }
  assert(steps > 15, `${steps} steps`);
});

Deno.test("killed at any step of confirming, the gateway has the new files, or goes back, whole", async () => {
  const ends = new Set<string>();
  for (let at = 1;; at++) {
    assert(at < 100, "no step ends it");
    const gateway = staged();
    try {
      assert.equal(await agent(gateway, "apply"), 0);
      // `confirm` leaves no number of its own: it is told by that of this shell.
      const script =
        `echo $$ >"${gateway.dir}/confirmer"; exec mksh "${gateway.dir}/agent" confirm a1`;
      killAt(gateway, at, "confirmer");
      const { code } = await new Deno.Command("sh", {
        args: ["-c", script],
        env: { PATH: `${gateway.programs}:/usr/bin:/bin` },
        stdout: "null",
        stderr: "null",
      }).output();
      await watcherEnded(gateway);
      const files = filesOf(gateway);
      assert(files === "old" || files === "new", `killed at step ${at}: ${files}`);
      ends.add(files);
      // A boot after it changes nothing of that.
      await agent(gateway, "boot");
      assert.equal(filesOf(gateway), files);
      if (code === 0) break;
    } finally {
      gateway.dispose();
    }
  }
  assert.deepEqual([...ends].sort(), ["new", "old"]);
});

Deno.test("after a power failure at any step the boot brings the old files back", async () => {
  for (let at = 1;; at++) {
    const gateway = staged();
    try {
      killAt(gateway, at, "applier");
      // Power takes the watcher too: it never gets to do anything.
      standIn(gateway.programs, "ksh", `echo $$ >"${gateway.dir}/watcher"`);
      const code = await agent(gateway, "apply");
      standIn(gateway.programs, "ksh", 'exec mksh "$@"');
      const line = read(`${gateway.base}/etc/rc.firsttime`);
      if (line !== undefined) {
        const command = line.replace("/bin/ksh", "mksh").trim();
        await new Deno.Command("sh", {
          args: ["-c", command],
          env: { PATH: `${gateway.programs}:/usr/bin:/bin` },
        }).output();
      }
      assert.equal(filesOf(gateway), "old", `power failed at step ${at}`);
      if (code === 0) break;
    } finally {
      gateway.dispose();
    }
  }
});
