/**
 * What the person at the other side of `clients` needs: the shape that all kinds of devices share.
 * @module
 */
import type { Clients, ClientUser } from "../../gateway/clients.ts";
import type { Gateway } from "../../gateway/gateway.ts";
import { identityType } from "../../gateway/identity.ts";
import { outerAddress } from "../../gateway/outer_address.ts";
import { asTunnel } from "../../gateway/clients.ts";
import { certificatesOf, PemFault } from "../../gateway/pem.ts";
import { GatewrightError } from "../../host/error.ts";

/** What the description alone does not hold. */
export interface ProfileSecrets {
  /** Certificate of the authority that signed the gateway's, PEM. */
  ca?: string;
  /** The key of all clients, where they have one; the profile is as secret as it is. */
  psk?: string;
}

/** Everything that a profile is made of. */
export interface ProfileData {
  /** The kind of clients. */
  name: string;
  /** Host name of the gateway, for people. */
  gateway: string;
  /** What the device calls: a name or an address. */
  server: string;
  /** Identity that the gateway must show. */
  serverId: string;
  /** How the device proves itself. */
  proof: "eap" | "psk" | "certificate";
  /** The person, where one is meant. */
  user?: string;
  /** The family of the addresses that the gateway gives. */
  family: 4 | 6;
  /** What goes through the gateway; empty: everything. */
  networks: string[];
  /** PEM. */
  ca?: string;
  psk?: string;
}

/** A profile, and what is to be known about it. */
export interface Profile {
  /** Name of the file that a person would give it. */
  file: string;
  text: string;
  /** Sentences for whoever hands it over. */
  notes: string[];
}

/** Makes one kind of profile. Pure. */
export type ProfileMaker = (data: ProfileData) => Profile;

/**
 * The data of a profile for `clients` of `gateway`.
 *
 * @param user whose profile it is; absent: anyone's of them.
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
  /** PEM, and nothing else that stood beside it. */
  pem: string;
  /** It signed itself: devices keep it apart from those between. */
  root: boolean;
}

/**
 * The certificates of the authority, in their order.
 *
 * @throws {GatewrightError} (description) if what stands for it holds none.
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

/** What is to be said of every profile with a key in it. */
export const KEY_NOTE =
  "The profile contains the key that all clients share: protect it as you would the key.";
