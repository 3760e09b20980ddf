import assert from "node:assert/strict";
import { type Machine, qemuArgs } from "./args.ts";

const machine: Machine = {
  arch: "amd64",
  hardware: "virtio",
  machine: "q35",
  firmware: "bios",
  memory: 512,
  smp: 1,
  accelerator: "tcg",
  rng: false,
  disk: { path: "/tmp/a,b.raw", format: "raw", cache: "unsafe", discard: true },
  macs: [],
  serial: "/tmp/serial",
  qmp: "/tmp/qmp",
};

/** The value behind each occurrence of an option. */
const values = (args: string[], option: string) =>
  args.flatMap((arg, i) => arg === option ? [args[i + 1]] : []);

Deno.test("an installed disk is booted as it is", () => {
  const args = qemuArgs(machine);
  assert(values(args, "-device").includes("virtio-blk-pci,drive=disk0,bootindex=1"));
  assert.deepEqual(values(args, "-netdev"), ["user,id=net0,restrict=on"]);
  assert(!args.includes("-kernel"));
});

Deno.test("a folder is booted by the first network card before the disk", () => {
  const args = qemuArgs({ ...machine, boot: { kind: "network", folder: "/tmp/x,y" } });
  assert.deepEqual(values(args, "-netdev"), [
    "user,id=net0,restrict=on,tftp=/tmp/x,,y,bootfile=pxeboot",
  ]);
  assert(values(args, "-device").includes("virtio-net-pci,netdev=net0,bootindex=1"));
  assert(values(args, "-device").includes("virtio-blk-pci,drive=disk0,bootindex=2"));
});

Deno.test("a kernel is loaded by QEMU itself, and nothing is booted over the network", () => {
  const boot = { kind: "kernel", kernel: "/k", initrd: "/i", append: "quiet x=1" } as const;
  const args = qemuArgs({ ...machine, boot });
  assert.deepEqual(values(args, "-kernel"), ["/k"]);
  assert.deepEqual(values(args, "-initrd"), ["/i"]);
  assert.deepEqual(values(args, "-append"), ["quiet x=1"]);
  assert.deepEqual(values(args, "-netdev"), ["user,id=net0,restrict=on"]);
});

Deno.test("only a machine that is to reach the host does, by its first card alone", () => {
  const macs = ["52:54:00:00:00:01", "52:54:00:00:00:02"];
  assert.deepEqual(values(qemuArgs({ ...machine, macs }), "-netdev"), [
    "user,id=net0,restrict=on",
    "user,id=net1,restrict=on",
  ]);
  assert.deepEqual(values(qemuArgs({ ...machine, macs, reachesHost: true }), "-netdev"), [
    "user,id=net0",
    "user,id=net1,restrict=on",
  ]);
});

Deno.test("a machine may have neither disk nor network card, and little room for translated code", () => {
  const { disk: _disk, macs: _macs, ...bare } = machine;
  const boot = { kind: "kernel", kernel: "/k", initrd: "/i", append: "quiet" } as const;
  const args = qemuArgs({ ...bare, boot, translated: 256 });
  assert(!args.includes("-drive") && !args.includes("-netdev") && !args.includes("-device"));
  assert.deepEqual(values(args, "-accel"), ["tcg,tb-size=256"]);
  assert.deepEqual(
    values(qemuArgs({ ...machine, translated: 256, accelerator: "kvm" }), "-accel"),
    [
      "kvm",
    ],
  );
});
