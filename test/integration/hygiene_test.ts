import assert from "node:assert/strict";
import type { SiteFile } from "../../site/file.ts";
import { compareSite } from "../../images/compare/compare_site.ts";
import { memorySource } from "../../images/disk/testing.ts";
import { checkHygiene, type Expectations, hygieneError } from "../../images/hygiene/hygiene.ts";
import { compareParts, installedFiles } from "../../images/compare/installed_files.ts";
import { freeRuns } from "../../images/disk/ffs_free.ts";
import type { Built } from "../../images/manifest/find_built.ts";
import type { Manifest } from "../../images/manifest/manifest.ts";
import { inspectSource } from "../../images/inspect/inspect.ts";
import { knownExpectations } from "../../images/hygiene/expectations.ts";
import { gptDisk, makeDisk } from "../disk_image.ts";
import { AS_ROOT } from "../as_root.ts";
import { haveMakefs } from "../makefs.ts";
import { Secret } from "../../host/secret.ts";

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

const PRIVATE_KEY = "-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n";

type Files = Record<string, [content: string, mode: number]>;

const cases: [string, Files, Partial<Expectations>?][] = [
  ["ssh-host-keys", { "/etc/ssh/ssh_host_ed25519_key": ["k", 0o600] }],
  ["ike-keys", { "/etc/isakmpd/private/local.key": ["k", 0o600] }],
  ["ike-keys", { "/etc/iked/private/local.key": ["k", 0o600] }],
  ["soii-key", { "/etc/soii.key": ["k", 0o600] }],
  ["never-booted", { "/var/run/dmesg.boot": ["OpenBSD 7.9", 0o644] }],
  ["never-booted", { "/var/db/dhclient.leases.em0": ["lease {}", 0o644] }],
  ["never-booted", { "/var/db/dhcpleased/vio0": ["ip: 10.0.2.15", 0o600] }],
  ["never-booted", { "/var/db/ntpd.drift": ["1.2", 0o644] }],
  ["never-booted", { "/root/.ksh_history": ["ikectl show sa", 0o600] }],
  ["never-booted", { "/home/admin/.bash_history": ["ls", 0o600] }],
  ["never-booted", { "/root/.history": ["ls", 0o600] }],
  ["private-keys", { "/root/.ssh/id_ed25519": [PRIVATE_KEY, 0o600] }],
  ["private-keys", { "/home/admin/old/key.txt": [`text before\n${PRIVATE_KEY}`, 0o600] }],
  ["private-keys", { "/etc/ssl/private/gw.key": [PRIVATE_KEY.replace("OPENSSH ", ""), 0o600] }],
  ["private-keys", {
    "/root/ci.sec": ["untrusted comment: signify secret key\nRWRCSwAAAABJ", 0o600],
  }],
  ["passwords", { "/etc/master.passwd": ["root::0:0:daemon:0:0::/root:/bin/ksh\n", 0o600] }],
  ["private-modes", { "/etc/ipsec.conf": [`psk "${PSK}"`, 0o644] }],
  ["private-modes", { "/etc/iked.conf": ["", 0o640] }],
  ["private-modes", { "/etc/ipsec/a.conf": ["", 0o644] }],
  ["private-modes", { "/etc/master.passwd": ["", 0o644] }],
  ["private-modes", { "/etc/hostname.wg0": ["inet 10.0.0.1/24\nwgkey abc=\n", 0o644] }],
  [
    "private-modes",
    { "/etc/ssh/ssh_host_rsa_key": ["k", 0o640] },
    { shipped: ["/etc/ssh/ssh_host_rsa_key"] },
  ],
  ...[
    "/install.site",
    "/upgrade.site",
    "/auto_install.conf",
    "/auto_upgrade.conf",
    "/disklabel.conf",
    "/bsd.upgrade",
    "/gatewright/etc/pf.conf",
  ].map((path): [string, Files] => ["installer-files", { [path]: ["", 0o600] }]),
  ["installurl", { "/etc/installurl": ["http://10.0.2.2:8080/pub/OpenBSD\n", 0o644] }],
  ...[
    "http://127.0.0.1/pub/OpenBSD",
    "http://localhost:80/pub/OpenBSD",
    "https://[::1]/pub/OpenBSD",
    "# none",
  ].map((url): [string, Files] => ["installurl", { "/etc/installurl": [`${url}\n`, 0o644] }]),
  ["installurl", { "/etc/installurl": ["https://other.example/pub/OpenBSD\n", 0o644] }],
  ["serial-console", { "/etc/boot.conf": ["", 0o644] }],
  ["serial-console", { "/etc/ttys": ['tty00\t"getty"\tunknown off\n', 0o644] }],
  ["smp-kernel", { "/bsd": ["\x7fELF OpenBSD 7.9 (GENERIC) #1: Tue", 0o700] }],
  ["smp-kernel", { "/bsd": ["another kernel", 0o700], "/bsd.mp": ["", 0o700] }],
  ["secret-places", { "/var/log/notes": [`the key is ${PSK}!`, 0o600] }],
];
for (const [check, change, wish] of cases) {
  Deno.test({
    name: `hygiene: ${check} fires because of ${
      Object.entries(change).map(([path, [content, mode]]) =>
        `${path} (${mode.toString(8)}) ${JSON.stringify(content.slice(-30))}`
      )
    }`,
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
      "/root/.ssh/id_ed25519": [PRIVATE_KEY, 0o600],
      "/root/.ksh_history": ["ls", 0o600],
      // Accounts that nobody can log in to, an empty history, and a public key are no faults.
      "/etc/master.passwd": ["root:*:0:0:daemon:0:0::/root:/bin/ksh\n# a comment\n", 0o600],
      "/home/admin/.sh_history": ["", 0o600],
      "/root/.ssh/id_ed25519.pub": ["ssh-ed25519 AAAA", 0o644],
    };
    const shipped = ["/etc/iked/private/local.key", "/root/.ssh/id_ed25519", "/root/.ksh_history"];
    const wish = { serial: false, smp: false, shipped };
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
    // In each group, wherever /etc is.
    const disk = await makeDisk(good);
    using image = await inspectSource(memorySource(disk, "test.raw"));
    const { fs, start } = image.fileSystems[0]!;
    const { fragmentsPerGroup, fragmentSize } = fs.superblock;
    const firsts = new Map<number, number>();
    for await (const { at } of freeRuns(fs)) {
      const group = Math.floor(at / fragmentSize / fragmentsPerGroup);
      if (!firsts.has(group)) firsts.set(group, at);
    }
    assert.ok(firsts.has(0), "group 0 has free space");
    for (const at of firsts.values()) {
      const put = (disk: Uint8Array) => disk.set(new TextEncoder().encode(PSK), start * 512 + at);
      assert.deepEqual(await fires({}, put), ["secret-places"], `at ${at}`);
    }
  },
});

