import assert from "node:assert/strict";
import type { Clients } from "../../gateway/clients.ts";
import { testRouter } from "../../test/gateway.ts";
import { PROFILE_KINDS } from "./kinds.ts";
import { type Profile, profileData, type ProfileSecrets } from "./profile.ts";

const CA = "-----BEGIN CERTIFICATE-----\nTUlJ\nQg==\n-----END CERTIFICATE-----\n";

const LAPTOPS: Clients = {
  name: "lap.tops",
  pool: "10.9.0.0/24",
  networks: ["10.0.0.0/24", "10.7.0.1"],
  nameservers: [],
  users: [{ name: "anna", password: { env: "PW" } }],
  certificate: { ca: { file: "/a" }, cert: { file: "/b" }, key: { file: "/c" } },
  srcid: "vpn.example.net",
};

function profile(
  kind: string,
  patch: Partial<Clients> = {},
  secrets: ProfileSecrets = { ca: CA },
): Profile {
  const clients = { ...LAPTOPS, ...patch };
  const gateway = testRouter({ tunnels: [], clients: [clients] });
  return PROFILE_KINDS.get(kind)!(profileData(gateway, clients, secrets, clients.users[0]));
}

const { certificate: _, ...KEYED } = { ...LAPTOPS, users: [], psk: { env: "P" } };
const keyed = (kind: string) => profile(kind, KEYED, { psk: 'a"key\\of-all' });

Deno.test("Apple: EAP asks for the password later, and trusts the authority in the profile", () => {
  const { text, file, notes } = profile("apple");
  assert.match(file, /\.lap\.tops\.anna\.mobileconfig$/);
  assert.deepEqual(notes, []);
  const pairs = [...text.matchAll(/<key>(\w+)<\/key>\n<(\w+)(?:\/>|>([^<]*)(?=<))/g)];
  const value = (key: string) => pairs.find(([, one]) => one === key)?.slice(2).filter(Boolean);
  assert.deepEqual(value("RemoteAddress"), ["string", "vpn.example.net"]);
  assert.deepEqual(value("RemoteIdentifier"), ["string", "vpn.example.net"]);
  assert.deepEqual(value("AuthenticationMethod"), ["string", "None"]);
  assert.deepEqual(value("ExtendedAuthEnabled"), ["integer", "1"]);
  assert.deepEqual(value("AuthName"), ["string", "anna"]);
  assert.deepEqual(value("UseConfigurationAttributeInternalIPSubnet"), ["integer", "1"]);
  assert.match(text, /<data>TUlJQg==<\/data>/);
  assert.doesNotMatch(text, /SharedSecret/);
  // One profile replaces its elder: the identifiers stay.
  assert.equal(profile("apple").text, text);
});

Deno.test("Apple: a psk is in the profile, as secret as it is", () => {
  const { text, notes } = keyed("apple");
  assert.match(text, /<key>SharedSecret<\/key>\n<string>a"key\\of-all<\/string>/);
  assert.match(notes[0]!, /hand it over as you would the key/);
});

Deno.test("Windows: what the gateway takes is said, because what Windows proposes is weak", () => {
  const { text } = profile("windows");
  assert.match(
    text,
    /^Add-VpnConnection -Name '\S+ lap\.tops' -ServerAddress 'vpn\.example\.net' -TunnelType Ikev2 .* -AuthenticationMethod Eap -RememberCredential -SplitTunneling -Force\r$/m,
  );
  assert.match(
    text,
    /-EncryptionMethod AES256 -IntegrityCheckMethod SHA256 -DHGroup ECP256 .*-PfsGroup None/,
  );
  assert.match(text, /^Add-VpnConnectionRoute .* -DestinationPrefix '10\.7\.0\.1\/32'\r$/m);
  assert.match(
    text,
    /-Value @'\r\n-----BEGIN CERTIFICATE-----\r\n[^]*\r\n'@\r\nImport-Certificate/,
  );
  assert.doesNotMatch(profile("windows", { networks: [] }).text, /SplitTunneling|Route/);
  assert.throws(() => keyed("windows"), /Windows has no place for a psk in IKEv2/);
});

Deno.test("Android: a profile of the strongSwan app, or what to type", () => {
  const { text, file } = profile("android");
  assert.match(file, /\.sswan$/);
  const parsed = JSON.parse(text);
  assert.deepEqual(parsed.remote, {
    addr: "vpn.example.net",
    id: "vpn.example.net",
    cert: "TUlJQg==",
  });
  assert.deepEqual(parsed.local, { eap_id: "anna" });
  assert.deepEqual(parsed["split-tunneling"], { subnets: LAPTOPS.networks });
  assert.equal(JSON.parse(profile("android", { users: [] }).text).type, "ikev2-cert");
  assert.match(keyed("android").text, /IPSec pre-shared key: a"key\\of-all/);
});

Deno.test("strongSwan: an address of the pool, and the networks of the gateway", () => {
  const { text } = profile("strongswan");
  assert.match(text, /^connections \{\n {2}lap_tops \{\n/m);
  assert.match(text, /vips = 0\.0\.0\.0\n/);
  assert.match(text, /remote_ts = 10\.0\.0\.0\/24, 10\.7\.0\.1\n/);
  assert.match(text, /auth = eap-mschapv2\n\s+eap_id = "anna"/);
  assert.match(text, /secret = "PUT THE PASSWORD HERE"/);
  assert.match(profile("strongswan", { networks: [] }).text, /remote_ts = 0\.0\.0\.0\/0\n/);
  const six = profile("strongswan", { networks: [], pool: "2001:db8:9::/64" }).text;
  assert.match(six, /vips = ::\n[^]*remote_ts = ::\/0\n/);
  assert.match(keyed("strongswan").text, /secret = "a\\"key\\\\of-all"/);
});

Deno.test("a device calls the name that the certificate holds, or the address where it holds none", () => {
  const data = (srcid: string) => {
    const clients = { ...LAPTOPS, srcid };
    return profileData(testRouter({ tunnels: [], clients: [clients] }), clients, {});
  };
  assert.equal(data("vpn.example.net").server, "vpn.example.net");
  assert.equal(data("203.0.113.2").server, "203.0.113.2");
  assert.match(data("vpn@example.net").server, /^203\.0\.113\.\d+$/);
});
