import assert from "node:assert/strict";
import fc from "fast-check";
import type { Firewall, Gateway } from "../../gateway/gateway.ts";
import { testGateway, testTunnel } from "../../test/gateway.ts";
import { parsePfConf, type PfRule } from "../../test/pf_grammar.ts";
import { renderPfConf } from "./pf_conf.ts";

const FILTERED: Firewall = { skipTunnels: false, peers: ["192.0.2.230"], allow: [], rules: [] };

function conf(patch: Partial<Gateway> = {}): string {
  return renderPfConf(testGateway(patch));
}

function find(text: string, wanted: Partial<PfRule>): number {
  return parsePfConf(text).findIndex((rule) =>
    Object.entries(wanted).every(([key, value]) =>
      JSON.stringify(rule[key as keyof PfRule]) === JSON.stringify(value)
    )
  );
}

Deno.test("pf.conf blocks and logs first, then lets pass", () => {
  for (const patch of [{}, { firewall: FILTERED }]) {
    const lines = conf(patch).split("\n").filter((line) => /^(pass|block|antispoof)/.test(line));
    assert.equal(lines[0], "block log all");
    const [first] = parsePfConf(conf(patch)).filter(({ action }) => action !== "match");
    assert.equal(first!.action, "block");
  }
});

Deno.test("pf.conf: what belongs into a tunnel never leaves in clear text", () => {
  for (const forwarding of ["all", "ipsec", "none"] as const) {
    for (const patch of [{ forwarding }, { forwarding, firewall: FILTERED }]) {
      const rules = parsePfConf(conf(patch));
      const stop = find(conf(patch), {
        action: "block",
        direction: "out",
        quick: true,
        on: "! enc0",
        from: ["10.0.0.0/24"],
        to: ["10.0.10.0/24"],
      });
      assert(stop > 0);
      // Nothing quick before it but IKE and IPsec, and that to peers.
      for (const rule of rules.slice(0, stop).filter(({ quick }) => quick)) {
        assert(["esp", "udp", "ipencap"].includes(rule.proto[0]!), JSON.stringify(rule));
      }
    }
  }
});

Deno.test("pf.conf: a peer inside the networks behind its tunnel can still be spoken to", () => {
  const text = conf({ tunnels: [testTunnel({ remote: ["0.0.0.0/0"] })] });
  const stop = find(text, { action: "block", direction: "out", quick: true });
  for (const proto of [["udp"], ["esp"]]) {
    const speak = find(text, { action: "pass", direction: "out", quick: true, proto });
    assert(speak > 0 && speak < stop, proto[0]);
  }
  // The administrator's own network is reached without a tunnel.
  const near = find(text, { direction: "out", quick: true, to: ["10.0.0.0/24"] });
  assert(near > 0 && near < stop);
});

Deno.test("pf.conf: states on a filtered enc0 are bound to it, whoever writes the rule", () => {
  const text = conf({
    firewall: {
      ...FILTERED,
      allow: [
        { tunnel: "branch10", proto: ["tcp"], port: ["443"], from: [], to: [], log: true },
        { on: "enc0", proto: [], port: [], from: [], to: ["10.0.0.9"], log: false },
      ],
    },
  });
  assert.match(text, /^set state-policy if-bound$/m);
  for (const rule of parsePfConf(text)) {
    if (rule.action === "pass" && rule.on === "enc0") assert(rule.ifBound, JSON.stringify(rule));
  }
  assert.doesNotMatch(conf(), /if-bound/);
});

Deno.test("pf.conf: out of a filtered tunnel comes what its peers sent, by its tag", () => {
  const text = conf({ firewall: FILTERED });
  const outer = find(text, { on: "enc0", proto: ["ipencap", "ipv6"] });
  assert.deepEqual(parsePfConf(text)[outer]!.from, ["<ipsec_peers>"]);
  assert.deepEqual(parsePfConf(text)[outer]!.to, ["(self)"]);
  const inner = parsePfConf(text)[find(text, { direction: "in", on: "enc0", proto: [] })]!;
  assert.equal(inner.tagged, "branch10");
  assert.deepEqual([inner.from, inner.to], [["10.0.10.0/24"], ["10.0.0.0/24"]]);
  // Where the description says what may come, nothing else may.
  const allow = [
    { tunnel: "branch10", proto: ["tcp"], port: ["443"], from: [], to: [], log: false },
  ];
  const narrow = conf({ firewall: { ...FILTERED, allow } });
  assert.equal(find(narrow, { direction: "in", on: "enc0", proto: [] }), -1);
  assert(find(narrow, { direction: "in", on: "enc0", proto: ["tcp"], port: ["443"] }) > 0);
});

