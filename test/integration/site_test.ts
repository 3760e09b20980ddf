import assert from "node:assert/strict";
import { siteFiles } from "../../site/files.ts";
import { renderIkedConf } from "../../site/ipsec/iked_conf.ts";
import { pskFault } from "../../gateway/secrets/psk.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { KNOWN } from "../../gateway/openbsd/transforms.ts";
import { testGateway, testPhase, testSecrets, testTunnel } from "../gateway.ts";
import { askIked, canAskIked, policiesOfIked } from "../iked.ts";
import { reveal } from "../../host/secret.ts";
import { bytesOf } from "../../site/file.ts";

async function run(program: string, args: string[]): Promise<{ ok: boolean; words: string }> {
  const { success, stdout, stderr } = await new Deno.Command(program, {
    args,
    env: { PATH: `${Deno.env.get("PATH")}:/usr/sbin:/sbin` },
  }).output();
  return {
    ok: success,
    words: new TextDecoder().decode(stdout) + new TextDecoder().decode(stderr),
  };
}

async function withFile(text: string, use: (path: string) => Promise<void>): Promise<void> {
  const path = await Deno.makeTempFile();
  try {
    await Deno.writeTextFile(path, text);
    await Deno.chmod(path, 0o600);
    await use(path);
  } finally {
    await Deno.remove(path);
  }
}

Deno.test("every script of the site set passes mksh -n and shellcheck", async () => {
  const user = testGateway().access.users[0]!;
  const access = {
    ...testGateway().access,
    users: [
      { ...user, wheel: false, fullName: "Pål" },
      { ...user, name: "anna", fullName: "Anna O'Neil" },
    ],
  };
  const tunnels = [testTunnel({ ike: 2 })];
  for (const gateway of [testGateway(), testGateway({ access, tunnels })]) {
    for (const file of siteFiles(gateway, testSecrets())) {
      if (typeof file.content !== "string" || !file.content.startsWith("#!")) continue;
      await withFile(file.content, async (path) => {
        for (
          const [program, ...args] of [["mksh", "-n", path], [
            "shellcheck",
            "-s",
            "ksh",
            "-S",
            "warning",
            "-e",
            "SC2046",
            path,
          ]]
        ) {
          const { ok, words } = await run(program!, args);
          assert(ok, `${file.path}: ${words}`);
        }
      });
    }
  }
});

Deno.test({
  name: "iked has every character of a psk as it is written, a dollar sign too",
  ignore: !canAskIked,
  async fn() {
    const quotable = Array.from({ length: 95 }, (_, at) => String.fromCharCode(32 + at))
      .filter((one) => !pskFault(`x${one}x`, 2)).join("");
    assert.equal(quotable.length, 93);
    for (const psk of [quotable, "$a$$(b)${c}`d"]) {
      const gateway = testGateway({ tunnels: [testTunnel({ ike: 2 })] });
      const text = reveal(renderIkedConf(gateway, testSecrets({ psks: { branch10: psk } })));
      const hex = [...psk].map((one) => one.charCodeAt(0).toString(16)).join("");
      await withFile(text, async (path) => {
        assert.match(await policiesOfIked(path), new RegExp(` psk 0x${hex} `));
      });
    }
  },
});

Deno.test({
  name: "iked -n takes every IKEv2 transform that a description may name",
  ignore: !canAskIked,
  async fn() {
    const aead = (enc: string) => /gcm|gmac|chacha/.test(enc);
    // AES of any length: the loader names each.
    const named = (phase: 1 | 2) => KNOWN[2][phase].enc.filter((enc) => enc !== "aes");
    const tunnels = named(1).map((enc, at) =>
      testTunnel({
        name: `a${at}`,
        ike: 2,
        remote: [`10.1.${at}.0/24`],
        phase1: {
          sets: [{ enc, group: "curve25519", ...(aead(enc) ? {} : { auth: "hmac-sha2-512" }) }],
          lifetime: 3600,
        },
      })
    );
    tunnels.push(
      ...named(2).map((enc, at) =>
        testTunnel({
          name: `b${at}`,
          ike: 2,
          remote: [`10.2.${at}.0/24`, `10.3.${at}.0/24`],
          srcid: "gw.example.net",
          dstid: "peer@example.org",
          mode: at % 2 ? "passive" : "active",
          phase2: {
            sets: [{ enc, group: "modp3072", ...(aead(enc) ? {} : { auth: "hmac-sha2-256" }) }],
            lifetime: 600,
          },
        })
      ),
    );
    tunnels.push(
      ...KNOWN[2][1].group.map((group, at) =>
        testTunnel({
          name: `c${at}`,
          ike: 2,
          remote: [`10.4.${at}.0/24`],
          phase1: testPhase(3600, { group }),
          phase2: testPhase(3600, { group }),
        })
      ),
    );
    const psks = Object.fromEntries(
      tunnels.map((tunnel) => [tunnel.name, "correct-horse-battery"]),
    );
    await withFile(
      reveal(renderIkedConf(testGateway({ tunnels }), testSecrets({ psks }))),
      async (path) => {
        assert.equal(await askIked(path), "");
      },
    );
  },
});

