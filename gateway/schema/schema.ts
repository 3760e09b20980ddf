/**
 * The shape of a gateway's description: one source for the types, the validation and the published
 * JSON Schema (`gateway.schema.json`).
 * @module
 */
import Type from "typebox";
import { DEFAULTS } from "./defaults.ts";
import { HOST_PATTERN as HOST } from "../host_name.ts";
import { CLOSED, text, words } from "./common.ts";
import { domainSchema } from "./domain.ts";
import { firewallSchema } from "./firewall.ts";
import { ADDRESS, NAME, plainBut, PREFIXED, QUOTED, RAW_LINE, ROUTER, url } from "./pattern.ts";
import { accessSchema, diskSchema, filesSchema, releaseSchema } from "./system.ts";
import { clientsSchema } from "./clients.ts";
import { tunnelSchema } from "./tunnel.ts";

const settings = (names: string, values: string, description: string) =>
  // deno-lint-ignore house/lookup -- what users write; resolve.ts makes a map of it
  Type.Unsafe<Record<string, string | number | boolean>>({
    type: "object",
    propertyNames: { pattern: names, description: `a name that matches ${names}` },
    additionalProperties: {
      type: ["string", "integer", "boolean"],
      pattern: values,
      description: "one value, without quotes, $, # and control characters",
    },
    description,
    default: {},
  });

const network = Type.Object({
  interfaces: Type.Array(
    Type.Object({
      name: text("^[a-z]+[0-9]+$", "OpenBSD's name of the interface: vio0, em0, vlan10.", {
        maxLength: 15,
      }),
      address: Type.Optional(
        text(
          "^(dhcp|autoconf|none|[0-9.]+/[0-9]{1,2})$",
          "IPv4 address with prefix length such as 10.0.0.1/24, dhcp, or none.",
          { default: "none" },
        ),
      ),
      address6: Type.Optional(
        text(
          "^(autoconf|none|[0-9A-Fa-f:.]+/[0-9]{1,3})$",
          "IPv6 address with prefix length such as 2001:db8::1/64, autoconf, or none.",
          { default: "none" },
        ),
      ),
      aliases: Type.Optional(
        Type.Array(text(PREFIXED, "An address with prefix length, such as 10.0.0.2/24."), {
          description: "Further addresses.",
          default: [],
        }),
      ),
      mtu: Type.Optional(
        Type.Integer({ minimum: 576, maximum: 65535, description: "MTU in bytes." }),
      ),
      description: Type.Optional(
        text(QUOTED, "Shown by ifconfig: ASCII without quotes, $, \\, ` and #.", { maxLength: 60 }),
      ),
      vlan: Type.Optional(Type.Object({
        id: Type.Integer({ minimum: 1, maximum: 4094, description: "VLAN tag." }),
        parent: text("^[a-z]+[0-9]+$", "Interface that carries it."),
      }, { ...CLOSED, description: "For vlan interfaces." })),
      options: Type.Optional(
        Type.Array(text(RAW_LINE, "One line of hostname.if; no backslash at its end."), {
          description: "Raw lines, added at the end.",
          default: [],
        }),
      ),
    }, CLOSED),
    { minItems: 1, description: "The gateway's interfaces." },
  ),
  gateway: Type.Optional(
    text(
      ROUTER,
      "Address of the IPv4 default router; with %vio0 behind it where it is on that link, outside every subnet.",
    ),
  ),
  gateway6: Type.Optional(
    text(
      ROUTER,
      "Address of the IPv6 default router; with its interface where it is link-local: fe80::1%vio0.",
    ),
  ),
  nameservers: Type.Optional(
    Type.Array(text(ADDRESS, "An address, such as 10.0.0.1."), {
      description: "Name servers.",
      default: [],
    }),
  ),
  search: Type.Optional(
    Type.Array(text(HOST, "A domain, such as example.net."), {
      description: "Domains to search.",
      default: [],
    }),
  ),
  hosts: Type.Optional(Type.Array(
    Type.Object({
      address: text(ADDRESS, "An address, such as 10.0.0.1."),
      names: Type.Array(text(HOST, "A host name."), { minItems: 1, description: "Names." }),
    }, CLOSED),
    { description: "Extra lines of /etc/hosts.", default: [] },
  )),
}, { ...CLOSED, description: "The gateway's place in its networks." });

/** A gateway as users describe it. */
export const gatewaySchema = Type.Object({
  name: Type.Optional(text(NAME, "Stem of the output files. Default: the file's own stem.")),
  // The console of the installer takes no longer lines.
  hostname: text(HOST, "Host name; fully qualified if it can be.", { maxLength: 180 }),
  release: Type.Optional(releaseSchema),
  timezone: Type.Optional(
    text(
      "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$",
      "A name below /usr/share/zoneinfo, such as Europe/Stockholm.",
      {
        default: DEFAULTS.timezone,
      },
    ),
  ),
  disk: Type.Optional(diskSchema),
  network,
  access: Type.Optional(accessSchema),
  firewall: Type.Optional(firewallSchema),
  forwarding: Type.Optional(
    words(
      ["ipsec", "all", "none"],
      "Which packets are forwarded: only those of tunnels, all, or none.",
      DEFAULTS.forwarding,
    ),
  ),
  tunnels: Type.Optional(Type.Array(tunnelSchema, { description: "IPsec tunnels.", default: [] })),
  clients: Type.Optional(
    Type.Array(clientsSchema, { description: "Laptops and phones over IKEv2.", default: [] }),
  ),
  packages: Type.Optional(
    Type.Array(text("^[A-Za-z0-9][A-Za-z0-9_.+,%-]*$", "A package name, as for pkg_add."), {
      description: "Packages, installed at first boot.",
      default: [],
    }),
  ),
  syspatch: Type.Optional(
    Type.Boolean({ description: "Apply the release's patches at first boot.", default: true }),
  ),
  sysctl: Type.Optional(
    settings(
      "^[a-z][A-Za-z0-9_.-]*$",
      plainBut(" ").replace("*$", "+$"),
      "Further sysctl.conf settings.",
    ),
  ),
  rcConf: Type.Optional(
    settings("^[a-z][a-z0-9_]*$", plainBut(""), "Further rc.conf.local settings."),
  ),
  installurl: Type.Optional(
    text(
      url("https?|ftp|file"),
      "Mirror that the running gateway uses.",
      { default: DEFAULTS.installurl },
    ),
  ),
  files: Type.Optional(filesSchema),
  console: Type.Optional(Type.Object({
    speed: Type.Optional(
      Type.Unsafe<number>({
        enum: [9600, 19200, 38400, 57600, 115200],
        description: "Baud.",
        default: DEFAULTS.consoleSpeed,
      }),
    ),
  }, { ...CLOSED, description: "The serial console.", default: {} })),
  domain: Type.Optional(domainSchema),
}, { ...CLOSED, title: "Gatewright gateway", description: "An OpenBSD IPsec gateway." });

/** A gateway as users describe it, checked against the schema. */
export type GatewayDescription = Type.Static<typeof gatewaySchema>;

/** The published JSON Schema, as text. */
export function schemaText(): string {
  return JSON.stringify(
    { $schema: "http://json-schema.org/draft-07/schema#", ...gatewaySchema },
    null,
    2,
  ) + "\n";
}
