import assert from "node:assert/strict";
import { GOOD, problems, testRefusals } from "../../test/broken_description.ts";
import { parseGateway } from "../load/load.ts";

const WEAK = GOOD.replace(
  "psk:",
  "ike: 1\n    exchange: aggressive\n    phase1: {enc: 3des, group: modp1024}\n    phase2: {enc: 3des}\n    psk:",
);
const accept = (weak: string, until: string) =>
  `${WEAK}accept: [{tunnel: a, weak: [${weak}], until: ${until}, because: an old router}]\n`;

const FAR = "2099-12-31";

testRefusals([
  [
    "an unknown tunnel",
    /$/,
    `accept: [{tunnel: b, weak: [3des], until: ${FAR}, because: x}]`,
    "15:19",
    /no tunnel b/,
  ],
  [
    "a word that is not weak",
    /$/,
    `accept: [{tunnel: a, weak: [aes], until: ${FAR}, because: x}]`,
    "15:29",
    /allowed: hmac-md5/,
  ],
  [
    "a day that no calendar has",
    /$/,
    "accept: [{tunnel: a, weak: [3des], until: 2027-02-30, because: x}]",
    "15:43",
    /not a valid date/,
  ],
  [
    "no reason",
    /$/,
    `accept: [{tunnel: a, weak: [3des], until: ${FAR}}]`,
    "15:10",
    /because is missing/,
  ],
]);

Deno.test("weak choices that are accepted are no warnings, and are counted", () => {
  const { warnings, accepted } = parseGateway(
    accept("3des, modp1024, aggressive", FAR),
    "gw.yaml",
    { strict: true },
  );
  assert.deepEqual(warnings.map(({ message }) => message), []);
  assert.deepEqual(
    accepted.map(({ path, line, until, because }) => [path, line, until, because]).sort(),
    [
      ["tunnels[0].exchange", 15, FAR, "an old router"],
      ["tunnels[0].phase1.enc", 16, FAR, "an old router"],
      ["tunnels[0].phase1.group", 16, FAR, "an old router"],
      ["tunnels[0].phase2.enc", 17, FAR, "an old router"],
    ],
  );
});

Deno.test("what is not named stays a warning", () => {
  assert.deepEqual(problems(accept("3des", FAR)).filter((one) => !one.startsWith("note")), [
    "warning tunnel a: aggressive mode lets anyone guess the psk offline; use main",
    "warning tunnel a: modp1024 is weak; use modp2048 if the peer can",
  ]);
});

Deno.test("after the day it is a warning again, which says so; on the day it is none", () => {
  const found = problems(accept("3des, modp1024, aggressive", "2020-01-31"));
  assert.equal(found.length, 4);
  for (const one of found) assert.match(one, /^warning .*; it was accepted until 2020-01-31$/);
  // That day must not end while it is looked at.
  const { now } = Date;
  Date.now = () => Date.UTC(2026, 0, 31, 23, 59, 59);
  try {
    assert.deepEqual(problems(accept("3des, modp1024, aggressive", "2026-01-31")), []);
    assert.notDeepEqual(problems(accept("3des, modp1024, aggressive", "2026-01-30")), []);
  } finally {
    Date.now = now;
  }
});

Deno.test("what the tunnel does not have need not be accepted", () => {
  const found = problems(accept("3des, modp1024, aggressive, hmac-md5", FAR));
  assert.deepEqual(found, ["warning tunnel a has no hmac-md5; remove it"]);
});
