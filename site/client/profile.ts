/**
 * The data of a client profile, the same for all kinds of devices.
 * @module
 */
import type { Clients, ClientUser } from "../../gateway/clients.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { identityType } from "../../gateway/identity.ts";
import { outerAddress } from "../../gateway/outer_address.ts";
import { asTunnel } from "../../gateway/clients.ts";
import { certificatesOf, PemFault } from "../../gateway/pem.ts";
import { GatewrightError } from "../../host/error.ts";

/** Data that is not in the description. */
export interface ProfileSecrets {
  /** Certificate of the authority that signed the gateway's, PEM. */
  ca?: string;
  /** The psk of all clients, if they have one; the profile is then as secret. */
  psk?: string;
}

/** The contents of a profile. */
export interface ProfileData {
  /** Name of the kind of clients. */
  name: string;
  /** Host name of the gateway, for display. */
  gateway: string;
  /** Server that the device connects to: a name or an address. */
  server: string;
  /** Identity that the gateway must have. */
  serverId: string;
  /** How the device authenticates. */
  proof: "eap" | "psk" | "certificate";
  /** The user, if the profile is for one. */
  user?: string;
  /** Family of the addresses that the gateway assigns. */
  family: 4 | 6;
  /** Networks routed through the gateway; empty: everything. */
  networks: string[];
  /** Certificates of the authority, PEM. */
  ca?: string;
  psk?: string;
}

/** A profile, with notes. */
export interface Profile {
  /** Suggested file name. */
  file: string;
  text: string;
  /** Notes for whoever distributes it, one sentence each. */
  notes: string[];
}

/** Makes one kind of profile. Pure. */
export type ProfileMaker = (data: ProfileData) => Profile;

/**
 * The data of a profile for `clients` of `gateway`.
 *
 * @param user name of the user; absent: a profile for any user
 */
export function profileData(
  gateway: Gateway,
  clients: Clients,
  { ca, psk }: ProfileSecrets,
  user?: ClientUser,
): ProfileData {
  const serverId = clients.srcid ?? gateway.hostname;
  const address = outerAddress(gateway, asTunnel(clients));
  return {
    name: clients.name,
    gateway: gateway.hostname,
    server: identityType(2, serverId) === "FQDN" ? serverId : address ?? serverId,
    serverId,
    proof: clients.users.length > 0 ? "eap" : clients.psk ? "psk" : "certificate",
    family: clients.pool.includes(":") ? 6 : 4,
    networks: clients.networks,
    ...(user ? { user: user.name } : {}),
    ...(ca === undefined ? {} : { ca }),
    ...(psk === undefined ? {} : { psk }),
  };
}

/** A certificate of an authority. */
export interface AuthorityCertificate {
  /** Base64 of DER. */
  der: string;
  /** PEM without surrounding text. */
  pem: string;
  /** It is self-signed: devices keep root and intermediate certificates apart. */
  root: boolean;
}

/**
 * The certificates of the authority, in order.
 *
 * @throws {GatewrightError} (description) if the file contains none.
 */
export function authoritiesOf(
  { name, ca }: Pick<ProfileData, "name" | "ca">,
): AuthorityCertificate[] {
  if (ca === undefined) return [];
  try {
    return certificatesOf(ca).map((one) => ({
      der: one.raw.toString("base64"),
      pem: one.toString().trim(),
      root: one.checkIssued(one),
    }));
  } catch (error) {
    if (!(error instanceof PemFault)) throw error;
    throw new GatewrightError(`the authority of clients ${name} ${error.message}`, {
      kind: "description",
      where: "clients[].certificate.ca",
      next: "put the certificate of the authority there, in PEM",
    });
  }
}

/** The note for every profile that contains a key. */
export const KEY_NOTE =
  "The profile contains the key that all clients share: protect it as you would the key.";
