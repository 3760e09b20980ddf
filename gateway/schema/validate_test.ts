import assert from "node:assert/strict";
import { GOOD, problems, testRefusals } from "../../test/broken_description.ts";

testRefusals([
  ["letters that changed places", "psk:", "pks:", "14:5", /did you mean psk\?/],
  ["release before 6.6", /$/, 'release: "6.5"\n', "15:10", /6\.6 to 8\.0/],
  [
    "two settings in one sysctl",
    /$/,
    "sysctl: {kern.x: '1 kern.securelevel=-1'}\n",
    "15:18",
    /allowed: one value/,
  ],
  ["misspelt field", "hostname:", "hostnam:", "1:1", /did you mean hostname\?/],
  ["misspelt nested field", "address:", "adress:", "4:20", /did you mean address\?/],
  [
    "upper-case user",
    "name: paul",
    "name: Paul",
    "8:14",
    /allowed: Login name: a lower-case letter/,
  ],
  ["a secret in the description", "{file: a.psk}", "hunter2hunter2", "14:10", /not shown/],
  ["IKE version", "peer:", "ike: 3\n    peer:", "11:10", /found 3; allowed: 1, 2/],
  ["quote in a tag", "psk:", "tag: 'a\"b'\n    psk:", "14:10", /allowed: letters, digits/],
  ["release out of range", /$/, 'release: "9.9"\n', "15:10", /6\.6 to 8\.0|OpenBSD release/],
  [
    "two places of one secret",
    "{file: a.psk}",
    "{file: a.psk, env: A}",
    "14:24",
    /env and file contradict/,
  ],
  ["misspelt place of a secret", "{file: a.psk}", "{flie: a.psk}", "14:11", /did you mean file\?/],
  [
    "half a surrogate pair",
    /$/,
    'domain: {description: "a\\ud800"}\n',
    "15:23",
    /allowed: one line without control/,
  ],
  [
    "half a surrogate pair in a file",
    /$/,
    'files: [{path: /etc/x, content: "a\\udc00"}]\n',
    "15:33",
    /allowed: The whole text/,
  ],
  [
    "a line separator",
    /$/,
    'firewall: {rules: ["pass\\u2028block"]}\n',
    "15:20",
    /allowed: One line/,
  ],
  ["a user that begins with _", "name: paul", "name: _paul", "8:14", /allowed: Login name/],
  ["the same key twice", /$/, "hostname: x\n", "15:1", /the field hostname is given twice/],
  [
    "broken YAML",
    "interfaces:",
    "interfaces: [",
    "",
    /gw\.yaml:\d+:\d+/,
    /is not closed before this line; close it/,
  ],
  ["a second document", /$/, "---\nhostname: x\n", "", /second YAML document/],
  [
    "newline in a firewall rule",
    /$/,
    'firewall: {rules: ["pass\\nblock"]}\n',
    "15:20",
    /allowed: One line of pf\.conf/,
  ],
]);

Deno.test("what is wrong in meaning is reported beside what the schema refuses, however deep that goes", () => {
  const found = problems(
    GOOD.replace("{file: a.psk}", "{flie: a.psk}").replace("10.0.0.50/24", "10.0.0.255/24"),
  );
  assert.equal(found.length, 2, found.join("\n"));
  assert.match(found[0]!, /broadcast/);
  assert.match(found[1]!, /did you mean file/);
});

Deno.test("a part that is missing whole does not hide what is wrong elsewhere", () => {
  const found = problems(
    GOOD.replace(/network:[^]*(?=access:)/, "").replace("name: paul", "name: daemon"),
  );
  assert(
    found.some((line) => /network.* is missing|network: needed|missing.*network/.test(line)),
    found.join("\n"),
  );
  assert(found.some((line) => /reserves the name daemon/.test(line)), found.join("\n"));
});
