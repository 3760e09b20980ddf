import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import type { Machine } from "../../build/qemu/args.ts";
import { Qemu } from "../../build/qemu/process.ts";
import { goOn, receiveState, sendState } from "../../build/qemu/state.ts";
import { writeCountingDisk } from "../counting_disk.ts";

/** A machine whose boot sector counts, in a folder of its own. */
async function place() {
  const folder = await Deno.makeTempDir({ prefix: "gw-state-" });
  await writeCountingDisk(`${folder}/disk`);
  // Another disk of the same size: nothing of the boot sector is on it.
  await Deno.writeFile(`${folder}/empty`, new Uint8Array(1 << 20));
  const machine: Machine = {
    arch: "amd64",
    hardware: "legacy",
    machine: "pc",
    firmware: "bios",
    memory: 32,
    smp: 1,
    accelerator: "tcg",
    rng: false,
    disk: { path: `${folder}/disk`, format: "raw", cache: "unsafe", discard: true },
    macs: [],
    serial: `${folder}/serial`,
    qmp: `${folder}/qmp`,
  };
  const resumed: Machine = {
    ...machine,
    incoming: true,
    disk: { ...machine.disk!, path: `${folder}/empty` },
  };
  return {
    folder,
    machine,
    resumed,
    [Symbol.asyncDispose]: () => Deno.remove(folder, { recursive: true }),
  };
}

/** Types a byte until the guest, which may not have booted yet, answers with a digit. */
async function count(qemu: Qemu, output: AsyncGenerator<Uint8Array>): Promise<string> {
  await qemu.type("x");
  for (;;) {
    const { value, done } = await output.next();
    assert(!done, "QEMU ended");
    const digit = /[0-9]$/.exec(new TextDecoder().decode(value));
    if (digit) return digit[0];
  }
}

/** The state of a machine that has counted up to three. */
async function counted({ machine, folder }: { machine: Machine; folder: string }) {
  await using qemu = await Qemu.start(machine);
  const output = qemu.output();
  let at = "";
  while (at !== "3") at = await count(qemu, output);
  const pieces = await Array.fromAsync(sendState(qemu, `${folder}/out`));
  await goOn(qemu);
  assert.equal(await count(qemu, output), "4", "the machine that was saved goes on");
  return new Uint8Array(await new Blob(pieces).arrayBuffer());
}

Deno.test("a saved machine resumes on another disk, any number of times", async () => {
  await using at = await place();
  const state = await counted(at);
  for (let time = 0; time < 2; time++) {
    await using qemu = await Qemu.start(at.resumed);
    await receiveState(qemu, `${at.folder}/in`, state);
    await goOn(qemu);
    assert.equal(await count(qemu, qemu.output()), "4");
  }
  const left = [...Deno.readDirSync(at.folder)].map(({ name }) => name).sort();
  assert.deepEqual(left, ["disk", "empty"]);
});

Deno.test("a state that is cut off, spoiled, or of another machine is refused", async () => {
  await using at = await place();
  const all = await counted(at);
  const spoiled = all.slice();
  spoiled.set(new Uint8Array(64).fill(0xff), 8);
  const cases: [what: string, machine: Machine, bytes: Uint8Array][] = [
    ["cut off", at.resumed, all.subarray(0, all.length >> 1)],
    ["empty", at.resumed, new Uint8Array()],
    ["spoiled", at.resumed, spoiled],
    ["other memory", { ...at.resumed, memory: 48 }, all],
    ["another machine", { ...at.resumed, machine: "q35" }, all],
  ];
  for (const [what, machine, bytes] of cases) {
    await using qemu = await Qemu.start(machine);
    await assert.rejects(
      receiveState(qemu, `${at.folder}/in`, bytes),
      (error) => error instanceof GatewrightError && error.why !== "",
      what,
    );
  }
});

Deno.test("what QEMU refuses comes with its words; after its end, nothing waits", async () => {
  await using at = await place();
  const qemu = await Qemu.start(at.machine);
  {
    await using _ = qemu;
    await assert.rejects(
      qemu.execute("no-such-command"),
      (error) => error instanceof GatewrightError && /no-such-command/.test(error.why ?? ""),
    );
    const asked = qemu.execute("query-status").then(() => "answered");
    assert.equal(await asked, "answered");
  }
  await assert.rejects(qemu.execute("query-status"), /QEMU ended before it answered/);
});

Deno.test("a QEMU that hangs while it is given a state ends with the signal", async () => {
  await using at = await place();
  const state = await counted(at);
  const stop = new AbortController();
  await using qemu = await Qemu.start(at.resumed, stop.signal);
  const pids = [...Deno.readDirSync("/proc")].filter(({ name }) => /^\d+$/.test(name));
  const pid = pids.find(({ name }) => commandLine(name).includes(`path=${at.folder}/qmp`))?.name;
  Deno.kill(Number(pid), "SIGSTOP");
  const given = receiveState(qemu, `${at.folder}/in`, state);
  stop.abort(new Error("interrupted"));
  await assert.rejects(given, { message: /^QEMU ended before it answered/ });
  await qemu.ended;
});

function commandLine(pid: string): string {
  try {
    return Deno.readTextFileSync(`/proc/${pid}/cmdline`);
  } catch {
    return ""; // it has ended
  }
}
