/**
 * Faults of the host, as a build meets them: cache, programs, folders, disks, time. The table of
 * faults is in test/README.md.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { isRoot } from "../as_root.ts";
import { Cache } from "../../build/release/cache.ts";
import { writeSaved } from "../../build/stamp/saved_store.ts";
import { TestMirror } from "../signed_release.ts";
import { FaultBench } from "../fault.ts";
import { mounted, onlyRead } from "../mounted.ts";

const root = isRoot("full file systems", "none can be mounted");

/** A build of a made-up release: good up to where QEMU would have to boot it. */
async function withBench(
  work: (bench: FaultBench, mirror: TestMirror) => Promise<void>,
  more = "",
): Promise<void> {
  await using mirror = await TestMirror.start();
  const { version, arch, key } = mirror.release;
  await using bench = await FaultBench.create(
    `{version: "${version}", arch: ${arch}, mirror: "${mirror.release.mirror}", key: ${key}}`,
    more,
  );
  await work(bench, mirror);
}

/** A folder for PATH in which QEMU is a script; everything else is as it was. */
async function fakeQemu(bench: FaultBench, script: string): Promise<Record<string, string>> {
  const folder = join(bench.folder, "bin");
  await Deno.mkdir(folder);
  await Deno.writeTextFile(`${folder}/qemu-system-x86_64`, `#!/bin/sh\n${script}\n`, {
    mode: 0o755,
  });
  return { PATH: `${folder}:${Deno.env.get("PATH")}` };
}

const BOOTING = /booting the installer/;

Deno.test("fault: a description that is refused", () =>
  withBench(async (bench) => {
    await Deno.writeTextFile(bench.description, "hostname: x\ncolour: blue\n");
    const { code, stderr } = await bench.build();
    assert.equal(code, 3);
    assert.match(stderr, /gw\.yaml:2:\d+: .*colour/);
    assert.deepEqual([...Deno.readDirSync(join(bench.folder, "results"))], []);
  }));

Deno.test("fault: a secret that is not there", () =>
  withBench(async (bench, mirror) => {
    await Deno.remove(join(bench.folder, "a.psk"));
    await bench.failed(await bench.build(), { code: 3, says: ["psk of tunnel a"] });
    assert.deepEqual(
      mirror.requests,
      [],
      "something was fetched for a description that cannot be built",
    );
  }));

Deno.test("fault: a cache entry is spoiled", () =>
  withBench(async (bench, mirror) => {
    const fetch = [
      "fetch",
      "7.9",
      "--mirror",
      mirror.release.mirror!,
      "--key",
      mirror.release.key!,
    ];
    assert.equal((await bench.run(fetch)).code, 0);
    const sha256 = createHash("sha256").update(mirror.files.get("bsd.rd")!).digest("hex");
    await Deno.writeTextFile(join(bench.cacheHome, "gatewright", "sha256", sha256), "spoiled");
    mirror.fault = (name) => name === "bsd.rd" ? new Response("", { status: 404 }) : undefined;
    await bench.failed(await bench.build(), { code: 1, says: ["bsd.rd", "404"] });
  }));

Deno.test("fault: the cache cannot be made", () =>
  withBench(async (bench) => {
    await Deno.remove(bench.cacheHome, { recursive: true });
    await Deno.writeTextFile(bench.cacheHome, "");
    await bench.failed(await bench.build(), {
      code: 1,
      says: ["the cache cannot be made", "XDG_CACHE_HOME"],
    });
  }));

Deno.test("fault: there is no home for the cache", () =>
  withBench(async (bench) => {
    const ran = await bench.build([], { env: { XDG_CACHE_HOME: "", HOME: "" } });
    await bench.failed(ran, { code: 1, says: ["no folder for the cache"] });
  }));

Deno.test({
  name: "fault: the file system of the cache is full",
  ignore: !root,
  fn: () =>
    withBench(async (bench) => {
      await using _ = await mounted(join(bench.cacheHome), "256k");
      await bench.failed(await bench.build(), {
        code: 1,
        says: [/No space left|os error 28/, "XDG_CACHE_HOME"],
      });
    }),
});

