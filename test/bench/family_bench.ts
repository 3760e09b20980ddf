/**
 * Two hundred gateways that extend one file are checked in under five seconds, in one process, and the
 * time for each grows little with their number.
 * @module
 */
import { loadTogether } from "../../site/load_gateway.ts";

const BASE = `release: "8.0"
network:
  interfaces:
    - {name: vio0, description: provider}
    - {name: vio1, description: LAN}
  nameservers: [192.0.2.53]
access:
  users:
    - {name: paul, keys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY paul"]}
firewall:
  tables: {admins: [198.51.100.0/24]}
  allow:
    - {proto: tcp, port: 22, from: <admins>}
tunnels:
  - {name: hub, peer: 192.0.2.1, remote: 10.0.0.0/16, dstid: hub.example.net, psk: {file: hub.psk}}
domain: {interfaces: [{bridge: br0}, {bridge: br1}]}
`;

/** One branch: its own addresses and names. */
function branch(at: number): string {
  const outer = `203.0.${100 + (at >> 6)}.${(at & 63) * 4}`.split(".");
  const address = (plus: number) => [...outer.slice(0, 3), Number(outer[3]) + plus].join(".");
  return `extends: base.yaml
hostname: b${at}.example.net
network:
  interfaces:
    - {name: vio0, address: ${address(2)}/30}
    - {name: vio1, address: 10.100.${at}.1/24}
  gateway: ${address(1)}
tunnels:
  - {name: hub, local: 10.100.${at}.0/24, srcid: b${at}.example.net}
`;
}

const root = await Deno.makeTempDir();
await Deno.writeTextFile(`${root}/base.yaml`, BASE);
await Deno.writeTextFile(`${root}/hub.psk`, `${"correct-horse".repeat(2)}\n`, { mode: 0o600 });
const files = Array.from({ length: 200 }, (_, at) => `${root}/b${at}.yaml`);
for (const [at, file] of files.entries()) await Deno.writeTextFile(file, branch(at));

/** Milliseconds of a check of the first `count`. */
async function check(count: number): Promise<number> {
  const start = performance.now();
  const outcomes = await loadTogether(files.slice(0, count));
  const refused = outcomes.find(({ error }) => error);
  if (refused) throw refused.error!;
  return performance.now() - start;
}

await check(20);
const twenty = await check(20);
const all = await check(200);
const { rss } = Deno.memoryUsage();
console.log(
  `200 gateways of one family: ${Math.round(all)} ms, ${
    (all / twenty).toFixed(1)
  } times what 20 take, ${Math.round(rss / 2 ** 20)} MiB`,
);
await Deno.remove(root, { recursive: true });
if (all > 5000 || all / twenty > 40 || rss > 2 ** 30) {
  throw new Error(
    "a family of 200 takes over 5 s, over 1 GiB, or far more than ten times 20 of it",
  );
}
