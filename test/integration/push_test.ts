/**
 * `status`, `diff` and `push` over a real sshd, with stand-ins for OpenBSD's own programs.
 */
import assert from "node:assert/strict";
import { join } from "node:path";
import { renderGateway } from "../../build/render.ts";
import { filesOn } from "../../build/push/query_state.ts";
import { resolveSecrets } from "../../gateway/secrets/secrets.ts";
import { installedPath } from "../../images/compare/compare_site.ts";
import { PUSH_FOLDER } from "../../site/push/query_script.ts";
import { bytesOf } from "../../site/file.ts";
import { loadGateway } from "../../site/load_gateway.ts";
import { runGatewright } from "../command_line.ts";
import { ended } from "../ended.ts";
import { haveSshd, standIn, testSshd } from "../sshd.ts";
import { agentSleep, timePasses } from "../staged_push.ts";

const DESCRIPTION = `hostname: gw.example.net
release: "8.0"
network:
  interfaces: [{name: vio0, address: 10.0.0.50/24}]
  gateway: 10.0.0.1
access:
  rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleExa admin@example.net"]
firewall: {allow: [{proto: tcp, port: 22, from: 10.0.0.0/24}]}
tunnels:
  - {name: a, ike: 1, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.0.10.0/24, psk: {file: a.psk}}
files:
  - {path: /etc/ssh/sshd_config, content: "Port 22\\n"}
`;

/** A sshd whose gateway has exactly what {@linkcode DESCRIPTION} makes. */
async function bench() {
  const sshd = await testSshd();
  const base = join(sshd.folder, "gateway");
  const file = join(sshd.folder, "gw.yaml");
  const psk = (text: string, name = "a") =>
    Deno.writeTextFile(join(sshd.folder, `${name}.psk`), `${text}\n`, { mode: 0o600 });
  await psk("the-first-secret-of-tunnel-a");
  await Deno.writeTextFile(file, DESCRIPTION);
  const { gateway } = await loadGateway(file);
  const { secrets } = await resolveSecrets(gateway);
  const { files } = await renderGateway(gateway, secrets);
  const write = async (path: string, content: string | Uint8Array, mode: number) => {
    const to = base + path;
    await Deno.mkdir(to.slice(0, to.lastIndexOf("/")), { recursive: true });
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await Deno.writeFile(to, bytes, { mode });
    await Deno.chmod(to, mode);
  };
  for (const one of filesOn(files).whole) {
    await write(installedPath(one.path)!, bytesOf(one), one.mode);
  }
  await write("/etc/passwd", "root:*:0:0:root:/root:/bin/ksh\n", 0o644);
  await write("/etc/group", "wheel:*:0:root\n", 0o644);
  // Whoever has not confirmed yet has time, however slow the host is.
  agentSleep(sshd.programs, base + PUSH_FOLDER);
  const gatewright = (command: string, ...args: string[]) =>
    runGatewright([command, file, ...args, "--ssh-config", sshd.config], {}, { base });
  return {
    sshd,
    base,
    psk,
    gatewright,
    describe: (change: (text: string) => string) => Deno.writeTextFile(file, change(DESCRIPTION)),
    read: (path: string) => Deno.readTextFile(base + path),
    log: () => Deno.readTextFile(join(sshd.programs, "log")).catch(() => ""),
    push: (...more: string[]) => gatewright("push", "gateway", "--yes", ...more),
    async watcherEnded() {
      timePasses(sshd.programs);
      await ended(base);
    },
    async [Symbol.asyncDispose]() {
      await this.watcherEnded();
      await sshd[Symbol.asyncDispose]();
    },
  };
}

const test = (name: string, fn: () => Promise<void>) => Deno.test({ name, ignore: !haveSshd, fn });

