/**
 * The script of a push on a gateway that has users: none of them leads root anywhere, or holds it up.
 */
import assert from "node:assert/strict";
import { isRoot } from "../as_root.ts";
import { ended } from "../ended.ts";
import { standIn } from "../sshd.ts";
import { agent, agentSleep, filesOf, PLAN, read, staged, watcherEnded } from "../staged_push.ts";

const root = isRoot("users of a push", "a file of another user cannot be made");

Deno.test({
  name:
    "where a folder is a user's, a push does what that user may do, and follows no link as root",
  ignore: !root,
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
  ignore: !root,
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
      agentSleep(programs, dir, `[ -p "${base}${path}.gatewright" ]`);
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
      // Nobody reads the pipe: what waits there was ended.
      await ended(`${base}/home`);
      // As fast again: what is to be kept a copy of is a pipe then.
      const again = staged();
      try {
        Deno.renameSync(`${base}/home`, `${again.base}/home`);
        Deno.chmodSync(again.base, 0o755);
        Deno.removeSync(`${again.base}${path}`);
        Deno.writeTextFileSync(`${again.base}${path}`, "old\n");
        Deno.copyFileSync(`${dir}/plan`, `${again.dir}/plan`);
        agentSleep(again.programs, again.dir, `[ -p "${again.base}${path}" ]`);
        standIn(
          again.programs,
          "chroot",
          `line=$6
shift 7
rm "$1"
mkfifo "$1"
chmod 666 "$1"
exec setpriv --reuid=nobody --clear-groups sh -c "$line" sh "$@"`,
        );
        assert.equal(await agent(again, "apply"), 1);
        await ended(again.base);
        // Nothing was changed, and the keys are gone.
        assert.equal(filesOf(again), "old");
        for (const name of ["old", "new"]) {
          await assert.rejects(Deno.stat(`${again.dir}/${name}`), Deno.errors.NotFound);
        }
      } finally {
        again.dispose();
      }
    } finally {
      gateway.dispose();
    }
  },
});
