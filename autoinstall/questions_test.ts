import assert from "node:assert/strict";
import {
  consoleFile,
  CONSOLES,
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
import { reveal } from "../host/secret.ts";

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
      const conf = reveal(renderInstallConf(gateway, testSecrets(), environment));
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

for (const [version, machine] of CONSOLES) {
  Deno.test(`the table asks what a console of ${version}/${machine} showed, in this order`, async () => {
    const recorded = parseTranscript(await Deno.readTextFile(consoleFile(version, machine)));
    const number = Number(version.replace(".", ""));
    const answer = (start: string) =>
      recorded.find(({ text }) => text.startsWith(start))?.answer ?? "";
    const names: Names = {
      if: recorded.find(({ text }) => /interface .*configure/.test(text))!.answer,
      user: answer("Setup a user?"),
      set: `site${number}.tgz`,
      sources: /\((.*) or 'done'\)/.exec(
        recorded.find(({ text }) => text.startsWith("Location"))?.text ?? "",
      )?.[1] ?? "",
      time: "",
    };
    const { asked } = simulate(
      "",
      number,
      names,
      ["list", "aperture", "user", "auto", "disks"],
      // The partitioning of arm64 is asked for as that of i386 is.
      machine === "amd64" ? "amd64" : "i386",
    );
    // Up to the question that ended the run; without a response file two are not asked at all.
    let at = 0;
    for (const { text, default: fallback } of recorded) {
      const found = asked.findIndex((one, index) => index >= at && one.text === text);
      assert(found >= 0, `${text}: not asked after ${asked[at - 1]?.text}`);
      const wanted = asked[found]!.question.default;
      const own = /interface/.test(text) || wanted === undefined;
      if (!own) assert.equal(fallback, fill(wanted, names), text);
      at = found + 1;
    }
  });
}

Deno.test("asked early or late, the time zone is asked once, and one line answers it", () => {
  const gateway = transcriptGateway("8.0", "template");
  const environment = installEnvironment(gateway);
  const names = { if: "vio0", user: "paul", set: "site80.tgz", sources: "http", time: "now" };
  const conf = reveal(renderInstallConf(gateway, testSecrets(), environment));
  for (const list of [[], ["list"]] as Circumstance[][]) {
    const { asked, unused } = simulate(conf, 80, names, ["site", "user", ...list]);
    const zones = asked.filter(({ question }) => question.id === "timezone");
    assert.deepEqual(zones.map(({ answer }) => answer), ["Europe/Stockholm"]);
    assert(!unused.includes("What timezone are you in"));
    const disk = asked.findIndex(({ question }) => question.id === "root-disk");
    assert.equal(asked.indexOf(zones[0]!) < disk, list.length > 0);
  }
});

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
      for (const text of [...texts(68, id), ...texts(72, id)]) {
        assert(answers(fill(key, names), text), `${release} ${key}: ${text}`);
      }
    }
  }
});

Deno.test("each release has one wording of each answered question", () => {
  for (let release = 66; release <= 80; release++) {
    const ids = questionsOf(release).filter(({ key }) => key !== undefined).map(({ id }) => id);
    // The time zone has two places.
    assert.deepEqual(ids.toSorted(), [...new Set(ids), "timezone"].toSorted());
    assert.equal(ids.includes("encrypt"), release >= 75);
  }
});