Deno.test({
  name: "fault: the file system of the cache can only be read",
  ignore: !root,
  fn: () =>
    withBench(async (bench) => {
      await using _ = await mounted(join(bench.cacheHome), "8m");
      const cache = join(bench.cacheHome, "gatewright");
      await Cache.open(cache);
      const args = ["-o", "remount,ro", bench.cacheHome];
      assert((await new Deno.Command("mount", { args }).output()).success);
      const empty = [
        ...[`${cache}: the cache cannot be written`, "SHA256.sig of the release is not in it"],
        ...["Read-only", "XDG_CACHE_HOME"],
      ];
      await bench.failed(await bench.build(), { code: 1, says: empty });
      const prune = await bench.run(["cache", "prune", "--yes"]);
      await bench.failed(prune, { code: 1, says: ["the cache cannot be written", "Read-only"] });
      const { stdout } = await bench.run(["doctor"]);
      assert.match(stdout, /^absent +cache: .* is read-only; builds use what is in it/m);
    }),
});

Deno.test({
  name: "a cache that can only be read serves what it has, and no other user's but root's does",
  ignore: !root,
  fn: () =>
    withBench(async (bench, mirror) => {
      const { mirror: url, key } = mirror.release;
      const fetch = ["fetch", "7.9", "--mirror", url!, "--key", key!];
      assert.equal((await bench.run(fetch)).code, 0);
      const cache = join(bench.cacheHome, "gatewright");
      // What keeps no empty folders may have carried it.
      for (const name of ["partial", "verified"]) await Deno.remove(join(cache, name));
      const env = await fakeQemu(bench, "echo no machine today >&2; exit 1");
      {
        await using _ = await onlyRead(bench.cacheHome);
        assert.equal((await bench.run(fetch)).code, 0);
        const asked = mirror.requests.filter((one) => !/SHA256\.sig$/.test(one)).length;
        const says = ["no machine today"];
        await bench.failed(await bench.build([], { env }), { code: 1, says });
        assert.equal(mirror.requests.filter((one) => !/SHA256\.sig$/.test(one)).length, asked);
      }
      await Deno.chown(cache, 65534, 65534);
      const says = ["the cache belongs to another user", "XDG_CACHE_HOME"];
      await bench.failed(await bench.build([], { env }), { code: 1, says });
    }),
});

Deno.test({
  name: "fault: the cache has no room for a saved installer",
  ignore: !root,
  fn: () =>
    withBench(async (bench) => {
      await using _ = await mounted(bench.cacheHome, "1m");
      const key = { id: "a1".repeat(32), qemu: "a qemu", what: "an installer" };
      const state = async function* () {
        for (let at = 0; at < 32; at++) yield crypto.getRandomValues(new Uint8Array(1 << 16));
      };
      await assert.rejects(writeSaved(bench.cacheHome, key, state()), /No space left/);
      assert.deepEqual([...Deno.readDirSync(join(bench.cacheHome, "saved"))], []);
    }),
});

Deno.test("fault: QEMU is not installed", () =>
  withBench(async (bench) => {
    const empty = join(bench.folder, "empty");
    await Deno.mkdir(empty);
    await bench.failed(await bench.build([], { env: { PATH: empty } }), {
      code: 1,
      says: ["qemu-system-x86_64 is not installed", "apt-get install qemu-system-x86"],
    });
  }));

Deno.test("fault: QEMU does not start", () =>
  withBench(async (bench) => {
    const env = await fakeQemu(bench, "echo 'qemu: out of order' >&2; exit 1");
    await bench.failed(await bench.build([], { env }), {
      code: 1,
      says: ["QEMU did not start", "out of order", "gatewright doctor"],
    });
  }));

