/**
 * Where the daemons look for keys and certificates, and which of them a gateway is given.
 * @module
 */
import { parseAddress } from "./address.ts";
import type { Gateway } from "./gateway.ts";
import { identityType } from "./identity.ts";
import type { Certificate, Tunnel } from "./tunnel.ts";
import type { SecretRef } from "./values.ts";

/** What a file holds. */
export type KeyFileKind = "public key" | "authority" | "certificate" | "private key";

/** A file in PEM that a daemon reads. */
export interface KeyFile {
  /** Absolute path on the gateway. */
  path: string;
  kind: KeyFileKind;
  /** Where its content is kept. */
  ref: SecretRef;
  /** Whose it is, for messages: `tunnel branch2`. */
  owner: string;
  /** The field of the description. */
  field: (string | number)[];
  /** Which daemon reads it. */
  ike: 1 | 2;
}

/** The folder of the daemon of IKE version `ike` (isakmpd(8), iked(8)). */
export function daemonFolder(ike: 1 | 2): string {
  return ike === 1 ? "/etc/isakmpd" : "/etc/iked";
}

/** The only private key that either daemon reads. */
export function privateKeyPath(ike: 1 | 2): string {
  return `${daemonFolder(ike)}/private/local.key`;
}

/** Where the daemon looks for the public key of who shows `id`; undefined for names that it does not look up. */
export function publicKeyPath(ike: 1 | 2, id: string): string | undefined {
  const folders = {
    IPV4_ADDR: "ipv4",
    IPV6_ADDR: "ipv6",
    FQDN: "fqdn",
    RFC822_ADDR: "ufqdn",
    DER_ASN1_DN: undefined,
  };
  const folder = folders[identityType(ike, id)];
  return folder && `${daemonFolder(ike)}/pubkeys/${folder}/${id}`;
}

/** What the peer of `tunnel` is known by: its dstid, else its address; undefined where it has neither. */
export function peerIdentity({ dstid, peer }: Tunnel): string | undefined {
  return dstid ?? (parseAddress(peer) ? peer : undefined);
}

/** All files of keys and certificates that the fields of `gateway` name, in their order. */
export function keyFiles(gateway: Gateway): KeyFile[] {
  return [
    ...gateway.tunnels.flatMap((tunnel, index) => {
      const { auth, ike, name } = tunnel;
      const of = { owner: `tunnel ${name}`, ike };
      const field = ["tunnels", index];
      if (auth.method === "certificate") {
        return certificateFiles(auth.certificate, name, [...field, "certificate"], of);
      }
      const id = peerIdentity(tunnel);
      const path = id === undefined ? undefined : publicKeyPath(ike, id);
      if (auth.method !== "keys" || !auth.peerKey || path === undefined) return [];
      return [{
        path,
        kind: "public key" as const,
        ref: auth.peerKey,
        field: [...field, "peerKey"],
        ...of,
      }];
    }),
    ...gateway.clients.flatMap(({ name, certificate }, index) =>
      certificate
        ? certificateFiles(certificate, name, ["clients", index, "certificate"], {
          owner: `clients ${name}`,
          ike: 2,
        })
        : []
    ),
  ];
}

function certificateFiles(
  { ca, cert, key }: Certificate,
  name: string,
  field: (string | number)[],
  of: Pick<KeyFile, "owner" | "ike">,
): KeyFile[] {
  const folder = daemonFolder(of.ike);
  return [
    {
      path: `${folder}/ca/${name}.crt`,
      kind: "authority",
      ref: ca,
      field: [...field, "ca"],
      ...of,
    },
    {
      path: `${folder}/certs/${name}.crt`,
      kind: "certificate",
      ref: cert,
      field: [...field, "cert"],
      ...of,
    },
    {
      path: privateKeyPath(of.ike),
      kind: "private key",
      ref: key,
      field: [...field, "key"],
      ...of,
    },
  ];
}
