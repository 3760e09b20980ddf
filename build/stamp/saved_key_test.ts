import assert from "node:assert/strict";
import type { Machine } from "../qemu/args.ts";
import { type SavedContent, savedKey } from "./saved_key.ts";

const machine: Machine = {
  arch: "amd64",
  hardware: "virtio",
  machine: "q35",
  firmware: "bios",
  memory: 512,
  smp: 1,
  accelerator: "tcg",
  rng: false,
  disk: { path: "/tmp/a/gw1.raw", format: "raw", cache: "unsafe", discard: true },
  boot: { kind: "network", folder: "/tmp/a/tftp" },
  serial: "/tmp/a/serial",
  qmp: "/tmp/a/qmp",
};

const content: SavedContent = {
  release: "6.6",
  boot: ["5ec1", "b5d0"],
  prepare: ["cd /dev && sh MAKEDEV sd0; cd /"],
  size: 6 << 20,
};

Deno.test("a saved installer serves another build, whose files are elsewhere", async () => {
  const elsewhere: Machine = {
    ...machine,
    disk: { ...machine.disk!, path: "/var/tmp/b/gw2.raw" },
    boot: { kind: "network", folder: "/var/tmp/b/tftp" },
    serial: "/var/tmp/b/serial",
    qmp: "/var/tmp/b/qmp",
    incoming: true,
  };
  assert.deepEqual(await savedKey(elsewhere, content), await savedKey(machine, content));
});

Deno.test("it serves no other machine, and no other content", async () => {
  const others: [Machine, SavedContent][] = [
    [{ ...machine, memory: 1024 }, content],
    [{ ...machine, smp: 2 }, content],
    [{ ...machine, machine: "pc", hardware: "legacy" }, content],
    [{ ...machine, arch: "i386" }, content],
    [{ ...machine, accelerator: "kvm" }, content],
    [{ ...machine, rng: true }, content],
    [machine, { ...content, release: "6.7" }],
    [machine, { ...content, boot: ["5ec1", "b5d1"] }],
    [machine, { ...content, prepare: [] }],
    [machine, { ...content, size: 7 << 20 }],
  ];
  const ids = [(await savedKey(machine, content)).id];
  for (const [one, of] of others) ids.push((await savedKey(one, of)).id);
  assert.equal(new Set(ids).size, others.length + 1);
});

Deno.test("a saved installer is named for people", async () => {
  assert.equal((await savedKey(machine, content)).what, "OpenBSD/amd64 6.6, q35, 512 MiB, tcg");
});
