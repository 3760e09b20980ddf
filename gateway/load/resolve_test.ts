import assert from "node:assert/strict";
import { parseGateway } from "./load.ts";

const gateway = (more: string, file = "/srv/gateways/gw.yaml") =>
  parseGateway(
    `hostname: gw.example.net\nnetwork: {interfaces: [{name: vio0, address: 10.0.0.1/24}]}\n${more}\n`,
    file,
  ).gateway;

Deno.test("true and false become the words of the file they go to", () => {
  const { rcConf, sysctl } = gateway(
    "rcConf: {ntpd: false, smtpd: true}\nsysctl: {kern.x: true, kern.y: false, kern.z: 7}",
  );
  assert.deepEqual([...rcConf], [["ntpd", "NO"], ["smtpd", "YES"]]);
  assert.deepEqual([...sysctl], [["kern.x", "1"], ["kern.y", "0"], ["kern.z", "7"]]);
});

Deno.test("any and self are the absence of a restriction", () => {
  const [rule] = gateway("firewall: {allow: [{proto: tcp, from: any, to: self}]}").firewall.allow;
  assert.deepEqual([rule?.from, rule?.to, rule?.proto], [[], [], ["tcp"]]);
});

Deno.test("files and keys are looked for beside the description", () => {
  const { files, release, tunnels } = gateway(
    "files: [{path: /etc/x, source: files/x}, {path: /etc/y, source: /y}]\n" +
      "release: {version: '7.9', key: keys/a.pub}\n" +
      "tunnels: [{name: a, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.1.0.0/24, psk: {file: a}}]",
  );
  assert.deepEqual(files.map((one) => one.content), [
    { kind: "source", file: "/srv/gateways/files/x" },
    { kind: "source", file: "/y" },
  ]);
  assert.equal(release.key, "/srv/gateways/keys/a.pub");
  assert.deepEqual(tunnels[0]?.auth, { method: "psk", psk: { file: "/srv/gateways/a" } });
});

Deno.test("MACs and the UUID stay from build to build, and differ from gateway to gateway", () => {
  const description = "domain: {interfaces: [{bridge: br0}, {bridge: br1, mac: random}]}";
  const { domain } = gateway(description);
  assert.deepEqual(gateway(description).domain, domain);
  const macs = domain.interfaces.map((one) => one.mac);
  assert(macs.every((mac) => /^52:54:00(:[0-9a-f]{2}){3}$/.test(mac)), String(macs));
  assert.equal(new Set(macs).size, 2);
  assert.match(
    domain.uuid,
    /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  assert.notEqual(gateway(description, "/srv/gateways/other.yaml").domain.uuid, domain.uuid);
});

Deno.test("sizes and lifetimes of every unit", () => {
  const { disk, domain, tunnels } = gateway(
    "disk: {size: 1.5T}\ndomain: {memory: 2G, firmware: uefi}\n" +
      "tunnels: [{name: a, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.1.0.0/24, phase1: {lifetime: 2d}, phase2: {lifetime: 90m}}]",
  );
  assert.equal(disk.size, 1.5 * 1024 * 1024);
  assert.equal(domain.memory, 2048);
  assert.deepEqual([tunnels[0]?.phase1.lifetime, tunnels[0]?.phase2.lifetime], [172800, 5400]);
});

Deno.test("a file whose name makes no name of a gateway wants one written", () => {
  assert.equal(gateway("", "/srv/hq.example.yml").name, "hq.example");
  assert.throws(() => gateway("", "/srv/my gateway.yaml"), /write name: /);
  assert.equal(gateway("name: hq", "/srv/my gateway.yaml").name, "hq");
});

Deno.test("a child SA has a group or none, as the peer has it, so that it lives through a rekey", () => {
  const groups = (fields: string, release = "8.0") => {
    const { tunnels } = gateway(
      `release: "${release}"\ntunnels: [{name: a, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.1.0.0/24${fields}}]`,
    );
    return tunnels[0]!.phase2.sets.map(({ enc, group }) => `${enc} ${group}`);
  };
  assert.deepEqual(groups(""), ["aes-256 modp2048", "aes-256 none"]);
  assert.deepEqual(groups(", phase2: {enc: aes-128}"), ["aes-128 modp2048", "aes-128 none"]);
  // What is written holds; isakmpd has room for one set.
  assert.deepEqual(groups(", phase2: {group: ecp256}"), ["aes-256 ecp256"]);
  assert.deepEqual(groups(", ike: 1"), ["aes-256 modp2048"]);
  assert.deepEqual(groups("", "6.6"), ["aes-256 modp2048", "aes-256 none"]);
  assert.deepEqual(groups(", phase2: default"), []);
  assert.deepEqual(groups(", phase2: {enc: aes, group: none}"), [
    ...["aes-256 none", "aes-192 none", "aes-128 none"],
  ]);
});