test("push changes a psk, a rule and a tunnel, shows no secret, and is confirmed", async () => {
  await using work = await bench();
  const same = await work.gatewright("diff", "--ssh", "gateway");
  // Whoever runs the tests owns the files here.
  const real = same.stdout.split("\n").filter((line) => !/belongs to uid|has gid/.test(line));
  assert.deepEqual(real.filter((line) => !/^(gateway: as described)?$/.test(line)), []);
  const nothing = await work.push();
  assert.match(nothing.stdout, /nothing to change/);

  await work.psk("the-second-secret-of-tunnel-a");
  const diff = await work.gatewright("diff", "--ssh", "gateway");
  assert.equal(diff.code, 4);
  assert.match(diff.stdout, /^\/etc\/ipsec\/a\.conf has other content \(secret, not shown\)$/m);
  const psk = await work.push();
  assert.equal(psk.code, 0, psk.stderr);
  assert.match(psk.stdout, /^\/etc\/ipsec\/a\.conf changes \(secret, not shown\)$/m);
  assert.match(psk.stdout, /^then: down a, up a$/m);
  assert.match(psk.stdout, /pushed and confirmed, revision [0-9a-f]{12}$/m);
  assert(!/secret-of-tunnel/.test(diff.stdout + psk.stdout + psk.stderr));
  assert.match(await work.read("/etc/ipsec/a.conf"), /the-second-secret-of-tunnel-a/);

  await work.psk("the-secret-of-tunnel-b", "b");
  await work.describe((text) =>
    text.replace("port: 22,", "port: [22, 8022],").replace(
      "files:",
      "  - {name: b, ike: 1, peer: 192.0.2.2, local: 10.0.0.0/24, remote: 10.0.20.0/24, psk: {file: b.psk}}\nfiles:",
    )
  );
  const both = await work.push();
  assert.equal(both.code, 0, both.stderr);
  assert.match(both.stdout, /^ {2}\+pass .*8022/m);
  assert.match(both.stdout, /^then: pf, up b$/m);
  assert.match(await work.read("/etc/pf.conf"), /8022/);
  assert.match(await work.read("/usr/local/sbin/vpnctl"), /names='a b'/);
  assert.match(
    await work.log(),
    new RegExp(`^pfctl -nf ${work.base}${PUSH_FOLDER}/new/etc/pf.conf$`, "m"),
  );
  assert.match(await work.log(), new RegExp(`^pfctl -f ${work.base}/etc/pf.conf$`, "m"));

  // A tunnel that is described no more goes down and away.
  await work.describe((text) => text);
  const gone = await work.push();
  assert.match(gone.stdout, /^\/etc\/ipsec\/b\.conf is removed$/m);
  await assert.rejects(Deno.stat(`${work.base}/etc/ipsec/b.conf`));
});

test("push changes nothing where pfctl refuses, and goes back by itself where nobody gets in", async () => {
  await using work = await bench();
  const { sshd } = work;
  standIn(
    sshd.programs,
    "pfctl",
    '! grep -q 8022 "$2" || { echo "$2:7: syntax error" >&2; exit 1; }',
  );
  await work.describe((text) => text.replace("port: 22,", "port: [22, 8022],"));
  const before = await work.read("/etc/pf.conf");
  const refused = await work.push();
  assert.equal(refused.code, 4);
  assert.match(refused.stderr, /the gateway refuses the files/);
  assert.match(refused.stderr, /REFUSED \/etc\/pf\.conf: \/etc\/pf\.conf:7: syntax error/);
  assert.equal(await work.read("/etc/pf.conf"), before);

  // sshd hears of its new configuration, and lets nobody in; of the old one, and does again.
  standIn(
    sshd.programs,
    "rcctl",
    `if grep -q DenyUsers "${work.base}/etc/ssh/sshd_config"; then mv "${sshd.keys}" "${sshd.keys}.away"
else mv "${sshd.keys}.away" "${sshd.keys}"; fi`,
  );
  await work.describe((text) => text.replace("Port 22", "Port 22\\nDenyUsers *"));
  const locked = await work.push("--rollback", "5s");
  assert.equal(locked.code, 4);
  assert.match(locked.stderr, /was not confirmed/);
  assert.match(locked.stderr, /Permission denied/);
  assert.match(locked.stderr, /restores its old files by itself within 5 seconds/);
  await work.watcherEnded();
  assert.equal(await work.read("/etc/ssh/sshd_config"), "Port 22\n");
  await Deno.stat(sshd.keys);
  await work.describe((text) => text);
  assert.match((await work.push()).stdout, /nothing to change/);
});

