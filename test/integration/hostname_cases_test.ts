/**
 * hostname.if(5) files that people run, said in fields of a description: what netstart(8) makes of both
 * is the same. The files are in ../shared/cases/gateways; with GATEWRIGHT_NETSTART, the script of a release,
 * that reads both.
 */
import assert from "node:assert/strict";
import { parseGateway } from "../../gateway/load/load.ts";
import { networkSecrets } from "../../gateway/secrets/network_secrets.ts";
import { bytesOf } from "../../site/file.ts";
import { siteFiles } from "../../site/files.ts";
import { netstartCommands, standInCommands } from "../netstart.ts";
import { testSecrets } from "../gateway.ts";

const CASES = new URL("../../../shared/cases/gateways/", import.meta.url);
const there = await Deno.stat(CASES).then(() => true, () => false);
if (!there) console.log("hostname.if cases: skipped, there is no ../shared/cases/gateways");
const script = Deno.env.get("GATEWRIGHT_NETSTART");

/** The interfaces of each case in fields, in YAML. Passwords are in files named after them. */
const IN_FIELDS: [string, string[]][] = [
  ["01-draytek-nat", [
    "{name: vio0, address: 192.168.64.1/24}",
    "{name: vio1, address: 203.0.113.9/27}",
  ]],
  ["02-two-lans-pubkeys", [
    "{name: vio0, address: 203.0.113.2/29}",
    "{name: vio1, address: 192.168.181.1/24}",
  ]],
  ["06-multi-office-gre-carp-ospf", [
    "{name: vio0, address: 203.0.113.4/28}",
    "{name: vio1, address: 198.51.100.12/29}",
    "{name: vio2}",
    "{name: vio3, address: 10.255.255.1/30}",
    "{name: vlan10, address: 10.42.10.2/24, vlan: {id: 10, parent: vio2}}",
    "{name: carp1, address: 203.0.113.3/28, aliases: [203.0.113.5/32], carp: {vhid: 1, carpdev: vio0, password: {file: example}}}",
    "{name: carp10, address: 10.42.10.1/24, carp: {vhid: 10, carpdev: vlan10, password: {file: example}}}",
    "{name: pfsync0, pfsync: {syncdev: vio3, syncpeer: 10.255.255.2, defer: true}}",
    "{name: lo1, address: 10.255.52.1/32}",
    "{name: gre1, address: 10.254.52.1/30, peer: 10.254.52.2, mtu: 1400, gre: {local: 10.255.52.1, remote: 10.255.52.65}}",
  ]],
  ["08-l2tp-macos-npppd", [
    "{name: vio0, address: 10.8.0.1/24}",
    "{name: vio1, address: 203.0.113.2/29}",
  ]],
  ["10-dn42-gre-transport", [
    "{name: vio0, address: 203.0.113.2/29}",
    "{name: gre0, address: 10.20.30.0/31, peer: 10.20.30.1, inet6: [eui64], gre: {local: 203.0.113.2, remote: 198.51.100.7}}",
  ]],
  ["14-gcp-bgp-gif", [
    "{name: vio0, address: 203.0.113.7/28}",
    "{name: vio1, address: 172.16.10.1/24}",
    // It has no tunnel and only holds the addresses of a link whose packets flows carry: no field says that.
    "{name: gif0, options: [inet 169.254.149.90 255.255.255.252 169.254.149.89]}",
  ]],
  ["24-faq-roadwarrior", ["{name: vio0, address: 203.0.113.2/29}"]],
  ["32-ha-pair-relayd", [
    "{name: vio0, address: 203.0.113.2/29}",
    "{name: vio1, address: 10.10.10.2/24}",
    "{name: vio2, address: 10.255.255.2/30}",
    "{name: carp0, address: 203.0.113.1/29, carp: {vhid: 10, carpdev: vio0, password: {file: example1}}}",
    "{name: carp1, address: 10.10.10.1/24, carp: {vhid: 20, carpdev: vio1, password: {file: example2}}}",
    "{name: pfsync0, pfsync: {syncdev: vio2}}",
  ]],
];

