/**
 * A small run of the fuzzing of descriptions (`test/attack/fuzz_descriptions.ts`), and what it has to
 * find.
 */
import assert from "node:assert/strict";
import { cases, fuzz } from "../attack/fuzz_descriptions.ts";
import { testGateway } from "../gateway.ts";
import { checkRendered, Finding, outcomeOf } from "../attack/check_description.ts";

Deno.test("random descriptions are refused or rendered, never more", async () => {
  const found: string[] = [];
  const { outcomes, findings } = await fuzz({
    count: 1000,
    onFinding: (number, what, text) => found.push(`${number}: ${what}\n${text}`),
  });
  assert.deepEqual(found, []);
  assert.equal(findings, 0);
  assert.ok((outcomes.get("accepted") ?? 0) > 50, "some are accepted");
  assert.ok((outcomes.get("refused") ?? 0) > 500, "most are refused");
});

Deno.test("a case of a seed is always the same", async () => {
  const texts = async (from: number) =>
    new Map(await Array.fromAsync(cases({ from, count: 40, seed: 3 })));
  const [all, later] = [await texts(0), await texts(20)];
  for (let number = 20; number < 40; number++) assert.equal(all.get(number), later.get(number));
});

Deno.test("the checks of the fuzzing find what must not happen", () => {
  assert.equal(outcomeOf("hostname: ["), "refused");
  const good =
    "hostname: gw.example.net\nnetwork: {interfaces: [{name: vio0, address: 10.0.0.1/24}]}\n";
  assert.equal(outcomeOf(good), "accepted");
  for (
    const [path, text] of [
      ["etc/hosts", "10.0.0.1 a\nCANARY9 b\n"],
      ["etc/hosts", "10.0.0.1 a\r CANARY9 b\n"],
      ["domain.xml", "<name>a</name><CANARY9/>"],
      ["install.site", "say 'a'$(CANARY9)\n"],
      ["usr/local/sbin/vpnctl", "echo a; CANARY9\n"],
    ] as const
  ) assert.throws(() => checkRendered(new Map([[path, text]]), testGateway()), Finding, text);
  for (
    const [path, text] of [
      ["etc/hosts", "10.0.0.1 a # CANARY9\n"],
      ["domain.xml", "<name>&lt;CANARY9/></name>"],
      ["install.site", "say '; CANARY9 $(CANARY9)'\n# `CANARY9`\n"],
    ] as const
  ) checkRendered(new Map([[path, text]]), testGateway());
});
