import assert from "node:assert/strict";
import {
  parseTranscript,
  TRANSCRIPT_KINDS,
  transcriptFile,
  transcriptGateway,
} from "../test/installer_transcript.ts";
import { testSecrets } from "../test/gateway.ts";
import { installEnvironment } from "./environment.ts";
import { renderInstallConf } from "./install_conf.ts";
import { answers } from "./match.ts";
import { type Circumstance, fill, type Names } from "./question.ts";
import { QUESTIONS, questionsOf } from "./questions.ts";
import { simulate } from "./simulate.ts";

/** The releases whose installer scripts were run. */
const RECORDED = ["6.6", "6.7", "6.8", "7.3", "7.4", "7.5", "7.6", "7.7", "8.0"];

for (const version of RECORDED) {
  for (const kind of TRANSCRIPT_KINDS) {
    Deno.test(`the table asks what the installer of ${version} asked (${kind})`, async () => {
      const gateway = transcriptGateway(version, kind);
      const { number } = gateway.release;
      const environment = installEnvironment(gateway);
      const names: Names = {
        if: environment.interface,
        user: "paul",
        set: `site${number}.tgz`,
        // The fork whose 7.7 was run had dropped nfs.
        sources: version === "7.7" ? "cd0 disk http" : "cd0 disk http nfs",
      };
      const when: Circumstance[] = kind === "auto" ? ["site", "auto", "gpt"] : ["site", "user"];
      const conf = renderInstallConf(gateway, testSecrets(), environment);
      const asked = simulate(conf, number, names, when).asked
        // Not asked where ifconfig(8) is a stub.
        .filter(({ question }) => question.id !== "route" || number > 68);
      const recorded = parseTranscript(await Deno.readTextFile(transcriptFile(version, kind)));
      // Without the Internet there is no list of mirrors to choose from.
      const offline = (text: string) =>
        text.replace("hostname, list#, 'done' or '?'", "hostname or 'done'");
      assert.deepEqual(
        asked.map(({ text, question, answer }) => ({
          text: offline(text),
          answer: question.id.endsWith("password") ? "<provided>" : answer,
        })),
        recorded.map(({ text, answer }) => ({ text, answer })),
      );
      for (const [index, { question }] of asked.entries()) {
        if (question.default === undefined) continue;
        assert.equal(recorded[index]?.default, fill(question.default, names), question.text);
      }
    });
  }
}

Deno.test("every key of the table answers its own question", () => {
  const names: Names = { if: "em0", user: "paul", set: "site79.tgz", sources: "http" };
  for (const { key, text } of QUESTIONS) {
    if (key !== undefined) assert(answers(fill(key, names), fill(text, names)), text);
  }
});

Deno.test("where the wording of a release is not known, the answer fits the old and the new words", () => {
  const names: Names = { if: "em0", user: "paul", set: "site70.tgz", sources: "http" };
  const texts = (release: number, id: string) =>
    questionsOf(release).filter((question) => question.id === id).map(({ text }) =>
      fill(text, names)
    );
  for (let release = 69; release <= 71; release++) {
    for (const { id, key } of questionsOf(release)) {
      if (key === undefined) continue;
      for (const text of [...texts(68, id), ...texts(73, id)]) {
        assert(answers(fill(key, names), text), `${release} ${key}: ${text}`);
      }
    }
  }
});

Deno.test("each release has one wording of each answered question", () => {
  for (let release = 66; release <= 80; release++) {
    const ids = questionsOf(release).filter(({ key }) => key !== undefined).map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)]);
    assert.equal(ids.includes("encrypt"), release >= 75);
  }
});
