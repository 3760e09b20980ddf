import assert from "node:assert/strict";
import { renderIkedConf } from "../../site/ipsec/iked_conf.ts";
import { renderVpnctl } from "../../site/shell/vpnctl.ts";
import type { Tunnel } from "../../gateway/gateway.ts";
import { testGateway, testSecrets, testTunnel } from "../gateway.ts";

/**
 * What `ipsecctl -s all` writes, by its own printing code (sbin/ipsecctl/ipsecctl.c: print_flow,
 * print_sa, print_addr, show; the same from 6.6 to 7.7): titles, flows in the order of the kernel,
 * SAs by SPI, a host without its length, no words for what is not set.
 */
const FLOWS = {
  branch10: `flow esp in from 10.0.10.0/24 to 10.0.0.0/24 peer 192.0.2.230 type use
flow esp out from 10.0.0.0/24 to 10.0.10.0/24 peer 192.0.2.230 type require
`,
  b: `flow esp in from 10.0.1.0/24 to 10.0.0.0/24 local 10.0.0.50 peer 192.0.2.231 srcid FQDN/vpn1.example.net dstid FQDN/b.example.org type require
flow esp out from 10.0.0.0/24 to 10.0.1.0/24 local 10.0.0.50 peer 192.0.2.231 srcid FQDN/vpn1.example.net dstid FQDN/b.example.org type require
`,
};
const SAS = {
  branch10: `esp tunnel from 192.0.2.230 to 10.0.0.50 spi 0x1a2b3c4d auth hmac-sha2-256 enc aes-256
esp tunnel from 10.0.0.50 to 192.0.2.230 spi 0xc0ffee01 auth hmac-sha2-256 enc aes-256
`,
  b: `esp tunnel from 192.0.2.231 to 10.0.0.50 spi 0x5e6f7a8b enc aes-256-gcm
`,
};

function shown(flows: string, sas: string): string {
  return `FLOWS:\n${flows || "No flows\n"}\nSAD:\n${sas || "No entries\n"}`;
}

const B = { name: "b", remote: ["10.0.1.0/24"], peer: "192.0.2.231" };

interface Given {
  tunnels?: Tunnel[];
  /** Output of `ipsecctl -s all`; absent: it fails, as without root. */
  all?: string;
}

