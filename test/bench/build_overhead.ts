/**
 * What a build costs besides the guest: seconds and memory. Builds of the miniature release take
 * turns with a bare QEMU that boots the same installer; run with
 *
 *     deno run -A test/bench/build_overhead.ts [ROUNDS]
 *
 * Ends with 1 where a build takes 3 s or more besides its guest, or 250 MB or more of memory.
 * @module
 */
import { join } from "node:path";
import { qemuArgs, qemuProgram } from "../../build/qemu/args.ts";
import { HeldFile } from "../../host/held_file.ts";
import { tftpFolder } from "../../build/installer/tftp_folder.ts";
import { FaultBench } from "../fault.ts";

const MAX_SECONDS = 3;
const MAX_MEMORY = 250e6;

const rounds = Number(Deno.args[0] ?? 2);
const shared = new URL("../../../shared/", import.meta.url).pathname;
const mirror = await Deno.makeTempDir({ prefix: "gw-bench-" });
const made = await new Deno.Command(`${shared}tools/mini-release`, {
  args: ["amd64", mirror],
  stdout: "null",
}).output();
if (!made.success) throw new Error("no ../shared/tools/mini-release");
const release = `{version: "6.6", arch: amd64, mirror: "file://${mirror}/pub/OpenBSD", ` +
  `key: ${mirror}/mini-66.pub}`;

/** One build: seconds in all, of the guest, and to its prompt; bytes of memory at the most. */
async function build() {
  await using bench = await FaultBench.create(release);
  let memory = 0;
  let tool = 0;
  const watch = setInterval(async () => {
    const [pid] = tool ? [tool] : await bench.running(/^deno$/);
    tool = pid ?? 0;
    const status = await Deno.readTextFile(`/proc/${tool}/status`).catch(() => "");
    memory = Math.max(memory, 1024 * Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0));
  }, 200);
  const started = performance.now();
  const { code, stderr } = await bench.build(["--whole", "--json"]);
  const total = (performance.now() - started) / 1000;
  clearInterval(watch);
  if (code !== 0) throw new Error(stderr.slice(-2000));
  const at = new Map<string, number>();
  for (const line of stderr.trim().split("\n")) {
    const event = JSON.parse(line);
    if (event.kind === "phase") at.set(event.phase, event.elapsed);
  }
  const guest = at.get("inspect")! - at.get("boot")!;
  return {
    total,
    guest,
    overhead: total - guest,
    prompt: at.get("answers")! - at.get("boot")!,
    memory,
  };
}

/** Seconds that a bare QEMU takes to the installer's prompt, started the same way. */
async function bare(): Promise<number> {
  const folder = await Deno.makeTempDir({ prefix: "gw-bench-" });
  try {
    const files = `${mirror}/pub/OpenBSD/6.6/amd64`;
    await Deno.mkdir(`${folder}/boot`);
    using pxeboot = await HeldFile.open(`${files}/pxeboot`);
    using bsdRd = await HeldFile.open(`${files}/bsd.rd`);
    await tftpFolder(`${folder}/boot`, { pxeboot, bsdRd, consoleSpeed: 115200 });
    await Deno.writeFile(`${folder}/disk`, new Uint8Array());
    await Deno.truncate(`${folder}/disk`, 3 * 2 ** 30);
    using serial = Deno.listen({ transport: "unix", path: `${folder}/serial` });
    using qmp = Deno.listen({ transport: "unix", path: `${folder}/qmp` });
    const started = performance.now();
    const child = new Deno.Command(qemuProgram("amd64"), {
      args: qemuArgs({
        arch: "amd64",
        hardware: "legacy",
        machine: "pc",
        firmware: "bios",
        memory: 512,
        smp: 1,
        accelerator: "tcg",
        rng: true,
        disk: { path: `${folder}/disk`, format: "raw", cache: "unsafe", discard: true },
        macs: [],
        boot: { kind: "network", folder: `${folder}/boot` },
        serial: join(folder, "serial"),
        qmp: join(folder, "qmp"),
      }),
    }).spawn();
    const [console_, monitor] = await Promise.all([serial.accept(), qmp.accept()]);
    let said = "";
    const buffer = new Uint8Array(65536);
    while (!said.includes("(S)hell? ")) {
      const n = await console_.read(buffer);
      if (n === null) throw new Error(`QEMU ended:\n${said.slice(-1000)}`);
      said = (said + new TextDecoder().decode(buffer.subarray(0, n))).slice(-4000);
    }
    const seconds = (performance.now() - started) / 1000;
    child.kill("SIGKILL");
    await child.status;
    console_.close();
    monitor.close();
    return seconds;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

let good = true;
try {
  for (let round = 1; round <= rounds; round++) {
    const alone = await bare();
    const { total, guest, overhead, prompt, memory } = await build();
    good &&= overhead < MAX_SECONDS && memory < MAX_MEMORY;
    console.log(
      `round ${round}: build ${total.toFixed(1)} s, guest ${guest.toFixed(1)} s, ` +
        `overhead ${overhead.toFixed(2)} s (limit ${MAX_SECONDS}), ` +
        `memory ${(memory / 1e6).toFixed(0)} MB (limit ${MAX_MEMORY / 1e6}); ` +
        `to the prompt: ${prompt.toFixed(1)} s, a bare QEMU ${alone.toFixed(1)} s`,
    );
  }
} finally {
  await Deno.remove(mirror, { recursive: true });
}
Deno.exit(good ? 0 : 1);
