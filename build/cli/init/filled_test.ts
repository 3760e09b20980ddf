import assert from "node:assert/strict";
import fc from "fast-check";
import { parseGateway } from "../../../gateway/load/load.ts";
import { answerFault, filled, replaceWords } from "./filled.ts";
import type { Question } from "./kind.ts";
import { KINDS } from "./kinds.ts";
import { networkOf } from "./network_of.ts";

const example = (file: string) =>
  Deno.readTextFileSync(new URL(`../../../examples/${file}`, import.meta.url));

Deno.test("whole words are replaced, all at once, and no part of another word", () => {
  const words = new Map([["10.0.0.1", "10.9.9.9"], ["10.9.9.9", "wrong"], ["gw", "vpn"]]);
  assert.equal(
    replaceWords("10.0.0.1, 10.0.0.10, 10.0.0.1/24, 110.0.0.1, [10.0.0.1]. Ask gw. gw.net", words),
    "10.9.9.9, 10.0.0.10, 10.0.0.1/24, 110.0.0.1, [10.9.9.9]. Ask vpn. gw.net",
  );
});

Deno.test("what an answer must look like is reported", () => {
  const question = (form: Question["form"]): Question => ({
    flag: "x",
    text: "X",
    initial: "",
    form,
  });
  assert.equal(answerFault(question("prefixed"), "10.0.0.1/24"), undefined);
  assert.match(answerFault(question("prefixed"), "10.0.0.1")!, /prefix length/);
  assert.match(answerFault(question("prefixed"), "10.0.0.256/24")!, /prefix length/);
  assert.equal(answerFault(question("login"), "anna"), undefined);
  assert.match(answerFault(question("login"), "Anna")!, /login name/);
});

Deno.test("a network follows from an address in it", () => {
  assert.equal(networkOf("10.1.2.3/22"), "10.1.0.0/22");
  assert.equal(networkOf("255.255.255.255/32"), "255.255.255.255/32");
  assert.equal(networkOf("10.1.2.3/0"), "0.0.0.0/0");
});

Deno.test("every default of every kind is a word of its example", () => {
  for (const { name, files, questions } of KINDS.values()) {
    const texts = files.map(example).join("");
    for (const { flag, initial, derived = [] } of questions) {
      for (const word of [initial, ...derived.map(([one]) => one)]) {
        assert.notEqual(replaceWords(texts, new Map([[word, "\0"]])), texts, `${name} ${flag}`);
      }
      for (const [word, made] of derived) assert.equal(made(initial), word);
    }
  }
});

Deno.test("answers end in the fields that they are for, whatever they are", () => {
  const { questions } = KINDS.get("site")!;
  const octet = fc.integer({ min: 1, max: 254 });
  const label = fc.stringMatching(/^[a-z][a-z0-9]{0,10}$/);
  fc.assert(fc.property(octet, octet, label, label, (a, b, host, tunnel) => {
    const answers = new Map([
      ["hostname", `${host}.example.org`],
      ["address", `172.16.${a}.2/24`],
      ["gateway", `172.16.${a}.1`],
      ["remote", `192.168.${b}.0/24`],
      ["tunnel", tunnel],
    ]);
    const { gateway } = parseGateway(
      filled(example("hq.yaml"), questions, answers, undefined),
      "/x.yaml",
    );
    assert.equal(gateway.hostname, `${host}.example.org`);
    assert.equal(gateway.network.gateway, `172.16.${a}.1`);
    assert.deepEqual(
      gateway.tunnels.map(({ name, local, remote, auth }) => ({
        name,
        local,
        remote,
        auth,
      })),
      [{
        name: tunnel,
        local: [`172.16.${a}.0/24`],
        remote: [`192.168.${b}.0/24`],
        auth: { method: "psk", psk: { file: `/secrets/${tunnel}.psk` } },
      }],
    );
  }));
});

Deno.test("the router's DMZ is kept from the networks of the answers, and has no rule without ports", () => {
  const { questions } = KINDS.get("router")!;
  const answers = new Map([
    ["lan", "172.20.1.1/24"],
    ["dmz", "172.20.9.1/24"],
    ["remote", "192.168.0.0/16"],
  ]);
  const text = filled(example("router.yaml"), questions, answers, undefined);
  const { firewall } = parseGateway(text, "gw.yaml").gateway;
  assert.deepEqual([...firewall.tables.get("inside")!].sort(), ["172.20.1.0/24", "192.168.0.0/16"]);
  const dmz = firewall.allow.filter(({ on }) => on === "vio2");
  assert(dmz.length > 0);
  for (const { from, to, port } of dmz) {
    assert.deepEqual([from, to], [["172.20.9.0/24"], ["! <inside>"]]);
    assert(port.length > 0 && !port.includes("22"));
  }
});
