/**
 * The gateway that the end-to-end tests install: two tunnels, on hardware that OpenBSD's floppy
 * kernels drive.
 * @module
 */

/** A secret of it; it must never be seen. */
export const PSK = "one-psk-that-must-never-be-seen";

/** What can be another way in it. */
export interface TwoTunnels {
  /** Further text behind `firewall.allow`. */
  rules?: string;
  /** Value of `disk` in YAML. */
  disk?: string;
  /** Further elements of `files`, with a comma before each. */
  files?: string;
  /** Further fields of `access`, with a comma before each. */
  access?: string;
  /** Give it a second card, whose addresses a raw rule looks up when it is loaded. */
  second?: boolean;
}

/** The second card's address. */
export const SECOND = "10.1.0.1";

const SECOND_CARD = {
  interface: `, {name: em1, address: ${SECOND}/24}`,
  rules: ', rules: ["pass in on em1 from em1:network to em1"]',
  domain: ", interfaces: [{bridge: br0}, {bridge: br1}]",
};

/**
 * Writes `gw.yaml` and its secret into a folder, and returns the path of the description.
 *
 * @param release the value of `release` in YAML
 */
export async function writeTwoTunnels(
  folder: string,
  release: string,
  { rules = "", disk = "{size: 3G}", files = "", access = "", second }: TwoTunnels = {},
): Promise<string> {
  const more = second ? SECOND_CARD : { interface: "", rules: "", domain: "" };
  await Deno.writeTextFile(`${folder}/a.psk`, `${PSK}\n`, { mode: 0o600 });
  await Deno.writeTextFile(
    `${folder}/gw.yaml`,
    `hostname: vpn1.example.net
release: ${release}
timezone: Europe/Stockholm
disk: ${disk}
network:
  interfaces: [{name: em0, address: 10.0.0.50/24}${more.interface}]
  gateway: 10.0.0.1
access: {rootKeys: ["ssh-ed25519 AAAAExample admin@example.net"]${access}}
firewall: {allow: [{proto: tcp, port: 22, from: 10.0.0.0/24}]${rules}${more.rules}}
tunnels:
  - {name: a, ike: 1, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.0.10.0/24, psk: {file: a.psk}}
  - {name: b, ike: 1, peer: 192.0.2.2, local: 10.0.0.0/24, remote: 10.0.11.0/24, psk: {file: a.psk}}
files: [{path: /root/.kshrc, content: "alias l=ls\\n"}${files}]
domain: {hardware: legacy, memory: 512M, vcpus: 2${more.domain}}
`,
  );
  return `${folder}/gw.yaml`;
}
