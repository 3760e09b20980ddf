/**
 * Boots under QEMU, with every hardware a domain can have, of disks that say what a test wants.
 */
import assert from "node:assert/strict";
import { bootImage } from "../../build/guest/boot_image.ts";
import { verifyImage } from "../../build/guest/verify.ts";
import { uefiFirmware } from "../../build/qemu/uefi.ts";
import type { GuestHardware } from "../../images/manifest/manifest.ts";
import { GatewrightError } from "../../host/error.ts";
import { writeTalkingDisk } from "../boot_sector.ts";
import { HeldLimit } from "../held_limit.ts";
import { sha256File } from "../makefs.ts";

const GOOD = `OpenBSD 7.9 (GENERIC) #1: Mon Jan  1 00:00:00 UTC 2026\r
gatewright: hostname: ok\r
gatewright: syspatch: pending no network\r
gatewright: self-check: done\r
\r
login: `;

const LEGACY: GuestHardware = {
  hardware: "legacy",
  machine: "pc",
  firmware: "bios",
  memory: 64,
  vcpus: { current: 1, maximum: 1 },
  rng: false,
  interfaces: [{ bridge: "br0", mac: "52:54:00:12:34:56" }],
  discard: true,
};

/**
 * Boots a disk that says `text`; the disk must be what it was. The time limit is over as soon as the
 * console has said `last`.
 */
async function boot(text: string, domain: Partial<GuestHardware> = {}, last?: RegExp) {
  using limit = new HeldLimit(600_000);
  const folder = await Deno.makeTempDir({ prefix: "gw-boot-" });
  try {
    const image = `${folder}/disk.raw`;
    await writeTalkingDisk(image, text);
    const before = await sha256File(image);
    const told = await bootImage({
      image,
      arch: "amd64",
      domain: { ...LEGACY, ...domain },
      accelerator: "tcg",
      timeout: limit.milliseconds,
      secrets: ["a-secret-of-the-gateway"],
      onEvent: (event) => {
        if (event.kind === "log" && last?.test(event.line)) limit.end();
      },
    }).catch((error) => error);
    assert.equal(await sha256File(image), before, "the disk changed");
    return told;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const HARDWARE: Partial<GuestHardware>[] = [
  { hardware: "legacy", machine: "pc" },
  { hardware: "legacy", machine: "q35" },
  { hardware: "virtio", machine: "pc" },
  { hardware: "virtio", machine: "q35", rng: true, vcpus: { current: 2, maximum: 4 } },
  { hardware: "virtio", machine: "q35", interfaces: [], discard: false },
];
for (const domain of HARDWARE) {
  Deno.test(`a guest boots with ${JSON.stringify(domain)}`, async () => {
    const { checks, accelerator } = await boot(GOOD, domain);
    assert.equal(accelerator, "tcg");
    assert.deepEqual(checks, [
      { name: "hostname", result: "ok" },
      { name: "syspatch", result: "pending", why: "no network" },
    ]);
  });
}

const ovmf = await uefiFirmware().then(() => true, () => false);
if (!ovmf) console.log("UEFI: skipped, the package ovmf is not installed");
Deno.test({
  name: "UEFI firmware starts, and finds nothing on a disk for a BIOS",
  ignore: !ovmf,
  async fn() {
    const uefi = { hardware: "virtio", machine: "q35", firmware: "uefi", memory: 256 } as const;
    const error = await boot(GOOD, uefi, /BdsDxe|UEFI/);
    assert(error instanceof GatewrightError);
    assert.match(error.format(), /not up after 600 s[^]*(BdsDxe|UEFI)/);
  },
});

const FAILURES: [string, string, number, RegExp, RegExp?][] = [
  [
    "a failed self-check",
    GOOD.replace("ok", "FAILED is a-secret-of-the-gateway"),
    4,
    /hostname: is \*{8}/,
  ],
  ["a panic", "panic: ffs_alloc\r\n", 1, /panicked/],
  ["the debugger", "Stopped at db_enter\r\nddb{0}> ", 1, /debugger/],
  [
    "a kernel that starts twice",
    GOOD.split("\n")[0]!.repeat(2).replaceAll("\r", "\r\n"),
    1,
    /restarts/,
  ],
  [
    "a guest that never asks for a login",
    "booting...\r\n",
    5,
    /not up after 600 s[^]*booting/,
    /booting/,
  ],
];
for (const [what, text, code, words, last] of FAILURES) {
  Deno.test(`boot names ${what}`, async () => {
    const error = await boot(text, {}, last);
    assert(error instanceof GatewrightError, JSON.stringify(error));
    assert.equal(error.exitCode, code);
    assert.match(error.format(), words);
    assert.doesNotMatch(error.format(), /a-secret-of/);
    assert(error.next);
  });
}

Deno.test("the boot test of a build keeps the console, and notices an image that is another one", async () => {
  const folder = await Deno.makeTempDir({ prefix: "gw-boot-" });
  try {
    const image = `${folder}/disk.raw`;
    await writeTalkingDisk(image, GOOD);
    const verify = (sha256: string, log: string) =>
      verifyImage({
        image,
        imageSum: { sha256 },
        log,
        arch: "amd64",
        domain: LEGACY,
        accelerator: "tcg",
      });
    const { checks, seconds } = await verify(await sha256File(image), `${folder}/boot.log`);
    assert.deepEqual(checks.map(({ result }) => result), ["ok", "pending"]);
    assert(seconds > 0);
    const log = await Deno.readTextFile(`${folder}/boot.log`);
    assert.match(log, /^gatewright: hostname: ok$/m);
    assert.equal((await Deno.stat(`${folder}/boot.log`)).mode! & 0o777, 0o600);
    await assert.rejects(verify("0".repeat(64), `${folder}/2.log`), {
      kind: "verification",
      message: "the image changed while it was booted",
    });
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
