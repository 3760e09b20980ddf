/**
 * Linux with strongSwan: swanctl.conf(5).
 * @module
 */
import { authoritiesOf, KEY_NOTE, type Profile, type ProfileData } from "./profile.ts";

/** The file, with a placeholder for the password; the authority's certificate goes beside it. */
export function strongswanProfile(data: ProfileData): Profile {
  const { name, gateway, server, serverId, proof, user, networks, family, psk } = data;
  const own = user ?? name;
  // swanctl(8) reads one certificate per file.
  const authorities = (proof === "psk" ? [] : authoritiesOf(data)).map(({ pem }, at) => ({
    file: `${section(name)}-ca${at || ""}.crt`,
    pem,
  }));
  const local = {
    eap: [`auth = eap-mschapv2`, `eap_id = ${quoted(own)}`, `id = ${quoted(own)}`],
    psk: ["auth = psk", `id = ${quoted(own)}`],
    certificate: ["auth = pubkey", `certs = ${section(name)}.crt`],
  }[proof];
  const remote = [
    `auth = ${proof === "psk" ? "psk" : "pubkey"}`,
    `id = ${quoted(serverId)}`,
    ...(proof === "psk" ? [] : [
      `cacerts = ${authorities.map(({ file }) => file).join(", ") || `${section(name)}-ca.crt`}`,
    ]),
  ];
  const secret = {
    eap: block("eap-own", [`id = ${quoted(own)}`, 'secret = "PUT THE PASSWORD HERE"']),
    psk: block("ike-own", [
      `id-own = ${quoted(own)}`,
      `id-gateway = ${quoted(serverId)}`,
      `secret = ${quoted(psk ?? "PUT THE PRE-SHARED KEY HERE")}`,
    ]),
    certificate: [],
  }[proof];
  const lines = [
    `# ${gateway}: clients ${name}. /etc/swanctl/conf.d/${section(name)}.conf, mode 600`,
    ...block(
      "connections",
      block(section(name), [
        "version = 2",
        `remote_addrs = ${server}`,
        `vips = ${family === 6 ? "::" : "0.0.0.0"}`,
        "proposals = aes256-sha256-ecp256, aes256-sha256-modp2048",
        "dpd_delay = 30s",
        ...block("local", local),
        ...block("remote", remote),
        ...block(
          "children",
          block(section(name), [
            `remote_ts = ${networks.join(", ") || (family === 6 ? "::/0" : "0.0.0.0/0")}`,
            // A kernel without the first (PF_KEY) uses the second.
            "esp_proposals = aes256gcm16, aes256-sha256",
            "dpd_action = restart",
          ]),
        ),
      ]),
    ),
    ...(secret.length > 0 ? block("secrets", secret) : []),
    ...authorities.flatMap(({ file, pem }) => [
      `# /etc/swanctl/x509ca/${file}:`,
      ...pem.split("\n").map((line) => `# ${line}`),
    ]),
  ];
  return {
    file: `${section(name)}.conf`,
    text: `${lines.join("\n")}\n`,
    notes: [
      `Load it and begin: swanctl --load-all && swanctl --initiate --child ${section(name)}`,
      ...(authorities.length === 0 ? [] : [
        "The authority's certificate is at the end, after #: save it where the line above it says.",
      ]),
      ...(proof === "psk" ? [KEY_NOTE] : []),
    ],
  };
}

/** A dot would start a nested section. */
function section(name: string): string {
  return name.replaceAll(".", "_");
}

function block(name: string, lines: string[]): string[] {
  return [`${name} {`, ...lines.map((line) => `  ${line}`), "}"];
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
