import assert from "node:assert/strict";
import { testFirewall, testInterface, testRouter, testTunnel } from "../../../test/gateway.ts";
import type { Gateway, NetworkInterface } from "../../../gateway/gateway.ts";
import { pfLines } from "./testing.ts";

const GRE = testInterface("gre0", "10.99.0.1/32", {
  peer: "10.99.0.2",
  gre: { local: "203.0.113.2", remote: "198.51.100.9" },
});

/** The rules about what is around `interfaces`. */
function around(patch: Partial<Gateway>, ...interfaces: NetworkInterface[]): string[] {
  return pfLines(testRouter(patch, ...interfaces))
    .filter((line) =>
      /^pass in .*(proto (gre|etherip|ipencap|\{ ipencap ipv6 \})|port 51820)/.test(line)
    );
}

Deno.test("encapsulations: the other end is let in, and nobody else", () => {
  const outer = { local: "203.0.113.2", remote: "198.51.100.9" };
  assert.deepEqual(
    around(
      {},
      GRE,
      testInterface("etherip0", "none", { etherip: outer }),
      testInterface("gif0", "10.98.0.1/30", { gif: outer }),
      testInterface("gif1", "10.97.0.1/30", {
        address6: "2001:db8:97::1/64",
        gif: { ...outer, remote: "198.51.100.10" },
      }),
    ),
    [
      "pass in proto gre from 198.51.100.9 to 203.0.113.2",
      "pass in proto etherip from 198.51.100.9 to 203.0.113.2",
      "pass in proto ipencap from 198.51.100.9 to 203.0.113.2",
      "pass in proto { ipencap ipv6 } from 198.51.100.10 to 203.0.113.2",
    ],
  );
});

Deno.test("encapsulations: what a tunnel carries comes out of the tunnel alone", () => {
  const tunnel = testTunnel({
    ike: 2,
    peer: "198.51.100.9",
    local: ["203.0.113.2/32"],
    remote: ["198.51.100.9/32"],
    proto: "gre",
  });
  assert.deepEqual(around({ tunnels: [tunnel] }, GRE), []);
  const filtered = testFirewall({ skipTunnels: false });
  assert(
    around({ tunnels: [tunnel], firewall: filtered }, GRE).includes(
      "pass in on enc0 proto gre from 198.51.100.9 to 203.0.113.2 keep state (if-bound)",
    ),
  );
  // A tunnel of another protocol does not carry it.
  assert.deepEqual(around({ tunnels: [{ ...tunnel, proto: "tcp" }] }, GRE), [
    "pass in proto gre from 198.51.100.9 to 203.0.113.2",
  ]);
});

Deno.test("encapsulations: wg is let in from its peers, and from everywhere if one may roam", () => {
  const wg = (...endpoints: (string | undefined)[]) =>
    testInterface("wg0", "10.8.0.1/24", {
      wg: {
        port: 51820,
        key: { file: "/k" },
        peers: endpoints.map((address, at) => ({
          name: `p${at}`,
          publicKey: "",
          allowed: [],
          ...(address === undefined ? {} : { endpoint: { address, port: 51820 } }),
        })),
      },
    });
  assert.deepEqual(around({}, wg("198.51.100.9", "198.51.100.10")), [
    "pass in proto udp from { 198.51.100.9 198.51.100.10 } to (self) port 51820",
  ]);
  assert.deepEqual(around({}, wg("198.51.100.9", undefined)), [
    "pass in proto udp from any to (self) port 51820",
  ]);
});

Deno.test("antispoof leaves alone what comes in on the ports of a bridge", () => {
  const lines = pfLines(
    testRouter(
      {},
      testInterface("vio2", "none"),
      testInterface("vether0", "10.40.0.1/24"),
      testInterface("bridge0", "none", { bridge: { ports: ["vio2", "vether0"] } }),
    ),
  );
  assert(!lines.some((line) => /antispoof.*vether0|! vether0/.test(line)), lines.join("\n"));
});
