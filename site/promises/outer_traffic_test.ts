import assert from "node:assert/strict";
import { broken, description } from "./testing.ts";

const { network } = description() as { network: { interfaces: object[] } };

/** What is said of the router with `one` more interface. */
const said = (one: object, ...rules: string[]) =>
  broken(description({
    tunnels: [],
    network: { ...network, interfaces: [...network.interfaces, one] },
    firewall: { rules },
  })).map(({ severity, path, message }) => `${severity} ${path}: ${message}`).join("\n");

const ENDS = { local: "203.0.113.10", remote: "198.51.100.7" };
const peer = {
  name: "p",
  publicKey: "xTIBA5rboUvnH4htodjb6e697QjLERt1NAB4mZqp8Dg=",
  allowed: ["10.8.0.2/32"],
};
const wg = (more: object = {}) => ({
  name: "wg0",
  address: "10.8.0.1/24",
  wg: { port: 51820, key: { env: "K" }, peers: [{ ...peer, ...more }] },
});

Deno.test("wg whose port is blocked is reported, with the packet", () => {
  const block = "block in quick on vio0 proto udp to port 51820";
  assert.equal(said(wg()), "");
  assert.match(
    said(wg(), block),
    /^warning firewall\.rules\[0\]: wg0: the packets of its other end do not get in: proto udp from 198\.18\.\S+ to 203\.0\.113\.10 port 51820/,
  );
  // Who has no endpoint may be where a rule says.
  const some = "pass in quick on vio0 proto udp from 192.0.2.0/24 to port 51820";
  assert.equal(said(wg(), some, block), "");
  const near = wg({ endpoint: "198.51.100.7:1234" });
  assert.match(said(near, block), /get in: proto udp from 198\.51\.100\.7 port 1234 to/);
  assert.equal(said(near, "block in quick on vio0 proto udp from 192.0.2.0/24 to port 51820"), "");
});

Deno.test("gre, gif and etherip whose own protocol is blocked are reported", () => {
  for (
    const [one, protocol] of [
      [{ name: "gre0", address: "10.255.0.1/30", gre: ENDS }, "gre"],
      [{ name: "gif0", address: "10.255.0.1/30", gif: ENDS }, "ipencap"],
      [{ name: "gif0", address6: "2001:db8:9::1/64", gif: ENDS }, "ipv6"],
    ] as const
  ) {
    assert.equal(said(one), "", protocol);
    assert.match(
      said(one, `block in quick proto ${protocol}`),
      /^warning firewall\.rules\[0\]: (gre0|gif0): the packets of its other end do not get in/,
    );
  }
});

Deno.test("wg and gre whose other end is routed into them are refused", () => {
  const routed = (one: object, routes: object[]) =>
    broken(description({
      tunnels: [],
      network: { ...network, interfaces: [...network.interfaces, one], routes },
    })).map(({ severity, path, message }) => `${severity} ${path}: ${message}`).join("\n");
  const gre = { name: "gre0", address: "10.255.0.1/30", gre: ENDS };
  const into = { to: "198.51.100.0/24", via: "10.255.0.2" };
  assert.match(
    routed(gre, [into]),
    /^error network\.interfaces\[2\]: gre0: packets to its other end 198\.51\.100\.7 are routed into gre0 itself/,
  );
  assert.equal(routed(gre, [into, { to: "198.51.100.7/32", via: "203.0.113.1" }]), "");
  const near = wg({ endpoint: "198.51.100.7:1234", allowed: ["10.8.0.2/32", "198.51.100.0/24"] });
  assert.match(routed(near, [{ to: "198.51.100.0/24", via: "10.8.0.2" }]), /into wg0 itself/);
});
