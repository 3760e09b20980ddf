import assert from "node:assert/strict";
import { renderDomain } from "../domain/domain_xml.ts";
import { GatewrightError } from "../../host/error.ts";
import type { Domain } from "../../gateway/gateway.ts";
import { testGateway } from "../../test/gateway.ts";
import { readDomain } from "../domain/domain_document.ts";
import { type DiskStorage, planMigration } from "./migration.ts";

const DEST = "qemu+ssh://root@kvm2.example.net/system";
const LV = "/dev/vg0/vpn-server";

function plan(kind: DiskStorage["kind"], patch: Partial<Domain> = {}, more = {}) {
  const gateway = testGateway();
  const domain = { ...gateway.domain, ...patch };
  return planMigration({
    facts: readDomain(renderDomain({ ...gateway, domain }), "hq.xml"),
    storage: new Map([[domain.disk, { kind, size: 6 * 2 ** 30 }]]),
    destination: DEST,
    ...more,
  });
}

Deno.test("planMigration() moves a guest on shared storage live, and copies nothing", () => {
  const { command, before, warnings } = plan("shared", { cpu: "Skylake-Server" });
  assert.equal(
    command,
    `virsh migrate --live --persistent --undefinesource --verbose hq ${DEST}`,
  );
  assert.deepEqual(before, ["ssh root@kvm2.example.net 'ip link show br0'"]);
  assert.deepEqual(warnings, []);
});

Deno.test("planMigration() copies local storage into a volume of the same size made before", () => {
  const { command, before } = plan("local", {}, { connect: "qemu:///system" });
  assert.equal(
    command,
    "virsh -c qemu:///system migrate --live --persistent --undefinesource --copy-storage-all " +
      `--verbose hq ${DEST}`,
  );
  assert.equal(
    before[0],
    "ssh root@kvm2.example.net 'lvcreate -W y -y -L 6442450944b -n vpn-server vg0'",
  );
  const file = plan("local", { disk: "/srv/it's/hq.raw" });
  assert.match(file.before[0]!, /qemu-img create -f raw/);
});

Deno.test("planMigration() reaches the other host as its URI says: user, port, key, IPv6", () => {
  const first = (destination: string) => plan("shared", {}, { destination }).before[0];
  assert.equal(
    first("qemu+ssh://ops@[2001:db8::2]:2222/system?keyfile=/root/k%20y&no_verify=1"),
    "ssh -p 2222 -i '/root/k y' ops@2001:db8::2 'ip link show br0'",
  );
  assert.equal(first("qemu+ssh://kvm2/system"), "ssh kvm2 'ip link show br0'");
  // The port of TLS is none of sshd's.
  assert.equal(first("qemu+tls://kvm2:16514/system"), "ssh kvm2 'ip link show br0'");
  assert.equal(first("qemu+unix:///system?socket=/run/x"), "ip link show br0");
});

Deno.test("planMigration() copies only the disks that are local", () => {
  const gateway = testGateway();
  const facts = readDomain(renderDomain(gateway), "hq.xml");
  facts.disks.push({ ...facts.disks[0]!, source: "/srv/nfs/data.raw", target: "vdb" });
  const { args } = planMigration({
    facts,
    storage: new Map([[LV, { kind: "local" }], ["/srv/nfs/data.raw", { kind: "shared" }]]),
    destination: DEST,
  });
  assert.equal(args[args.indexOf("--migrate-disks") + 1], "vda");
});

Deno.test("planMigration() does not guess where a wrong guess destroys the disk", () => {
  assert.throws(
    () => plan("unknown"),
    (error) => error instanceof GatewrightError && error.code === "needs-shared",
  );
});

Deno.test("planMigration() warns of host-passthrough and of caches, but not for a copy", () => {
  assert.match(plan("shared").warnings.join("\n"), /host-passthrough/);
  const cached = { cpu: "host-model", cache: "writeback" } as const;
  assert.match(plan("shared", cached).warnings.join("\n"), /cache writeback/);
  assert.match(plan("shared", { disk: "/nfs/a.raw" }).warnings.join("\n"), /cache at its default/);
  for (const cache of ["none", "directsync"] as const) {
    assert.deepEqual(plan("shared", { cpu: "host-model", cache }).warnings, [], cache);
  }
  assert.deepEqual(plan("local", cached).warnings, []);
});

Deno.test("planMigration() moves only the definition of a guest that is shut off, and says so", () => {
  const { command, before, after } = plan("local", { autostart: true }, { state: "shut off" });
  assert.match(command, /migrate --offline --persistent --undefinesource hq/);
  assert.match(before[1]!, /^dd if=\/dev\/vg0\/vpn-server .* \| ssh root@kvm2/);
  assert.deepEqual(after, [`virsh -c ${DEST} autostart hq`]);
});
