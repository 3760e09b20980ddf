/**
 * iPhones, iPads and Macs: a configuration profile (.mobileconfig).
 *
 * Source: Apple's device-management schema, payload com.apple.vpn.managed with VPNType IKEv2, and those
 * of certificates.
 * @module
 */
import { derivedUuid } from "../../gateway/derived_uuid.ts";
import { plist, type PlistValue } from "./plist.ts";
import { authoritiesOf, KEY_NOTE, type Profile, type ProfileData } from "./profile.ts";

/** The profile; the device asks for the password when it connects, not at installation. */
export function appleProfile(data: ProfileData): Profile {
  const { name, gateway, proof, user } = data;
  const id = `${gateway}.${name}${user === undefined ? "" : `.${user}`}`;
  const part = (kind: string) => ({
    PayloadIdentifier: `${id}.${kind}`,
    PayloadUUID: derivedUuid(`apple ${id} ${kind}`).toUpperCase(),
    PayloadVersion: 1,
  });
  const vpn: PlistValue = {
    ...part("vpn"),
    PayloadType: "com.apple.vpn.managed",
    PayloadDisplayName: `VPN ${name}`,
    UserDefinedName: `${gateway} ${name}`,
    VPNType: "IKEv2",
    IKEv2: ikev2(data),
  };
  const authorities = authoritiesOf(data).map(({ der, root }, at): PlistValue => ({
    ...part(`ca${at}`),
    PayloadType: root ? "com.apple.security.root" : "com.apple.security.pkcs1",
    PayloadDisplayName: `Authority of ${gateway}`,
    PayloadContent: { base64: der },
  }));
  return {
    file: `${id}.mobileconfig`,
    text: plist({
      ...part("profile"),
      PayloadType: "Configuration",
      PayloadDisplayName: `${gateway} ${name}`,
      PayloadContent: [vpn, ...authorities],
    }),
    notes: [
      ...(proof === "psk" ? [KEY_NOTE] : []),
      ...(proof === "certificate"
        ? [
          "The certificate of the device is not in the profile: add its .p12 (openssl pkcs12 -export -legacy) with Apple Configurator, and write a subjectAltName of it into LocalIdentifier.",
        ]
        : []),
    ],
  };
}

function ikev2({ server, serverId, proof, user, psk, networks }: ProfileData): PlistValue {
  return {
    RemoteAddress: server,
    RemoteIdentifier: serverId,
    LocalIdentifier: user ?? "",
    // Needed with EAP too, for the gateway's authentication; None would not ask for a certificate.
    AuthenticationMethod: proof === "psk" ? "SharedSecret" : "Certificate",
    ExtendedAuthEnabled: proof === "eap" ? 1 : 0,
    AuthName: proof === "eap" ? user : undefined,
    SharedSecret: proof === "psk" ? psk : undefined,
    // ecp256 is group 19; the gateway rekeys child SAs without a group.
    IKESecurityAssociationParameters: algorithms("AES-256", 1440),
    ChildSecurityAssociationParameters: algorithms("AES-256-GCM", 180),
    EnablePFS: 0,
    DeadPeerDetectionRate: "Medium",
    // Only the networks that the gateway sends, not all traffic.
    UseConfigurationAttributeInternalIPSubnet: networks.length > 0 ? 1 : 0,
  };
}

function algorithms(cipher: string, minutes: number): PlistValue {
  return {
    EncryptionAlgorithm: cipher,
    IntegrityAlgorithm: "SHA2-256",
    DiffieHellmanGroup: 19,
    LifeTimeInMinutes: minutes,
  };
}
