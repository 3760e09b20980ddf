import assert from "node:assert/strict";
import { testGateway } from "../../test/gateway.ts";
import { whyNotTried, whyWhole } from "./why_whole.ts";

const file = (path: string) => [{ path, content: "x", mode: 0o644 }];

Deno.test("a set that brings a file which the installer writes to is installed in one go", () => {
  for (
    const path of [
      ...["etc/fstab", "etc/ttys", "etc/boot.conf", "etc/rc.firsttime", "etc/master.passwd", "bsd"],
      ...["etc/hostname.vio0", "etc/random.seed", "etc/ssh/sshd_config", "dev/MAKEDEV"],
    ]
  ) assert.match(whyWhole(testGateway(), file(path)) ?? "", /the installer writes to/, path);
});

Deno.test("what has a name like theirs is stamped, and so is what install.site puts in place", () => {
  for (
    const path of [
      ...["etc/pf.conf", "etc/fstab.old", "etc/groups", "usr/local/bsd/x", "root/etc/fstab"],
      ...["gatewright/etc/hostname.vio0", "etc/ssh/sshd_config.d/x", "boots", "etc/rc.conf.local"],
    ]
  ) assert.equal(whyWhole(testGateway(), file(path)), undefined, path);
});

Deno.test("a rehearsal has no base; a release that was not tried waits for --stamp", () => {
  const gateway = testGateway();
  const release = { ...gateway.release, version: "6.6", number: 66 };
  assert.match(
    whyWhole({ ...gateway, release: { ...release, rehearsal: true } }, []) ?? "",
    /rehearsal/,
  );
  assert.match(whyNotTried(gateway) ?? "", /7\.9\/amd64 yet/);
  assert.equal(whyNotTried({ ...gateway, release }), undefined);
  assert.match(whyNotTried({ ...gateway, release: { ...release, arch: "i386" } }) ?? "", /i386/);
});
