/**
 * `gatewright doctor`, on this host and on one without anything.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import type { Finding } from "../../build/doctor.ts";
import { FaultBench } from "../fault.ts";

Deno.test("doctor finds what is there, and says what to type for what is not", async () => {
  await using bench = await FaultBench.create('"7.9"');
  const good = await bench.run(["doctor", "--json"]);
  assert.equal(good.code, 0, good.stdout + good.stderr);
  const states = new Map(
    (JSON.parse(good.stdout) as Finding[]).map(({ name, state }) => [name, state]),
  );
  for (const name of ["qemu-system-x86_64", "qemu-img", "cache", "network boot ROM"]) {
    assert.equal(states.get(name), "ok", name);
  }

  // Whoever can write to the folder above the cache can put another one in its place.
  await Deno.chmod(bench.cacheHome, 0o777);
  const open = await bench.run(["doctor"]);
  assert.match(
    open.stdout,
    /^absent +cache: other users can write to .*cache, and replace .*; next: set XDG_CACHE_HOME/m,
  );
  await Deno.chmod(bench.cacheHome, 0o1777);
  assert.match((await bench.run(["doctor"])).stdout, /^ok +cache: /m);

  const bin = join(bench.folder, "bin");
  await Deno.mkdir(bin);
  for (const name of ["sh", "bash", "df"]) await Deno.symlink(`/bin/${name}`, join(bin, name));
  const bare = await bench.run(["doctor", "--mirror", "http://127.0.0.1:1/pub"], {
    env: { PATH: bin },
  });
  assert.equal(bare.code, 1, bare.stdout + bare.stderr);
  assert.match(bare.stdout, /^missing +qemu-img: .*next: apt-get install qemu-utils$/m);
  assert.match(bare.stdout, /^missing +mirror: http:\/\/127\.0\.0\.1:1\/pub: /m);
  assert.match(bare.stdout, /^absent +virsh: /m);

  // A KVM that is there and runs no guest, as QEMU says on some hosts.
  const why = "qemu-system-x86_64: error: failed to set MSR 0x10a to 0x0";
  const program = join(bin, "qemu-system-x86_64");
  await Deno.writeTextFile(program, `#!/bin/sh\necho '${why}' >&2\nexit 1\n`, { mode: 0o755 });
  if (!await Deno.stat("/dev/kvm").then(() => true, () => false)) return;
  await Deno.symlink("/usr/bin/setpriv", join(bin, "setpriv"));
  const broken = await bench.run(["doctor"], { env: { PATH: bin } });
  assert.match(
    broken.stdout,
    /^absent +KVM: .*MSR 0x10a.*next: in a virtual machine, enable nested/m,
  );
  assert.doesNotMatch(broken.stdout, /usermod|modprobe/);
});
