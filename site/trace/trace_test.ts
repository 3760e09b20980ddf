import assert from "node:assert/strict";
import { GatewrightError } from "../../host/error.ts";
import { parseGateway } from "../../gateway/load/load.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { askTrace } from "./ask.ts";
import { kernelOf } from "./kernel.ts";
import { passes, traceData, traceLines } from "./report.ts";
import { trace } from "./trace.ts";
import { answerTo } from "../pf/evaluate/state.ts";

function gateway(more: Record<string, unknown> = {}): Gateway {
  const { gateway } = parseGateway(
    JSON.stringify({
      hostname: "gw.example.net",
      release: "8.0",
      network: {
        interfaces: [
          { name: "vio0", address: "203.0.113.10/28" },
          { name: "vio1", address: "10.0.0.1/24", address6: "2001:db8:1::1/64" },
        ],
        gateway: "203.0.113.1",
        nameservers: ["10.0.0.53"],
      },
      access: {
        users: [{
          name: "paul",
          keys: [
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY p@x",
          ],
        }],
      },
      domain: { interfaces: [{ bridge: "br0" }, { bridge: "br1" }] },
      tunnels: [{
        name: "branch",
        ike: 2,
        peer: "198.51.100.7",
        local: "10.0.0.0/24",
        remote: "10.1.0.0/24",
        psk: { env: "PSK" },
      }],
      ...more,
    }),
    "gw.yaml",
  );
  return gateway;
}

function end(text: string, one = gateway(), down: string[] = []): string {
  return askTrace(one, kernelOf(one), text, down).trace.steps.at(-1)!.text;
}

Deno.test("a packet from the LAN to a branch leaves inside its tunnel", () => {
  const text = "proto tcp from 10.0.0.9 to 10.1.0.5 port 80";
  assert.equal(end(text), "leaves inside the tunnel branch");
  const one = gateway();
  const { trace: way } = askTrace(one, kernelOf(one), text);
  const where = way.steps.map((step) => step.where ?? step.at);
  assert.deepEqual(where, ["in on vio1", "flow", "out on enc0", "out on vio0", "end"]);
});

Deno.test("while a tunnel is down its traffic does not leave in clear", () => {
  const text = "proto tcp from 10.0.0.9 to 10.1.0.5 port 80";
  assert.match(end(text, gateway(), ["branch"]), /dropped: forwarding: ipsec/);
  // Where the gateway forwards all, pf stops it.
  assert.equal(end(text, gateway({ forwarding: "all" }), ["branch"]), "blocked");
  // Before 7.6, forwarding=2 holds only while a flow is loaded.
  assert.equal(end(text, gateway({ release: "7.5" }), ["branch"]), "blocked");
});

Deno.test("what comes out of a tunnel reaches the LAN; the same in clear text does not", () => {
  assert.match(end("proto tcp from 10.1.0.5 to 10.0.0.9 port 80"), /leaves by vio1/);
  assert.equal(end("in on vio0 proto tcp from 10.1.0.5 to 10.0.0.9 port 80"), "blocked");
});

Deno.test("clients are reached inside their tunnel while they are connected, and reach what they may", () => {
  const one = gateway({
    clients: [{
      name: "laptops",
      pool: "10.9.0.0/24",
      networks: ["10.0.0.0/24"],
      psk: { env: "P" },
    }],
    tunnels: [],
  });
  assert.equal(
    end("proto tcp from 10.0.0.9 to 10.9.0.5 port 80", one),
    "leaves inside the tunnel laptops",
  );
  assert.match(end("proto tcp from 10.0.0.9 to 10.9.0.5 port 80", one, ["laptops"]), /^dropped/);
  assert.match(end("proto tcp from 10.9.0.5 to 10.0.0.9 port 80", one), /leaves by vio1/);
  assert.equal(end("in on vio0 proto tcp from 10.9.0.5 to 10.0.0.9 port 80", one), "blocked");
});

Deno.test("strangers, the administrator and the gateway's own traffic", () => {
  assert.equal(end("in on vio0 proto tcp from 198.18.0.7 to 203.0.113.10 port 22"), "blocked");
  assert.match(end("proto tcp from 10.0.0.9 to 10.0.0.1 port ssh"), /delivered/);
  assert.match(end("out proto udp from self to 10.0.0.53 port 53"), /leaves by vio1/);
  assert.match(
    end("proto tcp from self to 198.18.0.7 port 443"),
    /leaves by vio0 to the router 203\.0\.113\.1/,
  );
  assert.match(end("proto udp from 198.51.100.7 port 500 to self port 500"), /delivered/);
  assert.match(end("from 198.18.0.7 to 203.0.113.10"), /delivered/, "a ping to the gateway");
  assert.match(end("from 198.18.0.7 to 10.0.0.9"), /blocked|dropped/);
});

