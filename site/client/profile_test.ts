import assert from "node:assert/strict";
import { DOMParser, type Element } from "@xmldom/xmldom";
import type { Clients } from "../../gateway/clients.ts";
import { BETWEEN, ROOT } from "../../test/authority.ts";
import { testRouter } from "../../test/gateway.ts";
import { PROFILE_KINDS } from "./kinds.ts";
import { type Profile, profileData, type ProfileSecrets } from "./profile.ts";

const CA = ROOT;
const der = (pem: string) => pem.replace(/-----[A-Z ]+-----|\s/g, "");

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
  // The gateway proves itself by its certificate: None would not authenticate it at all.
  assert.deepEqual(value("AuthenticationMethod"), ["string", "Certificate"]);
  assert.deepEqual(value("ExtendedAuthEnabled"), ["integer", "1"]);
  assert.deepEqual(value("AuthName"), ["string", "anna"]);
  assert.deepEqual(value("UseConfigurationAttributeInternalIPSubnet"), ["integer", "1"]);
  assert(text.includes(`<data>${der(ROOT)}</data>`));
  assert.doesNotMatch(text, /SharedSecret/);
  // Without networks everything goes to the gateway.
  assert.match(
    profile("apple", { networks: [] }).text,
    /<key>UseConfigurationAttributeInternalIPSubnet<\/key>\n<integer>0</,
  );
  // One profile replaces its elder: the identifiers stay.
  assert.equal(profile("apple").text, text);
});

