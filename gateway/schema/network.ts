/**
 * The `network` and `failover` parts of the schema.
 * @module
 */
import Type from "typebox";
import { HOST_PATTERN as HOST } from "../host_name.ts";
import { CLOSED, secretRef, text } from "./common.ts";
import { interfaceSchema } from "./interface.ts";
import { ADDRESS, INTERFACE_NAME, PREFIXED, ROUTER } from "./pattern.ts";

/** Interfaces, routes and name service. */
export const networkSchema = Type.Object({
  interfaces: Type.Array(
    interfaceSchema,
    { minItems: 1, description: "The gateway's interfaces." },
  ),
  gateway: Type.Optional(
    text(
      ROUTER,
      "Address of the IPv4 default router; followed by %vio0 if it is on that link but in no subnet of it.",
    ),
  ),
  gateway6: Type.Optional(
    text(
      ROUTER,
      "Address of the IPv6 default router; with its interface where it is link-local: fe80::1%vio0.",
    ),
  ),
  routes: Type.Optional(Type.Array(
    Type.Object({
      to: text(PREFIXED, "A network such as 10.50.0.0/16."),
      via: text(
        ROUTER,
        "Address of the router to it; with its interface where that is link-local: fe80::1%vio0.",
      ),
    }, CLOSED),
    { description: "Static routes.", default: [] },
  )),
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
}, { ...CLOSED, description: "Interfaces, routes and name service." });

/** Failover with another gateway. */
export const failoverSchema = Type.Object({
  interface: text(
    INTERFACE_NAME,
    "Interface to the other gateway, on a network of their own.",
  ),
  peer: text(ADDRESS, "The other gateway's address on that interface."),
  key: {
    ...secretRef,
    description:
      "Where the key that sasyncd encrypts with is kept, the same on both: 32 characters, or 64 hexadecimal digits.",
  },
}, {
  ...CLOSED,
  description:
    "The other gateway of a pair: carp moves their shared addresses, pfsync their connections, sasyncd their tunnels.",
});