Deno.test("forwarding none, no route, and answers to a connection", () => {
  const lan = gateway({ forwarding: "none", tunnels: [], firewall: { rules: ["pass"] } });
  assert.match(end("proto tcp from 10.0.0.9 to 198.18.0.7 port 80", lan), /does not forward/);
  const network = { interfaces: [{ name: "vio0", address: "10.0.0.1/24" }] };
  const island = gateway({
    network,
    domain: { interfaces: [{ bridge: "br0" }] },
    tunnels: [],
    firewall: { rules: ["pass"] },
  });
  assert.match(end("proto tcp from self to 10.0.0.9 port 80", island), /leaves by vio0/);
  const one = gateway();
  const kernel = kernelOf(one);
  const { asked, trace: there } = askTrace(one, kernel, "proto tcp from 10.0.0.9 to self port 22");
  const back = trace(kernel, answerTo(asked.packet), { states: there.states });
  assert.equal(back.end.kind, "sent");
  assert.equal(back.steps.find((step) => step.decision)?.decision?.by, "state");
});

Deno.test("a raw redirect is followed to its end", () => {
  const one = gateway({
    forwarding: "all",
    firewall: {
      rules: ["pass in on vio0 inet proto tcp to (vio0) port 443 rdr-to 10.0.0.5 port 8443"],
    },
  });
  const { trace: way, asked } = askTrace(
    one,
    kernelOf(one),
    "in on vio0 proto tcp from 198.18.0.7 to 203.0.113.10 port 443",
  );
  assert.deepEqual(way.end, { kind: "sent", on: "vio1" });
  const lines = traceLines(asked.packet, way, kernelOf(one).place);
  assert(
    lines.some((line) =>
      /becomes proto tcp from 198\.18\.0\.7 to 10\.0\.0\.5 port 8443/.test(line)
    ),
  );
  assert(
    lines.some((line) => /rdr-to.*\[pf\.conf:\d+, firewall\.rules\[0\]\]/.test(line)),
    lines.join("\n"),
  );
  assert.equal(passes(way), true);
  const data = JSON.parse(JSON.stringify(traceData(asked.packet, way, kernelOf(one).place)));
  assert.equal(data.passes, true);
  assert.equal(data.steps[0].field, "firewall.rules[0]");
});

Deno.test("what cannot be known is reported as that, and does not pass", () => {
  const one = gateway({ firewall: { rules: ['anchor "ftp-proxy/*"'] } });
  const { trace: way } = askTrace(
    one,
    kernelOf(one),
    "in on vio0 proto tcp from 198.18.0.7 to self port 22",
  );
  assert.equal(way.end.kind, "unknown");
  assert.match(way.steps.at(-1)!.text, /not known: the anchor ftp-proxy\/\* is filled at run time/);
  assert.equal(passes(way), false);
});

Deno.test("questions that are not understood are usage errors that say what to type", () => {
  const bad: [text: string, why: RegExp, down?: string[]][] = [
    ["", /"from" is missing/],
    ["from 10.0.0.9", /"to" is missing/],
    ["from 10.0.0.999 to 10.0.0.1", /"10\.0\.0\.999" is not an address/],
    ["proto tcp from 10.0.0.9 to 10.0.0.1", /no port/],
    ["proto tpc from 10.0.0.9 to 10.0.0.1 port 22", /"tpc" is not a protocol/],
    ["proto tcp from 10.0.0.9 to 10.0.0.1 port 70000", /"70000" is not a port/],
    ["in on vio7 from 10.0.0.9 to 10.0.0.1", /no interface vio7; it has lo0, vio0, vio1, enc0/],
    ["from 10.0.0.9 to 2001:db8::1", /different address families/],
    ["from 10.0.0.9 to 10.0.0.1 please", /unknown word "please"/],
  ];
  for (const [text, why] of bad) {
    assert.throws(() => end(text), (error) => {
      assert(error instanceof GatewrightError);
      assert.equal(error.kind, "usage");
      assert.match(error.why!, why, text);
      assert.match(error.next!, /in on vio0 proto tcp/);
      return true;
    });
  }
  assert.throws(() => end("from self to 10.0.0.9", gateway(), ["brnch"]), (error) => {
    assert(error instanceof GatewrightError);
    assert.match(error.next!, /did you mean branch\?/);
    return true;
  });
});
