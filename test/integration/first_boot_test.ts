/**
 * The script of the first boot, run by mksh(1) among stand-ins for OpenBSD's programs.
 */
import assert from "node:assert/strict";
import { FIRST_BOOT_FUNCTIONS } from "../../site/shell/first_boot_functions.ts";
import { renderFirstBoot } from "../../site/shell/first_boot.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { testGateway } from "../gateway.ts";

/** Programs of a gateway where all is well, by name: the body of a sh(1) script. */
const WELL: Record<string, string> = {
  ftp: "exit 0",
  pkg_add: "exit 0",
  pkg_info: "exit 0",
  syspatch: "exit 2",
  pgrep: "exit 1",
  hostname: "echo vpn1.example.net",
  uname: "echo x",
  sysctl: "echo 2",
  ifconfig:
    `printf 'vio0: flags=8843<UP>\\n\\tinet6 fe80::1%%vio0 prefixlen 64\\n\\tinet 10.0.0.50 netmask 0xffffff00\\n'`,
  route:
    `printf 'Routing tables\\n\\ndefault            10.0.0.1           UGS        4       11     -     8 vio0\\n'`,
  pfctl:
    `case "$*" in "-s info") echo "Status: Enabled for 0 days";; "-s rules") echo "block drop log all";; esac`,
  ipsecctl: "exit 0",
  rcctl: "exit 0",
  vpnctl: "exit 0",
};

/** Programs that every release has, taken from the host; none of them looks at its processes. */
const BASE = ["sed", "tail", "ls", "sleep"];

/** What bounds a step: timeout(1) from OpenBSD 7.0 on; before that pkill(1) for its children. */
type Bounds = "timeout" | "pkill";