/** Runs vpnctl in mksh(1), one command after the other, with an ipsecctl and an ikectl that say what they were told. */
async function vpnctl(given: Given, ...commands: string[][]) {
  const folder = await Deno.makeTempDir();
  try {
    const gateway = testGateway({ tunnels: given.tunnels ?? [testTunnel(), testTunnel(B)] });
    // On a gateway the script's own PATH and folders hold; here the stand-ins must.
    const script = renderVpnctl(gateway).replace("PATH=/bin", `PATH=${folder}:/bin`)
      .replace("config=/etc", `config=${folder}`).replace("run=/var/run", `run=${folder}`);
    await Deno.writeTextFile(`${folder}/vpnctl`, script);
    if (gateway.tunnels.some(({ ike }) => ike === 2)) {
      const psks = Object.fromEntries(gateway.tunnels.map(({ name }) => [name, `psk-of-${name}`]));
      await Deno.writeTextFile(
        `${folder}/iked.conf`,
        renderIkedConf(gateway, testSecrets({ psks })),
      );
    }
    if (given.all !== undefined) await Deno.writeTextFile(`${folder}/all`, given.all);
    for (const name of ["ipsecctl", "ikectl"]) {
      await Deno.writeTextFile(
        `${folder}/${name}`,
        `#!/bin/sh
[ "$1 $2" = "-s all" ] && exec cat ${folder}/all
echo "${name} $*"
for last; do :; done
[ ! -f "$last" ] || cat "$last"
`,
        { mode: 0o755 },
      );
    }
    let [code, out, err] = [0, "", ""];
    for (const args of commands) {
      const done = await new Deno.Command("mksh", { args: [`${folder}/vpnctl`, ...args] }).output();
      code = done.code;
      out += new TextDecoder().decode(done.stdout).replaceAll(`${folder}/`, "");
      err += new TextDecoder().decode(done.stderr);
    }
    return { code, out, err };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("vpnctl status: up with flows and SAs both ways, flows-only, down", async () => {
  const both = FLOWS.branch10 + FLOWS.b;
  const up = "branch10 up peer 192.0.2.230 10.0.0.0/24 to 10.0.10.0/24\n";
  const some = await vpnctl({ all: shown(both, SAS.branch10 + SAS.b) }, ["status"]);
  assert.equal(some.out, `${up}b flows-only peer 192.0.2.231 10.0.0.0/24 to 10.0.1.0/24\n`);
  assert.equal(some.code, 1);
  const one = { all: shown(FLOWS.branch10, SAS.branch10) };
  assert.deepEqual(await vpnctl(one, ["status", "branch10"]), { code: 0, out: up, err: "" });
  assert.equal(
    (await vpnctl(one, ["status", "b"])).out,
    "b down peer 192.0.2.231 10.0.0.0/24 to 10.0.1.0/24\n",
  );
  assert.equal((await vpnctl({ all: shown("", "") }, ["status"])).code, 1);
});

Deno.test("vpnctl status: a network without a flow, IPv6, hosts, AH and transport mode", async () => {
  const tunnels = [
    testTunnel({ remote: ["10.0.10.0/24", "10.0.11.0/24"] }),
    testTunnel({
      name: "six",
      peer: "gw.example.org",
      local: ["2001:DB8:0:0::/64"],
      remote: ["2001:db8:1::/48"],
    }),
    testTunnel({
      name: "host",
      protocol: "ah",
      encapsulation: "transport",
      local: ["10.0.0.50/32"],
      remote: ["192.0.2.7"],
      peer: "192.0.2.7",
    }),
  ];
  const all = shown(
    `${FLOWS.branch10}flow esp out from 2001:db8::/64 to 2001:db8:1::/48 peer 2001:db8:ffff::1 type require
flow ah out from 10.0.0.50 to 192.0.2.7 peer 192.0.2.7 type require
`,
    `${SAS.branch10}esp tunnel from 2001:db8:ffff::1 to 2001:db8::50 spi 0x2a2b3c4d enc aes-256-gcm
esp tunnel from 2001:db8::50 to 2001:db8:ffff::1 spi 0x3a2b3c4d enc aes-256-gcm
ah transport from 192.0.2.7 to 10.0.0.50 spi 0x4a2b3c4d auth hmac-sha2-256
ah transport from 10.0.0.50 to 192.0.2.7 spi 0x5a2b3c4d auth hmac-sha2-256
`,
  );
  assert.equal(
    (await vpnctl({ tunnels, all }, ["status"])).out,
    `branch10 partial peer 192.0.2.230 10.0.0.0/24 to 10.0.10.0/24, 10.0.0.0/24 to 10.0.11.0/24
six up peer 2001:db8:ffff::1 2001:db8::/64 to 2001:db8:1::/48
host up peer 192.0.2.7 10.0.0.50 to 192.0.2.7
`,
  );
});

Deno.test("vpnctl says so where the kernel cannot be asked", async () => {
  const { code, err } = await vpnctl({}, ["status"]);
  assert.equal(code, 3);
  assert.match(err, /run this as root/);
});

Deno.test("vpnctl loads and removes one IKEv1 tunnel with ipsecctl", async () => {
  assert.equal((await vpnctl({}, ["up", "b"])).out, "ipsecctl -f /etc/ipsec/b.conf\n");
  assert.equal(
    (await vpnctl({}, ["restart", "b"])).out,
    "ipsecctl -df /etc/ipsec/b.conf\nipsecctl -f /etc/ipsec/b.conf\n",
  );
});

Deno.test("vpnctl takes one IKEv2 tunnel down and up and leaves the others as they are", async () => {
  const tunnels = [testTunnel({ ike: 2 }), testTunnel({ ...B, ike: 2 })];
  const all = shown(FLOWS.branch10 + FLOWS.b, SAS.branch10 + SAS.b);
  const down = await vpnctl({ tunnels, all }, ["down", "b"]);
  assert.equal(down.code, 0, down.err);
  assert.match(down.out, /^ikectl load vpnctl\.conf\n/);
  assert.match(down.out, /ikev2 "branch10"[^]*psk "psk-of-branch10"/);
  assert.doesNotMatch(down.out, /psk-of-b"|"b"/);
  // What iked of older releases leaves in the kernel goes too, and only that.
  assert.equal(down.out.split("ipsecctl -df vpnctl.flows\n")[1]!.trim().split("\n").length, 2);
  assert.match(down.out, /flow esp out from 10\.0\.0\.0\/24 to 10\.0\.1\.0\/24 /);
  assert.doesNotMatch(down.out, /^flow .*10\.0\.10\.0/m);
  const quiet = { tunnels, all: shown("", "") };
  const both = await vpnctl(quiet, ["down", "b"], ["down", "branch10"], ["up", "branch10"]);
  const last = both.out.split("ikectl load vpnctl.conf").at(-1)!;
  assert.match(last, /ikev2 "branch10"/);
  assert.doesNotMatch(last, /ikev2 "b"/);
  const again = await vpnctl(quiet, ["down", "b"], ["up", "b"]);
  assert.match(again.out, /\nikectl reload\n$/);
});

Deno.test("vpnctl helps, names the tunnels, and completes them", async () => {
  const { code, out } = await vpnctl({}, ["--help"]);
  assert.equal(code, 0);
  assert.match(out, /^usage: vpnctl status \[NAME\] \| up NAME/);
  assert.equal((await vpnctl({}, ["names"])).out, "branch10 b\n");
  assert.match((await vpnctl({}, ["completion"])).out, /^set -A complete_vpnctl_2 -- branch10 b$/m);
});

Deno.test("vpnctl refuses tunnels and words it does not know, and names those it does", async () => {
  for (const args of [["up", "zzz"], ["status", "zzz"], ["up"], ["burn"], ["up", "b", "c"], []]) {
    const { code, err } = await vpnctl({ all: shown("", "") }, args);
    assert.equal(code, 2, args.join(" "));
    assert.match(err, /branch10 b/);
  }
});
