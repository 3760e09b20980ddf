/**
 * libvirt's own schema and parser judge the domains.
 * @module
 */
import { equal, match } from "node:assert/strict";
import { renderDomain } from "../../images/domain/domain_xml.ts";
import type { Domain } from "../../gateway/gateway.ts";
import { run } from "../../host/run.ts";
import { testGateway } from "../gateway.ts";

const BLOCK = "/dev/vg0/vpn-server";
const FILE = "/var/lib/libvirt/images/hq & co.raw";

/** Every combination of what changes the shape of the XML. */
function combinations(): { label: string; xml: string }[] {
  const found: { label: string; xml: string }[] = [];
  for (const hardware of ["virtio", "legacy"] as const) {
    for (const machine of ["q35", "pc"] as const) {
      for (const firmware of ["bios", "uefi"] as const) {
        for (const disk of [BLOCK, FILE]) {
          found.push(one({ hardware, machine, firmware, disk }));
        }
      }
    }
  }
  for (const cache of ["none", "writethrough", "writeback", "directsync", "unsafe"] as const) {
    found.push(one({ cache }), one({ cache, disk: FILE, discard: false }));
  }
  for (const graphics of ["none", "vnc", "spice"] as const) found.push(one({ graphics }));
  for (const cpu of ["host-passthrough", "host-model", "Skylake-Server"]) {
    found.push(one({ cpu }), one({ cpu }, "qemu"));
  }
  found.push(one({
    description: `R&D's "gateway" <old>`,
    rng: false,
    autostart: true,
    vcpus: { current: 4, maximum: 4 },
    interfaces: [
      { bridge: "br0", mac: "52:54:00:00:00:01" },
      { bridge: "br-lan", mac: "52:54:00:00:00:02" },
      { bridge: "br.10", mac: "52:54:00:00:00:03" },
    ],
  }));
  return found;
}

function one(patch: Partial<Domain>, type: "kvm" | "qemu" = "kvm"): { label: string; xml: string } {
  const gateway = testGateway();
  const domain = { ...gateway.domain, ...patch };
  return {
    label: JSON.stringify({ type, ...patch }),
    xml: renderDomain({ ...gateway, domain }, { type }),
  };
}

/** Calls `check` with each domain in a file of its own. */
async function each(check: (file: string, label: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "gatewright-test-" });
  try {
    for (const { label, xml } of combinations()) {
      const file = `${folder}/domain.xml`;
      await Deno.writeTextFile(file, xml);
      await check(file, label);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("virt-xml-validate accepts every kind of domain", async () => {
  await each(async (file, label) => {
    const { stdout, stderr, status } = await run("virt-xml-validate", [file, "domain"], {
      okStatus: [0, 1, 2, 3, 4, 5, 6],
    });
    equal(status, 0, `${label}\n${stdout}${stderr}`);
  });
});

Deno.test("virsh define --validate accepts every kind of domain", async () => {
  await each(async (file, label) => {
    // Each virsh has a test driver of its own, so the same name never collides.
    const { stdout, stderr, status } = await run(
      "virsh",
      ["-c", "test:///default", "define", "--validate", file],
      { okStatus: [0, 1] },
    );
    equal(status, 0, `${label}\n${stderr}`);
    match(stdout, /Domain 'hq' defined/);
  });
});

Deno.test("libvirt reads back the description and the disk as they were written", async () => {
  const { xml } = one({ description: `R&D's "gateway" <old>`, disk: FILE });
  const folder = await Deno.makeTempDir({ prefix: "gatewright-test-" });
  try {
    await Deno.writeTextFile(`${folder}/domain.xml`, xml);
    const { stdout } = await run("virsh", [
      "-q",
      "-c",
      "test:///default",
      `define --validate ${folder}/domain.xml; desc hq; domblklist hq; dumpxml hq`,
    ]);
    match(stdout, /^R&D's "gateway" <old>/m);
    match(stdout, /vda +\/var\/lib\/libvirt\/images\/hq & co\.raw/);
    match(stdout, /<gateway xmlns="urn:gatewright:domain:1">/);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
