/**
 * The script of a push on the gateway, interrupted after every step of it: what is there afterwards is
 * the old files or the new ones, all of them.
 */
import assert from "node:assert/strict";
import { OTHER_PUSH, stageScript } from "../../site/push/stage_script.ts";
import { standIn } from "../sshd.ts";
import {
  agent,
  filesOf,
  NEW,
  OLD,
  read,
  type Staged,
  staged,
  watcherEnded,
} from "../staged_push.ts";

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

Deno.test("a push that is confirmed stays, tells whom it must, and leaves no key behind", async () => {
  const gateway = staged();
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
  const gateway = staged();
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
  const gateway = staged();
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
  const gateway = staged();
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
