import assert from "node:assert/strict";
import { join } from "node:path";
import { GOOD, problems } from "../../test/broken_description.ts";
import { checkFile } from "../load/load.ts";

const said = (text: string) =>
  problems(text).filter((line) => !/^note |: note: |errata/.test(line));

/** What is said of lines in a script of that path. */
function script(path: string, lines: string[], text = GOOD): string[] {
  return said(
    `${text}files:\n  - path: ${path}\n    append: |\n${
      lines.map((line) => `      ${line}\n`).join("")
    }`,
  );
}

Deno.test("commands in scripts that undo fields are warnings", () => {
  for (
    const [line, says] of [
      ["pfctl -d", /^warning in \/etc\/rc\.local: pfctl -d disables the packet filter/],
      ["/sbin/pfctl -qd", /disables the packet filter/],
      ["if true; then pfctl -F all; fi", /removes the rules of firewall/],
      ["pfctl -Fr", /removes the rules of firewall/],
      ["sleep 9 && pfctl -f /etc/other.conf", /rules that check does not see.*firewall\.rules/],
      ["cat /etc/rules | pfctl -f -", /rules that check does not see/],
      ["ipsecctl -F", /removes the tunnels/],
      ["rcctl disable pf", /disables pf/],
      ["rcctl set iked flags NO", /disables iked: the tunnels need it/],
      ["/etc/rc.d/sshd stop", /disables sshd: nobody can log in with the keys of access/],
      ["pkill iked", /stops iked/],
      ["sysctl net.inet.ip.forwarding=1", /undoes forwarding: ipsec/],
      ["sysctl -q net.inet.esp.enable=0", /makes the tunnels fail/],
      ["route -n flush", /removes the routes of network/],
    ] as const
  ) {
    const lines = script("/etc/rc.local", [line]);
    assert.equal(lines.length, 1, `${line}\n${lines.join("\n")}`);
    assert.match(lines[0]!, says);
  }
});

Deno.test("commands that undo nothing are right", () => {
  const lines = [
    "# pfctl -d",
    "pfctl -nf /etc/other.conf",
    "pfctl -a guests -f /etc/guests.conf",
    "pfctl -t bad -T add 198.51.100.9",
    "pfctl -F states",
    "pfctl -Fa -f /etc/pf.conf",
    "pfctl -e -f /etc/pf.conf",
    'echo "pfctl is not run"',
    "logger now one of you may type pfctl -d",
    "ipsecctl -sa >/tmp/out",
    "ipsecctl -f /etc/more.conf",
    "rcctl restart iked",
    "rcctl disable isakmpd",
    "rcctl enable pf",
    "/etc/rc.d/iked reload",
    "pkill -HUP iked",
    "sysctl net.inet.ip.forwarding=2",
    "sysctl net.inet.ip.forwarding",
    "route -n show",
    "route delete 10.5.0.0/16",
  ];
  for (const line of lines) assert.deepEqual(script("/etc/rc.local", [line]), [], line);
  // It is no script.
  assert.deepEqual(script("/etc/motd", ["pfctl -d"]), []);
});

Deno.test("tables of cron and commands of interfaces are scripts", () => {
  const cron = (line: string) => script("/var/cron/tabs/root", [line]);
  assert.match(cron("*/5 * * * * -n pfctl -d")[0]!, /pfctl -d disables/);
  assert.match(cron("@reboot ipsecctl -F")[0]!, /removes the tunnels/);
  assert.match(script("/etc/crontab", ["5 4 * * * root pfctl -d"])[0]!, /pfctl -d disables/);
  assert.deepEqual(cron("*/5 * * * * pfctl -sr"), []);
  const card = (option: string) => said(GOOD.replace("/24}", `/24, options: ["${option}"]}`));
  assert.match(card("!pfctl -d")[0]!, /warning pfctl -d disables the packet filter/);
  assert.deepEqual(card("!route add 10.5.0.0/16 10.0.0.1"), []);
});

Deno.test("the place of a command is that of its word, however the text is written", () => {
  const place = (text: string, line: string) =>
    // An error makes the warning tell its place.
    said(`${GOOD}rcConf: {iked_flags: NO}\nfiles:\n${text}`).find((one) => one.includes(line))
      ?.replace(/: warning.*/, "");
  const block = "  - path: /etc/rc.local\n    append: |\n      # x\n\n      true && pfctl -d\n";
  assert.equal(place(block, "pfctl -d"), "gw.yaml:21:15");
  const quoted = '  - {path: /etc/rc.local, append: "# \\"x\\"\\npfctl -d"}\n';
  assert.equal(place(quoted, "pfctl -d"), "gw.yaml:17:45");
  assert.equal(place("  - {path: /etc/rc.local, append: pfctl -d}\n", "pfctl -d"), "gw.yaml:17:35");
});

Deno.test("a script that is copied from this host is looked at too", async () => {
  const folder = await Deno.makeTempDir();
  try {
    const check = async (script: string) => {
      await Deno.writeTextFile(join(folder, "rc.local"), script);
      const file = join(folder, "gw.yaml");
      await Deno.writeTextFile(
        file,
        `${GOOD}files: [{path: /etc/rc.local, source: rc.local}]\n`,
      );
      return (await checkFile(file)).problems.filter(({ path }) => path.startsWith("files"));
    };
    const [found] = await check("#!/bin/sh\npfctl -d\n");
    assert.equal(found?.severity, "warning");
    assert.match(found.message, /^line 2: pfctl -d disables/);
    assert.deepEqual(await check("#!/bin/sh\npfctl -sr\n"), []);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
