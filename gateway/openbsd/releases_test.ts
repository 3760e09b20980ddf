import assert from "node:assert/strict";
import { CUT_OVERS, type CutOver, knows } from "./cut_overs.ts";
import {
  endedBy,
  NEWEST,
  openbsdRelease,
  RELEASES,
  SUPPORTED_VERSIONS,
  VERSION_RANGE,
  versionPattern,
  VERSIONS,
} from "./releases.ts";

Deno.test("releases follow each other without a gap, each after the one before", () => {
  for (const [at, release] of RELEASES.entries()) {
    assert.equal(release.number, 66 + at);
    assert.equal(Number(release.version.replace(".", "")), release.number);
    assert.equal(release.released === undefined, release.number === 81);
    const before = RELEASES[at - 1]?.released;
    if (before && release.released) assert(before < release.released, release.version);
    if (release.released) assert.match(release.released, /^20\d\d-\d\d-\d\d$/);
  }
});

Deno.test("every release has a key of its own: signify's, 42 bytes, of algorithm Ed", () => {
  const keys = RELEASES.map(({ baseKey }) => baseKey);
  assert.equal(new Set(keys).size, RELEASES.length);
  for (const key of keys) {
    const bytes = Uint8Array.fromBase64(key);
    assert.equal(bytes.length, 42);
    assert.equal(new TextDecoder().decode(bytes.subarray(0, 2)), "Ed");
  }
});

Deno.test("two releases are supported; one ends when the second after it comes", () => {
  assert.equal(NEWEST, "8.0");
  assert.deepEqual(SUPPORTED_VERSIONS, ["8.0", "7.9"]);
  assert.equal(VERSION_RANGE, "6.6 to 8.0");
  assert.equal(endedBy(80), undefined);
  assert.equal(endedBy(79), undefined);
  assert.equal(endedBy(78)?.version, "8.0");
  assert.equal(endedBy(66)?.released, "2020-10-18");
  assert.equal(endedBy(81), undefined);
  assert.equal(openbsdRelease(65), undefined);
});

Deno.test("the pattern of versions takes what is released, and nothing around it", () => {
  const pattern = new RegExp(versionPattern("rehearsal"), "u");
  for (const version of [...VERSIONS, "rehearsal"]) assert.match(version, pattern);
  for (const other of ["6.5", "8.1", "7.10", "7x9", "7.9 ", "", "79"]) {
    assert.doesNotMatch(other, pattern);
  }
});

Deno.test("a change is absent, unseen or there, in this order of releases", () => {
  for (const [name, cut] of Object.entries(CUT_OVERS) as [keyof typeof CUT_OVERS, CutOver][]) {
    assert((cut.lacks ?? cut.since - 1) < cut.since, name);
    const order = RELEASES.map(({ number }) => knows(number, name));
    const ranks = order.map((known) => known === undefined ? 1 : known ? 2 : 0);
    assert.deepEqual(ranks, ranks.toSorted(), name);
    assert.equal(ranks.at(-1), 2, name);
  }
  assert.equal(knows(66, "ikedGcm"), false);
  assert.equal(knows(70, "autoconfQuestion"), undefined);
  assert.equal(knows(70, "ikedSntrup"), true);
});