Deno.test("fault: the network boot ROM is missing", () =>
  withBench(async (bench) => {
    const qemu = "/usr/bin/qemu-system-x86_64";
    const env = await fakeQemu(
      bench,
      `for word; do [ "$word" = -device ] || set -- "$@" "$word"; done
exec ${qemu} -L ${bench.folder}/empty "$@"`,
    );
    await bench.failed(await bench.build([], { env }), { code: 1, says: ["QEMU did not start"] });
  }));

Deno.test("fault: QEMU is killed", () =>
  withBench(async (bench) => {
    const ran = await bench.build([], {
      when: BOOTING,
      runsOn: true,
      act: async () => {
        for (;;) {
          const [qemu] = await bench.running(/^qemu-system/);
          if (qemu !== undefined) return Deno.kill(qemu, "SIGKILL");
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      },
    });
    // Killed before its console was there, it did not start; after that, it ended early.
    await bench.failed(ran, { code: 1, says: [/QEMU (?:ended before|did not start)/] });
  }));

Deno.test("fault: KVM is demanded where it does not work", async () => {
  if (await Deno.stat("/dev/kvm").then(() => true, () => false)) return;
  await withBench(async (bench) => {
    const ran = await bench.run(["build", bench.description, "--out", bench.out, "--accel", "kvm"]);
    await bench.failed(ran, { code: 1, says: ["KVM does not work here", "/dev/kvm"] });
  });
});

Deno.test("fault: something foreign is where the output goes", () =>
  withBench(async (bench, mirror) => {
    await Deno.mkdir(bench.out);
    await Deno.writeTextFile(join(bench.out, "thesis.txt"), "precious");
    await bench.failed(await bench.build(), {
      code: 1,
      says: ["holds something that no build made", "--out"],
      leaves: ["gw"],
    });
    assert.equal(await Deno.readTextFile(join(bench.out, "thesis.txt")), "precious");
    assert.deepEqual(mirror.requests, [], "it was only noticed after the download");
  }));

Deno.test("fault: the output folder cannot be made", () =>
  withBench(async (bench, mirror) => {
    const file = join(bench.folder, "results", "file");
    await Deno.writeTextFile(file, "");
    const ran = await bench.run([
      "build",
      bench.description,
      "--out",
      `${file}/gw`,
      "--accel",
      "tcg",
    ]);
    await bench.failed(ran, {
      code: 1,
      says: ["the output folder cannot be made", "--out"],
      leaves: ["file"],
    });
    assert.deepEqual(mirror.requests, [], "it was only noticed after the download");
  }));

Deno.test({
  name: "fault: the file system of the output is full",
  ignore: !root,
  fn: () =>
    withBench(async (bench) => {
      // Not even a folder fits; test/e2e has the disk that fills while the installer writes.
      await using _ = await mounted(join(bench.folder, "results"), "1m,nr_inodes=1");
      await bench.failed(await bench.build(), {
        code: 1,
        says: ["the output folder cannot be made", "No space left", "--out"],
      });
    }),
});

Deno.test({
  name: "fault: the file system of temporary files is full",
  ignore: !root,
  fn: () =>
    withBench(async (bench) => {
      await using _ = await mounted(bench.tmp, "64k");
      const ran = await bench.build();
      await bench.failed(ran, {
        code: 1,
        says: ["the folder for temporary files cannot be written", "No space left", "TMPDIR"],
      });
      assert.doesNotMatch(ran.stderr, /--out/);
    }),
});

Deno.test("fault: a folder for temporary files that is too deep for sockets", () =>
  withBench(async (bench) => {
    const deep = join(bench.tmp, "deep".repeat(25));
    await Deno.mkdir(deep);
    const ran = await bench.build([], { env: { TMPDIR: deep } });
    await Deno.remove(deep);
    await bench.failed(ran, { code: 1, says: ["TMPDIR"] });
  }));

/** A time limit that is over once `end` is called, and what a command says then. */
function heldLimit() {
  let pid = 0;
  return {
    args: ["--timeout", "10m"],
    end: () => Deno.kill(pid, "SIGUSR1"),
    options: { testing: { heldLimit: 600_000 }, start: (of: number) => void (pid = of) },
    said: "not done after 600 s",
  };
}

Deno.test("fault: the time limit was reached while the mirror trickles", () =>
  withBench(async (bench, mirror) => {
    const limit = heldLimit();
    let drops = 0;
    const trickle = new ReadableStream({
      // Called again when what it gave has gone.
      pull(controller) {
        if (drops++ < 3) controller.enqueue(new Uint8Array(1));
        else limit.end();
      },
    });
    mirror.fault = (name) => name === "base79.tgz" ? new Response(trickle) : undefined;
    await bench.failed(await bench.build(limit.args, limit.options), {
      code: 5,
      says: [limit.said, "--timeout"],
    });
  }));

Deno.test("fault: the time limit of fetch is over while the mirror is silent", () =>
  withBench(async (bench, mirror) => {
    const limit = heldLimit();
    mirror.fault = (name) => {
      if (name !== "base79.tgz") return undefined;
      limit.end();
      return new Response(new ReadableStream({ start() {} }));
    };
    const { mirror: url, key } = mirror.release;
    const words = ["fetch", "7.9", "--mirror", url!, "--key", key!, ...limit.args];
    await bench.failed(await bench.run(words, limit.options), {
      code: 5,
      says: [limit.said, "--timeout"],
    });
  }));

Deno.test("fault: render onto the disk of a build, and onto what nobody made", async () => {
  await using bench = await FaultBench.create('"7.9"');
  const render = () => bench.run(["render", bench.description, "--out", bench.out]);
  for (const again of [false, true]) {
    const { code, stderr } = await render();
    assert.equal(code, 0, `${again}: ${stderr}`);
  }
  await Deno.writeTextFile(join(bench.out, "site", "notes.txt"), "precious");
  const leaves = ["gw"];
  await bench.failed(await render(), { code: 1, says: ["site/notes.txt", "--out"], leaves });
  assert.equal(await Deno.readTextFile(join(bench.out, "site", "notes.txt")), "precious");
  await Deno.remove(bench.out, { recursive: true });
  await Deno.mkdir(bench.out);
  await Deno.writeTextFile(join(bench.out, "gw.raw"), "a disk");
  const manifest = JSON.stringify({ format: 1, outputs: [{ name: "gw.raw", size: 6 }] });
  await Deno.writeTextFile(join(bench.out, "manifest.json"), manifest);
  await bench.failed(await render(), { code: 1, says: ["holds the disk of a build"], leaves });
  assert.equal(await Deno.readTextFile(join(bench.out, "gw.raw")), "a disk");
});

Deno.test("fault: the time limit was reached while the guest is silent", () =>
  withBench(async (bench) => {
    const limit = heldLimit();
    const options = { ...limit.options, when: BOOTING, act: limit.end };
    await bench.failed(await bench.build(limit.args, options), {
      code: 5,
      says: [`phase boot: ${limit.said}`, "--timeout"],
    });
  }));

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  Deno.test(`fault: ${signal} during a download`, () =>
    withBench(async (bench, mirror) => {
      let pid = 0;
      let pieces = 0;
      const body = new ReadableStream({
        // Called again when what it gave has gone.
        pull(controller) {
          if (pieces++ === 0) controller.enqueue(new Uint8Array(70_000));
          else Deno.kill(pid, signal);
        },
      });
      mirror.fault = (name) => name === "base79.tgz" ? new Response(body) : undefined;
      const ran = await bench.build([], { start: (of) => pid = of });
      await bench.failed(ran, { code: 130, says: ["interrupted"] });
    }));

  Deno.test(`fault: ${signal} while the installer boots`, () =>
    withBench(async (bench) => {
      const ran = await bench.build([], { when: BOOTING, act: (pid) => Deno.kill(pid, signal) });
      await bench.failed(ran, { code: 130, says: ["interrupted"] });
    }));
}
