/**
 * Android: a profile for the strongSwan app (.sswan), or the values for Android's own client.
 *
 * Source: the app's VpnProfileImportActivity, and the strongSwan project's documentation of its
 * profiles.
 * @module
 */
import { derivedUuid } from "../../gateway/derived_uuid.ts";
import { authoritiesOf, KEY_NOTE, type Profile, type ProfileData } from "./profile.ts";

/** The profile; for a psk, which the app does not support, the fields of Android's settings. */
export function androidProfile(data: ProfileData): Profile {
  const { name, gateway, server, serverId, proof, user, networks, psk } = data;
  const id = `${gateway}-${name}${user === undefined ? "" : `-${user}`}`;
  if (proof === "psk") {
    const text = `Settings, Network, VPN, add (Android 11 and later):
Name: ${gateway} ${name}
Type: IKEv2/IPSec PSK
Server address: ${server}
IPSec identifier: ${name}
IPSec pre-shared key: ${psk ?? "the key of these clients"}
`;
    return { file: `${id}.txt`, text, notes: [KEY_NOTE] };
  }
  const [authority] = authoritiesOf(data);
  const profile = {
    uuid: derivedUuid(`android ${id}`),
    name: `${gateway} ${name}`,
    type: proof === "eap" ? "ikev2-eap" : "ikev2-cert",
    remote: {
      addr: server,
      id: serverId,
      ...(authority === undefined ? {} : { cert: authority.der }),
    },
    ...(proof === "eap" && user !== undefined ? { local: { eap_id: user } } : {}),
    "ike-proposal": "aes256-sha256-ecp256",
    "esp-proposal": "aes256gcm16",
    ...(networks.length > 0 ? { "split-tunneling": { subnets: networks } } : {}),
  };
  return {
    file: `${id}.sswan`,
    text: `${JSON.stringify(profile, null, 2)}\n`,
    notes: [
      "Open the file on the device with the strongSwan VPN client.",
      ...(proof === "certificate"
        ? ["Install the device's .p12 first; the app asks which to use."]
        : []),
    ],
  };
}