Deno.test("Apple: a psk is in the profile, as secret as it is", () => {
  const { text, notes } = keyed("apple");
  // A name and a password are asked for with EAP alone.
  for (const one of [text, profile("apple", { users: [] }).text]) {
    assert.match(one, /<key>ExtendedAuthEnabled<\/key>\n<integer>0</);
  }
  assert.match(text, /<key>SharedSecret<\/key>\n<string>a"key\\of-all<\/string>/);
  assert.match(notes[0]!, /protect it as you would the key/);
});

/** Keys of a dictionary of Apple's schema, and what each may hold; only those that are written here. */
const APPLE: Record<string, { required: string[]; allowed: Record<string, RegExp> }> = {
  profile: {
    required: [
      "PayloadContent",
      "PayloadIdentifier",
      "PayloadType",
      "PayloadUUID",
      "PayloadVersion",
    ],
    allowed: {
      PayloadContent: /^array/,
      PayloadDisplayName: /^string ./,
      PayloadIdentifier: /^string [\w.-]+$/,
      PayloadType: /^string Configuration$/,
      PayloadUUID: /^string [0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/,
      PayloadVersion: /^integer 1$/,
    },
  },
  vpn: {
    required: ["IKEv2", "UserDefinedName", "VPNType"],
    allowed: { IKEv2: /^dict/, UserDefinedName: /^string ./, VPNType: /^string IKEv2$/ },
  },
  ikev2: {
    required: ["AuthenticationMethod", "LocalIdentifier", "RemoteAddress", "RemoteIdentifier"],
    allowed: {
      AuthenticationMethod: /^string (SharedSecret|Certificate)$/,
      AuthName: /^string ./,
      ChildSecurityAssociationParameters: /^dict/,
      DeadPeerDetectionRate: /^string (None|Low|Medium|High)$/,
      EnablePFS: /^integer [01]$/,
      ExtendedAuthEnabled: /^integer [01]$/,
      IKESecurityAssociationParameters: /^dict/,
      LocalIdentifier: /^string ([\w.@-]*)$/,
      RemoteAddress: /^string ./,
      RemoteIdentifier: /^string ./,
      SharedSecret: /^string ./,
      UseConfigurationAttributeInternalIPSubnet: /^integer [01]$/,
    },
  },
  algorithms: {
    required: [],
    allowed: {
      DiffieHellmanGroup: /^integer (1[4-9]|2[01]|3[12])$/,
      EncryptionAlgorithm: /^string (AES-(128|256)(-GCM)?|ChaCha20Poly1305)$/,
      IntegrityAlgorithm: /^string SHA2-(256|384|512)$/,
      LifeTimeInMinutes: /^integer ([1-9]\d|[1-9]\d\d|1[0-3]\d\d|14[0-3]\d|1440)$/,
    },
  },
};

/** A property list's dictionary: the type of each value, a blank, and its text. */
function dictionary(dict: Element): Map<string, { shown: string; element: Element }> {
  const children = [...dict.childNodes].filter((node): node is Element => node.nodeType === 1);
  const found = new Map<string, { shown: string; element: Element }>();
  for (let at = 0; at < children.length; at += 2) {
    const [key, value] = [children[at]!, children[at + 1]!];
    assert.equal(key.tagName, "key");
    assert(!found.has(key.textContent!), `${key.textContent} twice`);
    const text = /^(dict|array)$/.test(value.tagName) ? "" : ` ${value.textContent}`;
    found.set(key.textContent!, { shown: value.tagName + text, element: value });
  }
  return found;
}

/** The dictionary in `element`, held against Apple's schema. */
function held(element: Element, kind: keyof typeof APPLE, also: string[] = []) {
  const found = dictionary(element);
  const { required, allowed } = APPLE[kind]!;
  for (const key of required) assert(found.has(key), `${kind} has no ${key}`);
  for (const [key, { shown }] of found) {
    if (also.includes(key)) continue;
    assert(allowed[key]?.test(shown), `${kind} ${key}: ${shown}`);
  }
  return found;
}

Deno.test("Apple: every key and value is one of Apple's schema, and what it requires is there", () => {
  const payload = Object.keys(APPLE.profile!.allowed);
  for (
    const { text } of [
      profile("apple"),
      profile("apple", { networks: [] }),
      profile("apple", {}, { ca: BETWEEN + ROOT }),
      profile("apple", { users: [] }),
      keyed("apple"),
      PROFILE_KINDS.get("apple")!(profileData(testRouter(), LAPTOPS, { ca: CA })),
    ]
  ) {
    const root = new DOMParser().parseFromString(text, "text/xml").documentElement!;
    assert.deepEqual([root.tagName, root.getAttribute("version")], ["plist", "1.0"]);
    const elements = (parent: Element) =>
      [...parent.childNodes].filter((node): node is Element => node.nodeType === 1);
    const top = held(elements(root)[0]!, "profile");
    const [vpn, ...authorities] = elements(top.get("PayloadContent")!.element);
    const settings = held(vpn!, "vpn", payload);
    assert.equal(settings.get("PayloadType")!.shown, "string com.apple.vpn.managed");
    const ikev2 = held(settings.get("IKEv2")!.element, "ikev2");
    const shown = (key: string) => ikev2.get(key)?.shown;
    if (ikev2.has("AuthName")) assert.equal(shown("ExtendedAuthEnabled"), "integer 1");
    assert.equal(
      shown("AuthenticationMethod") === "string SharedSecret",
      ikev2.has("SharedSecret"),
    );
    for (const phase of ["IKE", "Child"]) {
      held(ikev2.get(`${phase}SecurityAssociationParameters`)!.element, "algorithms");
    }
    const ids = [top, settings].map((one) => one.get("PayloadUUID")!.shown);
    for (const authority of authorities) {
      const own = dictionary(authority);
      assert.match(own.get("PayloadType")!.shown, /^string com\.apple\.security\.(root|pkcs1)$/);
      assert.match(own.get("PayloadContent")!.shown, /^data MII[\w+/]+=*$/);
      ids.push(own.get("PayloadUUID")!.shown);
    }
    assert.equal(new Set(ids).size, ids.length, "an identifier of its own for each");
  }
  const chain = profile("apple", {}, { ca: BETWEEN + ROOT }).text;
  assert(chain.indexOf("security.pkcs1") < chain.indexOf("security.root"));
});

/** Parameters of PowerShell's VpnClient module, and what each may be; `switch` takes nothing. */
const WINDOWS = new Map([
  ["Add-VpnConnection", {
    Name: /^'/,
    ServerAddress: /^'/,
    TunnelType: /^(Pptp|L2tp|Sstp|Ikev2|Automatic)$/,
    EncryptionLevel: /^(NoEncryption|Optional|Required|Maximum|Custom)$/,
    AuthenticationMethod: /^(Pap|Chap|MSChapv2|Eap|MachineCertificate)$/,
    RememberCredential: /^switch$/,
    SplitTunneling: /^switch$/,
    Force: /^switch$/,
  }],
  ["Set-VpnConnectionIPsecConfiguration", {
    ConnectionName: /^'/,
    AuthenticationTransformConstants: /^(MD596|SHA196|SHA256128|GCMAES(128|192|256)|None)$/,
    CipherTransformConstants: /^(DES3?|(GCM)?AES(128|192|256)|None)$/,
    DHGroup: /^(None|Group(1|2|14|24)|ECP(256|384))$/,
    EncryptionMethod: /^(DES3?|AES(128|192|256)|GCMAES(128|256))$/,
    IntegrityCheckMethod: /^(MD5|SHA(1|256|384))$/,
    PfsGroup: /^(None|PFS(1|2|2048|MM|24)|ECP(256|384))$/,
    Force: /^switch$/,
  }],
  ["Add-VpnConnectionRoute", { ConnectionName: /^'/, DestinationPrefix: /^'[0-9a-f.:]+\/\d+'$/ }],
  ["Import-Certificate", {
    FilePath: /^"\$env:TEMP\\[\w.-]+"$/,
    CertStoreLocation: /^Cert:\\LocalMachine\\(Root|CA)$/,
  }],
] as [string, Record<string, RegExp>][]);

Deno.test("Windows: every parameter and value is one of the VpnClient module's, and all of a set are there", () => {
  for (
    const { text } of [
      profile("windows"),
      profile("windows", { users: [], networks: [] }),
      profile("windows", { networks: ["2001:db8::/32"], pool: "2001:db8:9::/64" }),
      profile("windows", {}, { ca: BETWEEN + ROOT }),
    ]
  ) {
    const lines = text.replace(/@'\r\n[^]*?'@/g, "TEXT").split("\r\n");
    for (
      const line of lines.filter((one) =>
        one && !/^#|^Set-Content -Path ".*" -Value TEXT$/.test(one)
      )
    ) {
      const [command, ...words] = line.match(/'(?:[^']|'')*'|"[^"]*"|\S+/g)!;
      const known = WINDOWS.get(command!);
      assert(known, line);
      const given = new Map<string, string>();
      for (let at = 0; at < words.length; at++) {
        const next = words[at + 1];
        const hasValue = next !== undefined && !next.startsWith("-");
        given.set(words[at]!.replace(/^-/, ""), hasValue ? words[++at]! : "switch");
      }
      for (const [name, value] of given) {
        assert.match(value, known[name] ?? /^$/, `-${name} ${value}`);
      }
      // The set CustomPolicy wants all of them.
      if (command!.startsWith("Set-")) assert.equal(given.size, Object.keys(known).length);
    }
  }
  const chain = profile("windows", {}, { ca: BETWEEN + ROOT }).text;
  assert.match(
    chain,
    /ca0\.crt" -CertStoreLocation Cert:\\LocalMachine\\CA\r\n[^]*ca1\.crt" .*\\Root\r\n/,
  );
});

/** What the app's import reads (VpnProfileImportActivity), by path. */
const SSWAN: Record<string, RegExp> = {
  "uuid": /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  "name": /./,
  "type": /^ikev2-(eap|cert|cert-eap|eap-tls|byod-eap)$/,
  "remote.addr": /^[\w.:-]+$/,
  "remote.id": /./,
  "remote.cert": /^MII[\w+/]+=*$/,
  "local.eap_id": /./,
  "ike-proposal": /^aes256-sha256-(ecp256|ecp384|x25519|modp2048)$/,
  "esp-proposal": /^aes256gcm16$/,
  "split-tunneling.subnets": /^[0-9a-f.:/,]+$/,
};

Deno.test("what a device needs of a certificate is reported", () => {
  const apple = profile("apple", { users: [] }).notes.join();
  assert.match(apple, /add its \.p12 \(openssl pkcs12 -export -legacy\).* into LocalIdentifier/);
  const windows = (srcid: string) => profile("windows", { srcid }).notes.join();
  assert.match(windows("203.0.113.2"), /only if it is listed as DNS:203\.0\.113\.2/);
  assert.doesNotMatch(windows("vpn.example.net"), /DNS:/);
});

Deno.test("Android: every field of the profile is one that the app reads", () => {
  for (const { text } of [profile("android"), profile("android", { users: [], networks: [] })]) {
    const seen: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (typeof value === "object" && !Array.isArray(value)) {
        for (const [key, each] of Object.entries(value!)) walk(each, path ? `${path}.${key}` : key);
        return;
      }
      seen.push(path);
      assert.match(String(value), SSWAN[path] ?? /^$/, path);
    };
    walk(JSON.parse(text), "");
    for (const path of ["uuid", "name", "type", "remote.addr"]) assert(seen.includes(path), path);
  }
});

Deno.test("an authority that is none is reported, not left out of the profile", () => {
  for (const kind of ["apple", "windows", "android", "strongswan"]) {
    assert.throws(
      () => profile(kind, {}, { ca: "nothing" }),
      /the authority of clients lap\.tops is not a certificate in PEM/,
      kind,
    );
  }
  const { text } = profile("strongswan", {}, { ca: `Subject: x\n${BETWEEN}${ROOT}` });
  assert.match(text, /cacerts = lap_tops-ca\.crt, lap_tops-ca1\.crt\n/);
  assert.match(text, /^# \/etc\/swanctl\/x509ca\/lap_tops-ca1\.crt:\n# -----BEGIN/m);
  assert.doesNotMatch(text, /Subject/);
});

Deno.test("Windows: the transforms that the gateway accepts are set, because what Windows proposes is weak", () => {
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
  assert.throws(() => keyed("windows"), /Windows does not support a psk with IKEv2/);
});

Deno.test("Android: a profile of the strongSwan app, or what to type", () => {
  const { text, file } = profile("android");
  assert.match(file, /\.sswan$/);
  const parsed = JSON.parse(text);
  assert.deepEqual(parsed.remote, {
    addr: "vpn.example.net",
    id: "vpn.example.net",
    cert: der(ROOT),
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

Deno.test("a device connects to the name in the certificate, or to the address if it has none", () => {
  const data = (srcid: string) => {
    const clients = { ...LAPTOPS, srcid };
    return profileData(testRouter({ tunnels: [], clients: [clients] }), clients, {});
  };
  assert.equal(data("vpn.example.net").server, "vpn.example.net");
  assert.equal(data("203.0.113.2").server, "203.0.113.2");
  assert.match(data("vpn@example.net").server, /^203\.0\.113\.\d+$/);
});
