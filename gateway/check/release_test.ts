import assert from "node:assert/strict";
import { parseGateway } from "../load/load.ts";
import { DescriptionError, formatProblem } from "../document/problem.ts";
import { GOOD, problems, testRefusals } from "../../test/broken_description.ts";

testRefusals([
  [
    "a mirror with the release at its end",
    /$/,
    "release: {version: '8.0', mirror: 'https://m.example/pub/OpenBSD/8.0/amd64'}\n",
    "15:35",
    /remove \/8\.0\/amd64 from/,
  ],
  [
    "an installurl with the release at its end",
    /$/,
    "installurl: https://m.example/pub/OpenBSD/snapshots/\n",
    "15:13",
    /remove \/snapshots from/,
  ],
  [
    "a mirror with a query at its end",
    /$/,
    "release: {version: '8.0', mirror: 'https://m.example/pub/OpenBSD?token=x'}\n",
    "15:35",
    /a URL with \? finds nothing; remove it and what follows$/,
  ],
  [
    "an installurl with a fragment at its end",
    /$/,
    "installurl: 'https://m.example/pub/OpenBSD#x'\n",
    "15:13",
    /a URL with # finds nothing/,
  ],
  [
    "a mirror with a port that no host has",
    /$/,
    "release: {version: '8.0', mirror: 'https://m.example:99999/pub/OpenBSD'}\n",
    "15:35",
    /no host or port like that/,
  ],
  ["a release that is not out", /$/, "release: '8.1'\n", "15:10", /6\.6 to 8\.0/],
]);

/** Complaints about GOOD with `more` behind it, as lines. */
function said(more: string, strict = false): string[] {
  try {
    return parseGateway(GOOD + more, "gw.yaml", { strict }).warnings.map(formatProblem);
  } catch (error) {
    assert(error instanceof DescriptionError);
    return error.message.split("\n");
  }
}

Deno.test("the newest release, which is the default, raises nothing", () => {
  for (const more of ["", "release: '8.0'\n", "syspatch: false\n"]) {
    assert.deepEqual(said(more), []);
  }
});

Deno.test("a release without support is reported, with the day and what to use", () => {
  const [line, ...others] = said("release: '7.3'\n");
  assert.match(
    line!,
    /^gw\.yaml:15:10: warning: release: 7\.3 has had no errata since 2024-04-05, when 7\.5 was released, and mirrors delete.*"8\.0" or "7\.9".*release\.mirror/,
  );
  assert.deepEqual(others, []);
  const [own] = said("release: {version: '7.3', mirror: 'file:///m/pub/OpenBSD'}\n");
  assert.match(own!, /15:20: warning: release\.version: .*was released: use/);
});

Deno.test("the errata of the older supported release are reported, which --strict accepts", () => {
  for (const strict of [false, true]) {
    const [line, ...others] = said("release: '7.9'\n", strict);
    assert.match(line!, /^gw\.yaml:15:10: note: release: 7\.9 has errata .*007_ipsec, 009_iked$/);
    assert.deepEqual(others, []);
  }
});

Deno.test("errata are those of what the gateway uses", () => {
  const one = said("release: '7.9'\nsyspatch: false\n");
  assert.equal(one.length, 1);
  assert.match(one[0]!, /16:11: warning: syspatch: .*009_iked \(.*before authentication\); set/);
  const isakmpd = problems(GOOD.replace("psk:", "ike: 1\n    psk:") + "release: '7.9'\n");
  assert.match(isakmpd[0]!, /007_ipsec$/);
  const without = problems(GOOD.replace(/tunnels:[^]*/, "release: '7.9'\n"));
  assert.match(without[0]!, /004_elf, 005_sysv$/);
  const six = (value: string) =>
    problems(GOOD.replace("address:", `address6: ${value}, address:`) + "release: '7.8'\n").join();
  assert.match(six("autoconf"), /011_nd6.*029, 033/);
  assert.match(six("'2001:db8::1/64'"), /011_nd6(?!.*029)/);
  assert.doesNotMatch(six("none"), /011_nd6/);
});

Deno.test("syspatch of 7.8 needs /usr apart, and nothing is reported where it is", () => {
  const layout = (text: string) =>
    said(`release: '7.8'\ndisk: {size: 20G, layout: ${text}}\n`).filter((line) =>
      line.includes("001_syspatch")
    );
  const root = "{mount: /, size: 4G}";
  for (const bad of ["single", `[${root}]`]) {
    const [line] = layout(bad);
    assert.match(line!, /warning: syspatch: .*layout: auto.*syspatch: false/);
  }
  for (const good of ["auto", `[${root}, {mount: /usr, size: 6G}]`]) {
    assert.deepEqual(layout(good), []);
  }
  assert.deepEqual(
    said("release: '7.8'\nsyspatch: false\n").filter((line) => line.includes("001_")),
    [],
  );
});

Deno.test("a rehearsal of an old release is not checked for errata", () => {
  assert.deepEqual(said("release: {version: '7.3', rehearsal: true}\n"), []);
});
