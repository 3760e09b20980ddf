import assert from "node:assert/strict";
import { GOOD, problems } from "../../test/broken_description.ts";

const said = (text: string) =>
  problems(text).filter((line) => !/^note |: note: |errata/.test(line)).join("\n");
const rc = (settings: string, more = "") => said(`${GOOD}${more}rcConf: {${settings}}\n`);
const kernel = (settings: string, text = GOOD) => said(`${text}sysctl: {${settings}}\n`);

Deno.test("a variable that rc passes over is reported, with the one that is meant", () => {
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

Deno.test("a daemon that nothing brings or starts is reported", () => {
  const packages = "packages: [openvpn--mbedtls, samba]\n";
  const own = "files: [{path: /etc/rc.d/mine, content: x, mode: '0755'}]\n";
  assert.match(rc("ikd_flags: ''"), /the base system has no daemon ikd, and neither packages/);
  assert.match(rc("openvpn_flags: ''"), /no daemon openvpn/);
  assert.match(rc("openvpn_flags: ''", packages), /nothing starts openvpn at boot: add rcConf/);
  assert.match(rc("mine_flags: ''", own), /nothing starts mine at boot/);
  assert.equal(rc("openvpn_flags: -v, pkg_scripts: openvpn", packages), "");
  assert.equal(rc("mine_flags: '', pkg_scripts: mine", own), "");
  // A package may have daemons of any name.
  assert.equal(rc("smbd_flags: '', nmbd_flags: -D, pkg_scripts: smbd nmbd", packages), "");
  assert.equal(rc("nmbd_flags: -D", packages), "");
  assert.match(rc("ikd_flags: ''", packages), /no daemon ikd/);
});

Deno.test("flags that keep the daemons from their peers are reported", () => {
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

Deno.test("a setting of the kernel that nothing knows is reported, with the one that is meant", () => {
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

Deno.test("a daemon whose anchor pf.conf does not name is reported", () => {
  const files = (text: string) =>
    `files: [{path: /etc/relayd.conf, content: "${text}", mode: "0600"}]\n`;
  const redirect = files("redirect www { listen on 10.0.0.50 port 80 }");
  const rules = (line: string) => `firewall: {rules: ['${line}']}\n`;
  assert.match(
    rc("relayd_flags: ''", redirect),
    /pf does not evaluate the rules of relayd.* add to firewall\.rules: 'anchor "relayd\/\*"'/,
  );
  assert.equal(rc("relayd_flags: ''", redirect + rules('anchor "relayd/*"')), "");
  assert.equal(rc("relayd_flags: ''", files("relay www { listen on 10.0.0.50 port 80 }")), "");
  assert.match(rc("ftpproxy_flags: ''"), /add to firewall\.rules: 'anchor "ftp-proxy\/\*"'/);
  assert.equal(rc("ftpproxy_flags: NO"), "");
});

Deno.test("a daemon that ends at once, for want of its file, interface or release, is reported", () => {
  const file = (path: string) => `files: [{path: ${path}, content: x}]\n`;
  const release = (version: string) => `release: "${version}"\n`;
  assert.match(rc("dhcpd_flags: vio0"), /dhcpd does not start without \/etc\/dhcpd\.conf/);
  assert.equal(rc("dhcpd_flags: vio0", file("/etc/dhcpd.conf")), "");
  assert.equal(rc("dhcpd_flags: NO"), "");
  assert.match(rc("bgpd_flags: ''"), /bgpd does not start without \/etc\/bgpd\.conf/);
  assert.equal(rc("bgpd_flags: -f /etc/other.conf"), "");
  // These the release has.
  assert.equal(rc("unbound_flags: '', nsd_flags: '', ntpd_flags: '', npppd_flags: ''"), "");
  assert.match(
    rc("dhcpd_flags: vio0 em1", file("/etc/dhcpd.conf")),
    /dhcpd does not start without the interface em1; interfaces: vio0/,
  );
  assert.equal(rc("dhcpd_flags: -y vio9 vio0", file("/etc/dhcpd.conf")), "");
  // What is wrong with the file of an interface is said there.
  const both =
    "files: [{path: /etc/dhcpd.conf, content: x}, {path: /etc/hostname.em1, content: x}]\n";
  assert.doesNotMatch(rc("dhcpd_flags: em1", both), /dhcpd does not start/);
  assert.match(
    rc("dhcp6leased_flags: ''", release("7.5")),
    /OpenBSD 7\.5 has no dhcp6leased, which came with 7\.6/,
  );
  assert.doesNotMatch(rc("dhcp6leased_flags: ''", release("7.6")), /has no dhcp6leased/);
  assert.match(rc("pkg_scripts: dnsmasq"), /packages nor files provide the daemon dnsmasq/);
  assert.equal(rc("pkg_scripts: dnsmasq", "packages: [dnsmasq]\n"), "");
});

Deno.test("flags of iked that leave peers unheard, or that it may not know, are reported", () => {
  const passive = GOOD.replace("peer: 192.0.2.1", "peer: 192.0.2.1\n    mode: passive");
  assert.match(
    said(`${passive}rcConf: {iked_flags: -t}\n`),
    /iked does not listen on udp port 500/,
  );
  assert.equal(rc("iked_flags: -t"), "");
  assert.match(rc("iked_flags: -6"), /iked of 8\.0 does not need -6/);
  assert.doesNotMatch(rc("iked_flags: -6", 'release: "6.6"\n'), /does not need -6/);
});

Deno.test("settings that interfaces or the packet filter do not work with, and those of Linux, are reported", () => {
  const carp = GOOD.replace(
    "  gateway:",
    "    - {name: carp0, address: 10.0.0.51/24, carp: {vhid: 1, carpdev: vio0, password: {env: P}}}\n  gateway:",
  );
  assert.match(kernel("net.inet.carp.allow: 0", carp), /error: .*carp0 does not work without it/);
  assert.equal(kernel("net.inet.carp.allow: 0"), "");
  assert.doesNotMatch(kernel("net.inet.carp.preempt: 1", carp), /does not work/);
  assert.match(kernel("kern.securelevel: 2"), /error: .*pfctl\(8\) can load none/);
  assert.equal(kernel("kern.securelevel: 1"), "");
  assert.match(kernel("net.ipv4.ip_forward: 1"), /name of Linux.*write forwarding: all/);
  assert.match(kernel("kernel.panic: 5"), /name of Linux/);
  const appended = (line: string) =>
    said(`${GOOD}files: [{path: /etc/sysctl.conf, append: "${line}"}]\n`);
  assert.match(appended("net.inet.ip.forwarding = 1"), /is set by the field forwarding/);
});
