import assert from "node:assert/strict";
import fc from "fast-check";
import { testGateway, testSecrets } from "../test/gateway.ts";
import { installEnvironment } from "./environment.ts";
import { renderInstallConf } from "./install_conf.ts";
import { answers, consume, parseResponse } from "./match.ts";
import { questionsOf } from "./questions.ts";

const RELEASES = [66, 67, 68, 69, 70, 71, 72, 73, 74, 75, 76, 77, 78, 79, 80];

function conf(number: number, patch: Parameters<typeof testGateway>[0] = {}) {
  const release = {
    version: `${Math.floor(number / 10)}.${number % 10}`,
    number,
    arch: "amd64" as const,
  };
  const gateway = testGateway({ release, ...patch });
  return { gateway, text: renderInstallConf(gateway, testSecrets(), installEnvironment(gateway)) };
}

for (const number of RELEASES) {
  Deno.test(`install.conf of ${number / 10}: every question finds its own answer, no line is left`, () => {
    for (const users of [[], testGateway().access.users]) {
      const { gateway, text } = conf(number, { access: { ...testGateway().access, users } });
      const user = users[0]?.name;
      const lines = parseResponse(text);
      const all = lines.map((line) => line.key);
      for (const question of questionsOf(number)) {
        if (question.id.startsWith("user-") && !user) continue;
        if (question.id === "gpt" || question.id === "layout") continue;
        const asked = question.text.replace("%if", "vio0").replace("%user", user ?? "").replace(
          "%set",
          `site${gateway.release.number}.tgz`,
        );
        const answer = consume(lines, asked);
        assert(answer, `${asked}: no answer`);
        assert.equal(all.shift(), answer.key, `${asked}: answered by the line of another question`);
      }
      const left = lines.map((line) => line.key);
      assert.deepEqual(left, []);
    }
  });
}

Deno.test("no line of install.conf is longer than the console takes", () => {
  const { text } = conf(79, { hostname: `${"a".repeat(63)}.${"b".repeat(63)}.example.net` });
  for (const line of text.split("\n")) assert(line.length <= 200, line);
});

Deno.test("a key matches whole words up to a blank or a question mark only", () => {
  assert(answers("Password for root", "Password for root account?"));
  assert(answers("Use (W)hole disk", "Use (W)hole disk MBR, whole disk (G)PT or (E)dit?"));
  assert(!answers("Use (W)hole disk MBR", "Use (W)hole disk MBR, whole disk (G)PT or (E)dit?"));
  assert(!answers("Start sshd", "Start sshd(8) by default?"));
  assert(answers("start SSHD(8) by default?", "Start sshd(8) by default?"));
});

Deno.test("an empty value is no answer; values keep = and #; the first line wins and is used once", () => {
  assert.deepEqual(parseResponse("# x = 1\nDNS nameservers =\n  a = b=c # d \n"), [{
    key: "a",
    value: "b=c # d",
  }]);
  const lines = parseResponse("Location of sets = http\nLocation of sets = done\n");
  assert.equal(consume(lines, "Location of sets?")?.value, "http");
  assert.equal(consume(lines, "Location of sets?")?.value, "done");
  assert.equal(consume(lines, "Location of sets?"), undefined);
});

Deno.test("whatever a response file holds, each parsed line answers the question it names", () => {
  fc.assert(fc.property(fc.string(), (text) => {
    for (const { key } of parseResponse(text)) assert(answers(key, `${key}?`));
  }));
});
