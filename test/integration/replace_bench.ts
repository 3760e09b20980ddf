/**
 * A gateway to replace: a domain of a real libvirtd with a loop device, and a second one. The gateways
 * are boot sectors that say what is wanted on the console and shut down when they are asked to.
 * @module
 */
import assert from "node:assert/strict";
import { type ReplaceEvent, replaceGateway, type ReplaceOptions } from "../../build/replace.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { GatewrightError } from "../../host/error.ts";
import { letTalk } from "../boot_sector.ts";
import { entry, gatewright, type Ran } from "../command_line.ts";
import { fitDisk } from "../fit_disk.ts";
import { TEST_KEY } from "../ssh_keys.ts";
import type { Libvirtd } from "./libvirtd.ts";
import { LoopDevice } from "./loop.ts";

/** What a gateway says that came up. */
export const GOOD = "gatewright: hostname: ok\r\ngatewright: self-check: done\r\n\r\nlogin: ";
/** What one says whose self-check failed. */
export const FAILED = GOOD.replace("ok", "FAILED: it has none");

const DESCRIPTION = `hostname: gw.example.net
release: {version: "7.9", arch: amd64}
network: {interfaces: [{name: em0, address: 10.0.0.50/24}], gateway: 10.0.0.1}
access: {rootKeys: ["ssh-ed25519 ${TEST_KEY} admin@example.net"]}
tunnels:
  - {name: a, ike: 2, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.0.10.0/24, psk: {file: a.psk}}
  - {name: b, ike: 2, mode: passive, peer: 192.0.2.2, local: 10.0.0.0/24, remote: 10.0.20.0/24, psk: {file: a.psk}}
domain: {hardware: legacy, machine: pc, memory: 512M}
`;

/** What a person has changed by hand, and no description knows. */
const BY_HAND = `<cputune><shares>512</shares></cputune>`;
/** Of the console of its domain. */
export const PASSWORD = "by-hand";

/** A disk of OpenBSD that says `text` on its console. */
export async function image(path: string, text: string): Promise<string> {
  const disk = await fitDisk();
  letTalk(disk, text);
  await Deno.writeFile(path, disk);
  return path;
}

/** A gateway that runs from `old`, and a `fresh` device. */
export async function bench(libvirtd: Libvirtd) {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-test-" });
  const [old, fresh] = [await LoopDevice.create(8 << 20), await LoopDevice.create(8 << 20)];
  const file = `${folder}/gw.yaml`;
  await Deno.writeTextFile(file, DESCRIPTION);
  await Deno.writeTextFile(`${folder}/a.psk`, "the-first-secret-of-tunnel-a\n", { mode: 0o600 });
  const xml = `${folder}/gw.xml`;
  const made = await gatewright(
    ...["domain", file, "--accel", "tcg", "--disk", old.path, "--out", xml],
  );
  assert.equal(made.code, 0, made.stderr);
  const described = await Deno.readTextFile(xml);
  const uuid = crypto.randomUUID();
  const changed = described
    .replace(/<uuid>.*<\/uuid>/, `<uuid>${uuid}</uuid>`)
    .replace(/<mac address=".*?"/, '<mac address="52:54:00:ab:cd:ef"')
    .replace("<os>", `${BY_HAND}<os>`)
    .replace("</devices>", `<graphics type="vnc" passwd="${PASSWORD}"/></devices>`);
  await Deno.writeTextFile(xml, changed);
  await libvirtd.virsh("define", xml);
  const polite = await image(`${folder}/good.raw`, GOOD);
  await Deno.writeFile(old.path, await Deno.readFile(polite));
  return {
    folder,
    file,
    old,
    fresh,
    good: polite,
    uuid,
    described,
    args: (image: string, ...more: string[]) => [
      ...["replace", file, "--connect", libvirtd.uri, "--on", fresh.path, "--image", image],
      ...["--out", `${folder}/out/gw/`, ...more],
    ],
    /** What must be as before where the old disk runs again. */
    async now() {
      const xml = await libvirtd.virsh("dumpxml", "--inactive", "--security-info", "gw");
      const state = (await libvirtd.virsh("domstate", "gw")).trim();
      const info = await libvirtd.virsh("dominfo", "gw");
      return { xml, state, autostart: /^Autostart:.*$/m.exec(info)?.[0] };
    },
    async [Symbol.asyncDispose]() {
      await libvirtd.virsh("destroy", "gw").catch(() => {});
      await libvirtd.virsh("undefine", "gw").catch(() => {});
      for (const one of [old, fresh]) await one[Symbol.asyncDispose]();
      await Deno.remove(folder, { recursive: true });
    },
  };
}

/**
 * Runs a command in a process group of its own, as a shell does; the group gets `signal` once the
 * command says `word`. A number instead is a time limit in milliseconds, which is over then.
 */
export async function interrupted(
  args: string[],
  word: RegExp,
  signal: "INT" | "HUP" | number,
): Promise<Ran> {
  const program = entry(typeof signal === "number" ? { heldLimit: signal } : undefined);
  const child = new Deno.Command("setsid", {
    args: [Deno.execPath(), "run", "-A", "--quiet", ...program, ...args],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    env: { GATEWRIGHT_DEBUG: "" },
  }).spawn();
  const stdout = new Response(child.stdout).text();
  let stderr = "";
  let sent = false;
  for await (const piece of child.stderr.pipeThrough(new TextDecoderStream())) {
    stderr += piece;
    if (sent || !word.test(stderr)) continue;
    sent = true;
    if (typeof signal === "number") Deno.kill(child.pid, "SIGUSR1");
    else await new Deno.Command("kill", { args: [`-${signal}`, "--", `-${child.pid}`] }).output();
  }
  const { code } = await child.status;
  assert.ok(sent, stderr);
  return { code, stdout: await stdout, stderr };
}

/** Lines that tell a step. */
const STEP = /^(gw: (?!running|defin).*|going back .*|tunnels: .*|boot: .*)$/gm;
/** The steps that were told, in their order. */
export const steps = (stderr: string) =>
  [...stderr.matchAll(STEP)].map(([line]) => line.replaceAll(/\/dev\/loop\d+/g, "LOOP"));

/** The name of an event: `plan`, `shut-down`, `ready`; none for the lines of a console. */
function nameOf(event: ReplaceEvent): string | undefined {
  if (event.kind !== "switch") return event.kind;
  if (event.event.kind === "step") return event.event.step;
  return event.event.event.kind === "log" ? undefined : event.event.event.kind;
}

/** What `replaceGateway` told, and the error it ends with; it is interrupted at the event `stop`. */
export async function tried(gateway: Gateway, options: ReplaceOptions, stop?: string) {
  const told: string[] = [];
  const abort = new AbortController();
  const error = await replaceGateway(gateway, {
    ...options,
    signal: abort.signal,
    onEvent(event) {
      const name = nameOf(event);
      if (name !== undefined && told.at(-1) !== name) told.push(name);
      if (name !== undefined && name === stop) {
        abort.abort(new GatewrightError("interrupted", { kind: "interrupted" }));
      }
    },
  }).then(() => undefined, (error) => error as unknown);
  assert.ok(error === undefined || error instanceof GatewrightError, String(error));
  return { told, error };
}