Deno.test("pf.conf: antispoof does not stop a peer in a network of the gateway's own", () => {
  const near = testTunnel({
    encapsulation: "transport",
    peer: "10.0.0.7",
    local: ["10.0.0.50"],
    remote: ["10.0.0.7"],
  });
  const lines = conf({ firewall: FILTERED, tunnels: [near] }).split("\n");
  const at = (start: string) => lines.findIndex((line) => line.startsWith(start));
  assert(at('pass in quick on enc0 from 10.0.0.7 to 10.0.0.50 tagged "branch10"') > 0);
  assert(at("pass in quick on enc0 from 10.0.0.7") < at("antispoof log quick for { lo0 vio0 }"));
  // Nothing comes through ipencap in transport mode.
  assert.equal(at("pass in quick on enc0 proto"), -1);
});

Deno.test("pf.conf lets an administrator in where the description says nothing of ssh", () => {
  const ssh = /^pass in proto tcp from (\S+|\{.*\}) to \(self\) port 22$/m;
  const allow = (one: Partial<Firewall["allow"][0]>) => ({
    skipTunnels: true,
    peers: "any" as const,
    allow: [{ proto: ["tcp"], port: ["22"], from: [], to: [], log: false, ...one }],
    rules: [],
  });
  const rules = (...list: string[]) => ({ ...allow({}), allow: [], rules: list });
  const silent = [
    allow({ port: ["80"] }),
    allow({ proto: ["udp"] }),
    allow({ to: ["10.0.0.9"] }),
    rules("pass out proto tcp to port 22"),
    rules(),
  ];
  for (const firewall of silent) {
    assert.equal(ssh.exec(conf({ firewall }))?.[1], "10.0.0.0/24", JSON.stringify(firewall));
  }
  const said = [
    allow({}),
    allow({ port: ["20:25"] }),
    allow({ port: ["ssh"] }),
    allow({ port: [], proto: [] }),
    allow({ to: ["10.0.0.50"] }),
    rules("pass in proto tcp from 10.0.0.7 to port ssh"),
  ];
  for (const firewall of said) {
    assert(!conf({ firewall }).includes("Nothing else lets"), JSON.stringify(firewall));
  }
  const network = testGateway().network;
  network.interfaces[0]!.address = "autoconf";
  assert.equal(ssh.exec(conf({ network, firewall: rules() }))?.[1], "any");
});

Deno.test("pf.conf lets neighbour discovery and path MTU discovery work, and leases", () => {
  const text = conf();
  assert.match(text, /^pass in inet proto icmp icmp-type \{.* unreach .*\}$/m);
  assert.match(text, /^pass in inet6 proto icmp6 icmp6-type \{.* toobig .*\}$/m);
  assert.match(
    text,
    /^pass in inet6 proto icmp6 icmp6-type \{ neighbradv neighbrsol routeradv \}$/m,
  );
  assert.doesNotMatch(text, /port 68/);
  const network = testGateway().network;
  network.interfaces[0]!.address = "autoconf";
  assert.match(conf({ network }), /^pass in inet proto udp from any port 67 to any port 68$/m);
});

Deno.test("pf.conf: raw rules come last and so decide", () => {
  const firewall = { ...FILTERED, rules: ["block in on vio0 from 10.9.9.9"] };
  assert.match(conf({ firewall }), /\nblock in on vio0 from 10\.9\.9\.9\n$/);
});

Deno.test("pf.conf: every line follows the grammar of pf.conf(5), whatever the tunnels are", () => {
  const four = fc.ipV4().map((ip) => `${ip.replace(/\.\d+$/, ".0")}/24`);
  const six = fc.constantFrom("2001:db8:1::/48", "fd00::/8", "2001:db8::7/128");
  const nets = fc.array(fc.oneof(four, six), { minLength: 1, maxLength: 3 });
  const word = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,20}$/);
  const tunnel = fc.record({
    name: word,
    local: nets,
    remote: nets,
    tag: fc.option(word, { nil: undefined }),
    peer: fc.oneof(fc.ipV4(), fc.constantFrom("any", "gw.example.org")),
    protocol: fc.constantFrom("esp", "ah"),
    encapsulation: fc.constantFrom("tunnel", "transport"),
    nat: fc.option(fc.ipV4(), { nil: undefined }),
  });
  const allow = fc.record({
    proto: fc.constantFrom(["tcp"], ["tcp", "udp"]),
    port: fc.array(fc.constantFrom("22", "ssh", "8000:8010"), { maxLength: 2 }),
    from: fc.array(four, { maxLength: 2 }),
    to: fc.array(four, { maxLength: 2 }),
    on: fc.option(fc.constantFrom("vio0", "enc0", "egress"), { nil: undefined }),
    log: fc.boolean(),
  });
  const firewall = fc.record({
    skipTunnels: fc.boolean(),
    peers: fc.oneof(fc.constant("any" as const), fc.array(fc.ipV4(), { minLength: 1 })),
    allow: fc.array(allow, { maxLength: 3 }),
    rules: fc.constant([]),
  });
  fc.assert(
    fc.property(fc.array(tunnel, { maxLength: 4 }), firewall, (tunnels, firewall) => {
      const gateway = testGateway({
        tunnels: tunnels.map((patch) => testTunnel(patch as Partial<typeof patch> as object)),
        firewall: firewall as unknown as Firewall,
      });
      parsePfConf(renderPfConf(gateway));
    }),
    { numRuns: 200 },
  );
});