/**
 * Runs install.site in a folder that stands for the new system, with its files staged as tar would
 * leave them and stand-ins for the programs in `programs`.
 */
async function install(
  gateway: Gateway,
  programs: Record<string, string>,
  verify: (root: string, done: { ok: boolean; words: string }) => Promise<void>,
): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    for (const folder of ["etc", "bin", "root", "home/paul"]) {
      await Deno.mkdir(`${root}/${folder}`, { recursive: true });
    }
    const all = {
      chown: `echo "chown $*" >>${root}/calls`,
      useradd: `echo "useradd $*" >>${root}/calls; for name; do :; done; mkdir ${root}/home/$name`,
      ...programs,
    };
    for (const [name, body] of Object.entries(all)) {
      await Deno.writeTextFile(`${root}/bin/${name}`, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    }
    for (const file of siteFiles(gateway, testSecrets())) {
      // The same scripts with every path below the folder.
      const content = file.path === "install.site"
        ? (file.content as string).replaceAll(
          /(?<![\w$}"*])\/(etc|gatewright|install\.site|root|home|var)\b/g,
          `${root}/$1`,
        ).replace("PATH=", `PATH=${root}/bin:`)
          .replace('[ -f "$stage$path" ]', `path=${root}$path; [ -f "$stage\${path#${root}}" ]`)
          .replaceAll("/usr/sbin/sshd", `${root}/bin/sshd`)
          .replace("read -r number target; do", `read -r number target; do target=${root}$target`)
          .replace('put "$stage$path"', `put "$stage\${path#${root}}"`)
          .replace(
            'make_folder "${path%/*}" || exit 1',
            `make_folder "${root}\${path%/*}" || exit 1`,
          )
        : bytesOf(file);
      await Deno.mkdir(`${root}/${file.path}`.replace(/\/[^/]*$/, ""), { recursive: true });
      await Deno.writeFile(
        `${root}/${file.path}`,
        content instanceof Uint8Array ? content : new TextEncoder().encode(content),
        { mode: file.mode },
      );
    }
    await Deno.writeTextFile(`${root}/etc/hostname.em9`, "old\n");
    await Deno.writeTextFile(`${root}/etc/resolv.conf`, "nameserver 10.0.2.3\n");
    await Deno.writeTextFile(`${root}/etc/group`, "wheel:*:0:root,paul\nstaff:*:20:root\n");
    await verify(root, await run("mksh", [`${root}/install.site`]));
    // However it ended, nothing of it stays.
    for (const name of ["gatewright", "install.site"]) {
      await assert.rejects(Deno.lstat(`${root}/${name}`), Deno.errors.NotFound);
    }
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

Deno.test("install.site puts the network in place, says what is refused, and removes itself", async () => {
  const pfctl = 'echo "$2:1: syntax error"; exit 1';
  await install(testGateway(), { pfctl }, async (root, { ok, words }) => {
    assert.equal(ok, false);
    assert.match(words, /gatewright: install\.site: REFUSED .*etc\/pf\.conf:1: syntax error/);
    assert.match(
      await Deno.readTextFile(`${root}/etc/hostname.vio0`),
      /^inet 10\.0\.0\.50\/24$/m,
    );
    await assert.rejects(Deno.lstat(`${root}/etc/hostname.em9`), Deno.errors.NotFound);
    assert.match(await Deno.readTextFile(`${root}/etc/resolv.conf`), /^nameserver 10\.0\.0\.1$/m);
  });
});

Deno.test("install.site adds to what is there, and makes what is not, for root alone", async () => {
  const add = (path: string, text: string): Gateway["files"][number] => ({
    path,
    content: { kind: "text", text },
    append: true,
    mode: 0o644,
    owner: "root",
    group: "wheel",
  });
  const files = [
    add("/etc/iked.conf", 'include "/etc/iked/local.conf"\n'),
    add("/etc/new/app.conf", "a\n"),
    add("/etc/sysctl.conf", "kern.maxfiles=9999\n"),
    add("/home/paul/.ssh/authorized_keys", "ssh-ed25519 AAAA more\n"),
  ];
  await install(testGateway({ files }), { iked: "exit 0" }, async (root, { ok, words }) => {
    assert(ok, words);
    const mode = async (path: string) => (await Deno.stat(`${root}${path}`)).mode! & 0o777;
    assert.equal(await mode("/etc/iked.conf"), 0o600);
    assert.equal(await mode("/etc/new/app.conf"), 0o600);
    assert.equal(await mode("/etc/new"), 0o755);
    assert.equal(await mode("/etc/sysctl.conf"), 0o644);
    assert.match(
      await Deno.readTextFile(`${root}/etc/sysctl.conf`),
      /forwarding=2\nkern\.maxfiles/,
    );
    // Beside the keys of access.users, not in their place.
    assert.match(
      await Deno.readTextFile(`${root}/home/paul/.ssh/authorized_keys`),
      /paul@example\.net\nssh-ed25519 AAAA more\n$/,
    );
  });
});

Deno.test("install.site has doas and sshd check their files", async () => {
  const files: Gateway["files"] = [{
    path: "/etc/ssh/sshd_config",
    content: { kind: "text", text: "Permit yes\n" },
    append: false,
    mode: 0o644,
    owner: "root",
    group: "wheel",
  }];
  const keygen = 'for last; do :; done; echo key >"$last"';
  const sshd =
    'grep -q key "$5" || exit 3; echo "$3: line 1: Bad configuration option: Permit"; exit 255';
  await install(testGateway({ files }), { "ssh-keygen": keygen, sshd }, (_root, { ok, words }) => {
    assert.equal(ok, false);
    assert.match(words, /REFUSED \S*\/etc\/ssh\/sshd_config: line 1: Bad configuration option/);
    return Promise.resolve();
  });
  const doas =
    '[ "$*" = "-C /dev/null" ] && exit 0; [ "$1" = -C ] && echo "doas: syntax error at line 1"; exit 1';
  await install(testGateway(), { doas }, (_root, { ok, words }) => {
    assert.equal(ok, false);
    assert.match(words, /REFUSED \S*\/etc\/doas\.conf: doas: syntax error at line 1/);
    return Promise.resolve();
  });
  // Without the option -C it is the one of a ramdisk.
  await install(testGateway(), { doas: "echo usage: doas; exit 1" }, (_root, { ok, words }) => {
    assert(ok, words);
    return Promise.resolve();
  });
  const good = { "ssh-keygen": keygen, sshd: "exit 0", doas: "exit 0" };
  await install(testGateway({ files }), good, (_root, { ok, words }) => {
    assert(ok, words);
    assert.match(words, /checking \S*\/etc\/ssh\/sshd_config/);
    return Promise.resolve();
  });
});

Deno.test("install.site has dhcpd check its file, but for names that it cannot look up there", async () => {
  const content = { kind: "text", text: "subnet nonsense\n" } as const;
  const file = { content, append: false, mode: 0o644, owner: "root", group: "wheel" };
  const gateway = testGateway({ files: [{ ...file, path: "/etc/dhcpd.conf" }] });
  const refuses = '[ "$1 $2" = "-n -c" ] && echo "$3 line 1: expecting netmask" >&2; exit 1';
  const name = 'echo "gw (285): expecting IP address or hostname" >&2; exit 1';
  for (
    const [whose, dhcpd, taken, said] of [
      [gateway, refuses, false, /REFUSED \S*\/etc\/dhcpd\.conf line 1: expecting netmask/],
      [gateway, name, true, /dhcpd\.conf was not checked/],
      [gateway, "exit 0", true, /checking \S*\/etc\/dhcpd\.conf/],
      // It is asked of no other gateway.
      [testGateway(), "exit 1", true, /done/],
    ] as const
  ) {
    await install(whose, { dhcpd }, (_root, { ok, words }) => {
      assert.equal(ok, taken, words);
      assert.match(words, said);
      return Promise.resolve();
    });
  }
});

Deno.test("install.site leaves no resolver of the host that built the image", async () => {
  const gateway = testGateway();
  gateway.network.nameservers = [];
  await install(gateway, {}, async (root, { ok, words }) => {
    assert(ok, words);
    await assert.rejects(Deno.lstat(`${root}/etc/resolv.conf`), Deno.errors.NotFound);
    assert.match(words, /this release has no pfctl: .*pf\.conf was not checked/);
    assert.match(
      await Deno.readTextFile(`${root}/etc/rc.firsttime`),
      /^\/bin\/ksh \/usr\/local\/libexec\/gatewright-first-boot$/m,
    );
  });
});

Deno.test("install.site makes the users and gives them what is theirs", async () => {
  const gateway = testGateway();
  const [paul] = gateway.access.users;
  gateway.access.users = [
    { ...paul!, wheel: false },
    { ...paul!, name: "anna", fullName: "Anna O'Neil", wheel: true },
  ];
  const file = { content: { kind: "text", text: "set -o vi\n" }, append: false } as const;
  gateway.files = [
    { ...file, path: "/home/anna/.config/ksh/rc", owner: "anna", group: "anna", mode: 0o600 },
    { ...file, path: "/top", owner: "anna", group: "wheel", mode: 0o644 },
    { ...file, path: "/etc/some.key", owner: "_iked", group: "_iked", mode: 0o400 },
  ];
  await install(gateway, {}, async (root, { ok, words }) => {
    assert(ok, words);
    const calls = (await Deno.readTextFile(`${root}/calls`)).replaceAll(root, "");
    assert.match(
      calls,
      /^useradd -m -u 1001 -g =uid -p \*{13} -c Anna O'Neil -s \/bin\/ksh -G wheel anna$/m,
    );
    assert.match(calls, /^chown -R anna:anna \/home\/anna\/\.ssh$/m);
    assert.match(calls, /^chown anna:anna \/home\/anna\/\.config$/m);
    assert.match(calls, /^chown anna:anna \/home\/anna\/\.config\/ksh\/rc$/m);
    assert.match(calls, /^chown anna:wheel \/top$/m);
    assert.match(calls, /^chown _iked:_iked \/etc\/some\.key$/m);
    const late = await Deno.stat(`${root}/home/anna/.config/ksh/rc`);
    assert.equal(late.mode! & 0o777, 0o600);
    assert.equal((await Deno.stat(`${root}/etc/some.key`)).mode! & 0o777, 0o400);
    const keys = await Deno.stat(`${root}/home/paul/.ssh/authorized_keys`);
    assert.equal(keys.mode! & 0o777, 0o600);
    // The installer made its user a member of wheel; the description says no.
    assert.equal(await Deno.readTextFile(`${root}/etc/group`), "wheel:*:0:root\nstaff:*:20:root\n");
  });
});

Deno.test("install.site overwrites what it staged, wherever that goes, and forgets the installer's leases", async () => {
  const gateway = testGateway();
  const file = { append: false, owner: "paul", group: "paul", mode: 0o600 } as const;
  gateway.files = [
    { ...file, path: "/home/paul/key", content: { kind: "text", text: "a secret\n" } },
    { ...file, path: "/etc/motd", append: true, content: { kind: "text", text: "added\n" } },
  ];
  for (const elsewhere of [false, true]) {
    // As on OpenBSD, rm -P overwrites; this one says what it was asked to.
    const rm = `for one; do case $one in -*) ;; *) echo "rm $1 $one" >>"$0.calls";; esac; done
[ "$1" = -P ] && shift
exec /bin/rm -rf "$@"`;
    const ln = elsewhere ? "exit 1" : 'exec /bin/ln "$@"';
    await install(gateway, { rm, ln }, async (root, { ok, words }) => {
      assert(ok, words);
      const calls = await Deno.readTextFile(`${root}/bin/rm.calls`);
      const lines = calls.replaceAll(root, "").split("\n");
      assert.equal(lines.includes("rm -P /gatewright/home/paul/key"), elsewhere, calls);
      assert.ok(lines.includes("rm -P /gatewright/append/0"), calls);
      assert.ok(lines.some((line) => /^rm -P \/gatewright\/keys\//.test(line)), calls);
      assert.ok(lines.some((line) => line.includes("/var/db/dhclient.leases")), calls);
      assert.equal(await Deno.readTextFile(`${root}/home/paul/key`), "a secret\n");
      assert.equal((await Deno.stat(`${root}/home/paul/key`)).mode! & 0o777, 0o600);
    });
  }
});

Deno.test("install.site names the file whose owner this release does not have", async () => {
  const gateway = testGateway();
  const content = { kind: "text", text: "x" } as const;
  gateway.files = [
    { path: "/etc/x", content, append: false, owner: "_nobody9", group: "wheel", mode: 0o600 },
  ];
  const chown = 'case $1 in _nobody9*) echo "chown: $1: invalid user name" >&2; exit 1;; esac';
  await install(gateway, { chown }, (_root, { ok, words }) => {
    assert.equal(ok, false);
    assert.match(words, /REFUSED \S*\/etc\/x: chown: _nobody9:wheel: invalid user name/);
    return Promise.resolve();
  });
});
