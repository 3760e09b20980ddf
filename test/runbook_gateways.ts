/**
 * Gateways that are hard to draw: many tunnels, long and hostile names, IPv6, a pair, a family.
 * @module
 */
import type { Gateway } from "../gateway/gateway.ts";
import { testFirewall, testGateway, testInterface, testRouter, testTunnel } from "./gateway.ts";

/** What would be markup, a path out of an attribute, or another direction of text. */
export const HOSTILE = `</title><script>alert(1)</script>"'><img src=x onerror=alert(1)>\u202e`;

/** Tunnels of all kinds to `count` branches. */
export function manyTunnels(count: number): Gateway {
  return testRouter({
    hostname: "hub.example.net",
    tunnels: Array.from({ length: count }, (_none, at) =>
      testTunnel({
        ike: 2,
        name: `branch${at + 1}`,
        peer: `198.51.100.${at + 1}`,
        local: ["10.0.0.0/24"],
        remote: Array.from({ length: 1 + at % 7 }, (_one, more) => `10.${at + 1}.${more}.0/24`),
        mode: at % 3 === 0 ? "passive" : "active",
      })),
  });
}

/** A gateway of IPv6, with clients. */
export function sixGateway(): Gateway {
  return testRouter(
    {
      hostname: "six.example.net",
      tunnels: [testTunnel({
        ike: 2,
        name: "lab6",
        peer: "2001:db8:ffff:eeee:dddd:cccc:bbbb:aaaa",
        local: ["2001:db8:1234:5678::/64", "2001:db8:1234:5679::/64"],
        remote: ["2001:db8:abcd:ef01::/64"],
        dstid: "a-host-with-a-long-name.laboratory.branch.example.net",
      })],
      clients: [{
        name: "staff",
        pool: "10.99.0.0/24",
        networks: [],
        nameservers: [],
        users: [],
      }],
    },
    testInterface("vio2", "2001:db8:ffff:eeee:dddd:cccc:bbbb:1111/64"),
  );
}

/** Everything that a description may say, at its worst. */
export function hostileGateway(text = HOSTILE): Gateway {
  const gateway = testGateway({
    file: `${text}.yaml`,
    hostname: `${"a".repeat(60)}.${text}`,
    tunnels: [testTunnel({
      name: `${text}${"n".repeat(60)}`,
      dstid: text,
      srcid: text,
      auth: { method: "psk", psk: { file: `/srv/${text}` } },
    })],
    firewall: testFirewall({
      allow: [{ proto: ["tcp"], port: ["22"], from: [text], to: [], log: false, on: text }],
    }),
  });
  const user = gateway.access.users[0]!;
  return {
    ...gateway,
    access: {
      ...gateway.access,
      users: [{ ...user, name: text, fullName: text, keys: [`ssh-ed25519 AAAA ${text}`] }],
    },
    network: {
      ...gateway.network,
      interfaces: [{ ...gateway.network.interfaces[0]!, description: text }],
    },
    domain: { ...gateway.domain, name: text, disk: text },
  };
}

/** A hub and two branches, each described. */
export function family(): Gateway[] {
  const hub = testRouter({
    file: "hub.yaml",
    hostname: "hub.example.net",
    tunnels: ["1", "2"].map((number) =>
      testTunnel({
        ike: 2,
        name: `branch${number}`,
        peer: `198.51.100.${number}`,
        local: ["10.0.0.0/24"],
        remote: [`10.${number}.0.0/24`],
        mode: "passive",
      })
    ),
  });
  const branches = ["1", "2"].map((number) => {
    const branch = testGateway({
      file: `branch${number}.yaml`,
      name: `branch${number}`,
      hostname: `branch${number}.example.net`,
      tunnels: [
        testTunnel({
          ike: 2,
          name: "hub",
          peer: "203.0.113.2",
          local: [`10.${number}.0.0/24`],
          remote: ["10.0.0.0/24"],
        }),
        ...(number === "1"
          ? [
            testTunnel({
              ike: 2,
              name: "supplier",
              peer: "192.0.2.77",
              local: ["10.1.0.0/24"],
              remote: ["172.16.0.0/24"],
            }),
          ]
          : []),
      ],
    });
    branch.network.interfaces = [
      testInterface("vio0", `198.51.100.${number}/24`),
      testInterface("vio1", `10.${number}.0.1/24`, { description: "shop floor" }),
    ];
    branch.network.gateway = "198.51.100.254";
    return branch;
  });
  return [hub, ...branches];
}
