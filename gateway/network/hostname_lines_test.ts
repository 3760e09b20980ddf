import assert from "node:assert/strict";
import { readHostnameLines } from "./hostname_lines.ts";

function addresses(...lines: string[]): string[] {
  return readHostnameLines(lines).addresses.map(({ address, length, peer }) =>
    `${address}/${length}${peer ? ` to ${peer}` : ""}`
  );
}

Deno.test("raw lines: addresses in every form of hostname.if(5)", () => {
  assert.deepEqual(
    addresses(
      "inet 203.0.113.3 255.255.255.240",
      "inet alias 203.0.113.5 255.255.255.255 NONE",
      "inet 203.0.113.4/29 vhid 1 carpdev vio0 pass x advskew 10",
      "inet 10.0.0.1 0xffffff00",
      "10.254.52.1 10.254.52.2 netmask 255.255.255.252",
      "inet 169.254.149.90 255.255.255.252 169.254.149.89",
      "inet 10.0.0.2 255.255.255.0 10.0.0.255",
      "inet6 2001:db8::1 48",
      "inet6 alias 2001:db8::2/64",
      "inet6 fe80::1%vio0 prefixlen 64",
    ),
    [
      "203.0.113.3/28",
      "203.0.113.5/32",
      "203.0.113.4/29",
      "10.0.0.1/24",
      "10.254.52.1/30 to 10.254.52.2",
      "169.254.149.90/30 to 169.254.149.89",
      "10.0.0.2/24",
      "2001:db8::1/48",
      "2001:db8::2/64",
      "fe80::1/64",
    ],
  );
});

Deno.test("raw lines: 0.0.0.0 of pppoe(4) is the address that the provider gives", () => {
  const lines = ["inet 0.0.0.0 255.255.255.255 NONE pppoedev vio0", "dest 0.0.0.1"];
  assert.deepEqual(addresses(...lines), []);
  assert.equal(readHostnameLines(lines).autoconf4, true);
});

Deno.test("raw lines: commands, comments and other words give no address", () => {
  assert.deepEqual(
    addresses(
      "!route add 10.5.0.0/16 10.0.0.254",
      "# inet 10.0.0.1/24",
      "tunnel 192.0.2.1 192.0.2.2",
      "up",
      "",
    ),
    [],
  );
});

Deno.test("raw lines: leases, carpdev, syncdev and groups", () => {
  const found = readHostnameLines([
    "vhid 10 advskew 100 carpdev vio0 carppeer 10.0.0.3",
    "syncdev vio3 syncpeer 10.255.255.2",
    "group dmz",
    "dhcp",
    "inet6 autoconf",
  ]);
  assert.equal(found.autoconf4, true);
  assert.equal(found.autoconf6, true);
  assert.deepEqual(Object.fromEntries(found.words), {
    carpdev: "vio0",
    carppeer: "10.0.0.3",
    syncdev: "vio3",
    syncpeer: "10.255.255.2",
  });
  assert.deepEqual(found.groups, ["dmz"]);
  assert.equal(readHostnameLines(["inet autoconf"]).autoconf4, true);
});
