import assert from "node:assert/strict";
import { GOOD, problems } from "../../test/broken_description.ts";

const said = (firewall: string) =>
  problems(`${GOOD}firewall: ${firewall}\n`).filter((line) => line.includes("firewall")).join("\n");
const from = (word: string) =>
  said(`{tables: {admins: [198.51.100.0/24]}, allow: [{proto: tcp, port: 22, from: ${word}}]}`);

Deno.test("the name of a table or of an interface is suggested as an address list has it", () => {
  assert.match(from("admins"), /found "admins"; .*did you mean <admins>\?/);
  assert.match(from("[10.0.0.0/24, admins]"), /found "admins"; .*did you mean <admins>\?/);
  assert.match(from("'! admins'"), /did you mean ! <admins>\?/);
  assert.match(from("admin"), /did you mean <admins>\?/);
  assert.match(from("vio0"), /did you mean \(vio0:network\)\?/);
  assert.match(from("'vio0:0'"), /did you mean \(vio0:0\)\?/);
  assert.equal(from("<admins>"), "");
  assert.equal(from("(vio0:network)"), "");
});

Deno.test("a host name in an address list is told why pf has none, and what to type", () => {
  const why =
    /"vpn\.example\.org" is a host name, which pf looks up when it loads its rules, at boot/;
  assert.match(from("vpn.example.org"), why);
  assert.match(from("vpn.example.org"), /pfctl -t NAME -T add vpn\.example\.org/);
  const table = said("{tables: {admins: [198.51.100.7, vpn.example.org]}}");
  assert.match(table, /^gw\.yaml:15:44: error: firewall\.tables\.admins\[1\]: /);
  assert.match(table, why);
  assert.match(table, /from \/etc\/rc\.local: pfctl -t admins -T add vpn\.example\.org/);
  // An address with a slip is no name.
  assert.doesNotMatch(from("198.51.100.x"), /host name/);
});

Deno.test("an interface of another system in a rule is reported with the card that is meant", () => {
  const on = (name: string) => said(`{allow: [{on: ${name}, proto: tcp, port: 22, from: any}]}`);
  assert.match(on("eth0"), /OpenBSD has no eth0; interfaces: vio0; did you mean vio0\?/);
  assert.match(on("re0"), /no interface or group re0; interfaces: vio0; did you mean vio0\?/);
  assert.equal(on("vio0"), "");
});

Deno.test("what stands in place of a secret's reference is reported by its kind alone", () => {
  const psk = (value: string) =>
    problems(GOOD.replace("{file: a.psk}", value)).filter((line) => line.includes("psk")).join();
  assert.match(psk("hunter2"), /found text, which is not shown here, because it may be a secret/);
  assert.match(psk("12345678"), /found a number, which is not shown/);
  assert.match(psk("[hunter2]"), /found a list, which is not shown/);
  assert.doesNotMatch(psk("hunter2") + psk("[hunter2]") + psk("12345678"), /hunter2|12345678/);
});
