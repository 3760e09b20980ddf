/**
 * What is rendered holds words of the release's own iked.conf(5) only: keywords and transforms as its
 * parser has them (sbin/iked/parse.y of 6.6 to 6.8 and 7.7; of 6.9 to 7.4 in its portable edition,
 * tagged within weeks of each release).
 */
import assert from "node:assert/strict";
import { KNOWN } from "../../gateway/openbsd/transforms.ts";
import { parseGateway } from "../../gateway/load/load.ts";
import { NEWEST, VERSIONS } from "../../gateway/openbsd/releases.ts";
import { DescriptionError } from "../../gateway/document/problem.ts";
import { renderIkedConf } from "./iked_conf.ts";
import { reveal } from "../../host/secret.ts";
import { testSecrets } from "../../test/gateway.ts";

/** Words by the first release that has them; of 6.6 those that anybody could want to render. */
const WORDS: [since: number, words: string][] = [
  [
    66,
    "active ah any auth bytes childsa config dstid eap enc esp from group ike ikelifetime ikesa ikev2 " +
    "ipcomp lifetime local passive peer port prf proto psk srcid tag to user " +
    "address name-server protected-subnet mschap-v2 set fragmentation " +
    "hmac-md5 hmac-sha1 hmac-sha2-256 hmac-sha2-384 hmac-sha2-512 " +
    "3des aes-128 aes-192 aes-256 aes-128-ctr aes-192-ctr aes-256-ctr " +
    "aes-128-gcm aes-192-gcm aes-256-gcm aes-128-gmac aes-192-gmac aes-256-gmac " +
    "blowfish cast chacha20-poly1305 null " +
    "modp768 modp1024 modp1536 modp2048 modp3072 modp4096 modp6144 modp8192 " +
    "ecp192 ecp224 ecp256 ecp384 ecp521 brainpool224 brainpool256 brainpool384 brainpool512 curve25519",
  ],
  [67, "tunnel transport"],
  [68, "aes-128-gcm-12 aes-256-gcm-12"],
  [69, "dynamic iface none"],
  [70, "sntrup761x25519"],
];

/** Words that a release's parser takes in phase 2 long before it does in phase 1. */
const IN_PHASE1 = new Map([["aes-128-gcm", 68], ["aes-256-gcm", 68]]);

const HEAD = `hostname: gw.example.net
network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}, {name: vio1, address: 10.0.0.1/24}, SEC]
  gateway: 203.0.113.6
access: {rootPassword: {env: PW}}
`;

/** Everything that a tunnel can say, one line a description. */
const TUNNELS = [
  "mode: passive, srcid: a, dstid: b, tag: t, localAddress: 203.0.113.2",
  "ipcomp: true, phase2: {lifetimeBytes: 1G, lifetime: 1h}, phase1: {lifetime: 8h}",
  "proto: tcp, remotePort: 443",
  "encapsulation: transport, local: 203.0.113.2, remote: 198.51.100.7",
  "iface: sec0",
  "phase1: default, phase2: default",
  "phase1: [{group: ecp256}, {group: ecp384}]",
  "phase1: {enc: aes}",
  "phase2: {enc: aes}",
  ...KNOWN[2][1].group.map((group) => `phase1: {group: ${group}}`),
  ...KNOWN[2][2].group.map((group) => `phase2: {group: ${group}}`),
  ...KNOWN[2][1].enc.map((enc) => `phase1: {enc: ${enc}}`),
  ...KNOWN[2][2].enc.map((enc) => `phase2: {enc: "${enc}"}`),
];
const PSK = "psk: {env: P}";
const CLIENTS =
  "clients: [{name: c, pool: 10.9.0.0/24, networks: [10.0.0.0/24], nameservers: [10.0.0.5], tag: c, certificate: {ca: {env: A}, cert: {env: B}, key: {env: C}}, users: [{name: anna, password: {env: P}}]}]\n";

/** What is rendered for a description; undefined where it is refused. */
function rendered(text: string): string | undefined {
  try {
    const { gateway } = parseGateway(text, "gw.yaml");
    const secret = "quoted";
    return reveal(renderIkedConf(
      gateway,
      testSecrets({ psks: { a: secret }, clientPasswords: { "c/anna": secret } }),
    ));
  } catch (error) {
    assert(error instanceof DescriptionError, String(error));
    return undefined;
  }
}

/** Words that are not in quotes and no numbers, addresses or interfaces. */
function wordsOf(conf: string): string[] {
  return conf.replace(/^#.*$/gm, "").replace(/"[^"]*"|\\\n/g, " ").split(/\s+/)
    .filter((word) => /^[a-z]|^3des/.test(word) && !/^(sec|vio)\d/.test(word) && word !== "tcp");
}

Deno.test("every release is given words of its own iked.conf(5) only", () => {
  let read = 0;
  for (const version of VERSIONS) {
    const number = Number(version.replace(".", ""));
    const known = new Set(
      WORDS.filter(([since]) => since <= number).flatMap(([, words]) => words.split(" ")),
    );
    const sec = number >= 74 ? "{name: sec0}" : "{name: vio2}";
    const head = `${HEAD.replace("SEC", sec)}release: "${version}"\n`;
    const networks = "local: 10.0.0.0/24, remote: 10.1.0.0/24";
    const descriptions = TUNNELS.map((one) => {
      const places = /local: |iface/.test(one) ? "" : `${networks}, `;
      return `${head}tunnels: [{name: a, peer: 198.51.100.7, ${places}${PSK}, ${one}}]\n`;
    });
    for (const text of [...descriptions, head + CLIENTS]) {
      const conf = rendered(text);
      // The newest one takes all that is offered.
      if (conf === undefined) assert.notEqual(version, NEWEST, text);
      if (conf === undefined) continue;
      read++;
      for (const word of wordsOf(conf)) assert(known.has(word), `${version}: ${word} in\n${conf}`);
      for (const [word, since] of IN_PHASE1) {
        if (number < since) {
          assert.doesNotMatch(conf, new RegExp(`ikesa [^\n]*enc ${word} `), version);
        }
      }
    }
  }
  // Refused are few: most words are as old as the oldest release.
  assert(read > VERSIONS.length * TUNNELS.length * 0.8, `${read} were rendered`);
});