Deno.test({
  name: "hygiene: a disk that the firmware would not start is found",
  ignore,
  fn: async () => {
    const problems = async (disk: Uint8Array) => {
      using image = await inspectSource(memorySource(disk, "test.raw"));
      const results = await checkHygiene(image, expected);
      return results.find(({ check }) => check === "boot-blocks")?.problems;
    };
    const disk = await makeDisk(good);
    assert.deepEqual(await problems(disk), ["sector 64 does not hold biosboot"]);
    disk[446 + 3 * 16] = 0;
    assert.deepEqual(await problems(disk), ["the OpenBSD partition is not marked active"]);
    const { "/boot": _, ...rest } = good;
    assert.deepEqual(await problems(await makeDisk(rest)), ["there is no /boot"]);
    const gpt = gptDisk((await makeDisk(good)).subarray(64 * 512));
    assert.deepEqual(await problems(gpt), ["the EFI System partition holds no file system"]);
    gpt.set([0x55, 0xaa], 64 * 512 + 510);
    assert.deepEqual(await problems(gpt), []);
  },
});

Deno.test({
  name:
    "hygiene: without a description the hashes of master.passwd are searched for, and what the manifest ships or keeps is known",
  ignore,
  fn: async () => {
    const hash = "$2b$10$abcdefghijklmnopqrstuvwxyz";
    const disk = await makeDisk({
      ...good,
      "/etc/master.passwd": [`root:${hash}:0:0:daemon:0:0::/root:/bin/ksh\n`, 0o600],
      "/etc/spwd.db": [`database ${hash}`, 0o640],
      "/etc/ssh/ssh_host_ed25519_key": [PRIVATE_KEY, 0o600],
      "/root/notes": [`${PSK} ${hash}`, 0o600],
    });
    const problems = async (built: Built) => {
      using image = await inspectSource(memorySource(disk, "test.raw"));
      const results = await checkHygiene(image, await knownExpectations(image, built));
      return results.filter(({ check }) => /keys|places/.test(check))
        .flatMap(({ problems }) => problems);
    };
    const image = "/nowhere/hq.raw";
    assert.deepEqual(await problems({ image }), [
      "/etc/ssh/ssh_host_ed25519_key exists",
      "/root/notes holds the psk of /etc/ipsec.conf",
      "/root/notes holds the password hash of root",
    ]);
    const manifest = {
      name: "hq",
      outputs: [],
      shipped: ["/root/notes", 7],
      kept: ["/etc/ssh/ssh_host_ed25519_key", 7],
    };
    assert.deepEqual(await problems({ image, manifest: manifest as unknown as Manifest }), []);
    // The old copy of the file that pwd_mkdb(8) replaced.
    disk.set(new TextEncoder().encode(hash), disk.length - 600);
    assert.deepEqual(await problems({ image, manifest: manifest as unknown as Manifest }), [
      "free space of / holds the password hash of root",
    ]);
  },
});

