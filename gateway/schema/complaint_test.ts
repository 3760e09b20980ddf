import assert from "node:assert/strict";
import { DescriptionError } from "../document/problem.ts";
import { parseGateway } from "../load/load.ts";

function complaints(text: string): string[] {
  try {
    parseGateway(text, "gw.yaml");
    return [];
  } catch (error) {
    assert(error instanceof DescriptionError);
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
}

Deno.test("the character that a name must not have is named", () => {
  const rest = "network: {interfaces: [{name: vio0, address: 10.0.0.1/24}]}\n";
  assert(
    complaints(`hostname: VPN_1\n${rest}`).some((one) =>
      /^hostname: found "VPN_1"; "_" is not allowed in it; allowed: /.test(one)
    ),
  );
  assert(!complaints(`hostname: VPN-1\n${rest}`).some((one) => one.startsWith("hostname")));
});

Deno.test("a text that is wrong in more than one way gets the rule alone", () => {
  const said = complaints("hostname: a_b c\n").find((one) => one.startsWith("hostname"));
  assert(said && !said.includes("is not allowed in it"), said);
});

Deno.test("what YAML takes for a number is asked for in quotes where it would be right as a text", () => {
  const rest =
    "hostname: gw.example.net\nnetwork: {interfaces: [{name: vio0, address: 10.0.0.1/24}]}\n";
  const said = (more: string) => complaints(rest + more).join("\n");
  assert.match(said("release: 8.0\n"), /^release: found 8\.0; .*; write "8\.0"$/m);
  assert.deepEqual(complaints(`${rest}release: "8.0"\n`), []);
  // No quotes help a release that does not exist, and a group that has another name.
  assert.doesNotMatch(said("release: 7.80\n"), /quotes/);
  const tunnel =
    "name: a, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.1.0.0/24, psk: {file: a}";
  assert.doesNotMatch(said(`tunnels: [{${tunnel}, phase1: {group: 14}}]\n`), /quotes/);
});

Deno.test("true where a text belongs is not asked for in quotes: it is meant as a switch", () => {
  const rest =
    "hostname: gw.example.net\nnetwork: {interfaces: [{name: vio0, address: 10.0.0.1/24}]}\n";
  const said = (file: string) => complaints(`${rest}files: [{path: /etc/motd, ${file}}]\n`).join();
  assert.match(said("content: x, append: true"), /append: found true; allowed: What to add/);
  assert.doesNotMatch(said("content: x, append: true"), /quotes/);
  assert.match(said("content: 5"), /; write "5"$/);
});

Deno.test("a number in quotes, and the word null without them, are told so", () => {
  const rest =
    "hostname: gw.example.net\nnetwork: {interfaces: [{name: vio0, address: 10.0.0.1/24}]}\n";
  const tunnel =
    "name: a, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.1.0.0/24, psk: {file: a}";
  const said = (more: string) => complaints(`${rest}tunnels: [{${tunnel}, ${more}}]\n`).join("\n");
  assert.match(said("proto: tcp, remotePort: '443'"), /"443"; .*; leave its quotes out$/m);
  assert.doesNotMatch(said("proto: tcp, remotePort: '70000'"), /quotes/);
  assert.match(said("phase2: {enc: null}"), /enc: found nothing; .*; write "null"$/m);
  assert.doesNotMatch(said("phase2: {enc: }"), /quotes/);
  assert.deepEqual(complaints(`${rest}tunnels: [{${tunnel}, phase2: {enc: "null"}}]\n`), []);
});

Deno.test("words and numbers of other systems lead to what is written here", () => {
  const rest = "hostname: gw.example.net\n";
  const network = "network: {interfaces: [{name: vio0, address: 10.0.0.1/24}]}\n";
  const tunnel =
    "name: a, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.1.0.0/24, psk: {file: a}";
  const said = (text: string) => complaints(rest + text).join("\n");
  assert.match(
    said(`${network}tunnels: [{${tunnel}, dpd: 30}]\n`),
    /no field "dpd" \(see gatewright explain dpd\)/,
  );
  assert.match(
    said(`${network}tunnels: [{${tunnel}, phase1: {group: 14}}]\n`),
    /group: found 14; .*; Diffie-Hellman group 14 is group: modp2048$/m,
  );
  assert.match(
    said("network: {interfaces: [{name: vlan30, address: 10.0.0.1/24, vlan: 30}]}\n"),
    /vlan: \{id: 30, parent: vio1\}/,
  );
  // A slip of a name that there is stays a slip.
  assert.doesNotMatch(said(`${network}tunels: []\n`), /explain/);
});

Deno.test("a secret in place of its file is not shown, and how to name the file is", () => {
  const key = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=";
  const said = (card: string, more: string) =>
    complaints(
      `hostname: gw.example.net\nnetwork: {interfaces: [{name: vio0, address: 10.0.0.1/24}${card}]}\n${more}`,
    ).join("\n");
  const tunnel = "name: a, peer: 192.0.2.1, local: 10.0.0.0/24, remote: 10.1.0.0/24";
  const hidden = "which is not shown here, because it may be a secret; write";
  for (
    const [card, more, path, hint] of [
      [
        "",
        `tunnels: [{${tunnel}, psk: ${key}}]\n`,
        "tunnels[0].psk",
        "psk: {file: secrets/NAME.psk}",
      ],
      [
        "",
        `tunnels: [{${tunnel}, psk: 12345678}]\n`,
        "tunnels[0].psk",
        "psk: {file: secrets/NAME.psk}",
      ],
      [
        `, {name: wg0, address: 10.9.0.1/24, wg: {key: ${key}, peers: [{name: a}]}}`,
        "",
        "network.interfaces[1].wg.key",
        "key: {file: secrets/NAME}",
      ],
      [
        "",
        `failover: {interface: vio0, peer: 10.0.0.2, key: ${key}}\n`,
        "failover.key",
        "key: {file: secrets/NAME}",
      ],
    ] as const
  ) {
    const all = said(card, more);
    const line = all.split("\n").find((one) => one.startsWith(`${path}: `));
    assert(line?.includes(`${hidden} ${hint}, the file that holds it`), all);
    assert(!all.includes(key) && !all.includes("12345678"), all);
  }
  // A misspelt word of a field that takes more than a secret's place is asked for as before.
  assert.match(said("", "access: {rootPassword: nonee}\n"), /allowed: none, \{hash/);
});
