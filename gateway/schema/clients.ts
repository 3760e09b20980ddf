/**
 * The `clients` part of the schema.
 * @module
 */
import Type from "typebox";
import { CLOSED, pskRef, secretRef, text } from "./common.ts";
import { ADDRESS, NAME, NETWORK, PLAIN, PREFIXED } from "./pattern.ts";
import { certificateSchema, localAddress, tag } from "./tunnel.ts";

/** Laptops and phones that connect over IKEv2. */
export const clientsSchema = Type.Object({
  name: text(NAME, "Name of this kind of clients, such as laptops."),
  pool: text(PREFIXED, "Network that their addresses come from, such as 10.20.99.0/24."),
  networks: Type.Optional(
    Type.Array(text(NETWORK, "A network such as 10.0.0.0/24, or an address."), {
      description: "Networks that they reach through the gateway. Default: everything.",
      default: [],
    }),
  ),
  nameservers: Type.Optional(
    Type.Array(text(ADDRESS, "An address, such as 10.0.0.53."), {
      description: "Name servers that they are given.",
      default: [],
    }),
  ),
  srcid: Type.Optional(
    text(PLAIN, "Name that they connect to, and that the certificate is for. Default: hostname.", {
      minLength: 1,
      maxLength: 255,
    }),
  ),
  localAddress: Type.Optional(localAddress),
  certificate: Type.Optional(certificateSchema),
  users: Type.Optional(
    Type.Array(
      Type.Object({
        name: text("^[A-Za-z0-9][A-Za-z0-9_.@-]{0,62}$", "Name of a user, such as anna."),
        password: {
          ...secretRef,
          description: "Where the password is kept: {file: ...}, {env: NAME} or {command: [...]}.",
        },
      }, CLOSED),
      { description: "People with name and password (EAP); needs certificate.", default: [] },
    ),
  ),
  psk: Type.Optional(pskRef),
  tag: Type.Optional(tag),
}, {
  ...CLOSED,
  description:
    "Laptops and phones over IKEv2, by name and password (users), by certificate, or by one psk.",
});