/** hostname.if(5) as people have it, by the name of the interface. */
function people(name: string): Map<string, string> {
  const folder = new URL(`${name}/input/`, CASES);
  return new Map(
    [...Deno.readDirSync(folder)].filter((one) => one.name.startsWith("hostname.")).map((one) => [
      one.name.replace("hostname.", ""),
      Deno.readTextFileSync(new URL(one.name, folder)),
    ]),
  );
}

/** hostname.if(5) as Gatewright writes it. */
function ours(interfaces: string[]): Map<string, string> {
  const { gateway } = parseGateway(
    `hostname: gw.example.net
network:
  interfaces:
${interfaces.map((one) => `    - ${one}\n`).join("")}
access: {rootKeys: ["ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJ${"k".repeat(42)} a@b"]}
`,
    "gw.yaml",
  );
  const network = Object.fromEntries(
    networkSecrets(gateway).map((
      { key, ref },
    ) => [key, "file" in ref ? ref.file.split("/").at(-1)! : ""]),
  );
  return new Map(
    siteFiles(gateway, testSecrets({ network })).flatMap((file) => {
      const [, name] = /\/hostname\.(\w+)$/.exec(file.path) ?? [];
      return name === undefined ? [] : [[name, new TextDecoder().decode(bytesOf(file))]];
    }),
  );
}

/** Words of ifconfig(8) that say the same, and those that say what is so anyway. */
const OLDER = new Map([["vlandev", "parent"], ["vlan", "vnetid"]]);
const ANYWAY = new Set(["up", "-inet6", "advbase 1", "advskew 0"]);
const WITH_VALUE = /^(vhid|advbase|advskew|carpdev|pass|syncdev|syncpeer|mtu|parent|vnetid)$/;
const POINT_TO_POINT = /^(gif|gre)\d/;

/** What the ifconfig(8) commands for one interface set, in no order. */
function meaning(commands: readonly string[]): string[] {
  const settings = new Set<string>();
  for (const command of commands) {
    const [program, name, ...words] = command.split("\x1f");
    assert.equal(program, "ifconfig", command);
    while (words.length > 0) {
      const word = OLDER.get(words[0]!) ?? words[0]!;
      words.shift();
      let said = word;
      if (word === "tunnel") said = `tunnel ${words.shift()} ${words.shift()}`;
      else if (WITH_VALUE.test(word)) said = `${word} ${words.shift()}`;
      else if (word === "inet6") said = `inet6 ${words.shift()}`;
      else if (word === "inet" || /^\d+\.\d/.test(word)) {
        if (word === "inet" && words[0] === "alias") words.shift();
        said = address(name!, word === "inet" ? words.shift()! : word, words);
      }
      if (!ANYWAY.has(said)) settings.add(`${name} ${said}`);
    }
  }
  return [...settings].sort();
}

/** An address, its mask and its far end, which are taken from `words`. */
function address(name: string, own: string, words: string[]): string {
  let [ip, length = ""] = own.split("/");
  let far = /^\d+\.\d/.test(words[0] ?? "") ? words.shift() : undefined;
  for (; words[0] === "netmask" || words[0] === "broadcast"; words.splice(0, 2)) {
    if (words[0] === "netmask") {
      const bits = words[1]!.split(".").map((part) => Number(part).toString(2)).join("");
      length = String(bits.replaceAll("0", "").length);
      // One field of struct in_aliasreq holds either (netinet/in_var.h).
    } else if (POINT_TO_POINT.test(name)) far = words[1];
  }
  return `inet ${ip}/${length}${far ? ` to ${far}` : ""}`;
}

for (const [name, interfaces] of IN_FIELDS) {
  Deno.test({
    name: `hostname.if of ${name} can be expressed in fields`,
    ignore: !there,
    async fn() {
      const [theirs, own] = [people(name), ours(interfaces)];
      assert.deepEqual([...own.keys()].sort(), [...theirs.keys()].sort());
      const read = (files: Map<string, string>) =>
        script === undefined
          ? standInCommands(files, [])
          : Deno.readTextFile(script).then((text) => netstartCommands(text, files, []));
      assert.deepEqual(meaning(await read(own)), meaning(await read(theirs)));
    },
  });
}
