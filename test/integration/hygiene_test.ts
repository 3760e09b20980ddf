import assert from "node:assert/strict";
import type { SiteFile } from "../../site/file.ts";
import { compareSite } from "../../images/against.ts";
import { memorySource } from "../../images/disk/source.ts";
import { checkHygiene, type Expectations, hygieneError } from "../../images/hygiene.ts";
import { inspectSource } from "../../images/inspect.ts";
import { makeDisk } from "../disk_image.ts";
import { haveMakefs } from "../makefs.ts";

const ignore = !haveMakefs();
const PSK = "correct-horse-battery";

const good: Record<string, [string, number]> = {
  "/bsd": ["\x7fELF OpenBSD 7.9 (GENERIC.MP) #1: Tue", 0o700],
  "/boot": ["\x7fELF", 0o644],
  "/etc/boot.conf": ["stty com0 115200\nset tty com0\n", 0o644],
  "/etc/ttys": ['tty00\t"/usr/libexec/getty std.115200"\tvt220\ton  secure\n', 0o644],
  "/etc/installurl": ["https://cdn.openbsd.org/pub/OpenBSD\n", 0o644],
  "/etc/ipsec.conf": [`ike esp from any to any psk "${PSK}"\n`, 0o600],
  "/etc/passwd": ["root:*:0:0::/root:/bin/ksh\n", 0o644],
  "/etc/group": ["wheel:*:0:root\n", 0o644],
};

const expected: Expectations = {
  serial: true,
  smp: true,
  installurl: "https://cdn.openbsd.org/pub/OpenBSD",
  shipped: [],
  secrets: [{ name: "psk of tunnel office", value: PSK, paths: ["/etc/ipsec.conf"] }],
};

/** Names of the checks that fire on a good disk with these changes. */
async function fires(
  change: Record<string, [string, number]>,
  damage?: (disk: Uint8Array) => void,
  wish: Partial<Expectations> = {},
) {
  const disk = await makeDisk({ ...good, ...change });
  damage?.(disk);
  using image = await inspectSource(memorySource(disk, "test.raw"));
  const results = await checkHygiene(image, { ...expected, ...wish });
  const error = hygieneError("test.raw", results);
  assert.doesNotMatch(error?.format() ?? "", new RegExp(PSK));
  // makefs writes no boot blocks, so that check fires on each of these disks.
  return results.filter(({ problems }) => problems.length > 0).map(({ check }) => check)
    .filter((check) => check !== "boot-blocks");
}

Deno.test({
  name: "hygiene: a good disk passes all checks but the one of its boot blocks",
  ignore,
  fn: async () => {
    assert.deepEqual(await fires({}), []);
    using image = await inspectSource(memorySource(await makeDisk(good), "test.raw"));
    const results = await checkHygiene(image, expected);
    const error = hygieneError("test.raw", results);
    assert.equal(error?.exitCode, 4);
    assert.match(error?.format() ?? "", /boot-blocks: sector 64 does not hold biosboot/);
    assert.equal(
      hygieneError("x", await checkHygiene(image, expected, { skip: ["boot-blocks"] })),
      undefined,
    );
    await assert.rejects(checkHygiene(image, expected, { skip: ["typo"] }), /no check named typo/);
  },
});

const cases: [string, Record<string, [string, number]>, Partial<Expectations>?][] = [
  ["ssh-host-keys", { "/etc/ssh/ssh_host_ed25519_key": ["k", 0o600] }],
  ["ike-keys", { "/etc/isakmpd/private/local.key": ["k", 0o600] }],
  ["ike-keys", { "/etc/iked/private/local.key": ["k", 0o600] }],
  ["soii-key", { "/etc/soii.key": ["k", 0o600] }],
  ["private-modes", { "/etc/ipsec.conf": [`psk "${PSK}"`, 0o644] }],
  ["private-modes", { "/etc/iked.conf": ["", 0o640] }],
  ["installer-files", { "/install.site": ["#!/bin/sh", 0o755] }],
  ["installer-files", { "/auto_install.conf": ["", 0o600] }],
  ["installurl", { "/etc/installurl": ["http://10.0.2.2:8080/pub/OpenBSD\n", 0o644] }],
  ["installurl", { "/etc/installurl": ["https://other.example/pub/OpenBSD\n", 0o644] }],
  ["serial-console", { "/etc/boot.conf": ["", 0o644] }],
  ["serial-console", { "/etc/ttys": ['tty00\t"getty"\tunknown off\n', 0o644] }],
  ["smp-kernel", { "/bsd": ["\x7fELF OpenBSD 7.9 (GENERIC) #1: Tue", 0o700] }],
  ["secret-places", { "/var/log/notes": [`the key is ${PSK}!`, 0o600] }],
];
for (const [check, change, wish] of cases) {
  Deno.test({
    name: `hygiene: ${check} fires because of ${Object.keys(change)}`,
    ignore,
    fn: async () => assert.deepEqual(await fires(change, undefined, wish), [check]),
  });
}

Deno.test({
  name: "hygiene: what the domain does not have is not asked for; what is shipped may be there",
  ignore,
  fn: async () => {
    const change: Record<string, [string, number]> = {
      "/etc/boot.conf": ["", 0o644],
      "/bsd": ["OpenBSD 7.9 (GENERIC) #1", 0o700],
      "/etc/iked/private/local.key": ["k", 0o600],
    };
    const wish = { serial: false, smp: false, shipped: ["/etc/iked/private/local.key"] };
    assert.deepEqual(await fires(change, undefined, wish), []);
  },
});

Deno.test({
  name: "hygiene: an unclean file system and a secret in free space are found",
  ignore,
  fn: async () => {
    assert.deepEqual(
      await fires({}, (disk) => disk[64 * 512 + 8192 + 209] = 0),
      ["clean-file-systems"],
    );
    const end = (disk: Uint8Array) => disk.set(new TextEncoder().encode(PSK), disk.length - 600);
    assert.deepEqual(await fires({}, end), ["secret-places"]);
  },
});

Deno.test({
  name: "compareSite: content, mode and owner; secrets are never shown",
  ignore,
  fn: async () => {
    const disk = await makeDisk({ ...good, "/etc/pf.conf": ["block\npass\n", 0o644] });
    using image = await inspectSource(memorySource(disk, "test.raw"));
    const file = (path: string, content: string, more: Partial<SiteFile> = {}): SiteFile => ({
      path,
      content,
      mode: 0o644,
      ...more,
    });
    const clean = [
      file("etc/pf.conf", "block\npass\n"),
      file("gatewright/etc/boot.conf", good["/etc/boot.conf"]?.[0] ?? ""),
      file("install.site", "#!/bin/ksh\n", { mode: 0o755 }),
    ];
    assert.deepEqual(await compareSite(image, clean), []);
    const found = await compareSite(image, [
      file("etc/pf.conf", "block\npass quick\n", { mode: 0o600, owner: "nobody" }),
      file("etc/ipsec.conf", "another secret\n", { mode: 0o600, secret: true }),
      file("etc/missing", ""),
    ]);
    assert.deepEqual(
      found.map(({ path, what }) => `${path} ${what}`),
      [
        "/etc/pf.conf mode",
        "/etc/pf.conf owner",
        "/etc/pf.conf content",
        "/etc/ipsec.conf content",
        "/etc/missing missing",
      ],
    );
    assert.equal(
      found[2]?.diff,
      "--- site/etc/pf.conf\n+++ disk/etc/pf.conf\n@@ -1,2 +1,2 @@\n block\n-pass quick\n+pass\n",
    );
    assert.doesNotMatch(JSON.stringify(found), /another secret|correct-horse/);
  },
});
