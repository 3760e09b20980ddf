/**
 * The run's part of the guest's ramdisk: scripts and cases.
 * @module
 */
import { shellWord } from "../../host/shell_word.ts";
import { cpio, type CpioEntry } from "../rehearsal/cpio.ts";
import type { LabCase } from "./case.ts";

/** Scripts of `guest/` by path in the ramdisk. */
const SCRIPTS: [path: string, script: string][] = [
  ["init", "init"],
  ...["run_case", "lab.sh", "daemons.sh", "libreswan.sh", "traffic.sh", "certificates.sh"]
    .map((name): [string, string] => [`usr/lib/lab/${name}`, name]),
];

/** /etc of every node, before its own files. */
const ETC: [name: string, content: string][] = [
  [
    "passwd",
    "root:x:0:0:root:/root:/bin/sh\n_iked:x:100:100::/var/lib/openiked/empty:/bin/false\n" +
    "nobody:x:65534:65534::/:/bin/false\n",
  ],
  ["group", "root:x:0:\n_iked:x:100:\nnogroup:x:65534:\n"],
  [
    "nsswitch.conf",
    "passwd: files\ngroup: files\nhosts: files\nservices: files\nprotocols: files\n",
  ],
  ["resolv.conf", ""],
  ["hosts", "127.0.0.1 localhost\n"],
  ["protocols", "icmp 1\ntcp 6\nudp 17\ngre 47\nesp 50\nah 51\nipv6-icmp 58\nospf 89\nsctp 132\n"],
  [
    "services",
    "ssh 22/tcp\ndomain 53/tcp\ndomain 53/udp\nhttp 80/tcp\nhttps 443/tcp\nl2tp 1701/udp\n",
  ],
  // As in Debian's package, without its notes about subnets behind NAT.
  ["ipsec.conf", "config setup\n\ninclude /etc/ipsec.d/*.conf\n"],
  ["ipsec.secrets", "include /etc/ipsec.d/*.secrets\n"],
  [
    "strongswan.conf",
    `charon {
  install_routes = no
  load = random nonce aes rc2 sha1 sha2 md5 mgf1 hmac kdf cmac xcbc fips-prf ctr ccm gcm \
chapoly curve25519 gmp openssl drbg pem pkcs1 pkcs7 pkcs8 pkcs12 pubkey x509 revocation constraints \
sshkey dnskey kernel-netlink socket-default vici updown eap-identity eap-mschapv2 eap-md5 eap-tls \
xauth-generic counters
  filelog {
    stderr {
      default = 1
      cfg = 2
      flush_line = yes
    }
  }
}
`,
  ],
];

/** Folders in every node's /etc. */
const FOLDERS = [
  ...["", "/ca", "/certs", "/crls", "/private", "/pubkeys", "/pubkeys/ipv4", "/pubkeys/ipv6"]
    .concat("/pubkeys/fqdn", "/pubkeys/ufqdn").map((name) => `iked${name}`),
  "ipsec.d",
  ...["", "/x509", "/x509ca", "/x509ocsp", "/x509aa", "/x509ac", "/x509crl", "/private", "/pubkey"]
    .concat("/rsa", "/ecdsa", "/bliss", "/pkcs8", "/pkcs12").map((name) => `swanctl${name}`),
];

/** The archive members of the scripts and `cases`. */
export async function guestPart(cases: readonly LabCase[]): Promise<Uint8Array<ArrayBuffer>> {
  const files = new Map<string, { mode: number; content: Uint8Array }>();
  const add = (path: string, content: string | Uint8Array, mode = 0o644) => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    files.set(path, { mode, content: bytes });
  };
  for (const [path, name] of SCRIPTS) {
    const response = await fetch(new URL(`guest/${name}`, import.meta.url));
    add(path, new Uint8Array(await response.arrayBuffer()), 0o755);
  }
  for (const [name, content] of ETC) add(`usr/lib/lab/etc/${name}`, content);
  for (const [name, content] of ETC) add(`etc/${name}`, content);
  for (const one of cases) {
    for (const node of one.nodes) {
      for (const { path, content, mode } of node.files) {
        add(`cases/${one.name}/${node.name}${path}`, content, mode);
      }
    }
    add(`cases/${one.name}/case.sh`, caseScript(one), 0o600);
  }
  const folders = new Set(FOLDERS.map((name) => `usr/lib/lab/etc/${name}`));
  for (const path of [...folders, ...files.keys()]) {
    const words = path.split("/").slice(0, -1);
    words.forEach((_, index) => folders.add(words.slice(0, index + 1).join("/")));
  }
  // They are in the first part of the ramdisk.
  for (const name of ["usr", "usr/lib"]) folders.delete(name);
  const entries: CpioEntry[] = [
    ...[...folders].sort().map((name) => ({ name, kind: "directory" as const })),
    ...[...files].map(([name, file]) => ({ name, kind: "file" as const, ...file })),
  ];
  return cpio(entries);
}

/** The case as a shell script of the guest. */
function caseScript({ nodes, cables, steps }: LabCase): string {
  return [
    ...nodes.map(({ name, hostname }) => `node ${name} ${shellWord(hostname)}`),
    ...cables.map((words) => `joined ${words.join(" ")}`),
    ...nodes.map(({ name, network }) => `network ${name} <<'END'\n${network.join("\n")}\nEND`),
    ...steps,
    "",
  ].join("\n");
}
