/**
 * The shape of a gateway's description: one source for the types, the validation and the published
 * JSON Schema (`gateway.schema.json`).
 * @module
 */
import Type from "typebox";
import { acceptSchema } from "./accept.ts";
import { DEFAULTS } from "./defaults.ts";
import { HOST_PATTERN as HOST } from "../host_name.ts";
import { CLOSED, text, words } from "./common.ts";
import { domainSchema } from "./domain.ts";
import { firewallSchema } from "./firewall.ts";
import { failoverSchema, networkSchema } from "./network.ts";
import { LINE, NAME, PACKAGE, plainBut, url } from "./pattern.ts";
import { accessSchema, diskSchema, filesSchema, releaseSchema } from "./system.ts";
import { published } from "./published.ts";
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

const description = text(LINE, "A description; relative to the folder of this one.", {
  minLength: 1,
});

/** The descriptions that this one extends. */
const extendsSchema = Type.Union([description, Type.Array(description, { minItems: 1 })], {
  description:
    "A description, or a list of them, that this one extends: maps merge, lists of named things merge by name, other lists and values replace, null removes.",
});

/** A gateway in the form that users write. */
export const gatewaySchema = Type.Object({
  extends: Type.Optional(extendsSchema),
  name: Type.Optional(text(NAME, "Stem of the output files. Default: the file's own stem.")),
  // The installer's console takes no longer lines.
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
  network: networkSchema,
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
  accept: Type.Optional(acceptSchema),
  failover: Type.Optional(failoverSchema),
  packages: Type.Optional(
    Type.Array(text(PACKAGE, "A package name, as for pkg_add."), {
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
    { $schema: "http://json-schema.org/draft-07/schema#", ...published(gatewaySchema) },
    null,
    2,
  ) + "\n";
}
