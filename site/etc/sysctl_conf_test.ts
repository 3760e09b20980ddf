import assert from "node:assert/strict";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { renderSysctlConf } from "./sysctl_conf.ts";

Deno.test("sysctl.conf forwards as the description says; the description's own settings win", () => {
  const forwarding = (word: "all" | "ipsec" | "none") =>
    renderSysctlConf(testGateway({ forwarding: word }));
  assert.equal(forwarding("all"), "net.inet.ip.forwarding=1\n");
  assert.equal(forwarding("ipsec"), "net.inet.ip.forwarding=2\n");
  assert.equal(forwarding("none"), "net.inet.ip.forwarding=0\n");
  const sysctl = new Map([["net.inet.ip.forwarding", "1"], ["net.inet.ip.ttl", "128"]]);
  assert.equal(
    renderSysctlConf(testGateway({ sysctl })),
    "net.inet.ip.forwarding=1\nnet.inet.ip.ttl=128\n",
  );
});

Deno.test("sysctl.conf: IPv6 forwards IPsec alone since 7.6", () => {
  const tunnels = [testTunnel({ local: ["2001:db8:1::/48"], remote: ["2001:db8:2::/48"] })];
  const of = (number: number, forwarding: "all" | "ipsec" | "none" = "ipsec") =>
    renderSysctlConf(
      testGateway({ tunnels, forwarding, release: { version: "", number, arch: "amd64" } }),
    ).split("\n")[1];
  assert.equal(of(75), "net.inet6.ip6.forwarding=1");
  assert.equal(of(76), "net.inet6.ip6.forwarding=2");
  assert.equal(of(80, "all"), "net.inet6.ip6.forwarding=1");
  assert.equal(of(80, "none"), "net.inet6.ip6.forwarding=0");
});

Deno.test("sysctl.conf: a value with a blank is refused, because rc(8) would split it", () => {
  assert.throws(
    () => renderSysctlConf(testGateway({ sysctl: new Map([["kern.x", "1 2"]]) })),
    /blanks/,
  );
});

Deno.test("sysctl.conf turns ipcomp on where a tunnel compresses", () => {
  const of = (ipcomp: boolean) =>
    renderSysctlConf(testGateway({ tunnels: [testTunnel({ ike: 2, ipcomp })] }));
  assert.match(of(true), /^net\.inet\.ipcomp\.enable=1$/m);
  assert.doesNotMatch(of(false), /ipcomp/);
});
