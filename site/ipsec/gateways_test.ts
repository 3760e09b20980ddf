import assert from "node:assert/strict";
import { type Meaning, meaningsOf } from "../../test/ipsec_grammar.ts";
import { ikev1Tunnels } from "../../gateway/tunnel.ts";
import { parseGateway } from "../load_gateway.ts";
import { renderIkedConf } from "./iked_conf.ts";
import { renderIpsecTunnel } from "./ipsec_tunnel.ts";
import { testSecrets } from "../../test/gateway.ts";
import { reveal, Secret } from "../../host/secret.ts";

const HEAD = `hostname: gw.example.net
access: {rootPassword: {env: PW}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}, {bridge: br2}]}
`;
const WEAK = "auth: hmac-sha1, enc: aes, group: modp1024";
const OFFICE = "auth: hmac-sha1, enc: aes-256, group: modp1024";

/** Gateways that people run: their configuration, and ours for it. */
const GATEWAYS: [file: string, description: string, left?: (keyof Meaning)[]][] = [
  [
    "01-draytek-nat.ipsec.conf",
    `network:
  interfaces: [{name: vio0, address: 192.168.64.1/24}, {name: vio1, address: 203.0.113.9/27}]
  gateway: 203.0.113.1
tunnels:
  - {name: home, ike: 1, mode: dynamic, peer: 198.51.100.20, localAddress: 203.0.113.9, local: 192.168.64.0/22, remote: 192.168.1.0/24, phase1: {${WEAK}}, phase2: {${WEAK}}, srcid: 203.0.113.9, dstid: 198.51.100.20, psk: {env: P}}
`,
    ["lifetime2"],
  ],
  [
    "02-two-lans-pubkeys.ipsec.conf",
    `network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}, {name: vio1, address: 192.168.181.1/24}]
  gateway: 203.0.113.1
tunnels:
  - {name: lan2, ike: 1, peer: 198.51.100.42, local: [192.168.181.0/24, 203.0.113.2], remote: [192.168.178.0/24, 198.51.100.42], phase1: default, phase2: default, peerKey: {env: K}}
`,
  ],
  [
    "06-multi-office-gre-carp-ospf.ipsec.conf",
    `network:
  interfaces: [{name: vio0, address: 203.0.113.4/28, aliases: [203.0.113.3/28]}, {name: vio2, address: 10.42.10.2/24}]
  gateway: 203.0.113.1
tunnels:
  - {name: customer1, ike: 1, peer: 198.51.100.200, localAddress: 203.0.113.3, local: 10.42.0.0/16, remote: 192.168.77.0/24, phase1: {${OFFICE}, lifetime: 28800}, phase2: {${OFFICE}, lifetime: 3600}, psk: {env: P}, tag: customer1}
  - {name: office2, ike: 1, peer: 198.51.100.130, localAddress: 203.0.113.3, local: 10.255.52.1, remote: 10.255.52.65, phase1: {${OFFICE}, lifetime: 28800}, phase2: {${OFFICE}, lifetime: 3600}, psk: {env: Q}}
`,
  ],
  [
    "08-l2tp-macos-npppd.ipsec.conf",
    `network:
  interfaces: [{name: vio0, address: 10.8.0.1/24}, {name: vio1, address: 203.0.113.2/29}]
  gateway: 203.0.113.1
tunnels:
  - {name: l2tp, ike: 1, mode: passive, peer: any, local: 203.0.113.2, remote: 0.0.0.0/0, phase1: {${WEAK}}, phase2: {auth: hmac-sha2-256, enc: aes, group: modp1024}, psk: {env: P}}
`,
    ["lifetime2"],
  ],
  [
    "10-dn42-gre-transport.ipsec.conf",
    `network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}]
  gateway: 203.0.113.1
tunnels:
  - {name: dn42, ike: 1, peer: 198.51.100.7, local: 203.0.113.2, remote: 198.51.100.7, proto: gre, encapsulation: transport, phase1: {auth: hmac-sha1, enc: aes-128, group: modp1536, lifetime: 28800}, phase2: {auth: hmac-sha1, enc: aes-128, group: modp1536, lifetime: 3600}, peerKey: {env: K}}
`,
  ],
  [
    "14-gcp-bgp-gif.iked.conf",
    `network:
  interfaces: [{name: vio0, address: 203.0.113.7/28}, {name: vio1, address: 172.16.10.1/24}]
  gateway: 203.0.113.1
tunnels:
  - {name: gcpvpn, peer: 198.51.100.5, localAddress: 203.0.113.7, selectors: [{local: 169.254.149.90, remote: 169.254.149.89}, {local: 172.16.10.0/24, remote: 10.0.8.0/23}], phase2: default, srcid: 203.0.113.7, dstid: 198.51.100.5, psk: {env: P}}
`,
    // iked does not rekey the IKE SA by itself.
    ["lifetime1"],
  ],
  [
    "24-faq-roadwarrior.iked.conf",
    `network:
  interfaces: [{name: vio0, address: 203.0.113.2/29}]
  gateway: 203.0.113.1
clients:
  - {name: responder_eap, pool: 10.0.5.0/24, nameservers: [10.0.5.1], localAddress: 203.0.113.2, srcid: server1.example.net, certificate: {ca: {env: A}, cert: {env: B}, key: {env: C}}, users: [{name: alice, password: {env: P}}], tag: ROADW}
`,
    // Of what the daemon would offer, the weak half is left out.
    ["phase1", "phase2", "lifetime1", "lifetime2"],
  ],
];

for (const [file, description, left = []] of GATEWAYS) {
  Deno.test(`${file}: fields say what its administrator wrote`, async () => {
    const { gateway } = parseGateway(HEAD + description, "gw.yaml");
    const psk = "a-psk-that-is-long-enough";
    const secrets = testSecrets({
      psks: Object.fromEntries(gateway.tunnels.map(({ name }) => [name, psk])),
      clientPasswords: { "responder_eap/alice": psk },
    });
    const text = gateway.tunnels[0]?.ike === 1
      ? ikev1Tunnels(gateway.tunnels).map((one) => reveal(renderIpsecTunnel(one, new Secret(psk))))
        .join("")
      : reveal(renderIkedConf(gateway, secrets));
    const url = new URL(`testdata/gateways/${file}`, import.meta.url);
    const compared = (meanings: Meaning[]) =>
      meanings.map((one) => {
        const whole: Partial<Meaning> = { ...one };
        for (const key of left) delete whole[key];
        // Main mode is what the grammar fills in.
        if (whole.exchange === "main") delete whole.exchange;
        return whole;
      });
    assert.deepEqual(
      compared(meaningsOf(text)),
      compared(meaningsOf(await Deno.readTextFile(url))),
    );
  });
}
