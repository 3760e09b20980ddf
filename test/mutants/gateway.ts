/**
 * Mutants of gateway/.
 * @module
 */
import { of } from "./mutant.ts";

/** The list. */
export const GATEWAY = [
  ...of(
    "gateway/address.ts",
    ["gateway/address_test.ts", "gateway/check/network_test.ts"],
    // A network of 30 bits has a broadcast address.
    ["if (a.length > 30) return undefined;", "if (a.length >= 30) return undefined;"],
    ["a.value >> 28n === 14n", "a.value >> 28n === 15n"],
    ["outer.length <= inner.length && overlaps(outer, inner)", "overlaps(outer, inner)"],
    ["if (length > full) return undefined;", ""],
    ["a.value >> 118n === 0x3fan", "a.value >> 120n === 0xfen"],
  ),
  ...of(
    "gateway/check/ends.ts",
    ["gateway/check/pair_test.ts", "gateway/load/load_together_test.ts"],
    // One passive end is right.
    [
      'near.mode === "passive" && far.mode === "passive"',
      'near.mode === "passive" || far.mode === "passive"',
    ],
    ["nearEnd.psk !== farEnd.psk", "nearEnd.psk === farEnd.psk"],
    ["(mine ?? theirs) === 3600", "(mine ?? theirs) !== 3601"],
  ),
  // Several rounds: what one takes out makes other things wrong.
  ...of("gateway/schema/without_refused.ts", [
    "gateway/schema/validate_test.ts",
    "gateway/check/check_test.ts",
  ], [
    "if (round > 20) return undefined;",
    "if (round > 0) return undefined;",
  ]),
  ...of(
    "gateway/check/files.ts",
    ["gateway/check/overriding_files_test.ts", "site/own_paths_test.ts"],
    [
      'file.content.kind === "secret" && file.mode & 0o077',
      'file.content.kind === "secret" && file.mode & 0o037',
    ],
    [
      "file.mode & refusedBits(file.path)",
      "file.mode & refusedBits(file.path) & 0o007",
    ],
    // Paths that Gatewright writes itself.
    [
      "sysctl\\.conf|rc\\.conf\\.local|doas\\.conf|installurl|hostname",
      "sysctl\\.conf|doas\\.conf|installurl|hostname",
    ],
    ["ipsec\\.conf|ipsec\\/.*|iked\\.conf|sysctl", "ipsec\\.conf|iked\\.conf|sysctl"],
    ["(sbin\\/vpnctl|libexec\\/gatewright-first-boot)", "(libexec\\/gatewright-first-boot)"],
    ["mygate|myname|hosts|resolv\\.conf|fstab", "mygate|myname|hosts|resolv\\.conf"],
  ),
  ...of(
    "gateway/secrets/read_secret.ts",
    ["gateway/secrets/secrets_test.ts"],
    // A secret's file of mode 0640.
    ["mode & 0o066", "mode & 0o006"],
    ["if (whole) return new Secret(kept);", ""],
  ),
  ...of("gateway/check/tunnels.ts", [
    "gateway/check/tunnels_test.ts",
    "gateway/check/check_test.ts",
  ], [
    'tunnel.peer === "any" && tunnel.mode !== "passive"',
    'tunnel.peer === "any" && tunnel.mode === "dynamic"',
  ], ["tunnel.ike !== first.ike", "tunnel.ike < first.ike"]),
  ...of("gateway/check/tunnel_overlaps.ts", ["gateway/check/tunnel_overlaps_test.ts"], [
    "`${family} ${length === 0}`",
    "`${family}`",
  ], ["if (length <= near.length) yield", "if (length < near.length) yield"]),
  ...of("gateway/check/network.ts", [
    "gateway/check/network_test.ts",
    "gateway/check/check_test.ts",
  ], [
    "one.mtu < 1280",
    "one.mtu <= 1280",
  ]),
  ...of("gateway/check/name_servers.ts", ["gateway/check/network_test.ts"], [
    "nameservers.length > 3",
    "nameservers.length > 4",
  ]),
  ...of("gateway/check/disk.ts", ["gateway/check/disk_test.ts", "gateway/check/check_test.ts"], [
    "disk.size > MBR_MOST && domain.firmware",
    "disk.size >= MBR_MOST && domain.firmware",
  ], ["  if (disk.size < LEAST) {", "  if (disk.size <= LEAST) {"]),
  ...of("gateway/check/transforms.ts", [
    "gateway/check/check_test.ts",
    "gateway/check/tunnels_test.ts",
  ], [
    "lifetime < 60)",
    "lifetime <= 60)",
  ]),
  ...of("gateway/check/ikev2_policies.ts", [
    "gateway/check/tunnels_test.ts",
    "gateway/check/clients_test.ts",
  ], [
    'knows(number, "ikedChoosesBySrcid") ? identity(tunnel.srcid) : undefined',
    "identity(tunnel.srcid)",
  ]),
  ...of("gateway/certificate.ts", ["test/integration/certificate_test.ts"], [
    "if (from > now)",
    "if (false)",
  ], ["use.others.certified && ", "false && "]),
  ...of("gateway/check/clients.ts", ["gateway/check/clients_test.ts"], [
    "(pool.family === 4 ? 30 : 126)",
    "(pool.family === 4 ? 29 : 126)",
  ]),
  ...of("gateway/router.ts", ["gateway/router_test.ts", "site/etc/mygate_test.ts"], [
    "b.length - a.length || Number",
    "a.length - b.length || Number",
  ]),
  ...of("gateway/identity.ts", [
    "gateway/identity_test.ts",
  ], [
    'tunnel.ike === 2 || tunnel.mode === "dynamic"',
    "tunnel.ike === 2",
  ]),
  ...of("gateway/openbsd/offers.ts", [
    "gateway/check/pair_test.ts",
    "gateway/load/load_together_test.ts",
  ], ['key === "enc" && [a, b].includes("aes")', 'key === "enc"']),
  ...of("gateway/openbsd/releases.ts", [
    "gateway/openbsd/releases_test.ts",
    "gateway/check/release_test.ts",
  ], ["RELEASED[at + SUPPORTED]", "RELEASED[at + 1]"]),
];
