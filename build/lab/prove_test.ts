import assert from "node:assert/strict";
import type { Tunnel } from "../../gateway/tunnel.ts";
import { testGateway, testPhase, testSecrets, testTunnel } from "../../test/gateway.ts";
import { planTunnels } from "./prove.ts";

const secrets = testSecrets({ psks: { a: "first-psk-of-the-test", b: "second-psk-of-the-test" } });
const { network } = testGateway();

/** A gateway at `address` with `tunnels`. */
function gateway(file: string, address: string, ...tunnels: Tunnel[]) {
  const card = { ...network.interfaces[0]!, address: `${address}/24` };
  return testGateway({
    file,
    tunnels,
    network: { ...network, interfaces: [card], gateway: address.replace(/\d+$/, "254") },
  });
}

const near = testTunnel({
  ike: 2,
  name: "a",
  peer: "198.51.100.1",
  local: ["10.1.0.0/24"],
  remote: ["10.2.0.0/24"],
});
const far = testTunnel({
  ike: 2,
  name: "b",
  peer: "203.0.113.1",
  local: ["10.2.0.0/24"],
  remote: ["10.1.0.0/24"],
});

const purposes = (plans: ReturnType<typeof planTunnels>) =>
  plans.map(({ tunnel, cases }) => [tunnel, ...cases.map(({ purpose }) => purpose)]);

Deno.test("each tunnel is proved against a far end, and only those that are wanted", () => {
  const described = [{
    secrets,
    gateway: gateway("a.yaml", "203.0.113.1", near, testTunnel({ name: "old" })),
  }];
  assert.deepEqual(purposes(planTunnels(described)), [
    ["a", "as described", "behind NAT", "with another key"],
    ["old", "as described", "with libreswan", "with another key"],
  ]);
  assert.deepEqual(purposes(planTunnels(described, ["old"])).map(([name]) => name), ["old"]);
});

Deno.test("two descriptions of one tunnel are joined, each seen from its own side", () => {
  const described = [
    { secrets, gateway: gateway("a.yaml", "203.0.113.1", near) },
    { secrets, gateway: gateway("b.yaml", "198.51.100.1", far) },
  ];
  const plans = planTunnels(described);
  assert.deepEqual(purposes(plans).map((one) => one.slice(0, 2)), [["a", "joined"], [
    "b",
    "joined",
  ]]);
  const [joined] = plans[0]!.cases;
  const conf = (name: string) =>
    joined!.lab.nodes.find((node) => node.name === name)!.files
      .find(({ path }) => path === "/etc/iked.conf")!.content;
  assert.match(conf("gateway"), /from 10\.1\.0\.0\/24 to 10\.2\.0\.0\/24/);
  assert.match(conf("far"), /from 10\.2\.0\.0\/24 to 10\.1\.0\.0\/24/);
  const names = plans.flatMap(({ cases }) => cases.map(({ lab }) => lab.name));
  assert.equal(new Set(names).size, names.length);
});

Deno.test("a gateway elsewhere is nobody's other end", () => {
  const described = [
    { secrets, gateway: gateway("a.yaml", "203.0.113.1", near) },
    { secrets, gateway: gateway("b.yaml", "198.51.100.9", far) },
  ];
  assert(!purposes(planTunnels(described)).flat().includes("joined"));
});

Deno.test("an IKEv1 far end is proved with libreswan too, where its proposals allow", () => {
  const plan = (group: string, nat?: string) => {
    const phase1 = { sets: [{ enc: "aes-256", auth: "hmac-sha1", group }] };
    const tunnel = testTunnel({ name: "old", phase1, ...(nat === undefined ? {} : { nat }) });
    return planTunnels([{ secrets, gateway: gateway("a.yaml", "203.0.113.1", tunnel) }])[0]!.cases;
  };
  const [first, second] = plan("modp2048", "172.16.9.0/24");
  assert.equal(second!.purpose, "with libreswan");
  const far = second!.lab.nodes.find(({ name }) => name === "far")!.files;
  assert.deepEqual(
    far.map(({ path, mode }) => [path, mode]).slice(-2),
    [["/etc/ipsec.d/old.conf", 0o644], ["/etc/ipsec.d/old.secrets", 0o600]],
  );
  // What pf does for a translated tunnel is not in a laboratory of Linux.
  assert.match(first!.notes.join(), /172\.16\.9\.0\/24 stood in for .* \(nat\) was not tested/);
  const without = plan("modp1024");
  assert.deepEqual(without.map(({ purpose }) => purpose), ["as described", "with another key"]);
  assert.match(without[0]!.notes.join(), /libreswan was not tried: /);
});

Deno.test("what strongSwan lacks is a result of the laboratory, and stops no other tunnel", () => {
  const phase1 = testPhase(0, { group: "sntrup761x25519" });
  const tunnel = testTunnel({ ike: 2, name: "a", phase1 });
  const plans = planTunnels([{ secrets, gateway: gateway("a.yaml", "203.0.113.1", tunnel) }]);
  const far = plans[0]!.cases[0]!.lab.nodes.find(({ name }) => name === "far")!.files;
  assert(far.some(({ content }) => / proposals = aes256-sha256-sntrup761x25519\n/.test(content)));
});
