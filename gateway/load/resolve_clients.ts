/**
 * Fills in the defaults of clients.
 * @module
 */
import type { Clients } from "../clients.ts";
import { resolveCertificate } from "./resolve_tunnel.ts";
import type { GatewayDescription } from "../schema/schema.ts";
import { resolveSecretRef } from "./short_forms.ts";

type ClientsDescription = NonNullable<GatewayDescription["clients"]>[number];

/** The clients of `description`; `beside` makes paths absolute. */
export function resolveClients(
  description: ClientsDescription,
  beside: (path: string) => string,
): Clients {
  const { name, pool, networks, nameservers, users, srcid, localAddress, certificate, psk, tag } =
    description;
  return {
    name,
    pool,
    networks: networks ?? [],
    nameservers: nameservers ?? [],
    users: (users ?? []).map((user) => ({
      name: user.name,
      password: resolveSecretRef(user.password, beside),
    })),
    ...(srcid ? { srcid } : {}),
    ...(localAddress ? { localAddress } : {}),
    ...(certificate ? { certificate: resolveCertificate(certificate, beside) } : {}),
    ...(psk ? { psk: resolveSecretRef(psk, beside) } : {}),
    ...(tag ? { tag } : {}),
  };
}
