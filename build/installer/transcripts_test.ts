/**
 * Consoles of real installations, replayed: nothing of them may be unknown to what follows a console.
 */
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import {
  consoleFile,
  CONSOLES,
  parseTranscript,
  TRANSCRIPT_KINDS,
  transcriptFile,
  type TranscriptLine,
} from "../../test/installer_transcript.ts";
import { type ConsoleAction, InstallerConsole } from "./installer_console.ts";

const encoder = new TextEncoder();

/** The console where `/autoinstall` was just typed. */
function running(release: number): InstallerConsole {
  const file = { path: "/auto_install.conf", text: "a = b\n" };
  const sha256 = createHash("sha256").update(file.text).digest("hex");
  const console = new InstallerConsole({ files: [{ ...file, sha256 }], release });
  const menu = "(I)nstall, (U)pgrade, (A)utoinstall or (S)hell? ";
  for (const said of [menu, ...["s\n# ", "# ", "# ", "> ", "> ", "# ", `${sha256}\n# `]]) {
    for (const _ of console.feed(encoder.encode(said)));
  }
  return console;
}

/** The console's text of an installation that asks `lines`. */
function consoleText(lines: TranscriptLine[]): string {
  const asked = lines.map(({ text, default: fallback, answer }) =>
    (text.startsWith("Location") && fallback !== "done" ? "\r\nLet's install the sets!\r\n" : "") +
    `${text} ${fallback ? `[${fallback}] ` : ""}${answer}\r\n`
  );
  return `${
    asked.join("")
  }Time appears wrong.  Set to 'Tue Oct 20 12:00:00 UTC 2026'? [yes] yes\r\n` +
    "Saving configuration files... done.\r\nRelinking to create unique kernel... done.\r\n\r\n" +
    "CONGRATULATIONS! Your OpenBSD install has been successfully completed!\r\n";
}

function replay(version: string, text: string): ConsoleAction[] {
  return [...running(Number(version.replace(".", ""))).feed(encoder.encode(text))];
}

const RECORDED = ["6.6", "6.7", "6.8", "7.3", "7.4", "7.5", "7.6", "7.7", "8.0"];
const FILES: [string, string, URL][] = [
  ...CONSOLES.filter(([version]) => version !== "7.8").map(
    ([version, machine]): [string, string, URL] => [
      version,
      `the console of ${machine}`,
      consoleFile(version, machine),
    ],
  ),
  ...RECORDED.flatMap((version) =>
    TRANSCRIPT_KINDS.map((kind): [string, string, URL] => [
      version,
      `install.sub, ${kind}`,
      transcriptFile(version, kind),
    ])
  ),
];

for (const [version, name, file] of FILES) {
  Deno.test(`an installation of ${version} is followed to its end (${name})`, async () => {
    const lines = parseTranscript(await Deno.readTextFile(file));
    const actions = replay(version, consoleText(lines));
    assert.deepEqual(actions.filter(({ kind }) => kind === "notice"), []);
    assert.equal(actions.filter(({ kind }) => kind === "failed").length, 0);
    assert.equal(actions.filter(({ kind }) => kind === "installed").length, 1);
    const followed = actions.flatMap((one) => one.kind === "question" ? [one.question] : []);
    // A key for a user is asked for without a question mark, which only waiting lines are known by.
    const wanted = lines.map(({ text }) => text).filter((text) => text.includes("?"));
    assert.deepEqual(followed.slice(0, wanted.length), wanted);
  });
}

Deno.test("an installation of 7.8 without a password ends where its console ended", async () => {
  const lines = parseTranscript(await Deno.readTextFile(consoleFile("7.8", "arm64")));
  const asked = consoleText(lines.slice(0, -1)).split("Time appears")[0]!;
  const actions = replay(
    "7.8",
    `${asked}Password for root account? \r\n` +
      'Question has no answer in response file: "password for root account?"\r\n',
  );
  assert.deepEqual(actions.filter(({ kind }) => kind === "notice"), []);
  const last = actions.at(-1)!;
  assert(last.kind === "failed");
  assert.match(last.error.message, /the answers do not cover/);
  assert.match(last.error.why!, /password for root account\?/);
});

Deno.test("the words of another release are unknown ones", async () => {
  const lines = parseTranscript(await Deno.readTextFile(consoleFile("7.2", "arm64")));
  const notices = replay("7.3", consoleText(lines)).filter(({ kind }) => kind === "notice");
  assert.match(JSON.stringify(notices), /Which network interface do you wish to configure/);
});