/** Runs the first boot; the answer is its results by name, and everything that it printed. */
async function boot(
  programs: Record<string, string>,
  patch: Partial<Gateway> = {},
  patience = 900,
  bounds: Bounds = "timeout",
) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.mkdir(`${folder}/bin`);
    for (const name of [...BASE, bounds]) {
      await Deno.symlink(`/usr/bin/${name}`, `${folder}/bin/${name}`);
    }
    await Deno.mkdir(`${folder}/etc/ipsec`, { recursive: true });
    for (const [name, body] of Object.entries(programs)) {
      await Deno.writeTextFile(`${folder}/bin/${name}`, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    }
    await Deno.writeTextFile(`${folder}/etc/installurl`, "https://cdn.openbsd.org/pub/OpenBSD\n");
    await Deno.writeTextFile(`${folder}/etc/pf.conf`, "block\n");
    for (const name of ["ipsec.conf", "ipsec/branch10.conf"]) {
      await Deno.writeTextFile(`${folder}/etc/${name}`, "x\n", { mode: 0o600 });
    }
    if (programs.pfctl) await Deno.writeTextFile(`${folder}/pf`, "");
    const script = renderFirstBoot(testGateway({ packages: ["vim--no_x11"], ...patch }))
      .replace(/^PATH=.*$/m, `PATH=${folder}/bin`)
      .replaceAll("/etc/", `${folder}/etc/`).replaceAll("/dev/pf", `${folder}/pf`)
      .replace("bounded 900", `bounded ${patience}`)
      // No mirror hangs here, however slow the host is.
      .replace("bounded 30 ", "bounded 3600 ");
    await Deno.writeTextFile(`${folder}/first-boot`, script);
    const { code, stdout, stderr } = await new Deno.Command("mksh", {
      args: [`${folder}/first-boot`],
      stdin: "null",
    }).output();
    const out = new TextDecoder().decode(stdout).replaceAll(folder, "");
    assert.equal(code, 0, out + new TextDecoder().decode(stderr));
    assert.match(out, /gatewright: self-check: done\n$/);
    const results = new Map(
      [...out.matchAll(/^gatewright: ([^:]+): (ok|FAILED|pending)(?: (.*))?$/gm)].map((
        [, name, result, why],
      ) => [name!, why ? `${result} ${why}` : result!]),
    );
    return { out, results };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("first boot: on a gateway where all is well every check is ok", async () => {
  const { out, results } = await boot(WELL);
  assert.deepEqual([...results.values()].filter((result) => result !== "ok"), [], out);
  assert.deepEqual([...results.keys()], [
    "vim--no_x11",
    "syspatch",
    "hostname",
    "address-vio0",
    "route-inet",
    "net.inet.ip.forwarding",
    "/etc/pf.conf",
    "pf",
    "/etc/ipsec.conf",
    "mode-/etc/ipsec.conf",
    "mode-/etc/ipsec/branch10.conf",
    "sshd",
    "isakmpd",
    "tunnel-branch10",
  ]);
  assert.match(out, /gatewright: step pkg_add -I vim--no_x11\n/);
});

Deno.test("first boot: rules and files of the description's own are checked as what they are", async () => {
  const file = {
    content: { kind: "text", text: "x" },
    append: false,
    mode: 0o600,
    owner: "root",
    group: "wheel",
  } as const;
  const files = [{ ...file, path: "/etc/pf.conf" }, { ...file, path: "/etc/ipsec.conf" }];
  const patch = { files, tunnels: [], rcConf: new Map([["isakmpd_flags", "-K"]]) };
  const own = (rules: string) =>
    `case "$*" in "-s info") echo "Status: Enabled";; "-s rules") echo "${rules}";; esac`;
  const { results } = await boot({ ...WELL, pfctl: own("pass all") }, patch);
  for (const name of ["pf", "/etc/ipsec.conf", "mode-/etc/ipsec.conf", "isakmpd"]) {
    assert.equal(results.get(name), "ok", name);
  }
  const none = await boot({ ...WELL, pfctl: own("") }, patch);
  assert.match(none.results.get("pf")!, /^FAILED/);
  const rendered = await boot({ ...WELL, pfctl: own("pass all") });
  assert.match(rendered.results.get("pf")!, /^FAILED/);
});

Deno.test("first boot: without a network nothing is tried, and all that waits is reported", async () => {
  const { out, results } = await boot({ ...WELL, ftp: "exit 1", vpnctl: "exit 1" });
  assert.match(results.get("vim--no_x11")!, /^pending .*; to try later: pkg_add -I vim--no_x11$/);
  assert.match(results.get("syspatch")!, /^pending .*; to try later: syspatch$/);
  assert.equal(results.get("tunnel-branch10"), "pending no SA with 192.0.2.230 yet");
  assert.doesNotMatch(out, /: step /);
  assert.doesNotMatch(out, /FAILED/);
  const leased = testGateway().network;
  leased.interfaces[0]!.address = "autoconf";
  const waiting = await boot({ ...WELL, ifconfig: "echo vio0: flags=8843" }, { network: leased });
  assert.match(waiting.results.get("address-vio0")!, /^pending the network has given no address/);
});

Deno.test("first boot: a mirror that answers, but has not this release, has FAILED", async () => {
  const answers: [string, RegExp][] = [
    ["ftp: Error retrieving https://ci:s3cr3t@m/x/SHA256.sig: 404 Not Found", /404 Not Found/],
    ["ftp: Error retrieving file: 403 Forbidden", /403 Forbidden/],
    ["ftp: TLS handshake failure: certificate verification failed", /TLS handshake failure/],
    ["ftp: Too many redirections requested", /Too many redirections/],
  ];
  for (const [words, says] of answers) {
    const { out, results } = await boot({ ...WELL, ftp: `echo '${words}' >&2; exit 1` });
    for (const name of ["vim--no_x11", "syspatch"]) {
      assert.match(results.get(name)!, /^FAILED the mirror of \/etc\/installurl answers /);
      assert.match(results.get(name)!, says);
    }
    assert.doesNotMatch(out, /s3cr3t/);
  }
  for (
    const words of [
      "ftp: m: no address associated with name",
      "ftp: connect: Connection refused",
      "ftp: connect: Network is unreachable",
    ]
  ) {
    const { results } = await boot({ ...WELL, ftp: `echo '${words}' >&2; exit 1` });
    assert.match(results.get("syspatch")!, /^pending the mirror does not answer/);
  }
});

Deno.test("first boot: what the release lacks is reported", async () => {
  const { results } = await boot({ hostname: WELL.hostname!, ifconfig: WELL.ifconfig! });
  for (const [name, program] of [["vim--no_x11", "pkg_add"], ["syspatch", "syspatch"]] as const) {
    assert.equal(results.get(name), `pending this release has no ${program}`);
  }
  assert.equal(results.get("/etc/pf.conf"), "pending this release has no pfctl");
  assert.equal(results.get("pf"), "pending this kernel has no pf");
  assert.equal(results.get("isakmpd"), "pending this release has no rcctl");
  assert.equal(results.get("net.inet.ip.forwarding"), "pending this kernel does not know it");
});

Deno.test("first boot: what is wrong has FAILED, with the reason", async () => {
  const { results } = await boot({
    ...WELL,
    pkg_add: "exit 1",
    syspatch: "exit 1",
    hostname: "echo mini",
    sysctl: "echo 1",
    ifconfig: "echo 'vio0: inet 10.0.2.15 netmask'",
    route: "echo 'default 10.0.2.2 UGS'",
    pfctl:
      `case "$*" in "-nf "*) echo "pf.conf:3: syntax error"; exit 1;; *) echo "Status: Disabled";; esac`,
    rcctl: "exit 1",
  });
  assert.match(results.get("vim--no_x11")!, /^FAILED exited with status 1; to try again: pkg_add/);
  assert.match(results.get("syspatch")!, /^FAILED exited with status 1/);
  assert.equal(results.get("hostname"), "FAILED it is 'mini', not 'vpn1.example.net'");
  assert.equal(results.get("net.inet.ip.forwarding"), "FAILED it is '1', not '2'");
  assert.equal(results.get("address-vio0"), "FAILED it lacks 10.0.0.50");
  assert.match(results.get("route-inet")!, /^FAILED .* 10\.0\.0\.1$/);
  assert.equal(results.get("/etc/pf.conf"), "FAILED pf.conf:3: syntax error");
  assert.equal(results.get("pf"), "FAILED it is disabled");
  assert.equal(results.get("sshd"), "FAILED it is not running");
});

Deno.test("first boot: patches want a reboot, a package that is not there is no success", async () => {
  const once = '[ -e "$0.ran" ] && exit 2; : >"$0.ran"';
  const { results } = await boot({ ...WELL, syspatch: once, pkg_info: "exit 1" });
  assert.equal(results.get("syspatch"), "ok");
  assert.equal(results.get("kernel"), "pending a reboot runs the patched kernel");
  assert.match(results.get("vim--no_x11")!, /^FAILED/);
});

for (const bounds of ["timeout", "pkill"] as const) {
  Deno.test(`first boot: a step that hangs is ended, with what it started, by ${bounds}`, async () => {
    const hangs = { ...WELL, pkg_add: "sleep 3600" };
    const { results } = await boot(hangs, { syspatch: false }, 1, bounds);
    assert.match(results.get("vim--no_x11")!, /^FAILED gave up after 900 seconds/);
    assert.equal(results.get("hostname"), "ok");
  });

  Deno.test(`first boot: a step bounded by ${bounds} has its status, and nothing outlives it`, async () => {
    // Whatever was left would hold the output open for its 3600 seconds: the test would not end.
    const functions = FIRST_BOOT_FUNCTIONS.replace(
      "has timeout",
      bounds === "timeout" ? ":" : "false",
    );
    const script = `${functions}
for status in 0 3 7; do
	bounded 3600 sh -c "exit $status"
	echo "$? $(bounded 3600 echo words)"
done
bounded 3600 sh -c 'read line && echo "read $line"; echo "read nothing"' <<END
input
END
`;
    const { stdout, stderr } = await new Deno.Command("mksh", {
      args: ["-c", script],
      stdin: "null",
    }).output();
    const text = new TextDecoder();
    assert.equal(text.decode(stderr), "");
    assert.equal(
      text.decode(stdout),
      "0 words\n3 words\n7 words\nread nothing\n",
    );
  });
}
