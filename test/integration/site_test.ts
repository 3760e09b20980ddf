import assert from "node:assert/strict";
import { siteFiles } from "../../site/files.ts";
import { renderIkedConf } from "../../site/iked_conf.ts";
import { KNOWN } from "../../spec/transforms.ts";
import { testGateway, testSecrets, testTunnel } from "../gateway.ts";

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
    users: [user, { ...user, name: "anna", fullName: "Anna O'Neil" }],
  };
  for (const gateway of [testGateway(), testGateway({ access })]) {
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

Deno.test("iked -n takes every IKEv2 transform that a spec may name", async () => {
  const aead = (enc: string) => enc.includes("gcm") || enc.startsWith("chacha");
  const tunnels = KNOWN[2][1].enc.map((enc, at) =>
    testTunnel({
      name: `a${at}`,
      ike: 2,
      remote: [`10.1.${at}.0/24`],
      phase1: {
        enc,
        group: "curve25519",
        lifetime: 3600,
        ...(aead(enc) ? {} : { auth: "hmac-sha2-512" }),
      },
    })
  );
  tunnels.push(...KNOWN[2][2].enc.map((enc, at) =>
    testTunnel({
      name: `b${at}`,
      ike: 2,
      remote: [`10.2.${at}.0/24`, `10.3.${at}.0/24`],
      srcid: "gw.example.net",
      dstid: "peer@example.org",
      mode: at % 2 ? "passive" : "active",
      phase2: {
        enc,
        group: "modp3072",
        lifetime: 600,
        ...(aead(enc) ? {} : { auth: "hmac-sha2-256" }),
      },
    })
  ));
  tunnels.push(
    ...KNOWN[2][1].group.map((group, at) =>
      testTunnel({
        name: `c${at}`,
        ike: 2,
        remote: [`10.4.${at}.0/24`],
        phase1: { ...testTunnel().phase1, group },
        phase2: { ...testTunnel().phase2, group },
      })
    ),
  );
  const psks = Object.fromEntries(tunnels.map((tunnel) => [tunnel.name, "correct-horse-battery"]));
  await withFile(renderIkedConf(testGateway({ tunnels }), testSecrets({ psks })), async (path) => {
    const { words } = await run("iked", ["-n", "-f", path]);
    assert.match(words, /configuration OK/);
  });
});

Deno.test("install.site puts the network in place, says what is refused, and removes itself", async () => {
  const script = siteFiles(testGateway(), testSecrets()).find((file) =>
    file.path === "install.site"
  )!.content as string;
  const root = await Deno.makeTempDir();
  try {
    // The same script with every path below a folder, and a pfctl that refuses.
    const moved = script.replaceAll(
      /(?<![\w$}"])\/(etc|gatewright|install\.site|root|home)\b/g,
      `${root}/$1`,
    ).replaceAll("PATH=", `PATH=${root}/bin:`);
    for (const folder of ["etc", "bin", "gatewright/etc", "gatewright/keys", "home/paul"]) {
      await Deno.mkdir(`${root}/${folder}`, { recursive: true });
    }
    await Deno.writeTextFile(`${root}/install.site`, moved);
    await Deno.writeTextFile(`${root}/etc/hostname.em9`, "old\n");
    await Deno.writeTextFile(`${root}/gatewright/etc/hostname.vio0`, "inet 10.0.0.50/24\n");
    await Deno.writeTextFile(`${root}/etc/pf.conf`, "!!\n");
    await Deno.writeTextFile(`${root}/bin/pfctl`, '#!/bin/sh\necho "$2:1: syntax error"; exit 1\n');
    await Deno.chmod(`${root}/bin/pfctl`, 0o755);
    const { ok, words } = await run("mksh", [`${root}/install.site`]);
    assert.equal(ok, false);
    assert.match(words, /gatewright: install\.site: REFUSED .*etc\/pf\.conf:1: syntax error/);
    assert.equal(await Deno.readTextFile(`${root}/etc/hostname.vio0`), "inet 10.0.0.50/24\n");
    const left = [...Deno.readDirSync(root)].map((entry) => entry.name).sort();
    assert.deepEqual(left, ["bin", "etc", "home"]);
    assert(!Deno.readDirSync(`${root}/etc`).some((entry) => entry.name === "hostname.em9"));
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});
