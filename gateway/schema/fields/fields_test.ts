import assert from "node:assert/strict";
import { Ajv } from "ajv";
import fc from "fast-check";
import { parse } from "yaml";
import { EXAMPLES, MAN, SINCE } from "./annotations.ts";
import type { FieldNode } from "./field.ts";
import { allFields, comparable, MISSING } from "./fields.ts";
import { gatewaySchema } from "../schema.ts";
import { fieldsMeant, searchFields } from "./search.ts";
import { allTopics, topicOf } from "./topics.ts";

const fields = allFields();

Deno.test("every field has a description, an example, and a manual page where it ends in a file", () => {
  assert(fields.length > 180);
  for (const { path, description, example, man } of fields) {
    assert(description.length > 3, `${path} has no description`);
    assert.notEqual(parse(example), undefined, path);
    assert(
      !example.endsWith(MISSING),
      `${path}: say in annotations.ts what an example of it is`,
    );
    const onHost = /^(domain|disk\.size|extends|name|accept)/.test(path);
    assert(man !== undefined || onHost, `${path}: say in annotations.ts where it ends`);
  }
});

Deno.test("paths are those that complaints name, each once", () => {
  const paths = fields.map(({ path }) => path);
  assert.equal(new Set(paths).size, paths.length);
  for (const path of ["tunnels[].phase1.enc", "disk.layout[].mount", "domain.vcpus.maximum"]) {
    assert(paths.includes(path), path);
  }
  // Where a secret is kept is said once, not for each secret.
  assert(!paths.some((path) => path.endsWith("psk.file")));
});

Deno.test("the schema takes every example", () => {
  const anything = JSON.parse(JSON.stringify(gatewaySchema, (key, value) => {
    // An example shows one field: what else must be there is not its matter.
    if (key === "required") return undefined;
    // The keys of secrets tell the alternatives apart.
    return value;
  })) as FieldNode;
  const valid = new Ajv({ strict: false, allErrors: true }).compile(anything);
  for (const { path, example } of fields) {
    assert(valid(parse(example)), `${path}: ${JSON.stringify(valid.errors?.[0])}\n${example}`);
  }
});

Deno.test("an example of a whole entry has all that must be there", () => {
  const valid = new Ajv({ strict: false }).compile({
    ...JSON.parse(JSON.stringify(gatewaySchema)),
    required: [],
  });
  for (const path of ["tunnels", "clients", "failover", "files", "domain", "disk", "network"]) {
    const { example } = fields.find((one) => one.path === path)!;
    assert(valid(parse(example)), `${path}: ${JSON.stringify(valid.errors?.[0])}`);
  }
});

Deno.test("annotations beside the schema are of fields that exist", () => {
  const paths = new Set(fields.map(({ path }) => path));
  const named = [
    ...MAN.keys(),
    ...EXAMPLES.keys(),
    ...[...SINCE.keys()].map((key) => key.split("=")[0]!),
    ...allTopics().flatMap((topic) => topic.fields),
  ];
  assert.deepEqual(named.filter((path) => !paths.has(path)), []);
});

Deno.test("a default and a release are shown if there are any", () => {
  const field = (path: string) => fields.find((one) => one.path === path)!;
  assert.equal(field("tunnels[].ike").initial, "2");
  assert.equal(field("network.interfaces[].wg.port").since, "6.8");
  assert.equal(field("tunnels[].phase2.group").since, "7.0 for sntrup761x25519, 6.9 for none");
  assert.equal(field("tunnels[].psk").since, undefined);
  assert.equal(field("network.interfaces[].vlan.id").man, "vlan(4)");
  assert.equal(field("tunnels[].peer").required, true);
});

Deno.test("words that people try lead to the field that does it", () => {
  const leads: [string, string][] = [
    ["nat", "firewall.nat"],
    ["NAT", "firewall.nat"],
    ["eap", "clients"],
    ["sha1", "tunnels[].phase1.auth"],
    ["dynamic", "tunnels[].peer"],
    ["vlan: 30", "network.interfaces[].vlan"],
    ["vlan30", "network.interfaces[].vlan"],
    ["group: 5", "tunnels[].phase1.group"],
    ["dh14", "tunnels[].phase1.group"],
    ["psk", "tunnels[].psk"],
    ["bgp", "files"],
    ["dhcp", "network.interfaces[].address"],
    ["dyndns", "tunnels[].peer"],
    ["port forward", "firewall.redirect"],
    ["port-forward", "firewall.redirect"],
    ["mtu", "firewall.maxMss"],
    ["dpd", "tunnels[].mode"],
    ["leftsubnet", "tunnels[].local"],
    ["vrrp", "failover"],
    ["hmac-sha1", "tunnels[].phase1.auth"],
    ["3des", "tunnels[].phase1.enc"],
    ["curve25519", "tunnels[].phase1.group"],
  ];
  for (const [word, path] of leads) {
    assert.equal(searchFields(fields, word).fields[0]?.path, path, word);
  }
  assert.match(topicOf("group: 5")!.text, /modp1536/);
  assert.equal(topicOf("group: 99"), undefined);
  assert.deepEqual(searchFields(fields, "xyzzy").fields, []);
  // nat is not a part of Destination and Alternates.
  const nat = searchFields(fields, "nat").fields;
  assert(nat.some(({ path }) => path === "tunnels[].nat"));
  for (const { path, name, description } of nat) {
    if (name.includes("nat")) continue;
    assert.doesNotMatch(description.replaceAll(/\bnat\b/gi, ""), /nat/, path);
  }
  // The beginning of a word is enough, also in the middle of a name.
  const found = (word: string) => searchFields(fields, word).fields.map(({ path }) => path);
  assert(found("certif").includes("clients[].certificate"));
  assert(found("bytes").includes("tunnels[].phase2.lifetimeBytes"));
});

Deno.test("a path is understood as it is written, as a complaint has it, and by its end", () => {
  const one = (path: string) => fieldsMeant(fields, path).map((field) => field.path);
  for (const path of ["tunnels[].phase1.enc", "tunnels[0].phase1.enc", "tunnels.phase1.enc"]) {
    assert.deepEqual(one(path), ["tunnels[].phase1.enc"]);
  }
  assert.deepEqual(one("skipTunnels"), ["firewall.skipTunnels"]);
  assert.deepEqual(one("lifetime"), ["tunnels[].phase1.lifetime", "tunnels[].phase2.lifetime"]);
  assert.deepEqual(one("constructor"), []);
});

Deno.test("no word leads to an exception", () => {
  fc.assert(fc.property(fc.string(), (word) => {
    const { fields: found } = searchFields(fields, word);
    assert(found.every(({ path }) => typeof path === "string"));
    assert(fieldsMeant(fields, word).length <= fields.length);
    assert.equal(typeof comparable(word), "string");
  }));
});
