/**
 * Gateways for tests: complete, resolved, and small enough to read.
 * @module
 */
import type {
  Firewall,
  Gateway,
  Ikev1Tunnel,
  Ikev2Tunnel,
  NetworkInterface,
  Phase,
  Tunnel,
} from "../gateway/gateway.ts";
import type { Secrets } from "../gateway/secrets/secrets.ts";
import { Secret, type Text } from "../host/secret.ts";

const tunnel = {
  name: "branch10",
  peer: "192.0.2.230",
  local: ["10.0.0.0/24"],
  remote: ["10.0.10.0/24"],
  mode: "active",
  protocol: "esp",
  encapsulation: "tunnel",
  phase1: testPhase(86400),
  phase2: testPhase(3600),
  auth: { method: "psk", psk: { file: "/srv/description/secrets/branch10.psk" } },
  tag: "branch10",
} satisfies Omit<Ikev2Tunnel, "ike" | "ipcomp">;

/** A phase with one set of transforms; `patch` is over the set. */
export function testPhase(lifetime: number, patch: Partial<Phase["sets"][number]> = {}): Phase {
  return {
    sets: [{ auth: "hmac-sha2-256", enc: "aes-256", group: "modp2048", ...patch }],
    lifetime,
  };
}

/** A tunnel like the example's, of IKEv1 if `patch` does not say otherwise, with `patch` over it. */
export function testTunnel(patch: Partial<Ikev2Tunnel> & { ike: 2 }): Ikev2Tunnel;
export function testTunnel(patch?: Partial<Ikev1Tunnel>): Ikev1Tunnel;
export function testTunnel(patch: Partial<Ikev1Tunnel> | Partial<Ikev2Tunnel> = {}): Tunnel {
  const common = structuredClone(tunnel);
  return patch.ike === 2
    ? { ...common, ipcomp: false, ...patch, ike: 2 }
    : { ...common, exchange: "main", ...(patch as Partial<Ikev1Tunnel>), ike: 1 };
}

/** A packet filter that lets in nothing but tunnels of anyone, with `patch` over its fields. */
export function testFirewall(patch: Partial<Firewall> = {}): Firewall {
  return {
    skipTunnels: true,
    blockPolicy: "drop",
    urpf: false,
    peers: "any",
    tables: new Map(),
    allow: [],
    nat: [],
    redirect: [],
    rules: [],
    ...patch,
  };
}

/** The example gateway, resolved, with `patch` over its top-level fields. */
export function testGateway(patch: Partial<Gateway> = {}): Gateway {
  return {
    file: "hq.yaml",
    name: "hq",
    hostname: "vpn1.example.net",
    release: { version: "7.9", number: 79, arch: "amd64" },
    timezone: "Europe/Stockholm",
    disk: { size: 6144, layout: "single" },
    network: {
      interfaces: [{
        name: "vio0",
        address: "10.0.0.50/24",
        address6: "none",
        aliases: [],
        options: [],
      }],
      gateway: "10.0.0.1",
      routes: [],
      nameservers: ["10.0.0.1"],
      search: [],
      hosts: [],
    },
    access: {
      rootPassword: { kind: "none" },
      rootKeys: [],
      rootSsh: "no",
      users: [{
        name: "paul",
        fullName: "paul",
        keys: [
          "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY paul@example.net",
        ],
        password: { kind: "none" },
        wheel: true,
        doas: "nopass",
      }],
    },
    firewall: testFirewall({
      allow: [{ proto: ["tcp"], port: ["22"], from: ["10.0.0.0/24"], to: [], log: false }],
    }),
    forwarding: "ipsec",
    tunnels: [testTunnel()],
    clients: [],
    packages: ["vim--no_x11", "git", "pftop", "colorls"],
    syspatch: true,
    sysctl: new Map(),
    rcConf: new Map(),
    installurl: "https://cdn.openbsd.org/pub/OpenBSD",
    files: [],
    consoleSpeed: 115200,
    domain: {
      name: "hq",
      uuid: "6a0c3f0e-7a35-5c0b-9d0a-3d1a7f3f2c11",
      memory: 2048,
      vcpus: { current: 1, maximum: 2 },
      cpu: "host-passthrough",
      disk: "/dev/vg0/vpn-server",
      discard: true,
      interfaces: [{ bridge: "br0", mac: "52:54:00:12:34:56" }],
      hardware: "virtio",
      machine: "q35",
      firmware: "bios",
      rng: true,
      graphics: "none",
      autostart: false,
    },
    ...structuredClone(patch),
  };
}

/** Secrets that fit {@linkcode testGateway}. */
export function testSecrets(
  { psks = { branch10: "correct-horse-battery-staple-42" }, ...more }: Partial<
    Record<keyof Secrets, Record<string, string>>
  > = {},
): Secrets {
  const map = (values: Record<string, string> = {}) =>
    new Map(Object.entries(values).map(([name, value]) => [name, new Secret(value)]));
  return {
    psks: map(psks),
    // Certificates and public keys are no secrets: daemons without privileges read them.
    keys: new Map(
      Object.entries(more.keys ?? {}).map(([name, text]): [string, Text] => [
        name,
        /-----BEGIN (CERTIFICATE|PUBLIC KEY)-----/.test(text) ? text : new Secret(text),
      ]),
    ),
    clientPasswords: map(more.clientPasswords),
    passwords: map(more.passwords),
    files: map(more.files),
    network: map(more.network),
  };
}

/** An interface with an address, and `patch` over its other fields. */
export function testInterface(
  name: string,
  address: string,
  patch: Partial<NetworkInterface> = {},
): NetworkInterface {
  // A spread of one kind over none is what the type cannot see.
  return {
    name,
    address,
    address6: "none",
    aliases: [],
    options: [],
    ...patch,
  } as NetworkInterface;
}

/**
 * A gateway between a provider (vio0, 203.0.113.2/29) and a LAN (vio1, 10.0.0.1/24), with these
 * interfaces besides and `patch` over its other fields.
 */
export function testRouter(
  patch: Partial<Gateway> = {},
  ...more: NetworkInterface[]
): Gateway {
  const router = testGateway({
    firewall: testFirewall(),
    tunnels: [],
    ...patch,
  });
  return {
    ...router,
    network: {
      ...router.network,
      interfaces: [
        testInterface("vio0", "203.0.113.2/29"),
        testInterface("vio1", "10.0.0.1/24"),
        ...more,
      ],
      gateway: "203.0.113.6",
    },
  };
}