test("push refuses another gateway, another release, an unknown user, and to go on unconfirmed", async () => {
  await using work = await bench();
  await work.describe((text) => text.replace("gw.example.net", "other.example.net"));
  const other = await work.push();
  assert.equal(other.code, 4);
  assert.match(other.stderr, /it is gw\.example\.net, the description is of other\.example\.net/);
  await work.describe((text) => text.replace('"8.0"', '"7.9"'));
  assert.match((await work.push()).stderr, /it runs 8\.0 amd64, the description says 7\.9 amd64/);
  await work.describe((text) => text.replace("rootKeys:", "users: [{name: anna}]\n  rootKeys:"));
  assert.match((await work.push()).stderr, /no user anna on the gateway/);
  await work.psk("another-secret-of-tunnel-a");
  await work.describe((text) => text);
  const unasked = await work.gatewright("push", "gateway");
  assert.equal(unasked.code, 2);
  assert.match(unasked.stderr, /nobody is there to confirm/);
  const dry = await work.gatewright("push", "gateway", "--dry-run", "--json");
  assert.deepEqual(JSON.parse(dry.stdout).changes, [{
    path: "/etc/ipsec/a.conf",
    what: "content",
  }]);
  const nowhere = await work.gatewright("push", "-oProxyCommand=true", "--yes");
  assert.equal(nowhere.code, 2);
});

test("status asks over ssh, and --watch says what changes", async () => {
  await using work = await bench();
  standIn(work.sshd.programs, "pgrep", '[ "$2" = isakmpd ]');
  standIn(
    work.sshd.programs,
    "ifconfig",
    "printf 'vio0: flags=8843<UP,BROADCAST> mtu 1500\\n\\tinet 10.0.0.50 netmask 0xffffff00\\n'",
  );
  standIn(work.sshd.programs, "ipsecctl", "printf 'FLOWS:\\nNo flows\\n\\nSAD:\\nNo entries\\n'");
  const { code, stdout } = await work.gatewright("status", "--ssh", "gateway");
  assert.equal(code, 4);
  assert.match(stdout, /^a down; peer 192\.0\.2\.1, 0 SAs out, 0 in$/m);
  assert.match(stdout, /OpenBSD 8\.0 amd64/);
  assert.doesNotMatch(stdout, /does not run/);
  // The third look sees the tunnel up, and then the connection ends.
  standIn(
    work.sshd.programs,
    "ipsecctl",
    `n=$(($(cat "${work.sshd.folder}/looks" 2>/dev/null || echo 0) + 1))
echo $n >"${work.sshd.folder}/looks"
if [ $n -lt 3 ]; then printf 'FLOWS:\\nNo flows\\n\\nSAD:\\nNo entries\\n'; else
printf 'FLOWS:\\nflow esp out from 10.0.0.0/24 to 10.0.10.0/24 peer 192.0.2.1 type require\\n\\nSAD:\\n'
printf 'esp tunnel from 10.0.0.50 to 192.0.2.1 spi 0x1 auth hmac-sha2-256 enc aes-256\\n'
printf 'esp tunnel from 192.0.2.1 to 10.0.0.50 spi 0x2 auth hmac-sha2-256 enc aes-256\\n'; fi`,
  );
  standIn(work.sshd.programs, "sleep", `[ "$(cat "${work.sshd.folder}/looks")" -lt 3 ]`);
  const watched = await work.gatewright("status", "--ssh", "gateway", "--watch");
  const changes = watched.stdout.split("\n").filter((line) => /^\d{4}-.*Z a /.test(line));
  assert.equal(changes.length, 1, watched.stdout + watched.stderr);
  assert.match(changes[0]!, /a up; peer 192\.0\.2\.1/);
});