Deno.test({
  name: "knownExpectations: the domain beside the image and the keys on the disk",
  ignore,
  fn: async () => {
    const folder = await Deno.makeTempDir();
    try {
      const disk = await makeDisk({
        ...good,
        "/etc/ipsec.conf": ['include "/etc/ipsec/a.conf"\n', 0o600],
        "/etc/ipsec/a.conf": [`ike esp from any to any psk "${PSK}"\n`, 0o600],
        "/etc/iked.conf": [`ikev2 esp from any to any psk ${PSK}\n`, 0o600],
        "/home/admin/old.conf": [`psk "${PSK}"\n`, 0o600],
        "/bsd": ["OpenBSD 7.9 (GENERIC) #1", 0o700],
        "/etc/boot.conf": ["", 0o644],
      });
      using image = await inspectSource(memorySource(disk, "test.raw"));
      const built = { image: `${folder}/hq.raw` };
      const verdict = async () => {
        const results = await checkHygiene(image, await knownExpectations(image, built));
        const text = (state: string[]) => [state.join("; ")].filter(Boolean);
        return results.flatMap(({ check, problems, skipped }) => [
          ...text(problems).map((text) => `${check}: ${text}`),
          ...text(skipped ? [skipped.split(":")[0]!] : []).map((text) => `${check}? ${text}`),
        ]).filter((line) => !line.startsWith("boot-blocks"));
      };
      const secret = "secret-places: /home/admin/old.conf holds the psk of /etc/iked.conf";
      const one = await verdict();
      assert.deepEqual(one, [
        "smp-kernel? the domain is not known",
        "serial-console? the domain is not known",
        secret,
      ]);
      const domain = (cpus: number, console: string) =>
        Deno.writeTextFile(
          `${folder}/hq.xml`,
          `<domain><name>gw</name><vcpu placement="static" current="1">${cpus}</vcpu><devices>${console}</devices></domain>`,
        );
      await domain(2, "<serial type='pty'/>");
      assert.deepEqual(await verdict(), [
        "smp-kernel: /bsd is the single-processor kernel",
        "serial-console: /etc/boot.conf does not say `set tty com0`",
        secret,
      ]);
      await domain(1, "<!-- <serial type='pty'/> -->");
      assert.deepEqual(await verdict(), [secret]);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name: "compareSite: content, mode and owner; secrets are never shown",
  ignore: ignore || AS_ROOT === undefined,
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
      { path: "etc/ipsec.conf", content: new Secret("another secret\n"), mode: 0o600 },
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

Deno.test({
  name: "compareParts: keys, appended text and what it was appended to",
  ignore: ignore || AS_ROOT === undefined,
  fn: async () => {
    const set: SiteFile[] = [
      { path: "etc/pf.conf", content: "block\n", mode: 0o600 },
      { path: "gatewright/append.list", content: "0 /etc/pf.conf\n1 /etc/motd\n", mode: 0o644 },
      { path: "gatewright/append/0", content: "pass\n", mode: 0o600 },
      { path: "gatewright/append/1", content: new Secret("hello\n"), mode: 0o600 },
      { path: "gatewright/keys/root", content: "ssh-ed25519 AAAA\n", mode: 0o600 },
      { path: "gatewright/passwd/eva", content: "*", mode: 0o600 },
      { path: "install.site", content: "#!/bin/ksh\n", mode: 0o755 },
    ];
    const { whole, parts } = installedFiles(set);
    const differences = async (files: Record<string, [string, number]>) => {
      using image = await inspectSource(memorySource(await makeDisk(files)));
      const found = [...await compareSite(image, whole), ...await compareParts(image, parts)];
      return found.map(({ path, message }) => `${path} ${message}`);
    };
    const keys: [string, number] = ["ssh-ed25519 AAAA\n", 0o600];
    assert.deepEqual(
      await differences({
        "/etc/pf.conf": ["block\npass\n", 0o600],
        "/etc/motd": ["OpenBSD\nhello\n", 0o644],
        "/root/.ssh/authorized_keys": keys,
      }),
      [],
    );
    assert.deepEqual(
      await differences({ "/etc/pf.conf": ["pass\n", 0o600], "/etc/motd": ["OpenBSD\n", 0o644] }),
      [
        "/root/.ssh/authorized_keys is not on the disk",
        "/etc/pf.conf lacks what was added to it",
        "/etc/motd lacks what was added to it (secret, not shown)",
      ],
    );
  },
});
