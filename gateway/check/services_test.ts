import assert from "node:assert/strict";
import { GOOD, problems } from "../../test/broken_description.ts";

const said = (text: string) =>
  problems(text).filter((line) => !/^note |: note: |errata/.test(line)).join("\n");
const rc = (settings: string, more = "") => said(`${GOOD}${more}rcConf: {${settings}}\n`);
const kernel = (settings: string, text = GOOD) => said(`${text}sysctl: {${settings}}\n`);

Deno.test("a variable that rc passes over is said, with the one that is meant", () => {
  const wrong: [string, RegExp][] = [
    ["iked_flag: ''", /^warning rc\(8\) ignores iked_flag$/],
    ["ntpd: NO", /ignores ntpd/],
    ["sshd: false", /ignores sshd/],
    ["dhcpdflags: vio1", /ignores dhcpdflags/],
    ["pf_rules: /etc/other.conf", /ignores pf_rules; .*always loads \/etc\/pf\.conf/],
    ["ipsec_rules: /etc/other.conf", /always loads \/etc\/ipsec\.conf/],
    ["gateway_enable: YES", /write forwarding: all/],
    ["foo: bar", /it reads pf, ipsec, pkg_scripts, and names such as sshd_flags/],
  ];
  for (const [setting, says] of wrong) assert.match(rc(setting), says, setting);
  for (
    const right of [
      "ntpd_flags: -s",
      "pf: true",
      "multicast: YES",
      "nfs_server: YES",
      "shlib_dirs: /usr/local/lib/x",
      "iked_rtable: 1, iked_timeout: 60, sshd_user: root, vmd_logger: daemon.info",
      "dhcp6leased_flags: '', resolvd_flags: NO, switchd_flags: NO, spamd_black: NO",
    ]
  ) {
    assert.equal(rc(right), "", right);
  }
});

Deno.test("a daemon that nothing brings or starts is said", () => {
  const packages = "packages: [openvpn--mbedtls, samba]\n";
  const own = "files: [{path: /etc/rc.d/mine, content: x, mode: '0755'}]\n";
  assert.match(rc("ikd_flags: ''"), /the base system has no daemon ikd, and neither packages/);
  assert.match(rc("openvpn_flags: ''"), /no daemon openvpn/);
  assert.match(rc("openvpn_flags: ''", packages), /nothing starts openvpn at boot: add rcConf/);
  assert.match(rc("mine_flags: ''", own), /nothing starts mine at boot/);
  assert.equal(rc("openvpn_flags: -v, pkg_scripts: openvpn", packages), "");
  assert.equal(rc("mine_flags: '', pkg_scripts: messagebus mine", own), "");
  // A package may have daemons of any name.
  assert.equal(rc("smbd_flags: '', nmbd_flags: -D, pkg_scripts: smbd nmbd", packages), "");
  assert.equal(rc("nmbd_flags: -D", packages), "");
  assert.match(rc("ikd_flags: ''", packages), /no daemon ikd/);
});

Deno.test("flags that keep the daemons from their peers are said", () => {
  for (
    const [flags, says] of [
      ["-p 4501", /udp port 4500 behind a NAT.*remove -p/],
      ["-T", /with -T no tunnel works behind a NAT/],
      ["-dT", /with -T/],
      ["-S", /waits for sasyncd\(8\)/],
      ["-vn", /does not set up tunnels/],
    ] as const
  ) {
    assert.match(rc(`iked_flags: "${flags}"`), says, flags);
  }
  for (const flags of ["-p 4500", "-D n=-T", "-t", "-v -s /var/run/n"]) {
    assert.equal(rc(`iked_flags: "${flags}"`), "", flags);
  }
  const first = GOOD.replace("peer:", "ike: 1\n    peer:");
  const isakmpd = (flags: string) => said(`${first}rcConf: {isakmpd_flags: "${flags}"}\n`);
  assert.match(isakmpd("-K -f /tmp/fifo"), /with -f ipsecctl\(8\) does not find isakmpd/);
  assert.match(isakmpd("-K -p 501"), /udp port 500 for IKE; remove -p/);
  assert.match(isakmpd("-KN 4501"), /remove -N/);
  assert.match(isakmpd("-v"), /without -K/);
  assert.equal(isakmpd("-Kv -D A=10 -p 500 -N 4500"), "");
});

Deno.test("a setting of the kernel that nothing knows is said, with the one that is meant", () => {
  for (
    const [setting, says] of [
      [
        "net.inet.ip.forwardng: 1",
        /does not know net\.inet\.ip\.forwardng, so nothing is set/,
      ],
      ["kern.maxfile: 9000", /does not know kern\.maxfile/],
      ["net.inet.gr.allow: 1", /does not know net\.inet\.gr\.allow/],
      ["net.inet6.icmp6.redirtimeot: 1", /does not know/],
    ] as const
  ) {
    assert.match(kernel(setting), says);
  }
  for (
    const right of [
      "net.inet.ip.ttl: 64, kern.maxfiles: 9000, ddb.panic: 0, hw.smt: 1, net.inet.tcp.tso: 0",
      "machdep.allowaperture: 2, vfs.nfs.iothreads: 4, kern.shminfo.shmmax: 1, hw.perfpolicy: auto",
      "net.inet.foo.bar: 1, net.bpf.bufsize: 65536, net.unix.stream.recvspace: 1",
    ]
  ) {
    assert.equal(kernel(right), "", right);
  }
});

Deno.test("a setting of the kernel that a tunnel needs cannot be turned off", () => {
  const ah = GOOD.replace("peer:", "ike: 1\n    protocol: ah\n    peer:");
  const ipcomp = GOOD.replace("peer:", "ike: 2\n    ipcomp: true\n    peer:");
  assert.match(kernel("net.inet.ah.enable: 0", ah), /error: .*the tunnels need it/);
  assert.match(kernel("net.inet.ipcomp.enable: 0", ipcomp), /error: .*the tunnels need it/);
  assert.match(kernel("net.inet.esp.enable: 0"), /error: .*the tunnels need it/);
  assert.match(kernel("net.inet.esp.udpencap_port: 4501"), /use udp port 4500/);
  assert.equal(kernel("net.inet.esp.enable: 0", ah), "");
  assert.equal(kernel("net.inet.ah.enable: 0, net.inet.ipcomp.enable: 0"), "");
  assert.equal(kernel("net.inet.esp.udpencap_port: 4500", ipcomp), "");
});
